package io.tunetally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphsTest {
    private static final double SIZE = 13;
    private static final int SCALE = 2;
    private static final Font FONT = Typeface.REGULAR.font().deriveFont((float) SIZE);
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
    private static final Glyphs GLYPHS = new Glyphs(Typeface.REGULAR.font(), SIZE, SCALE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPT-4.1 on Azure OpenAI (global)",
                "$7,589",
                "500 requests/day \u00b7 6 months",
                "\u6a21\u578b",
                ""
            })
    void aTextIsAsWideAsItsOutlinesAndLooksLikeThem(String text) {
        GlyphVector outlines = FONT.createGlyphVector(SMOOTH, text);
        BufferedImage drawn = white();
        GLYPHS.draw(drawn, text, 10, 20, Color.BLACK);
        BufferedImage filled = white();
        Graphics2D graphics = filled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        graphics.setColor(Color.BLACK);
        graphics.fill(outlines.getOutline(10, 20));
        graphics.dispose();

        assertThat(GLYPHS.width(text)).isCloseTo(outlines.getLogicalBounds().getWidth(), within(0.01));
        assertThat(ink(drawn)).isCloseTo(ink(filled), within(0.01 * ink(filled) + 1));
        double apart = IntStream.range(0, drawn.getWidth() * drawn.getHeight())
                .map(n -> Math.abs(gray(drawn, n) - gray(filled, n)))
                .sum();
        // A glyph stands up to an eighth of a pixel beside its outline.
        assertThat(apart).isLessThan(0.15 * ink(filled) + 1);
    }

    @Test
    void whatStandsOutsideThePictureIsLeftOut() {
        BufferedImage picture = white();
        GLYPHS.draw(picture, "wide", -1000, 20, Color.BLACK);
        GLYPHS.draw(picture, "wide", 1000, 20, Color.BLACK);
        GLYPHS.draw(picture, "wide", 10, -50, Color.BLACK);
        GLYPHS.draw(picture, "wide", 10, 500, Color.BLACK);
        assertThat(ink(picture)).isZero();
        GLYPHS.draw(picture, "wide", -3, 20, Color.BLACK);
        assertThat(ink(picture)).isPositive();
    }

    @Test
    void moreCharactersThanAreKeptAreDrawnLikeTheFirst() {
        BufferedImage before = white();
        GLYPHS.draw(before, "Total", 10, 20, Color.BLUE);
        IntStream.range(0x21, 0x400).forEach(character -> {
            double _ = GLYPHS.width(Character.toString(character));
        });
        BufferedImage after = white();
        GLYPHS.draw(after, "Total", 10, 20, Color.BLUE);
        assertThat(IntStream.range(0, before.getWidth() * before.getHeight()))
                .allMatch(n -> gray(before, n) == gray(after, n));
    }

    private static BufferedImage white() {
        BufferedImage picture = new BufferedImage(600, 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.dispose();
        return picture;
    }

    private static double ink(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(n -> 255 - gray(picture, n))
                .sum();
    }

    private static int gray(BufferedImage picture, int n) {
        return new Color(picture.getRGB(n % picture.getWidth(), n / picture.getWidth())).getGreen();
    }
}
