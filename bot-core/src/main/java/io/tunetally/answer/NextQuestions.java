package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Warning;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The next questions offered by an answer: each a complete request derived from the one answered. */
final class NextQuestions {
    /** The usual number of epochs, in the guide and in providers' defaults. */
    private static final long USUAL_EPOCHS = 3;

    private final Request request;
    private final Slots filled;
    private final List<NextQuestion> followUps = new ArrayList<>();
    private final Set<String> commands = new HashSet<>();

    NextQuestions(Inquiry inquiry) {
        Request asked = inquiry.request();
        // Criteria and the details belong only to the question that contained them.
        this.request = Request.of(
                asked.intent(),
                asked.slots()
                        .without(SlotName.CRITERIA)
                        .without(SlotName.EXPLAIN)
                        .without(SlotName.ASKS_WHY)
                        .without(SlotName.PRICED_UNIT)
                        .without(SlotName.COST_SPLIT));
        this.filled = inquiry.filled();
    }

    /** Starts with the details of the answer, or the way back from them. */
    static NextQuestions withDetails(Inquiry inquiry) {
        return new NextQuestions(inquiry).details(inquiry.request());
    }

    NextQuestions details(Request asked) {
        return asked.slots().has(SlotName.EXPLAIN)
                ? add(
                        NextQuestion.Kind.SHORT_ANSWER,
                        Request.of(asked.intent(), asked.slots().without(SlotName.EXPLAIN)))
                : add(
                        NextQuestion.Kind.DETAILS,
                        Request.of(asked.intent(), said(asked.slots(), SlotName.EXPLAIN, true)));
    }

    List<NextQuestion> list() {
        return List.copyOf(followUps);
    }

    /** Adds the same job on all models; if running was mentioned, over the same time. */
    NextQuestions compareAll() {
        Slots all = said(
                without(SlotName.MODELS, SlotName.SIZE_B, SlotName.BUDGET_USD, SlotName.OWN_HARDWARE),
                SlotName.MODELS,
                List.of(SlotName.ALL_MODELS));
        Request compare = Request.of(Intent.COMPARE, all);
        return add(NextQuestion.Kind.COMPARE_ALL, compare.asksAboutRunning() ? Request.of(Intent.TCO, all) : compare);
    }

    /** Adds the same job with LoRA beside full, unless the methods were already compared. */
    NextQuestions compareMethods() {
        if (request.slots().has(SlotName.METHODS)) {
            return this;
        }
        return add(
                NextQuestion.Kind.COMPARE_METHODS,
                Request.of(
                        Intent.COMPARE,
                        said(
                                without(SlotName.METHOD, SlotName.BUDGET_USD),
                                SlotName.METHODS,
                                List.of(Method.LORA, Method.FULL))));
    }

    /**
     * Adds other epochs: down to the usual number and from there to one, or from one up to the usual number. None if
     * epochs do not matter.
     */
    NextQuestions otherEpochs() {
        Slot<Long> epochs = filled.get(SlotName.EPOCHS);
        boolean once = epochs != null && epochs.highOrValue() == 1;
        if (epochs == null || (epochs.value() == 1 && !once)) {
            return this;
        }
        long others = once || epochs.value() > USUAL_EPOCHS ? USUAL_EPOCHS : 1;
        return add(
                NextQuestion.Kind.OTHER_EPOCHS,
                Request.of(request.intent(), said(request.slots(), SlotName.EPOCHS, others)));
    }

    NextQuestions sixMonths(@Nullable ModelId model) {
        return add(NextQuestion.Kind.SIX_MONTHS, Request.of(Intent.TCO, said(about(model), SlotName.MONTHS, 6L)));
    }

    NextQuestions breakEven(@Nullable ModelId model) {
        // A break-even compares with the untuned model in any case.
        Slots job = about(model).without(SlotName.UNTUNED);
        return add(NextQuestion.Kind.BREAK_EVEN, Request.of(Intent.BREAKEVEN, job));
    }

    /** Adds the other reading of a break-even between two models: with this one untuned. */
    NextQuestions untuned(ModelId model) {
        List<ModelId> models = request.slots().value(SlotName.MODELS);
        if (request.slots().has(SlotName.MONTHLY_BILL_USD) && (models == null || !models.contains(model))) {
            // A bill is for what was named, not for a model that the answer chose.
            return this;
        }
        return add(
                NextQuestion.Kind.BREAK_EVEN_UNTUNED,
                Request.of(Intent.BREAKEVEN, said(request.slots(), SlotName.UNTUNED, List.of(model))));
    }

