package io.tunetally.chart;

import io.tunetally.reply.ChartSpec;
import java.util.List;

/** The frame of every picture: title and job above the chart, the source below. */
final class ChartCanvas {
    private static final double ROOM = Canvas.RIGHT - Canvas.MARGIN;
    private static final int MOST_LINES = 3;
    private static final double GAP = 10;

    private final List<String> title;
    private final List<String> job;
    private final List<String> source;

    ChartCanvas(ChartSpec spec) {
        title = Canvas.Style.TITLE.wrapped(spec.title(), ROOM, MOST_LINES);
        job = Canvas.Style.AXIS.wrapped(spec.job(), ROOM, MOST_LINES);
        source = Canvas.Style.SOURCE.wrapped(spec.source(), ROOM, MOST_LINES);
    }

    private double jobTop() {
        return Canvas.MARGIN + title.size() * Canvas.Style.TITLE.lineHeight();
    }

    /** Returns the top of the chart. */
    double top() {
        return jobTop() + job.size() * Canvas.Style.AXIS.lineHeight() + GAP;
    }

    /** Returns a canvas for a chart of this height, with title and source. */
    Canvas canvas(double chartHeight) {
        double sourceTop = top() + chartHeight + GAP;
        Canvas canvas =
                new Canvas(sourceTop + source.size() * Canvas.Style.SOURCE.lineHeight() + Canvas.MARGIN - GAP / 2);
        lines(canvas, title, Canvas.MARGIN, Canvas.Style.TITLE);
        lines(canvas, job, jobTop(), Canvas.Style.AXIS);
        lines(canvas, source, sourceTop, Canvas.Style.SOURCE);
        return canvas;
    }

    private static void lines(Canvas canvas, List<String> lines, double top, Canvas.Style style) {
        double y = top + style.size();
        for (String line : lines) {
            canvas.text(line, Canvas.MARGIN, y, style);
            y += style.lineHeight();
        }
    }
}
