package io.tunetally.chart;

import io.tunetally.reply.ChartSpec;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.List;

/** Lines over time below their names, amounts on the left, and a mark where two lines cross. */
final class LinesPicture {
    private static final double PLOT_HEIGHT = 200;
    private static final double LEGEND_ROW = 20;
    private static final double SAMPLE = 24;
    private static final double GAP = 8;
    private static final double AXIS_HEIGHT = 20;
    private static final double DOT = 3.5;
    private static final BasicStroke HAIR = new BasicStroke(0.75f);
    private static final BasicStroke DOTTED =
            new BasicStroke(1.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

    private final ChartSpec.Lines spec;
    private final ChartCanvas chartCanvas;
    private final Scale scale;
    private final double left;
    private final double legendTop;
    private final double top;

    LinesPicture(ChartSpec.Lines spec) {
        this.spec = spec;
        this.chartCanvas = new ChartCanvas(spec);
        this.scale = Scale.to(spec.lines().stream()
                .flatMap(line -> line.amounts().stream())
                .map(ChartSpec.Amount::highUsd)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO));
        this.left = Canvas.MARGIN
                + scale.marksUsd().stream()
                        .mapToDouble(mark -> Canvas.Style.AXIS.width(scale.written(mark)))
                        .max()
                        .orElse(0)
                + GAP;
        this.legendTop = chartCanvas.top() + Canvas.Style.AXIS.lineHeight();
        this.top = legendTop + spec.lines().size() * LEGEND_ROW + LEGEND_ROW;
    }

    BufferedImage draw() {
        Canvas canvas = chartCanvas.canvas(top - chartCanvas.top() + PLOT_HEIGHT + AXIS_HEIGHT);
        legend(canvas);
        amounts(canvas);
        times(canvas);
        for (int i = 0; i < spec.lines().size(); i++) {
            line(canvas, spec.lines().get(i), i);
        }
        if (spec.crossing() != null) {
            crossing(canvas, spec.crossing());
        }
        return canvas.finish();
    }

    /** Draws each line's stroke and name, with the final amount, and above the amounts their date. */
    private void legend(Canvas canvas) {
        double base = legendTop + Canvas.Style.LABEL.size();
        if (!spec.ticks().isEmpty()) {
            canvas.textEndingAt(spec.ticks().getLast().name(), Canvas.RIGHT, legendTop - GAP / 2, Canvas.Style.AXIS);
        }
        for (int i = 0; i < spec.lines().size(); i++) {
            ChartSpec.Line line = spec.lines().get(i);
            double middle = base - Canvas.Style.LABEL.size() * 0.35;
            canvas.draw(
                    new Line2D.Double(Canvas.MARGIN, middle, Canvas.MARGIN + SAMPLE, middle),
                    Palette.series(i),
                    stroke(i));
            String end =
                    line.amounts().isEmpty() ? "" : line.amounts().getLast().shown();
            double name = Canvas.MARGIN + SAMPLE + GAP;
            double room = Canvas.RIGHT - name - Canvas.Style.AMOUNT.width(end) - GAP;
            canvas.text(Canvas.Style.LABEL.cut(line.name(), room), name, base, Canvas.Style.LABEL);
            canvas.textEndingAt(end, Canvas.RIGHT, base, Canvas.Style.AMOUNT);
            base += LEGEND_ROW;
        }
    }

    private void amounts(Canvas canvas) {
        for (BigDecimal mark : scale.marksUsd()) {
            double y = y(mark);
            canvas.draw(new Line2D.Double(left, y, Canvas.RIGHT, y), Palette.GRID, HAIR);
            canvas.textEndingAt(
                    scale.written(mark), left - GAP, y + Canvas.Style.AXIS.size() * 0.35, Canvas.Style.AXIS);
        }
    }

