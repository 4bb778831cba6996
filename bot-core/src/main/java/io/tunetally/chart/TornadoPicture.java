package io.tunetally.chart;

import io.tunetally.reply.ChartSpec;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranges on both sides of the present value, each below its name and its ends; an open end fades out. */
final class TornadoPicture {
    private static final int MOST = 12;
    private static final double ROW = 40;
    private static final double BAR = 13;
    private static final double BAR_TOP = 19;
    private static final double LEAST = 1.5;
    private static final double GAP = 12;
    private static final double CENTRE = (Canvas.MARGIN + Canvas.RIGHT) / 2;
    private static final double HALF = (Canvas.RIGHT - Canvas.MARGIN) / 2;
    private static final Color COLOR = Palette.series(0);

    private final ChartSpec.Tornado spec;
    private final List<ChartSpec.Swing> shown;

    TornadoPicture(ChartSpec.Tornado spec) {
        this.spec = spec;
        this.shown = spec.swings().stream().limit(MOST).toList();
    }

    BufferedImage draw() {
        ChartCanvas chartCanvas = new ChartCanvas(spec);
        Canvas canvas = chartCanvas.canvas(shown.size() * ROW);
        double top = chartCanvas.top();
        for (ChartSpec.Swing swing : shown) {
            row(canvas, swing, top);
            top += ROW;
        }
        return canvas.finish();
    }

    private void row(Canvas canvas, ChartSpec.Swing swing, double top) {
        double base = top + Canvas.Style.LABEL.size();
        String range = swing.range();
        double room = Canvas.RIGHT - Canvas.MARGIN - Canvas.Style.AMOUNT.width(range) - GAP;
        canvas.text(Canvas.Style.LABEL.cut(swing.nameWithNow(), room), Canvas.MARGIN, base, Canvas.Style.LABEL);
        canvas.textEndingAt(range, Canvas.RIGHT, base, Canvas.Style.AMOUNT);
        canvas.fill(new Rectangle2D.Double(Canvas.MARGIN, top + BAR_TOP, 2 * HALF, BAR), Palette.TRACK);
        double left = length(swing.below());
        canvas.fill(new Rectangle2D.Double(CENTRE - left, top + BAR_TOP, left, BAR), color(swing.below()));
        canvas.fill(new Rectangle2D.Double(CENTRE, top + BAR_TOP, length(swing.above()), BAR), color(swing.above()));
        canvas.fill(new Rectangle2D.Double(CENTRE - LEAST / 2, top + BAR_TOP - 2, LEAST, BAR + 4), Palette.INK);
    }

    private double length(ChartSpec.@Nullable End end) {
        return Math.max(LEAST, spec.share(end) * HALF);
    }

    private static Color color(ChartSpec.@Nullable End end) {
        return end == null ? Palette.veil(COLOR) : COLOR;
    }
}
