package io.tunetally.request;

/** A property of a slot that readers and answers ask for. */
public enum SlotTrait {
    /** It is about running the model, not about training it. */
    RUNNING,
    /** A team may have a usual value for it; the guide has none. */
    TEAM_CHOICE,
    /** It may be a mean, which has decimals: {@code 612.375 tokens}. */
    MEAN,
    /** It is the length of one text in tokens: of an example, a request, an answer or a prompt. */
    LENGTH,
    /** In a follow-up a bare number of its magnitude replaces it. */
    REPLACEABLE,
    /** It applies to one request and is not remembered for the next. */
    ONCE,
    /** The JSON contract does not list it. */
    BEYOND_CONTRACT,
    /** A number for it occurs in many texts: one point of evidence that a text is about fine-tuning. Others give two. */
    WEAK_EVIDENCE,
    /** A number for it is no evidence of the text's subject. */
    NO_EVIDENCE
}