    /** Draws names of points in time: the last one, and before it each, every second or every third, as they fit. */
    private void times(Canvas canvas) {
        double base = top + PLOT_HEIGHT + Canvas.Style.AXIS.size() + GAP / 2;
        List<ChartSpec.Tick> latestFirst = spec.ticks().reversed();
        int every = 1;
        while (every < latestFirst.size() && !hasRoom(latestFirst, every)) {
            every++;
        }
        for (int i = 0; i < latestFirst.size(); i += every) {
            ChartSpec.Tick tick = latestFirst.get(i);
            canvas.text(tick.name(), start(tick), base, Canvas.Style.AXIS);
        }
    }

    private boolean hasRoom(List<ChartSpec.Tick> latestFirst, int every) {
        double free = Canvas.RIGHT + GAP;
        for (int i = 0; i < latestFirst.size(); i += every) {
            ChartSpec.Tick tick = latestFirst.get(i);
            if (start(tick) + Canvas.Style.AXIS.width(tick.name()) + GAP > free) {
                return false;
            }
            free = start(tick);
        }
        return true;
    }

    /** Returns the start of a point's name: centred below it, within the margins. */
    private double start(ChartSpec.Tick tick) {
        double width = Canvas.Style.AXIS.width(tick.name());
        return Math.min(Canvas.RIGHT - width, Math.max(left, x(tick) - width / 2));
    }

    private void line(Canvas canvas, ChartSpec.Line line, int number) {
        List<ChartSpec.Amount> amounts = line.amounts();
        if (amounts.isEmpty()) {
            return;
        }
        Color color = Palette.series(number);
        Path2D band = new Path2D.Double();
        Path2D low = new Path2D.Double();
        Path2D high = new Path2D.Double();
        for (int i = 0; i < amounts.size(); i++) {
            double x = x(spec.ticks().get(i));
            add(band, x, y(amounts.get(i).highUsd()));
            add(high, x, y(amounts.get(i).highUsd()));
            add(low, x, y(amounts.get(i).lowUsd()));
        }
        for (int i = amounts.size() - 1; i >= 0; i--) {
            band.lineTo(x(spec.ticks().get(i)), y(amounts.get(i).lowUsd()));
        }
        band.closePath();
        canvas.fill(band, Palette.veil(color));
        canvas.draw(high, color, stroke(number));
        canvas.draw(low, color, stroke(number));
        canvas.fill(dot(x(spec.ticks().getLast()), y(amounts.getLast().highUsd())), color);
    }

    private static void add(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    /** Draws a dotted line where the others cross, or a shaded area from the earliest to the latest; its meaning is written above. */
    private void crossing(Canvas canvas, ChartSpec.Crossing crossing) {
        double low = x(crossing.lowDays().doubleValue());
        if (low > Canvas.RIGHT) {
            return;
        }
        double high = crossing.highDays() == null
                ? Canvas.RIGHT
                : Math.min(Canvas.RIGHT, x(crossing.highDays().doubleValue()));
        canvas.fill(new Rectangle2D.Double(low, top, high - low, PLOT_HEIGHT), Palette.veil(Palette.GRID));
        canvas.draw(new Line2D.Double(low, top - GAP / 2, low, top + PLOT_HEIGHT), Palette.INK, DOTTED);
        canvas.draw(new Line2D.Double(high, top, high, top + PLOT_HEIGHT), Palette.INK, DOTTED);
        double width = Canvas.Style.AMOUNT.width(crossing.text());
        double start = Math.max(Canvas.MARGIN, Math.min(Canvas.RIGHT - width, low - width / 2));
        canvas.text(crossing.text(), start, top - GAP, Canvas.Style.AMOUNT);
    }

    private double x(ChartSpec.Tick tick) {
        return x((double) tick.days());
    }

    private double x(double days) {
        double last =
                spec.ticks().isEmpty() ? 0 : (double) spec.ticks().getLast().days();
        return left + (last > 0 ? days / last * (Canvas.RIGHT - left) : 0);
    }

    private double y(BigDecimal usd) {
        return top + PLOT_HEIGHT * (1 - scale.share(usd));
    }

    private static Ellipse2D dot(double x, double y) {
        return new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    }

    /** Strokes also differ, for print and for the colour-blind. */
    private static BasicStroke stroke(int number) {
        float[] dashes = number % 2 == 0 ? null : new float[] {7, 4};
        return new BasicStroke(2.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
