package io.tunetally.chart;

/** This machine's Java cannot draw; the message says what it lacks. A chart in characters does not need it. */
public final class ChartException extends RuntimeException {
    ChartException(String message, Throwable cause) {
        super(message, cause);
    }
}
