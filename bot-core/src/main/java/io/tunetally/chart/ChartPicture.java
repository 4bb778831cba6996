package io.tunetally.chart;

import io.tunetally.reply.ChartSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException impossible) {
            throw new UncheckedIOException("in memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
