package io.tunetally.dataset.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** The content of a compressed file, which ends with an error where it grows beyond the limits. */
final class UnpackedInput extends FilterInputStream {
    private final CountedInput packed;
    private final SizeLimits limits;
    private long unpacked;

    UnpackedInput(InputStream in, CountedInput packed, SizeLimits limits) {
        super(in);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(into, offset, length);
        } catch (EOFException | ZipException damaged) {
            throw new DatasetException("the gzip data is damaged (" + damaged.getMessage() + ") after " + unpacked
                    + " bytes of content; compress the file again");
        }
        unpacked += Math.max(0, read);
        if (unpacked > limits.unpackedBytes()) {
            throw new DatasetException("unpacks to more than " + (limits.unpackedBytes() >> 20)
                    + " MiB, which is not read; split the file");
        }
        if (unpacked > SizeLimits.FREE_BYTES && unpacked / Math.max(1, packed.count()) > limits.unpackedPerByte()) {
            throw new DatasetException("unpacks to more than " + limits.unpackedPerByte()
                    + " times its size and is not read further; unpack it first if that is intended");
        }
        return read;
    }
}
