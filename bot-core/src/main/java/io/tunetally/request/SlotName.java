package io.tunetally.request;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of a slot together with the type of its value. The constants stand in the order of canonical text.
 *
 * @param <T> the type of the value
 */
// The parameter ties the type of a slot's value to its name; see Slots.with.
@SuppressWarnings("UnusedTypeParameter")
public final class SlotName<T> {
    private static final List<SlotName<?>> ALL = new ArrayList<>();

    /** Stands among the models for every priced one. */
    public static final ModelId ALL_MODELS = new ModelId("all");

    /** Ids of known models; an unpriced model as typed in lower case, the family before the size. */
    public static final SlotName<List<ModelId>> MODELS = named("models");

    /** Those of the models that are meant as they are, without tuning. */
    public static final SlotName<List<ModelId>> UNTUNED = named("untuned");

    /** Billions of parameters of a model known by size only. */
    public static final SlotName<BigDecimal> SIZE_B = named("sizeB");

    public static final SlotName<Method> METHOD = named("method");
    /** Methods set against each other. */
    public static final SlotName<List<Method>> METHODS = named("methods");

    public static final SlotName<Objective> OBJECTIVE = named("objective");
    public static final SlotName<ProviderId> PROVIDER = named("provider");
    /** Providers set against each other. */
    public static final SlotName<List<ProviderId>> PROVIDERS = named("providers");

    public static final SlotName<Deployment> DEPLOYMENT = named("deployment");
    public static final SlotName<Long> UNITS = named("units");
    public static final SlotName<String> GPU = named("gpu");
    public static final SlotName<Long> EXAMPLES = named("examples");
    public static final SlotName<Long> TOKENS_PER_EXAMPLE = named("tokensPerExample");
    /** The data set once through, before epochs. */
    public static final SlotName<Long> TOTAL_TOKENS = named("totalTokens");
    /** Tokens as billed: epochs are already in them. */
    public static final SlotName<Long> BILLED_TOKENS = named("billedTokens");

    public static final SlotName<Long> EPOCHS = named("epochs");
    public static final SlotName<Long> RUNS = named("runs");
    public static final SlotName<Long> VALIDATION_TOKENS = named("validationTokens");
    public static final SlotName<Long> EVALUATIONS = named("evaluations");
    public static final SlotName<Long> SEQUENCE_LENGTH = named("sequenceLength");
    public static final SlotName<Boolean> PACKED = named("packed");
    public static final SlotName<BigDecimal> TRAINING_HOURS = named("trainingHours");
    public static final SlotName<Long> GRADER_TOKENS = named("graderTokens");
    public static final SlotName<BigDecimal> REQUESTS_PER_DAY = named("requestsPerDay");
    /** The user's part of a request. */
    public static final SlotName<Long> INPUT_TOKENS = named("inputTokens");

    public static final SlotName<Long> OUTPUT_TOKENS = named("outputTokens");
    /** Instructions and few-shot examples sent with every request before tuning. */
    public static final SlotName<Long> PROMPT_TOKENS = named("promptTokens");
    /** The same after tuning. */
    public static final SlotName<Long> TUNED_PROMPT_TOKENS = named("tunedPromptTokens");
    /** The cached share of the prompt tokens, 0 to 100. */
    public static final SlotName<BigDecimal> CACHED_PERCENT = named("cachedPercent");

    public static final SlotName<Boolean> BATCH = named("batch");
    public static final SlotName<Long> MONTHS = named("months");
    public static final SlotName<Long> RETRAIN_EVERY_DAYS = named("retrainEveryDays");
    public static final SlotName<BigDecimal> BUDGET_USD = named("budgetUsd");
    /** What a team said of its case. */
    public static final SlotName<List<Criterion>> CRITERIA = named("criteria");

    public static final SlotName<String> EDITION = named("edition");
    /** Whether the arithmetic is to be shown in full. */
    public static final SlotName<Boolean> EXPLAIN = named("explain");

    private static final List<SlotName<?>> IN_ORDER = List.copyOf(ALL);

    private final String word;
    private final long bit;

    private SlotName(String word, int index) {
        if (index >= Long.SIZE) {
            throw new IllegalStateException("a set of more names does not fit a long");
        }
        this.word = word;
        bit = 1L << index;
    }

    private static <T> SlotName<T> named(String word) {
        SlotName<T> name = new SlotName<>(word, ALL.size());
        ALL.add(name);
        return name;
    }

    /** Every slot, in the order of canonical text. */
    public static List<SlotName<?>> all() {
        return IN_ORDER;
    }

    /** The key of the JSON contract. */
    public String word() {
        return word;
    }

    /** One bit, whose place is that of the name among all. */
    public long bit() {
        return bit;
    }

    @Override
    public String toString() {
        return word;
    }
}