    /** Adds a break-even with a long prompt before tuning and a short one after. */
    NextQuestions breakEvenExample() {
        Slots before = said(request.slots(), SlotName.PROMPT_TOKENS, 2000L);
        return add(
                NextQuestion.Kind.BREAK_EVEN_EXAMPLE,
                Request.of(Intent.BREAKEVEN, said(before, SlotName.TUNED_PROMPT_TOKENS, 100L)));
    }

    NextQuestions recommend() {
        List<ModelId> billed = request.slots().value(SlotName.UNTUNED);
        if (billed != null && request.slots().has(SlotName.MONTHLY_BILL_USD)) {
            // The bill says the traffic, and what tuning is measured against.
            Slots others = without(
                    SlotName.METHOD, SlotName.METHODS, SlotName.QUANTIZED, SlotName.PROVIDER, SlotName.PROVIDERS);
            return add(
                    NextQuestion.Kind.RECOMMEND, Request.of(Intent.RECOMMEND, said(others, SlotName.MODELS, billed)));
        }
        return add(
                NextQuestion.Kind.RECOMMEND,
                Request.of(
                        Intent.RECOMMEND,
                        isOnOwnServers()
                                ? without(SlotName.MODELS, SlotName.SIZE_B, SlotName.METHOD, SlotName.METHODS)
                                : without(
                                        SlotName.MODELS,
                                        SlotName.UNTUNED,
                                        SlotName.MONTHLY_BILL_USD,
                                        SlotName.SIZE_B,
                                        SlotName.METHOD,
                                        SlotName.METHODS,
                                        SlotName.QUANTIZED,
                                        SlotName.PROVIDER,
                                        SlotName.PROVIDERS)));
    }

    /** Own servers are a limit of the data, where a seller is one of several. */
    private boolean isOnOwnServers() {
        return ProviderId.SELF_HOSTED.equals(request.slots().value(SlotName.PROVIDER));
    }

    /** Adds training and running an offer to move to. */
    NextQuestions target(Offer target) {
        Slots there = said(
                without(SlotName.UNTUNED, SlotName.SIZE_B, SlotName.QUANTIZED, SlotName.WITHOUT_PROVIDERS),
                SlotName.MODELS,
                List.of(target.model().id()));
        return add(
                NextQuestion.Kind.TARGET,
                Request.of(
                        Intent.TCO,
                        said(
                                said(there, SlotName.PROVIDER, target.provider().id()),
                                SlotName.METHOD,
                                target.method())));
    }

    /** Adds the same job on rented GPUs, if it was about the asker's own. */
    NextQuestions rented() {
        return request.slots().has(SlotName.OWN_HARDWARE)
                ? add(NextQuestion.Kind.RENTED, Request.of(request.intent(), without(SlotName.OWN_HARDWARE)))
                : this;
    }

    /** Adds what would change the answer, if several of its offers can be started. */
    NextQuestions tippingPoints(Selection selection, List<Quote> quotes) {
        long open = quotes.stream().filter(selection::canStart).count();
        return open > 1 ? tippingPoints() : this;
    }

    /** Adds what would change the answer, unless nothing was said that could change. */
    NextQuestions tippingPoints() {
        // On the asker's own GPUs no price can change anything.
        return request.slots().names().isEmpty() || request.slots().has(SlotName.OWN_HARDWARE)
                ? this
                : add(NextQuestion.Kind.TIPPING_POINTS, request.tippingPoints());
    }

    /** Adds the same question at the other side of a tipping point, if it is a value of the request. */
    NextQuestions beyond(TippingPointsOutcome.Point point) {
        return point.variable() instanceof TippingPointsOutcome.Variable.OfSlot(SlotName<?> name)
                ? add(
                        NextQuestion.Kind.BEYOND_TIPPING_POINT,
                        changed(name, point.at().changesAt()))
                : this;
    }

    private <T> Request changed(SlotName<T> name, long value) {
        return Request.of(request.intent(), said(request.slots(), name, name.value(BigDecimal.valueOf(value))));
    }

    NextQuestions worthIt() {
        return add(NextQuestion.Kind.WORTH_IT, Request.of(Intent.WORTHIT, request.slots()));
    }

