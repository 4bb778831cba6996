package io.tunetally.catalog;

/** The goal of a training. */
public enum Objective {
    /** Supervised fine-tuning on examples. */
    SFT,
    /** Direct preference optimisation on pairs. */
    DPO,
    /** Reinforcement fine-tuning against a grader, billed by the hour. */
    RFT
}
