package io.tunetally.wording.part;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Factor;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.request.Criterion;
import io.tunetally.request.SellerDiscount;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The English names of domain values. */
public final class Labels {
    private static final String UNTUNED = "untuned";

    private Labels() {}

    public static String method(Method method) {
        return switch (method) {
            case FULL -> "full";
            case LORA -> "LoRA";
        };
    }

    /** Returns the method of a quote: on GPUs, LoRA with quantized weights has a name of its own. */
    public static String method(Quote quote) {
        return quote.isUntuned() ? UNTUNED : method(quote.offer(), quote.gpuNeed());
    }

    /** Returns the method of an offer on GPUs, or elsewhere. */
    public static String method(Offer offer, @Nullable GpuNeed need) {
        return (need != null && need.quantized() ? "Q" : "") + method(offer.method());
    }

    /**
     * {@code 12 % off at Together AI}, {@code 5 % off the sellers' prices}.
     *
     * @param sellers the names of sellers
     */
    public static String discount(SellerDiscount discount, Function<ProviderId, String> sellers) {
        ProviderId seller = discount.seller();
        return Numbers.count(discount.percent())
                + (seller == null ? " % off the sellers' prices" : " % off at " + sellers.apply(seller));
    }

    /** {@code GPT-4o on OpenAI}. */
    public static String offer(Offer offer) {
        return job(offer, method(offer.method())) + " on " + provider(offer);
    }

    /** {@code Llama 3.1 8B, QLoRA on Modal}. */
    public static String offer(Quote quote) {
        return job(quote) + " on " + provider(quote.offer()) + gpu(quote);
    }

    /** {@code  (RTX 4090)} if the model runs on GPUs, of which there is a choice; else nothing. */
    public static String gpu(Quote quote) {
        GpuNeed need = quote.gpuNeed();
        return need == null || !quote.served() ? "" : " (" + need.gpu().label() + ")";
    }

    /** {@code Llama 3.1 8B, LoRA}. */
    public static String job(Quote quote) {
        return quote.isUntuned() ? quote.offer().model().name() + " " + UNTUNED : job(quote.offer(), method(quote));
    }

    /** The method is named only where there is a choice: providers tune models of closed weights in one way. */
    private static String job(Offer offer, String method) {
        boolean choice = offer.model().open() || offer.method() == Method.LORA;
        return offer.model().name() + (choice ? ", " + method : "");
    }

    public static String provider(Offer offer) {
        Deployment deployment = offer.deployment();
        String name = offer.provider().name();
        return deployment == null ? name : name + " (" + deployment(deployment) + ")";
    }

    /** {@code the guide's}, {@code today's}. */
    static String edition(String edition) {
        return switch (edition) {
            case "guide" -> "the guide's";
            case "published" -> "today's";
            default -> "the " + edition;
        };
    }

    /** {@code guide}, {@code today}. */
    public static String book(String edition) {
        return edition.equals("published") ? "today" : edition;
    }

    /** {@code The guide's figure}, {@code Today's price}. */
    static String editionsFigure(String edition) {
        return Text.capitalised(edition(edition)) + (edition.equals("guide") ? " figure" : " price");
    }

    public static String deployment(Deployment deployment) {
        return deployment.name().toLowerCase(Locale.ROOT);
    }

    public static String line(LineItem.Kind kind) {
        return switch (kind) {
            case PREPARATION -> "One-off, besides training";
            case PREPARED_EXAMPLES -> "One-off, for each example";
            case TEACHER_INPUT -> "Prompts to the teacher";
            case TEACHER_OUTPUT -> "Answers of the teacher";
            case TRAINING_TOKENS -> "Training";
            case VALIDATION_TOKENS -> "Validation";
            case TRAINING_HOURS -> "Training hours";
            case GRADER_TOKENS -> "Grader tokens";
            case ROLLOUT_TOKENS -> "Rollouts";
            case MINIMUM_TOP_UP -> "Up to the minimum per job";
            case MINIMUM_INSTEAD -> "Training, at least the minimum per job";
            case GPU_HOURS -> "Training on GPUs";
            case GPU_ROLLOUTS -> "Generating rollouts on GPUs";
            case GPU_SETUP -> "Booting and loading";
            case BILL -> "Today";
            case INPUT -> "Input";
            case PROMPT -> "Prompt";
            case CACHED_PROMPT -> "Cached prompt";
            case OUTPUT -> "Output";
            case HOSTING -> "Hosting";
            case PROVISIONED_THROUGHPUT -> "Provisioned throughput";
            case DEDICATED_GPUS -> "Dedicated GPUs";
            case STORAGE -> "Storage";
            case TOTAL_TRAINING -> "Training";
            case TOTAL_RETRAINING -> "Retraining";
            case TOTAL_INFERENCE -> "Inference";
            case TOTAL_HOSTING -> "Hosting";
            case TOTAL_STORAGE -> "Storage";
        };
    }