    /** Adds the price of the job that was taken as an example. */
    NextQuestions cost(@Nullable ModelId model) {
        return add(NextQuestion.Kind.COST, Request.of(Intent.ESTIMATE, about(model)));
    }

    NextQuestions explain(String topic) {
        return add(NextQuestion.Kind.EXPLAIN, Request.Explain.of(topic));
    }

    NextQuestions models() {
        return add(NextQuestion.Kind.MODELS, Request.of(Intent.MODELS, Slots.NONE));
    }

    /** Adds the same question under another edition, if that disagrees. */
    NextQuestions otherEdition(List<Quote> quotes) {
        quotes.stream()
                .flatMap(quote -> quote.warnings().stream())
                .filter(Warning.Disagreement.class::isInstance)
                .map(Warning.Disagreement.class::cast)
                .map(warning -> warning.their().provenance().edition())
                .findFirst()
                .ifPresent(edition -> add(
                        NextQuestion.Kind.OTHER_EDITION,
                        Request.of(request.intent(), said(request.slots(), SlotName.EDITION, edition))));
        return this;
    }

    NextQuestions add(NextQuestion.Kind kind, Request question) {
        Request billed = isOfOthers(question) ? Request.of(question.intent(), unbilled(question.slots())) : question;
        Request next = billed.intent() == request.intent() ? billed : unjudged(billed);
        NextQuestion followUp = new NextQuestion(kind, next);
        if (commands.add(followUp.command())) {
            followUps.add(followUp);
        }
        return this;
    }

    /** Another question than the one that was asked judges no sum. */
    private static Request unjudged(Request question) {
        Slots slots = question.slots();
        boolean judges = SlotName.JUDGED_SUMS.stream().anyMatch(slots::has);
        for (SlotName<?> sum : SlotName.JUDGED_SUMS) {
            slots = slots.without(sum);
        }
        return judges && question.intent() != Intent.TIPPINGPOINTS ? Request.of(question.intent(), slots) : question;
    }

    /** True if a bill would be that of a model that a question does not name. */
    private boolean isOfOthers(Request question) {
        Slots slots = question.slots();
        List<ModelId> billed = request.slots().value(SlotName.UNTUNED);
        List<ModelId> models = slots.value(SlotName.MODELS);
        return slots.has(SlotName.MONTHLY_BILL_USD)
                && question.intent() != Intent.TIPPINGPOINTS
                && (billed == null
                        ? !isBilledBesideTuned(question.intent(), models)
                        : models == null || !models.containsAll(billed));
    }

    /** A bill for a model that was not said is one of today for any model that is to be tuned, where the question weighs it. */
    private static boolean isBilledBesideTuned(Intent intent, @Nullable List<ModelId> models) {
        return switch (intent) {
            case BREAKEVEN, WORTHIT -> true;
            case TCO, COMPARE -> models != null && !models.contains(SlotName.ALL_MODELS);
            case ESTIMATE, BUDGET, RECOMMEND, MODELS, MIGRATE, TIPPINGPOINTS, HELP, EXPLAIN, NONE -> false;
        };
    }

    /** Returns slots with the traffic that the bill measures in its place. */
    private Slots unbilled(Slots slots) {
        Slots others = slots.without(SlotName.MONTHLY_BILL_USD).without(SlotName.UNTUNED);
        Slot<BigDecimal> requests = filled.get(SlotName.REQUESTS_PER_DAY);
        return requests == null || requests.origin() != Origin.DERIVED || others.has(SlotName.REQUESTS_PER_DAY)
                ? others
                : others.with(SlotName.REQUESTS_PER_DAY, requests);
    }

    private Slots about(@Nullable ModelId model) {
        Slots slots = request.slots();
        return model == null ? slots : said(slots, SlotName.MODELS, List.of(model));
    }

    private Slots without(SlotName<?>... names) {
        Slots slots = request.slots();
        for (SlotName<?> name : names) {
            slots = slots.without(name);
        }
        return slots;
    }

    private static <T> Slots said(Slots slots, SlotName<T> name, T value) {
        // A model that is chosen is not looked for by its size.
        Slots job = name == SlotName.MODELS ? slots.without(SlotName.LARGEST) : slots;
        return job.with(name, Slot.of(value, Origin.SAID));
    }
}
