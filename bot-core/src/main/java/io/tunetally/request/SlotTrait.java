package io.tunetally.request;

/** A property of a slot that readers and answers ask about. */
public enum SlotTrait {
    /** It is about running the model, not about training it. */
    RUNNING,
    /** A team may have a usual value for it that the guide has none for. */
    TEAM_CHOICE,
    /** In a follow-up a bare number of its magnitude takes its place. */
    REPLACEABLE,
    /** It holds for one request and is not remembered for the next. */
    ONCE,
    /** The JSON contract does not list it. */
    BEYOND_CONTRACT,
    /** A number for it occurs in many texts: one point of evidence that a text is about fine-tuning. Others give two. */
    WEAK_EVIDENCE,
    /** A number for it says nothing about what a text is about. */
    NO_EVIDENCE
}
