package io.tunetally.interpreter.corpus;

import java.util.Set;

/** A thing with a label, as the trainer sees it. */
public interface TrainingExample {
    /** Its corpus, or a part of a large one; cross-validation leaves it out as a whole. */
    String source();

    /** The message that it is a part of. */
    String text();

    /** The names of its features. */
    Set<String> features();

    /** What the weights have to say. */
    String label();
}
