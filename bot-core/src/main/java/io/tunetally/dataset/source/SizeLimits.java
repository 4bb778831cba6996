package io.tunetally.dataset.source;

/**
 * The limits that keep reading in bounded memory and time.
 *
 * @param fileBytes the size of a file as it is stored
 * @param unpackedBytes the size of its content after decompression
 * @param recordBytes the size of one record
 * @param unpackedPerByte the content that one stored byte may unpack to, beyond the first {@link #FREE_BYTES}
 */
public record SizeLimits(long fileBytes, long unpackedBytes, int recordBytes, int unpackedPerByte) {
    /** The unpacked size up to which any ratio is accepted: a small file cannot do harm. */
    static final long FREE_BYTES = 64L << 20;

    private static final long GIBIBYTE = 1L << 30;

    /** Files on the command line. Text compresses to a tenth; a hundredth happens with repetitive data. */
    public static final SizeLimits COMMAND_LINE = new SizeLimits(8 * GIBIBYTE, 16 * GIBIBYTE, 16 << 20, 200);
}
