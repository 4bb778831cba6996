package io.tunetally.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Colours that the colour-blind can distinguish (Okabe and Ito, 2008); lines also differ in their strokes. */
final class Palette {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1f2328);
    static final Color FAINT = new Color(0x57606a);
    static final Color GRID = new Color(0xd8dee4);

    /** The unfilled part of a bar. */
    static final Color TRACK = new Color(0xf0f2f5);

    private static final Color[] SERIES = {
        new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7)
    };
    private static final int VEIL = 80;

    private Palette() {}

    static List<Color> all() {
        List<Color> all = new ArrayList<>(List.of(PAPER, INK, FAINT, GRID, TRACK));
        all.addAll(List.of(SERIES));
        return all;
    }

    static Color series(int number) {
        return SERIES[number % SERIES.length];
    }

    /** Returns the colour of the span between the low and the high end of a band. */
    static Color veil(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), VEIL);
    }
}
