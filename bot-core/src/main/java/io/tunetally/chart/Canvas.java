package io.tunetally.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A drawing surface in points, {@value #WIDTH} wide like a phone, with two pixels per point. Texts are placed by their baseline. */
final class Canvas {
    static final int WIDTH = 400;
    static final int MARGIN = 16;
    static final int PIXELS_WIDE = 800;
    static final double RIGHT = WIDTH - MARGIN;

    static final int SCALE = PIXELS_WIDE / WIDTH;
    private static final String CUT = "…";

    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(double height) {
        image = new BufferedImage(PIXELS_WIDE, (int) Math.ceil(height) * SCALE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        fill(new Rectangle2D.Double(0, 0, WIDTH, height + 1), Palette.PAPER);
    }

    BufferedImage finish() {
        graphics.dispose();
        return image;
    }

    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    void draw(Shape shape, Color color, BasicStroke stroke) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    void text(String text, double x, double y, Style style) {
        style.glyphs().draw(image, text, x, y, style.color());
    }

    void textEndingAt(String text, double x, double y, Style style) {
        text(text, x - style.width(text), y, style);
    }

    /**
     * The style of a text.
     *
     * @param size in points
     */
    record Style(Glyphs glyphs, double size, Color color) {
        static final Style TITLE = new Style(Typeface.BOLD, 17, Palette.INK);
        static final Style LABEL = new Style(Typeface.REGULAR, 13, Palette.INK);
        static final Style AMOUNT = new Style(Typeface.BOLD, 13, Palette.INK);
        static final Style AXIS = new Style(Typeface.REGULAR, 12, Palette.FAINT);
        static final Style SOURCE = new Style(Typeface.REGULAR, 11, Palette.FAINT);

        private Style(Typeface face, double size, Color color) {
            this(face.glyphs(size), size, color);
        }

        double width(String text) {
            return glyphs.width(text);
        }

        double lineHeight() {
            return size * 1.3;
        }

        /** Returns as much of a text as fits, with an ellipsis if it is cut. */
        String cut(String text, double room) {
            if (width(text) <= room) {
                return text;
            }
            int end = text.length();
            while (end > 0 && width(text.substring(0, end).stripTrailing() + CUT) > room) {
                end = text.offsetByCodePoints(end, -1);
            }
            return text.substring(0, end).stripTrailing() + CUT;
        }

        /** Breaks a text at spaces into lines that fit; at most {@code most}, the last one cut. */
        List<String> wrapped(String text, double room, int most) {
            List<String> lines = new ArrayList<>();
            String rest = text.strip();
            while (!rest.isEmpty() && lines.size() < most - 1 && width(rest) > room) {
                int end = rest.length();
                while (end > 0 && width(rest.substring(0, end)) > room) {
                    end = rest.lastIndexOf(' ', end - 1);
                }
                if (end <= 0) {
                    break;
                }
                lines.add(rest.substring(0, end));
                rest = rest.substring(end).strip();
            }
            if (!rest.isEmpty()) {
                lines.add(cut(rest, room));
            }
            return lines;
        }
    }
}
