package io.tunetally.wording;

import io.tunetally.answer.advice.PromptLimit;
import io.tunetally.answer.advice.SaidInNumbers;
import io.tunetally.answer.advice.Verdict;
import io.tunetally.answer.advice.Why;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Unpriceable;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.Criterion;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words a verdict with its reason in one line, and where to start. */
final class VerdictWording {
    private static final MathContext ABOUT = new MathContext(3, RoundingMode.DOWN);

    private final WorthItOutcome outcome;

    VerdictWording(WorthItOutcome outcome) {
        this.outcome = outcome;
    }

    /** Returns the verdict with what to do and its cost: the reason of a yes or of a closed offer has a line of its own. */
    String headline() {
        return switch (outcome.why()) {
            case Why.Reason reason -> reason(reason);
            case Why.Open _ -> open();
            case Why.Closed closed -> "No, not on " + closed.offer().model().name() + start();
            case Why.NotTuned other -> "No: no seller tunes " + other.model().name() + start();
            case Why.Superseded old -> superseded(old);
            case Why.DearToRun _ -> dearToRun();
            case Why.NothingToStart _ -> "No: nothing within these limits can be started today";
            case Why.Prompt prompt -> prompt(prompt);
            case Why.MoreExamples more ->
                "It depends on more examples: " + Numbers.count(more.said()) + " are a start, "
                        + SaidInNumbers.ENOUGH_EXAMPLES + " are what to rely on";
            case Why.EndpointFee _ -> fee();
            case Why.CachedPrompt _ ->
                "It depends on the cached price: cached prompt tokens cost a fraction, so a shorter prompt saves little";
            case Why.Retraining _ -> retraining();
            case Why.SmallVolume _ ->
                "It depends on the prompt: for so few requests a prompt with two samples may do as well";
            case Why.LongInput input ->
                "It depends on the sequence length: few sellers train on " + Numbers.count(input.tokens()) + " tokens";
            case Why.TokensPerRequest _ ->
                "It depends on the tokens of a request: they decide whether running it fits the budget";
            case Why.Grader _ -> "It depends on the grader: reinforcement tuning learns only what a check can score";
            case Why.OneOff once ->
                "Not yet: the " + Numbers.money(once.offer().sum(Part.PREPARATION)) + " one-off is not saved within "
                        + Text.period(once.days());
            case Why.Saving saving -> saving(saving.comparison());
            case Why.Traffic traffic ->
                "It depends on your traffic: "
                        + Labels.offer(traffic.comparison().tuned()) + " "
                        + BreakEvenVerdict.withoutTraffic(
                                traffic.comparison(),
                                Objects.requireNonNull(
                                        outcome.inquiry().filled().value(SlotName.REQUESTS_PER_DAY)));
            case Why.NoSaving none ->
                none.comparison().isOfOneModel() || none.comparison().result() instanceof BreakEven.Result.EndsFirst
                        ? noSaving(none.comparison())
                        : dearer(none.comparison());
        };
    }

    /** Returns what stands right under the headline: the reason of a yes, why an offer is out, or what comes then. */
    Optional<String> under() {
        return switch (outcome.why()) {
            case Why.Reason reason ->
                outcome.verdict() == Verdict.WORTH_IT
                        ? Optional.of("Why: " + CriterionWording.reason(reason.criterion()))
                        : Optional.empty();
            case Why.Closed closed -> Optional.of(closed(closed));
            case Why.MoreExamples _,
                    Why.CachedPrompt _,
                    Why.SmallVolume _,
                    Why.LongInput _,
                    Why.TokensPerRequest _,
                    Why.Grader _ -> Optional.of(then()).filter(text -> !text.isEmpty());
            case Why.Open _,
                    Why.NotTuned _,
                    Why.Superseded _,
                    Why.DearToRun _,
                    Why.NothingToStart _,
                    Why.Prompt _,
                    Why.EndpointFee _,
                    Why.Retraining _,
                    Why.OneOff _,
                    Why.Saving _,
                    Why.Traffic _,
                    Why.NoSaving _ -> Optional.empty();
        };
    }

