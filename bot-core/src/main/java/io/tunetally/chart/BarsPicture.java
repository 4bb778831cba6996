package io.tunetally.chart;

import io.tunetally.reply.BarScale;
import io.tunetally.reply.ChartSpec;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.List;

/** Bars across the whole width, each below its name and amount, so that names have room on a phone. */
final class BarsPicture {
    private static final int MOST = 24;
    private static final double ROW = 40;
    private static final double BAR = 13;
    private static final double BAR_TOP = 19;
    private static final double LEAST = 1.5;
    private static final double GAP = 12;
    private static final Color COLOR = Palette.series(0);

    private final ChartSpec.Bars spec;
    private final List<ChartSpec.Bar> shown;
    private final BarScale scale;

    BarsPicture(ChartSpec.Bars spec) {
        this.spec = spec;
        this.shown = spec.bars().stream().limit(MOST).toList();
        this.scale = spec.scale();
    }

    BufferedImage draw() {
        int left = spec.bars().size() - shown.size();
        ChartCanvas chartCanvas = new ChartCanvas(spec);
        Canvas canvas = chartCanvas.canvas(shown.size() * ROW + (left > 0 ? ROW / 2 : 0));
        double top = chartCanvas.top();
        for (ChartSpec.Bar bar : shown) {
            row(canvas, bar, top);
            top += ROW;
        }
        if (left > 0) {
            canvas.text("... " + left + " more", Canvas.MARGIN, top + Canvas.Style.AXIS.size(), Canvas.Style.AXIS);
        }
        return canvas.finish();
    }

    private void row(Canvas canvas, ChartSpec.Bar bar, double top) {
        double base = top + Canvas.Style.LABEL.size();
        String amount = bar.amount().shown();
        double room = Canvas.RIGHT - Canvas.MARGIN - Canvas.Style.AMOUNT.width(amount) - GAP;
        canvas.text(Canvas.Style.LABEL.cut(bar.name(), room), Canvas.MARGIN, base, Canvas.Style.LABEL);
        canvas.textEndingAt(amount, Canvas.RIGHT, base, Canvas.Style.AMOUNT);

        double low = length(bar.amount().lowUsd());
        double high = length(bar.amount().highUsd());
        canvas.fill(rectangle(top, Canvas.RIGHT - Canvas.MARGIN), Palette.TRACK);
        canvas.fill(rectangle(top, high), Palette.PAPER);
        canvas.fill(rectangle(top, high), Palette.veil(COLOR));
        canvas.fill(rectangle(top, low), COLOR);
    }

    private static Rectangle2D rectangle(double top, double length) {
        return new Rectangle2D.Double(Canvas.MARGIN, top + BAR_TOP, length, BAR);
    }

    /** Any amount above zero has a visible bar. */
    private double length(BigDecimal usd) {
        double length = scale.share(usd) * (Canvas.RIGHT - Canvas.MARGIN);
        return usd.signum() > 0 ? Math.max(LEAST, length) : 0;
    }
}
