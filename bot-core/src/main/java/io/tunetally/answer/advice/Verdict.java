package io.tunetally.answer.advice;

/** Whether to fine-tune. */
public enum Verdict {
    WORTH_IT,
    /** Something else comes first: a prompt, retrieval, more examples. */
    NOT_YET,
    /** The goal gains nothing from tuning, or it cannot be done. */
    NO,
    /** One fact decides that can be named. */
    DEPENDS
}