    /** {@code Yes, $0.59 to train, then $161.54 a month instead of $3,000: start with gpt-oss 20B, LoRA on Thinking Machines}. */
    private String saving(BreakEven comparison) {
        Quote tuned = comparison.tuned();
        boolean always =
                comparison.tuned().monthly().high().compareTo(comparison.base().high()) < 0;
        return (always ? "Yes, " : "Perhaps, ") + saved(comparison) + Standing.trainingAndMonth(tuned) + " instead of "
                + Numbers.money(comparison.base()) + ": start with " + Labels.offer(tuned);
    }

    /** {@code about $20,694 saved in 12 months: }, where months were said. */
    private String saved(BreakEven comparison) {
        Slot<Long> months = outcome.inquiry().request().slots().get(SlotName.MONTHS);
        Total total = comparison.tuned().total();
        if (months == null || total == null || total.cutBy() != null) {
            return "";
        }
        Band base = comparison.base().times(BigDecimal.valueOf(months.value()));
        Money low = base.low().minus(total.amount().high());
        Money high = base.high().minus(total.amount().low());
        return low.isPositive()
                ? "about " + Numbers.money(new Band(low, high)) + " saved in " + Text.counted(months.value(), "month")
                        + ": "
                : "";
    }

    /** {@code Not on Llama 3.1 8B: $5,760 a month tuned, $3,000 today - start with Qwen3 8B, ...}. */
    private String dearer(BreakEven comparison) {
        Quote instead = outcome.instead();
        if (comparison.isAgainstBill()) {
            return "Not on " + Labels.offer(comparison.tuned()) + ": "
                    + Numbers.money(comparison.tuned().monthly()) + " a month tuned, "
                    + Numbers.money(comparison.base()) + " today"
                    + (instead == null ? "" : " - start with " + offer(outcome.inquiry(), instead));
        }
        return "Not on " + comparison.tuned().offer().model().name() + ": "
                + Numbers.money(comparison.tuned().monthly()) + " a month tuned, "
                + Numbers.money(comparison.base()) + " untuned on "
                + comparison.untuned().model().name()
                + (instead == null ? "" : " - start with " + offer(outcome.inquiry(), instead));
    }

    /** {@code Not yet on GPT-4.1: below 5,369 requests a day ...: $954.00 a month untuned, $1,494 tuned}. */
    private static String noSaving(BreakEven comparison) {
        String model = comparison.tuned().offer().model().name();
        String months = Numbers.money(comparison.base()) + " a month untuned, "
                + Numbers.money(comparison.tuned().monthly()) + " tuned";
        return switch (comparison.result()) {
            case BreakEven.Result.HostingEatsSaving eats ->
                "Not yet on " + model + ": below "
                        + Numbers.count(eats.leastRequestsPerDay().setScale(0, RoundingMode.CEILING))
                        + " requests a day "
                        + BreakEvenVerdict.withoutRequests(comparison.tuned(), "costs", "cost")
                        + " more than shorter prompts save, " + months;
            case BreakEven.Result.EndsFirst ends ->
                "Not yet on " + model + ": it ends on " + ends.ending().date() + ", before it has paid back ("
                        + BreakEvenVerdict.time(ends.otherwise().months()) + " without the end)";
            case BreakEven.Result.NoSaving _, BreakEven.Result.PaysBack _ ->
                "Not yet on " + model + ": a tuned request costs no less than an untuned one, " + months;
        };
    }

    /** True if the headline says where to start. */
    boolean namesStart() {
        return switch (outcome.why()) {
            case Why.Reason _ -> outcome.verdict() == Verdict.WORTH_IT;
            case Why.Superseded _, Why.DearToRun _ -> false;
            case Why.Closed _, Why.NotTuned _, Why.MoreExamples _, Why.EndpointFee _, Why.Retraining _ -> true;
            case Why.CachedPrompt _, Why.SmallVolume _, Why.LongInput _, Why.Grader _ -> true;
            case Why.TokensPerRequest _, Why.Saving _ -> true;
            case Why.Traffic _ -> false;
            case Why.Prompt prompt -> prompt.closed() == null;
            case Why.Open _, Why.NothingToStart _, Why.NoSaving _, Why.OneOff _ -> false;
        };
    }