    public static String part(Part part) {
        return switch (part) {
            case PREPARATION -> "preparation";
            case TRAINING -> "training";
            case INFERENCE -> "inference";
            case HOSTING -> "hosting";
            case STORAGE -> "storage";
        };
    }

    static String factor(Factor factor) {
        String number = Numbers.range(factor.low(), factor.high());
        return switch (factor.name()) {
            case EXAMPLES -> number + plural(factor, " example");
            case TOKENS_PER_EXAMPLE -> number + plural(factor, " token");
            case SEQUENCE_LENGTH -> number + " tokens padded";
            case DATASET_TOKENS -> number + " tokens of data";
            case BILLED_TOKENS -> number + " billed tokens";
            case EPOCHS -> number + plural(factor, " epoch");
            case RUNS -> number + plural(factor, " run");
            case VALIDATION_TOKENS -> number + " validation tokens";
            case EVALUATIONS -> number + plural(factor, " evaluation");
            case SHARE_BILLED -> Numbers.percent(factor.low()) + " to " + Numbers.percent(factor.high()) + " billed";
            case HOURS -> number + plural(factor, " hour");
            case GRADER_TOKENS -> number + " grader tokens";
            case ROLLOUT_TOKENS -> number + " rollout tokens";
            case ROLLOUTS -> number + " rollouts";
            case REQUESTS_PER_DAY -> number + plural(factor, " request") + "/day";
            case DAYS_PER_MONTH -> number + " days";
            case INPUT_TOKENS -> number + " input tokens";
            case PROMPT_TOKENS -> number + " prompt tokens";
            case OUTPUT_TOKENS -> number + " output tokens";
            case SHARE_CACHED -> Numbers.percent(factor.low()) + " cached";
            case SHARE_NOT_CACHED -> Numbers.percent(factor.low()) + " not cached";
            case HOURS_PER_MONTH -> number + " hours";
            case UNITS -> number + plural(factor, " unit");
            case MONTHS -> number + plural(factor, " month");
            case DAYS -> number + plural(factor, " day");
            case JOBS -> number + plural(factor, " job");
            case GPU_HOURS -> number + " GPU-hours";
            case GPUS -> number + plural(factor, " GPU");
        };
    }

    /** Returns the label of a criterion's button. */
    static String criterionButton(Criterion criterion) {
        return switch (criterion) {
            case CONSISTENT_FORMAT -> "We need one format";
            case TONE_OF_VOICE -> "We need our own tone";
            case LENGTHY_PROMPTS -> "Our prompts are long";
            case CLASSIFICATION_TASK -> "It is classification";
            case NICHE_TASK -> "It is a niche task";
            case PROMPTING_FAILS -> "Prompting falls short";
            case LOW_LATENCY -> "It must be fast";
            case TUNED_MODEL_ENDS -> "Our tuned model ends";
            case HIGH_VOLUME -> "Our volume is high";
            case FEW_SHOT_WORKS -> "Prompting works already";
            case PROMPTING_UNTRIED -> "We have not tried prompts";
            case KNOWLEDGE_TASK -> "It must know our docs";
            case DATA_CHANGES -> "Our data changes often";
            case BROAD_KNOWLEDGE -> "We need broad knowledge";
            case TOO_FEW_EXAMPLES -> "We have few examples";
            case UNLABELLED_DATA -> "Our data has no labels";
            case LOW_VOLUME -> "We have few requests";
        };
    }

    private static String plural(Factor factor, String noun) {
        return factor.isOne() ? noun : noun + "s";
    }
}
