package io.tunetally.chart;

import com.pngencoder.PngEncoder;
import io.tunetally.reply.ChartSpec;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.zip.Deflater;

/**
 * A chart as a picture: light, legible on a phone, the same bytes for the same chart. Its text alternative is {@link
 * ChartSpec#inWords()}. It brings its own fonts and needs no display.
 */
public final class ChartPicture {
    private ChartPicture() {}

    /**
     * Returns a PNG, {@value Canvas#PIXELS_WIDE} pixels wide.
     *
     * @throws ChartException if this machine's Java cannot draw
     */
    public static byte[] png(ChartSpec spec) {
        try {
            return encoded(drawn(spec));
        } catch (LinkageError | InternalError incomplete) {
            throw new ChartException(
                    "this Java cannot draw pictures, it lacks a part of java.desktop or libfreetype ("
                            + first(incomplete) + ")",
                    incomplete);
        }
    }

    private static Throwable first(Throwable failure) {
        return failure.getCause() == null ? failure : first(failure.getCause());
    }

    static BufferedImage drawn(ChartSpec spec) {
        return switch (spec) {
            case ChartSpec.Bars bars -> new BarsPicture(bars).draw();
            case ChartSpec.Lines lines -> new LinesPicture(lines).draw();
            case ChartSpec.Tornado tornado -> new TornadoPicture(tornado).draw();
        };
    }

    /** ImageIO takes five times as long for the same picture, as it filters the rows of indexed pictures (JDK 25). */
    private static byte[] encoded(BufferedImage rgb) {
        Optional<BufferedImage> indexed = IndexedPicture.of(rgb);
        return new PngEncoder()
                .withBufferedImage(indexed.orElse(rgb))
                .withTryIndexedEncoding(indexed.isPresent())
                .withMultiThreadedCompressionEnabled(false)
                .withCompressionLevel(Deflater.BEST_SPEED)
                .toBytes();
    }
}
