package io.tunetally.request;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.units.Growth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A slot of a request: its name, the type of its value and its entry in the table below. The table is in the order of
 * canonical text. A new slot is one entry here, its reader in the interpreter, and its use in a plan.
 *
 * @param <T> the type of the value
 */
public final class SlotName<T> {
    private static final long BILLION = 1_000_000_000L;
    private static final long TRILLION = 1_000 * BILLION;
    /** The longest context and answer of a model on sale; a larger number is a volume of many requests. */
    private static final long LONGEST_CONTEXT = 10_000_000L;

    private static final long LONGEST_ANSWER = 1_000_000L;
    private static final List<SlotName<?>> ALL = new ArrayList<>();

    /** The pseudo model for every priced one. */
    public static final ModelId ALL_MODELS = new ModelId("all");

    /** The topic to explain, by its id. */
    public static final SlotName<String> TOPIC =
            of(SlotSpec.<String>choice("topic", (out, slot) -> out.say(slot.value()))
                    .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    /** The topic that it is compared with, by its id. */
    public static final SlotName<String> OTHER_TOPIC =
            of(SlotSpec.<String>choice("otherTopic", (out, slot) -> out.say("vs " + slot.value()))
                    .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    /** The intent of the request whose answer is examined; the verb says it. */
    public static final SlotName<Intent> ABOUT =
            of(SlotSpec.<Intent>choice("about", (_, _) -> {}).is(SlotTrait.BEYOND_CONTRACT));

    /** Ids of known models; an unpriced model as typed in lower case, the family before the size. */
    public static final SlotName<List<ModelId>> MODELS =
            of(SlotSpec.<List<ModelId>>choice("models", (out, slot) -> out.models(slot.value()))
                    .is(SlotTrait.TEAM_CHOICE));

    /** The models that are meant untuned. */
    public static final SlotName<List<ModelId>> UNTUNED =
            of(SlotSpec.<List<ModelId>>choice("untuned", (_, _) -> {}).is(SlotTrait.BEYOND_CONTRACT));

    /** Billions of parameters of a model known by size only: published models have between a tenth and a few thousand. */
    public static final SlotName<BigDecimal> SIZE_B = of(SlotSpec.amount("sizeB", "model", "0.001", 100_000)
            .written("size #b", CanonicalText::size)
            .echo("# billion parameters"));

    /** The most billions of parameters that a model may have: {@code under 10B}. */
    public static final SlotName<BigDecimal> MOST_SIZE_B = of(SlotSpec.amount("mostSizeB", "model", "0.001", 100_000)
            .written("models under #b")
            .echo("models under # billion parameters")
            .is(SlotTrait.BEYOND_CONTRACT));

    /** Whether only models whose weights can be downloaded are wanted. */
    public static final SlotName<Boolean> OPEN_ONLY = of(SlotSpec.flag("openOnly", "open models only", "")
            .echo("open models only")
            .is(SlotTrait.BEYOND_CONTRACT));

    /** Whether the largest model that fits is wanted, and not the cheapest. */
    public static final SlotName<Boolean> LARGEST = of(
            SlotSpec.flag("largest", "largest model", "").echo("largest model").is(SlotTrait.BEYOND_CONTRACT));

    /** The model whose answers are the training data of another one: {@code distill gpt-4.1 into llama 8b}. */
    public static final SlotName<ModelId> TEACHER = of(SlotSpec.<ModelId>choice(
                    "teacher", (out, slot) -> out.say("teacher " + slot.value().value()))
            .echo("answers of # to train on")
            .is(SlotTrait.BEYOND_CONTRACT));

    /** Models, or families of them, that are out of the question. */
    public static final SlotName<List<ModelId>> WITHOUT_MODELS = of(SlotSpec.<List<ModelId>>choice(
                    "withoutModels", (out, slot) -> slot.value().forEach(out::without))
            .echo("without #")
            .is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Method> METHOD =
            of(SlotSpec.<Method>choice("method", (out, slot) -> out.say(out.methodWord(slot.value())))
                    .is(SlotTrait.TEAM_CHOICE));
    /** Methods to compare. */
    public static final SlotName<List<Method>> METHODS =
            of(SlotSpec.choice("methods", (out, slot) -> out.list(slot.value(), out::methodWord)));

    /** Whether LoRA keeps the frozen weights in four bits (QLoRA); the method's word says it. */
    public static final SlotName<Boolean> QUANTIZED =
            of(SlotSpec.flag("quantized", "", "").unwritten().is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Objective> OBJECTIVE =
            of(SlotSpec.<Objective>choice("objective", (out, slot) -> out.say(SlotSpec.lowerCase(slot.value())))
                    .oneOf(List.of(Objective.values())));
    public static final SlotName<ProviderId> PROVIDER = of(SlotSpec.<ProviderId>choice(
                    "provider", (out, slot) -> out.say("on " + CanonicalText.provider(slot.value())))
            .is(SlotTrait.TEAM_CHOICE));
    /** Providers to compare. */
    public static final SlotName<List<ProviderId>> PROVIDERS =
            of(SlotSpec.choice("providers", (out, slot) -> out.list(slot.value(), CanonicalText::provider)));

    /** Providers that are out of the question. */
    public static final SlotName<List<ProviderId>> WITHOUT_PROVIDERS = of(SlotSpec.<List<ProviderId>>choice(
                    "withoutProviders",
                    (out, slot) -> slot.value().forEach(id -> out.say("without " + CanonicalText.provider(id))))
            .echo("without #")
            .is(SlotTrait.BEYOND_CONTRACT));

    /** The models to move to, in a migration. */
    public static final SlotName<List<ModelId>> TARGETS =
            of(SlotSpec.<List<ModelId>>choice("targets", (out, slot) -> out.targets(slot.value()))
                    .echo("to #")
                    .is(SlotTrait.BEYOND_CONTRACT));

    /** The provider to move to, in a migration. */
    public static final SlotName<ProviderId> TARGET_PROVIDER = of(SlotSpec.<ProviderId>choice(
                    "targetProvider", (out, slot) -> out.say("to " + CanonicalText.provider(slot.value())))
            .echo("to #")
            .is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Deployment> DEPLOYMENT = of(SlotSpec.<Deployment>choice(
                    "deployment", (out, slot) -> out.say(SlotSpec.lowerCase(slot.value()) + " deployment"))
            .oneOf(List.of(Deployment.values())));
    /** A variant of the price: a region, a commitment, a programme; its id in the price books. */
    public static final SlotName<String> VARIANT =
            of(SlotSpec.<String>choice("variant", (out, slot) -> out.say(CanonicalText.variant(slot.value())))
                    .echo("#")
                    .is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Long> UNITS = of(SlotSpec.count("units", "units", 10_000)
            .written("# model units")
            .echo("# units")
            .is(SlotTrait.WEAK_EVIDENCE));
    public static final SlotName<String> GPU =
            of(SlotSpec.<String>choice("gpu", (out, slot) -> out.gpu(slot)).echo("on #"));
    /** The number of GPUs; the name of the GPU says it, if there is one. */
    public static final SlotName<Long> GPUS = of(SlotSpec.count("gpus", "gpus", 10_000)
            .written("# gpus", CanonicalText::gpus)
            .echo("# GPUs")
            .is(SlotTrait.BEYOND_CONTRACT));

    /** Whether the GPUs are the asker's own, so that no provider bills them. */
    public static final SlotName<Boolean> OWN_HARDWARE = of(SlotSpec.flag("ownHardware", "own hardware", "")
            .echo("own hardware")
            .is(SlotTrait.BEYOND_CONTRACT));

    /** Whether the data has to stay in the European Union. */
    public static final SlotName<Boolean> IN_EU =
            of(SlotSpec.flag("inEu", "in the eu", "").echo("in the EU").is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Long> EXAMPLES = of(SlotSpec.count("examples", "examples", BILLION)
            .counted("example")
            .echo("# examples")
            .usual(500, 1_000, 5_000)
            .option("examples", "How many training examples")
            .is(SlotTrait.WEAK_EVIDENCE, SlotTrait.REPLACEABLE));
    /** Examples that are held out for validation, and not trained on. */
    public static final SlotName<Long> HELD_OUT_EXAMPLES = of(SlotSpec.count("heldOutExamples", "examples", BILLION)
            .written("# held out")
            .echo("# held out")
            .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Long> TOKENS_PER_EXAMPLE = of(SlotSpec.count("tokensPerExample", "tokens", BILLION)
            .written("# tokens per example")
            .echo("# tokens/example")
            .usual(200, 500, 1_000)
            .option("tokens", "Tokens per example")
            .is(SlotTrait.LENGTH, SlotTrait.MEAN, SlotTrait.REPLACEABLE));
    /** The tokens of an example that its teacher wrote. */
    public static final SlotName<Long> ANSWER_TOKENS = of(SlotSpec.count("answerTokens", "tokens", 1_000_000)
            .written("# teacher tokens")
            .echo("answers of # tokens")
            .is(SlotTrait.BEYOND_CONTRACT));

    /** The size of the data set, for one epoch. */
    public static final SlotName<Long> TOTAL_TOKENS = of(SlotSpec.count("totalTokens", "tokens", 10 * TRILLION)
            .written("# tokens total")
            .echo("# tokens of data")
            .usual(500_000, 1_000_000, 5_000_000)
            .is(SlotTrait.REPLACEABLE));
    /** Billed tokens, which include the epochs. */
    public static final SlotName<Long> BILLED_TOKENS = of(SlotSpec.count("billedTokens", "tokens", 10 * TRILLION)
            .written("# billed tokens")
            .echo("# billed tokens")
            .usual(500_000, 1_500_000, 5_000_000)
            .is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Long> EPOCHS = of(SlotSpec.count("epochs", "epochs", 100)
            .counted("epoch")
            .echo("# epochs")
            .usual(1, 3, 5)
            .option("epochs", "How often the data is gone through")
            .is(SlotTrait.WEAK_EVIDENCE, SlotTrait.REPLACEABLE));
    public static final SlotName<Long> RUNS = of(SlotSpec.count("runs", "runs", 10_000)
            .counted("run")
            .echo("# runs")
            .usual(1, 3, 5)
            .is(SlotTrait.NO_EVIDENCE));
    public static final SlotName<Long> VALIDATION_TOKENS = of(SlotSpec.count("validationTokens", "tokens", TRILLION)
            .written("# validation tokens")
            .echo("# validation tokens"));
    public static final SlotName<Long> EVALUATIONS = of(SlotSpec.count("evaluations", "evaluations", 10_000)
            .counted("evaluation")
            .echo("# evaluations"));
    public static final SlotName<Long> SEQUENCE_LENGTH = of(SlotSpec.count("sequenceLength", "tokens", BILLION)
            .written("sequence length #")
            .echo("sequences of #"));
    public static final SlotName<Boolean> PACKED = of(SlotSpec.flag("packed", "packed", "unpacked"));
    public static final SlotName<BigDecimal> TRAINING_HOURS =
            of(SlotSpec.amount("trainingHours", "hours", "0.01", 100_000)
                    .written("# training hours")
                    .echo("# training hours"));
    public static final SlotName<Long> GRADER_TOKENS = of(SlotSpec.count("graderTokens", "tokens", TRILLION)
            .written("# grader tokens")
            .echo("# grader tokens"));
    /** How many answers reinforcement fine-tuning samples for each prompt. */
    public static final SlotName<Long> ROLLOUTS = of(SlotSpec.count("rollouts", "examples", 10_000)
            .written("# rollouts per prompt")
            .echo("# rollouts/prompt")
            .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.REPLACEABLE));

    /** Tokens that reinforcement fine-tuning samples. */
    public static final SlotName<Long> ROLLOUT_TOKENS = of(SlotSpec.count("rolloutTokens", "tokens", TRILLION)
            .written("# rollout tokens")
            .echo("# rollout tokens")
            .is(SlotTrait.BEYOND_CONTRACT));
    /** What an hour of one GPU costs the asker. */
    public static final SlotName<BigDecimal> GPU_HOUR_USD = of(SlotSpec.amount("gpuHourUsd", "budget", "0.01", BILLION)
            .written("$# per gpu hour")
            .echo("$# per GPU-hour")
            .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** The measured speed of training on all GPUs together. */
    public static final SlotName<BigDecimal> TOKENS_PER_SECOND =
            of(SlotSpec.amount("tokensPerSecond", "tokens", "0.01", BILLION)
                    .written("# tokens/s")
                    .echo("# tokens/s")
                    .is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<BigDecimal> TOKENS_PER_SECOND_PER_GPU =
            of(SlotSpec.amount("tokensPerSecondPerGpu", "tokens", "0.01", BILLION)
                    .written("# tokens/s per gpu")
                    .echo("# tokens/s per GPU")
                    .is(SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<BigDecimal> REQUESTS_PER_DAY =
            of(SlotSpec.amount("requestsPerDay", "requests", "0.000001", 10 * BILLION)
                    .written("# requests/day")
                    .echo("# requests/day")
                    .usual(100, 1_000, 10_000)
                    .option("requests_per_day", "Requests a day once it runs")
                    .is(SlotTrait.MEAN, SlotTrait.WEAK_EVIDENCE, SlotTrait.REPLACEABLE, SlotTrait.RUNNING));
    /** How the traffic grows from the first day on. */
    public static final SlotName<Growth> GROWTH = of(SlotSpec.<Growth>choice("growth", (out, slot) -> out.growth(slot))
            .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.RUNNING));

    /** The user's part of a request. */
    public static final SlotName<Long> INPUT_TOKENS = of(SlotSpec.count("inputTokens", "tokens", LONGEST_CONTEXT)
            .written("# input tokens")
            .echo("# input tokens")
            .usual(200, 500, 1_000)
            .is(SlotTrait.LENGTH, SlotTrait.MEAN, SlotTrait.RUNNING));

    public static final SlotName<Long> OUTPUT_TOKENS = of(SlotSpec.count("outputTokens", "tokens", LONGEST_ANSWER)
            .written("# output tokens")
            .echo("# output tokens")
            .usual(100, 200, 500)
            .is(SlotTrait.LENGTH, SlotTrait.MEAN, SlotTrait.RUNNING));
    /** Instructions and few-shot examples sent with every request before tuning. */
    public static final SlotName<Long> PROMPT_TOKENS = of(SlotSpec.count("promptTokens", "tokens", LONGEST_CONTEXT)
            .written("# prompt tokens")
            .echo("# prompt tokens")
            .usual(500, 1_000, 2_000)
            .is(SlotTrait.LENGTH, SlotTrait.MEAN, SlotTrait.RUNNING));
    /** The instructions and examples sent after tuning. */
    public static final SlotName<Long> TUNED_PROMPT_TOKENS =
            of(SlotSpec.countOrNone("tunedPromptTokens", "tokens", LONGEST_CONTEXT)
                    .written("# tuned prompt tokens")
                    .echo("# prompt tokens after tuning")
                    .usual(50, 100, 200)
                    .is(SlotTrait.LENGTH, SlotTrait.MEAN, SlotTrait.RUNNING));
    /** All input tokens of a month, prompts among them; requests and tokens per request follow from it. */
    public static final SlotName<Long> MONTHLY_INPUT_TOKENS =
            of(SlotSpec.count("monthlyInputTokens", "tokens", TRILLION)
                    .written("# input tokens a month")
                    .echo("# input tokens a month")
                    .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.RUNNING));

    public static final SlotName<Long> MONTHLY_OUTPUT_TOKENS =
            of(SlotSpec.count("monthlyOutputTokens", "tokens", TRILLION)
                    .written("# output tokens a month")
                    .echo("# output tokens a month")
                    .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.RUNNING));
    /** Input and output of a month together, where only their sum was said. */
    public static final SlotName<Long> MONTHLY_TOKENS = of(SlotSpec.count("monthlyTokens", "tokens", TRILLION)
            .written("# tokens a month")
            .echo("# tokens a month")
            .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.RUNNING));
    /** The cached share of the prompt tokens, 0 to 100. */
    public static final SlotName<BigDecimal> CACHED_PERCENT = of(SlotSpec.amount("cachedPercent", "tokens", "0", 100)
            .written("#% cached")
            .echo("# % cached")
            .is(SlotTrait.RUNNING));

    public static final SlotName<Boolean> BATCH = of(SlotSpec.flag("batch", "batch mode", "no batch mode"));
    public static final SlotName<Long> MONTHS = of(SlotSpec.count("months", "months", 120)
            .counted("month")
            .echo("# months")
            .usual(6, 12, 24)
            .option("months", "How many months it runs")
            .is(SlotTrait.NO_EVIDENCE, SlotTrait.REPLACEABLE, SlotTrait.RUNNING));
    /** The days that it runs, in place of months, where they are no whole number of these. */
    public static final SlotName<Long> DAYS = of(SlotSpec.count("days", "months", 3_600)
            .written("# days of hosting")
            .echo("# days")
            .is(SlotTrait.NO_EVIDENCE, SlotTrait.REPLACEABLE, SlotTrait.RUNNING, SlotTrait.BEYOND_CONTRACT));

    /** The hours that it runs, in place of days, where they are no whole number of these. */
    public static final SlotName<BigDecimal> HOSTING_HOURS =
            of(SlotSpec.amount("hostingHours", "months", "0.01", 86_400)
                    .written("# hours of hosting")
                    .echo("# hours of hosting")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.RUNNING, SlotTrait.BEYOND_CONTRACT));

    /** The hours of a month in which its endpoint is up, where it is not up around the clock. */
    public static final SlotName<BigDecimal> MONTHLY_HOURS = of(SlotSpec.amount("monthlyHours", "hours", "0.01", 730)
            .written("# endpoint hours a month")
            .echo("# endpoint hours a month")
            .is(SlotTrait.RUNNING, SlotTrait.BEYOND_CONTRACT));

    /** The hours in which a training has to end: {@code in one night}; behind the months, which are not read behind hours. */
    public static final SlotName<BigDecimal> DEADLINE_HOURS =
            of(SlotSpec.amount("deadlineHours", "hours", "0.01", 100_000)
                    .written("within # hours")
                    .echo("within # hours")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));

    public static final SlotName<Long> RETRAIN_EVERY_DAYS = of(SlotSpec.count("retrainEveryDays", "months", 3_600)
            .written("retrain every # days")
            .echo("retrained every # days")
            .is(SlotTrait.RUNNING));
    public static final SlotName<BigDecimal> BUDGET_USD = of(SlotSpec.amount("budgetUsd", "budget", "0.01", BILLION)
            .written("$#")
            .echo("budget $#")
            .usual(20, 50, 200)
            .is(SlotTrait.NO_EVIDENCE));
    /** The most that running the model may cost a month. */
    public static final SlotName<BigDecimal> MONTHLY_LIMIT_USD =
            of(SlotSpec.amount("monthlyLimitUsd", "budget", "0.01", BILLION)
                    .written("at most $# a month to run")
                    .echo("at most $# a month to run")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT, SlotTrait.RUNNING));
    /** What an untuned model is paid for a month today. */
    public static final SlotName<BigDecimal> MONTHLY_BILL_USD =
            of(SlotSpec.amount("monthlyBillUsd", "budget", "0.01", BILLION)
                    .written("bill $# a month")
                    .echo("bill $# a month")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT, SlotTrait.RUNNING));
    /** What is paid once besides training, for data and the work on it. */
    public static final SlotName<BigDecimal> PREPARATION_USD =
            of(SlotSpec.amount("preparationUsd", "budget", "0.01", BILLION)
                    .written("$# for preparation")
                    .echo("$# one-off besides training")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** What is paid for preparing one example. */
    public static final SlotName<BigDecimal> PREPARATION_PER_EXAMPLE_USD =
            of(SlotSpec.amount("preparationPerExampleUsd", "budget", "0.0001", BILLION)
                    .written("$# per example for preparation")
                    .echo("$# one-off per example")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** What the asker saves a month with the tuned model, whatever it is compared with. */
    public static final SlotName<BigDecimal> MONTHLY_SAVING_USD =
            of(SlotSpec.amount("monthlySavingUsd", "budget", "0.01", BILLION)
                    .written("saving $# a month")
                    .echo("saves $# a month")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** The same for each request. */
    public static final SlotName<BigDecimal> SAVING_PER_REQUEST_USD =
            of(SlotSpec.amount("savingPerRequestUsd", "budget", "0.000001", BILLION)
                    .written("saving $# per request")
                    .echo("saves $# per request")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** What a seller asks for the training, to be judged by the price. */
    public static final SlotName<BigDecimal> QUOTED_USD = of(SlotSpec.amount("quotedUsd", "budget", "0.01", BILLION)
            .written("quoted $# fair")
            .echo("quoted $#")
            .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** The same for each example. */
    public static final SlotName<BigDecimal> QUOTED_PER_EXAMPLE_USD =
            of(SlotSpec.amount("quotedPerExampleUsd", "budget", "0.0001", BILLION)
                    .written("quoted $# per example fair")
                    .echo("quoted $# per example")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** What was paid for the training, to be judged by the price. */
    public static final SlotName<BigDecimal> PAID_USD = of(SlotSpec.amount("paidUsd", "budget", "0.01", BILLION)
            .written("paid $# fair")
            .echo("paid $#")
            .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));
    /** The percent that the asker adds to the price of training for a client. */
    public static final SlotName<BigDecimal> MARKUP_PERCENT =
            of(SlotSpec.amount("markupPercent", "budget", "0.01", 1_000)
                    .written("#% markup")
                    .echo("# % markup")
                    .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));

    /** How many of the models that are ranked are wanted, the cheapest. */
    public static final SlotName<Long> MOST_MODELS = of(SlotSpec.count("mostModels", "model", 100)
            .written("cheapest # models")
            .echo("the # cheapest")
            .is(SlotTrait.NO_EVIDENCE, SlotTrait.BEYOND_CONTRACT));

    /** The stage of a training of two that the request does not price. */
    public static final SlotName<TrainingStage> OTHER_STAGE = of(SlotSpec.<TrainingStage>choice(
                    "otherStage", (out, slot) -> out.say(slot.value().words()))
            .is(SlotTrait.BEYOND_CONTRACT));

    /** What sellers take off their prices for the asker. */
    public static final SlotName<List<SellerDiscount>> DISCOUNTS = of(SlotSpec.<List<SellerDiscount>>choice(
                    "discounts", (out, slot) -> slot.value().forEach(discount -> out.say(discount.words())))
            .is(SlotTrait.BEYOND_CONTRACT));

    /** The sums that the price of a job judges. */
    public static final List<SlotName<BigDecimal>> JUDGED_SUMS = List.of(QUOTED_USD, QUOTED_PER_EXAMPLE_USD, PAID_USD);

    /** The criteria that a team gives for its case. */
    public static final SlotName<List<Criterion>> CRITERIA = of(SlotSpec.<List<Criterion>>choice(
                    "criteria", (out, slot) -> slot.value().forEach(criterion -> out.say(criterion.word())))
            .is(SlotTrait.BEYOND_CONTRACT));

    /** The unit whose price is asked for. */
    public static final SlotName<PricedUnit> PRICED_UNIT = of(SlotSpec.<PricedUnit>choice(
                    "pricedUnit",
                    (out, slot) -> out.say("for every " + slot.value().word()))
            .oneOf(List.of(PricedUnit.values()))
            .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    /** What others take for the same work, which the cost is set beside. */
    public static final SlotName<Request.OtherCost> OTHER_COST =
            of(SlotSpec.<Request.OtherCost>choice("otherCost", (out, slot) -> out.say("instead of " + slot.value()))
                    .is(SlotTrait.BEYOND_CONTRACT));

    /** Among whom the cost is divided. */
    public static final SlotName<CostSplit> COST_SPLIT =
            of(SlotSpec.<CostSplit>choice("costSplit", (out, slot) -> out.say("split over " + slot.value()))
                    .is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    /** Whether the question is if tuning saves money at all, which is answered by yes or no. */
    public static final SlotName<Boolean> ASKS_SAVING =
            of(SlotSpec.flag("asksSaving", "save money", "").is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    /** Whether yes or no is asked for, which begins the answer. */
    public static final SlotName<Boolean> ASKS_WHETHER =
            of(SlotSpec.flag("asksWhether", "yes or no", "").is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    /** Whether the question is how long a budget lasts, or what training leaves of it. */
    public static final SlotName<Boolean> ASKS_HOW_LONG =
            of(SlotSpec.flag("asksHowLong", "how long it lasts", "").is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    /** Whether the question is why the answer costs what it does, which its largest item says first. */
    public static final SlotName<Boolean> ASKS_WHY =
            of(SlotSpec.flag("asksWhy", "why so much", "").is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    public static final SlotName<String> EDITION =
            of(SlotSpec.<String>choice("edition", (out, slot) -> out.say(slot.value() + " prices"))
                    .echo("# prices")
                    .is(SlotTrait.TEAM_CHOICE));
    /** Whether to show the details: arithmetic, sources, all notes and all rows. */
    public static final SlotName<Boolean> EXPLAIN =
            of(SlotSpec.flag("explain", "details", "").is(SlotTrait.BEYOND_CONTRACT, SlotTrait.ONCE));

    private static final List<SlotName<?>> IN_ORDER = List.copyOf(ALL);

    private final SlotSpec<T> spec;
    private final int index;

    private SlotName(SlotSpec<T> spec, int index) {
        if (index >= SlotSet.MOST) {
            throw new IllegalStateException("a set holds no more than " + SlotSet.MOST + " names");
        }
        this.spec = spec;
        this.index = index;
    }

    private static <T> SlotName<T> of(SlotSpec.Builder<T> spec) {
        SlotName<T> name = new SlotName<>(spec.build(), ALL.size());
        ALL.add(name);
        return name;
    }

    /** Returns every slot, in the order of canonical text. */
    public static List<SlotName<?>> all() {
        return IN_ORDER;
    }

    /** Returns the key in the JSON contract. */
    public String word() {
        return spec.word();
    }

    /**
     * Returns the limits of a numeric slot.
     *
     * @throws IllegalArgumentException for any other slot
     */
    public Limits limits() {
        Limits limits = spec.limits();
        if (limits == null) {
            throw new IllegalArgumentException(this + " holds no number");
        }
        return limits;
    }

    /**
     * Converts a number within the limits to a value.
     *
     * @throws IllegalArgumentException for a slot that holds no number
     */
    public T value(BigDecimal number) {
        Function<BigDecimal, T> conversion = spec.number();
        if (conversion == null) {
            throw new IllegalArgumentException(this + " holds no number");
        }
        return conversion.apply(number);
    }

    /** Returns every value of a slot that has few; empty for other slots. */
    List<T> values() {
        return spec.values();
    }

    /** Returns the canonical text of a number, with {@code #} for the value. */
    public String pattern() {
        return spec.pattern();
    }

    /** Returns the value's text in the line that says what was understood, with its unit and with {@code #} for the value. */
    public String echo() {
        return spec.echo();
    }

    /** Returns a small, a usual and a large value; may be empty. */
    public List<Long> usual() {
        return spec.usual();
    }

    /** Returns the name of the command option that fills it. */
    public Optional<String> option() {
        return spec.option().map(SlotSpec.Option::name);
    }

    /** Returns the description of its command option, in a few words. */
    public String optionDescription() {
        return spec.option().map(SlotSpec.Option::description).orElse("");
    }

    public boolean is(SlotTrait trait) {
        return spec.traits().contains(trait);
    }

    void write(CanonicalText out, Slot<T> slot) {
        spec.spelling().accept(out, slot);
    }

    /** Returns its place among all names. */
    int index() {
        return index;
    }

    @Override
    public String toString() {
        return word();
    }
}
