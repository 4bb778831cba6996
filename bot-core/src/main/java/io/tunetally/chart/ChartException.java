package io.tunetally.chart;

/** Thrown if this machine's Java cannot draw; the message names the missing part. Text charts do not need it. */
public final class ChartException extends RuntimeException {
    ChartException(String message, Throwable cause) {
        super(message, cause);
    }
}