    /** Where tuning costs more than it saves, the money is decided, and only the task can be a reason. */
    private String open() {
        BreakEven comparison = outcome.breakEven();
        Quote quote = outcome.quote();
        return comparison == null || quote == null || comparison.result() instanceof BreakEven.Result.PaysBack
                ? "It depends on the task: tune for a format, a tone or one narrow task; for knowledge take RAG"
                : "It depends on the task, as tuning saves no money: " + Numbers.money(comparison.base())
                        + (comparison.isAgainstBill() ? " a month today, " : " a month untuned, ")
                        + Numbers.money(quote.monthly()) + " tuned";
    }

    private String reason(Why.Reason why) {
        Criterion despite = why.despite();
        String text = CriterionWording.reason(why.criterion());
        return switch (outcome.verdict()) {
            case WORTH_IT -> yes();
            case NOT_YET -> "Not yet: " + text;
            case NO -> "No: " + text;
            case DEPENDS ->
                "It depends on " + (despite == null ? fact(why.criterion()) + text : split(why.criterion(), despite));
        };
    }

    /** {@code Yes, $0.59 to train, then $0.54 a month: start with gpt-oss 20B, LoRA on Thinking Machines}. */
    private String yes() {
        Unpriceable.OwnHardware own = outcome.own();
        Quote quote = outcome.quote();
        if (own != null) {
            return "Yes, for the electricity: start with " + ownJob(own);
        }
        return quote == null
                ? "Yes" + where(": start with ")
                : "Yes, " + new Standing(outcome.inquiry()).cost(quote) + ": start with " + Labels.offer(quote);
    }

    private static String fact(Criterion criterion) {
        return criterion == Criterion.LOW_LATENCY ? "the model: tuning speeds up nothing, " : "labels: ";
    }

    /** Returns the fact that decides between a reason against and one for tuning. */
    private static String split(Criterion against, Criterion despite) {
        String fact = CriterionWording.fact(despite);
        return switch (against) {
            case DATA_CHANGES, KNOWLEDGE_TASK ->
                "the goal: tune for " + fact + ", and keep knowledge that changes in retrieval (RAG)";
            case BROAD_KNOWLEDGE -> "the scope: tune for " + fact + " in one task, use a base model for the rest";
            case FEW_SHOT_WORKS, PROMPTING_UNTRIED -> "more than quality: prompting works, so tune only for " + fact;
            default -> "which weighs more: " + fact + ", or that " + CriterionWording.reason(against);
        };
    }

    private String prompt(Why.Prompt why) {
        Why.Closed closed = why.closed();
        Long today = outcome.inquiry().filled().value(SlotName.PROMPT_TOKENS);
        boolean any = today != null && why.limit().tokens().compareTo(BigDecimal.valueOf(today)) >= 0;
        boolean tunedSaid = outcome.inquiry().request().slots().has(SlotName.TUNED_PROMPT_TOKENS);
        if (closed == null && (any || (tunedSaid && outcome.verdict() == Verdict.WORTH_IT))) {
            // Any shorter prompt saves, or the one that was said does, so there is no condition.
            return yes();
        }
        String limit = Numbers.count(why.limit().tokens().round(ABOUT));
        String condition = outcome.verdict() == Verdict.DEPENDS && closed == null
                ? "It depends on your prompt: tuning saves only if it shortens it below about " + limit + " tokens"
                : "Yes, if tuning shortens your prompt below about " + limit + " tokens";
        return closed == null
                ? condition + start()
                : condition + " - but not on " + closed.offer().provider().name() + ": " + end(closed);
    }

    private String retraining() {
        Quote quote = outcome.quote();
        Long days = outcome.inquiry().filled().value(SlotName.RETRAIN_EVERY_DAYS);
        return quote == null || days == null
                ? ""
                : "It depends on the retraining: " + Numbers.money(quote.training()) + " every "
                        + Text.counted(days, "day") + " is more than running it costs - "
                        + offer(outcome.inquiry(), quote);
    }

