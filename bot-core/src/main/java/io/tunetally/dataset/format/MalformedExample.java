package io.tunetally.dataset.format;

/** An example whose columns do not hold what its format says. The message is a predicate about its line. */
final class MalformedExample extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedExample(String why) {
        // The stack is of no use: a broken file may have a million of these.
        super(why, null, false, false);
    }
}
