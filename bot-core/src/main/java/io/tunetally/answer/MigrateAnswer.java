package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Quote;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers where to move a tuned model: its dates, the offers that can be started today and do not end within the
 * horizon, and what retraining on the same data and running cost there.
 */
final class MigrateAnswer {
    private static final int TARGETS = 5;

    private final Inquiry inquiry;
    private final Offers offers;

    private MigrateAnswer(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.offers = inquiry.engine().offers();
    }

    static Outcome of(Inquiry inquiry) {
        return new MigrateAnswer(inquiry).answer();
    }

    private Outcome answer() {
        Offer leaving = leaving();
        List<Outcome.Reason> leftOut = new ArrayList<>();
        List<Quote> targets = targets(leaving, leftOut);
        return new MigrateOutcome(
                inquiry,
                leaving,
                leaving == null ? null : Quoting.of(inquiry).quote(leaving).orElse(null),
                leaving == null ? endsOfProvider() : offers.lifecycle(leaving).toList(),
                targets,
                targets.isEmpty() || isToOwnGpus() ? null : Nearest.unlessSound(aboutTargets(), targets),
                leftOut,
                followUps(targets));
    }

    /** Returns the first offer of the first named model, at the named provider if that trains it. */
    private @Nullable Offer leaving() {
        List<Model> named = new Selection(inquiry).named();
        if (named.isEmpty()) {
            return null;
        }
        Quoting quoting = Quoting.of(inquiry);
        return quoting.fitting(named.getFirst()).stream()
                .findFirst()
                .or(() -> quoting.offers(named.getFirst()).stream().findFirst())
                .orElse(null);
    }

    /** True if only own or rented GPUs will do, so that no seller's price answers the question. */
    private boolean isToOwnGpus() {
        return ProviderId.SELF_HOSTED.equals(inquiry.filled().value(SlotName.TARGET_PROVIDER));
    }

    private List<LifecycleEvent> endsOfProvider() {
        ProviderId provider = inquiry.filled().value(SlotName.PROVIDER);
        return inquiry.engine().prices().catalog().lifecycle().stream()
                .filter(event -> event.provider().equals(provider)
                        && (event.models().isEmpty() || !event.holdsOn(inquiry.asOf())))
                .sorted(Offers.EARLIEST_END_FIRST)
                .toList();
    }

    private List<Quote> targets(@Nullable Offer leaving, List<Outcome.Reason> leftOut) {
        Inquiry about = aboutTargets();
        LocalDate end = Plans.horizonOf(inquiry).end();
        List<Quote> ranked = RecommendAnswer.ranked(about).stream()
                .filter(quote -> !isLeft(quote.offer(), leaving) && offers.staysOpen(quote.offer(), end))
                .limit(TARGETS)
                .toList();
        if (!ranked.isEmpty()) {
            return ranked;
        }
        List<Quote> named = new ArrayList<>();
        Quoting quoting = Quoting.of(about);
        for (Model model : new Selection(about).named()) {
            Quoting.Result result = quoting.quotes(model);
            Optional<Quote> cheapest = result.quotes().stream().min(Quote.CHEAPEST_FIRST);
            cheapest.ifPresentOrElse(
                    named::add, () -> leftOut.add(EstimateAnswer.why(about, List.of(model), result.unpriceable())));
        }
        named.sort(Quote.CHEAPEST_FIRST);
        return named;
    }

    /** A provider that is left altogether is no target, nor is the same model where it runs today. */
    private boolean isLeft(Offer offer, @Nullable Offer leaving) {
        ProviderId provider = leaving == null
                ? inquiry.filled().value(SlotName.PROVIDER)
                : leaving.provider().id();
        boolean sameModel = leaving == null || leaving.model().equals(offer.model());
        return sameModel && offer.provider().id().equals(provider);
    }

    /**
     * Returns the same job and traffic on the models and at the provider to move to, any of them if none was named. A
     * provider named alone means the same model there, if it has it.
     */
    private Inquiry aboutTargets() {
        List<ModelId> models = inquiry.filled().value(SlotName.TARGETS);
        ProviderId provider = inquiry.filled().value(SlotName.TARGET_PROVIDER);
        Slots slots = inquiry.filled();
        for (SlotName<?> name : List.of(
                SlotName.MODELS,
                SlotName.UNTUNED,
                SlotName.SIZE_B,
                SlotName.PROVIDER,
                SlotName.PROVIDERS,
                SlotName.DEPLOYMENT,
                SlotName.TARGETS,
                SlotName.TARGET_PROVIDER)) {
            slots = slots.without(name);
        }
        if (provider != null) {
            slots = slots.with(SlotName.PROVIDER, Slot.of(provider, Origin.SAID));
        }
        Inquiry sameModel = about(slots, inquiry.filled().value(SlotName.MODELS));
        boolean keepsModel = models == null
                && provider != null
                && !RecommendAnswer.ranked(sameModel).isEmpty();
        return keepsModel ? sameModel : about(slots, models);
    }

    private Inquiry about(Slots slots, @Nullable List<ModelId> models) {
        Slots filled = models == null ? slots : slots.with(SlotName.MODELS, Slot.of(models, Origin.SAID));
        return new Inquiry(inquiry.interpretation(), inquiry.request(), filled, true, inquiry.engine());
    }

    private List<NextQuestion> followUps(List<Quote> targets) {
        NextQuestions next = new NextQuestions(aboutTheJob()).details(inquiry.request());
        targets.stream().limit(1).map(Quote::offer).forEach(next::target);
        return (leavesModel() ? next.worthIt() : next).compareAll().list();
    }

    private boolean leavesModel() {
        return inquiry.filled().has(SlotName.MODELS);
    }

    /** Returns the inquiry without the places to leave and to move to. */
    private Inquiry aboutTheJob() {
        Request request = inquiry.request();
        Slots job = request.slots()
                .without(SlotName.PROVIDER)
                .without(SlotName.PROVIDERS)
                .without(SlotName.TARGETS)
                .without(SlotName.TARGET_PROVIDER);
        return new Inquiry(
                inquiry.interpretation(),
                Request.of(request.intent(), job),
                inquiry.filled(),
                inquiry.running(),
                inquiry.engine());
    }
}