    private String superseded(Why.Superseded old) {
        Quote quote = outcome.quote();
        Quote instead = outcome.instead();
        return "No: " + old.model().name() + " is an old model"
                + (quote == null
                        ? ""
                        : ", and costs " + Numbers.money(quote.monthly()) + " a month while it is deployed")
                + (instead == null ? "" : " - start with " + offer(outcome.inquiry(), instead));
    }

    private String dearToRun() {
        Quote quote = outcome.quote();
        Quote instead = outcome.instead();
        String limit = outcome.inquiry()
                .monthlyLimit()
                .map(most -> Numbers.money(most) + " a month")
                .orElse("the limit");
        return "No, not within " + limit
                + (quote == null ? "" : ": " + Labels.offer(quote) + " costs " + Numbers.money(quote.monthly()))
                + (instead == null ? "" : " - start with " + offer(outcome.inquiry(), instead));
    }

    private String fee() {
        Quote quote = outcome.quote();
        return quote == null
                ? ""
                : (isDearerThanUntuned(quote) ? "It saves no money: " : "It depends on the endpoint: ")
                        + Labels.offer(quote) + " costs "
                        + Numbers.money(quote.sum(Part.HOSTING))
                        + " a month while it is deployed, whatever the traffic" + untuned();
    }

    /** {@code , and $78.00 untuned}, at the traffic that was said. */
    private String untuned() {
        Band base = untunedAtTraffic();
        return base == null ? "" : ", and " + Numbers.money(base) + " untuned";
    }

    /** True if the endpoint alone costs more than all of the untuned model at the traffic that was said. */
    private boolean isDearerThanUntuned(Quote quote) {
        Band base = untunedAtTraffic();
        return base != null && base.high().compareTo(quote.sum(Part.HOSTING).low()) < 0;
    }

    private @Nullable Band untunedAtTraffic() {
        BreakEven breakEven = outcome.breakEven();
        boolean said = outcome.inquiry().request().slots().has(SlotName.REQUESTS_PER_DAY);
        return breakEven == null || !said ? null : breakEven.base();
    }

    /** {@code GPT-4o on OpenAI: no new customers, ends 2027-01-14}. */
    private String closed(Why.Closed closed) {
        return closed.offer().model().name() + " (" + closed.offer().provider().name() + "): " + end(closed);
    }

    private String end(Why.Closed closed) {
        return end(outcome.inquiry(), closed);
    }

    /** {@code closed to new customers, ends 2027-01-14}. */
    static String end(Inquiry inquiry, Why.Closed closed) {
        Standing standing = new Standing(inquiry);
        String words = standing.closed(closed.offer(), closed.objective());
        return words.isEmpty()
                ? standing.end(closed.offer()).map(date -> "ends " + date).orElse("about to end")
                : words;
    }

    private String then() {
        return where("Then ");
    }

    private String start() {
        return where(" - start with ");
    }

    private String where(String before) {
        Unpriceable.OwnHardware own = outcome.own();
        Quote quote = outcome.quote();
        Offer listed = outcome.listed();
        return own != null
                ? before + onOwnGpus(own)
                : quote != null
                        ? before + offer(outcome.inquiry(), quote)
                        : listed != null ? before + unpriced(listed) : "";
    }

    /** {@code Nova Micro on Amazon Bedrock, training price not published}. */
    static String unpriced(Offer offer) {
        return Labels.offer(offer) + ", training price not published";
    }

    /** {@code Llama 3.1 8B, LoRA on your own GPUs, for the electricity}. */
    static String onOwnGpus(Unpriceable.OwnHardware own) {
        return ownJob(own) + ", for the electricity";
    }

    private static String ownJob(Unpriceable.OwnHardware own) {
        return own.offer().model().name() + ", " + Labels.method(own.offer(), own.need()) + " on your own GPUs";
    }

    /** {@code Llama 3.1 8B, LoRA on Ori: $3.83 over 6 months ($0.59 to train)}. */
    static String offer(Inquiry inquiry, Quote quote) {
        return Labels.offer(quote) + ": " + new Standing(inquiry).cost(quote);
    }

    static String tokens(PromptLimit limit) {
        return Numbers.count(limit.tokens().max(BigDecimal.ZERO).round(ABOUT));
    }
}
