package io.tunetally.wording;

import io.tunetally.request.Criterion;

/** The words for criteria of whether to fine-tune: as a reason, as a fact, and as a change that would decide. */
final class CriterionWording {
    static final String ROLLOUTS = "Reinforcement tuning bills rollouts and the grader on top of training.";

    private CriterionWording() {}

    /** Returns why a criterion decides, to follow a verdict. */
    static String reason(Criterion criterion) {
        return switch (criterion) {
            case CONSISTENT_FORMAT -> "one format every time is what tuning is good at";
            case TONE_OF_VOICE -> "your own tone is what tuning is good at";
            case LENGTHY_PROMPTS -> "a tuned model needs a shorter prompt";
            case CLASSIFICATION_TASK -> "fixed labels suit a small tuned model";
            case NICHE_TASK -> "a narrow task is what tuning is good at";
            case PROMPTING_FAILS -> "where prompting falls short, examples teach the task";
            case LOW_LATENCY -> "a small model with a short prompt does";
            case TUNED_MODEL_ENDS -> "use has proven the task, and the examples train another model as well";
            case HIGH_VOLUME -> "at this volume a small tuned model is cheaper than a large one";
            case FEW_SHOT_WORKS -> "a prompt with a few examples already works, and costs nothing to train";
            case PROMPTING_UNTRIED -> "try a prompt with a few examples first: it is free and instant";
            case KNOWLEDGE_TASK -> "knowledge belongs in retrieval (RAG), not in the model";
            case DATA_CHANGES -> "knowledge that changes belongs in retrieval (RAG)";
            case BROAD_KNOWLEDGE -> "tuning narrows a model: for broad use take a base model and good prompts";
            case TOO_FEW_EXAMPLES -> "too few examples to learn from, start with 500";
            case UNLABELLED_DATA -> "the examples need labels first";
            case LOW_VOLUME -> "a handful of requests does not repay the work: use a prompt";
        };
    }

    /** Returns a criterion as a fact about the team's case. */
    static String fact(Criterion criterion) {
        return switch (criterion) {
            case CONSISTENT_FORMAT -> "one format every time";
            case TONE_OF_VOICE -> "your own tone";
            case LENGTHY_PROMPTS -> "long prompts";
            case CLASSIFICATION_TASK -> "classification";
            case NICHE_TASK -> "a task of one domain";
            case PROMPTING_FAILS -> "prompting falls short";
            case LOW_LATENCY -> "fast answers";
            case TUNED_MODEL_ENDS -> "your tuned model ends";
            case HIGH_VOLUME -> "a high volume";
            case FEW_SHOT_WORKS -> "a few examples in the prompt work";
            case PROMPTING_UNTRIED -> "prompting is untried";
            case KNOWLEDGE_TASK -> "answers come from documents (RAG)";
            case DATA_CHANGES -> "the data changes often (RAG)";
            case BROAD_KNOWLEDGE -> "broad knowledge is needed";
            case TOO_FEW_EXAMPLES -> "too few examples";
            case UNLABELLED_DATA -> "no labels yet";
            case LOW_VOLUME -> "a handful of requests";
        };
    }

    /** Returns what would change a verdict that a criterion against tuning decides. */
    static String change(Criterion criterion) {
        return switch (criterion) {
            case FEW_SHOT_WORKS -> "a prompt that stops working, or costs too much because it is long";
            case PROMPTING_UNTRIED -> "a prompt with a few examples that fails";
            case KNOWLEDGE_TASK, DATA_CHANGES -> "a format, tone or narrow task to teach beside retrieval";
            case BROAD_KNOWLEDGE -> "one narrow task with its own examples";
            case TOO_FEW_EXAMPLES -> "50 examples to try it, 500 to rely on it";
            case UNLABELLED_DATA -> "500 examples with labels";
            case LOW_VOLUME -> "hundreds of requests a day, or a prompt that fails";
            case CONSISTENT_FORMAT,
                    TONE_OF_VOICE,
                    LENGTHY_PROMPTS,
                    CLASSIFICATION_TASK,
                    NICHE_TASK,
                    PROMPTING_FAILS,
                    LOW_LATENCY,
                    TUNED_MODEL_ENDS,
                    HIGH_VOLUME ->
                "fewer than 50 examples, a prompt that already works, or data that changes every week";
        };
    }
}
