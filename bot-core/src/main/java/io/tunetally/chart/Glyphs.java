package io.tunetally.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The glyphs of a font at one size, each drawn once for each of its places within a pixel: to draw the outlines of a text takes
 * ten times as long. The outlines are Java's, as the system's rasteriser would produce other bytes on another machine.
 */
final class Glyphs {
    /** The glyphs that are kept: people may type any character. */
    private static final int MOST = 400;

    /** The places of a glyph within a pixel, from left to right. */
    private static final int PLACES = 4;

    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
    private static final int OPAQUE = 255;
    private static final int CHANNEL = 8;

    private final Font font;
    private final double scale;
    private final Map<Integer, Glyph> known = new ConcurrentHashMap<>();

    /**
     * A glyph.
     *
     * @param advance in points
     * @param masks how much of each pixel it covers, by its place within a pixel
     */
    private record Glyph(double advance, List<Mask> masks) {}

    /** How much of each pixel a glyph covers, row by row, and where its first pixel is, seen from the glyph's own. */
    private static final class Mask {
        private final int left;
        private final int top;
        private final int width;
        private final byte[] covered;

        Mask(int left, int top, int width, byte[] covered) {
            this.left = left;
            this.top = top;
            this.width = width;
            this.covered = covered;
        }
    }

    /** @param scale pixels per point */
    Glyphs(Font font, double size, double scale) {
        this.font = font.deriveFont((float) size);
        this.scale = scale;
    }

    /** Returns the width of a text in points. */
    double width(String text) {
        return text.codePoints()
                .mapToDouble(character -> of(character).advance())
                .sum();
    }

    /** Draws a text on a picture of {@link BufferedImage#TYPE_INT_RGB}; x and y, in points, are the start of its baseline. */
    void draw(BufferedImage image, String text, double x, double y, Color color) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int row = (int) Math.round(y * scale);
        double start = x;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            Glyph glyph = of(text.codePointAt(at));
            long place = Math.round(start * scale * PLACES);
            int column = (int) Math.floorDiv(place, (long) PLACES);
            draw(
                    pixels,
                    image.getWidth(),
                    glyph.masks().get((int) Math.floorMod(place, (long) PLACES)),
                    column,
                    row,
                    color);
            start += glyph.advance();
        }
    }

    private static void draw(int[] pixels, int width, Mask mask, int column, int row, Color color) {
        int height = pixels.length / width;
        int rgb = color.getRGB();
        int left = column + mask.left;
        for (int n = 0; n < mask.covered.length; n++) {
            int covered = mask.covered[n] & OPAQUE;
            int x = left + n % mask.width;
            int y = row + mask.top + n / mask.width;
            if (covered != 0 && x >= 0 && x < width && y >= 0 && y < height) {
                pixels[y * width + x] = mixed(pixels[y * width + x], rgb, covered);
            }
        }
    }

    private static int mixed(int below, int above, int covered) {
        int mixed = 0;
        for (int shift = 0; shift < 3 * CHANNEL; shift += CHANNEL) {
            int from = (below >> shift) & OPAQUE;
            int to = (above >> shift) & OPAQUE;
            mixed |= ((from * (OPAQUE - covered) + to * covered + OPAQUE / 2) / OPAQUE) << shift;
        }
        return mixed;
    }

    private Glyph of(int character) {
        Glyph glyph = known.get(character);
        if (glyph != null) {
            return glyph;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(character, this::drawn);
    }

    private Glyph drawn(int character) {
        GlyphVector glyph = font.createGlyphVector(SMOOTH, Character.toString(character));
        List<Mask> masks = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            AffineTransform inPixels = AffineTransform.getTranslateInstance((double) place / PLACES, 0);
            inPixels.scale(scale, scale);
            masks.add(mask(inPixels.createTransformedShape(glyph.getOutline())));
        }
        return new Glyph(glyph.getGlyphPosition(glyph.getNumGlyphs()).getX(), masks);
    }

    private static Mask mask(Shape outline) {
        Rectangle2D bounds = outline.getBounds2D();
        if (bounds.isEmpty()) {
            return new Mask(0, 0, 1, new byte[0]);
        }
        int left = (int) Math.floor(bounds.getMinX());
        int top = (int) Math.floor(bounds.getMinY());
        int width = (int) Math.ceil(bounds.getMaxX()) - left;
        int height = (int) Math.ceil(bounds.getMaxY()) - top;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(-left, -top);
        graphics.setColor(Color.WHITE);
        graphics.fill(outline);
        graphics.dispose();
        int[] white = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] covered = new byte[white.length];
        for (int n = 0; n < white.length; n++) {
            covered[n] = (byte) white[n];
        }
        return new Mask(left, top, width, covered);
    }
}
