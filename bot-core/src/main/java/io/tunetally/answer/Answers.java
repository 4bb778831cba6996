package io.tunetally.answer;

import io.tunetally.answer.advice.GrowingRequests;
import io.tunetally.answer.advice.IncludedPrompt;
import io.tunetally.answer.advice.MonthlyVolume;
import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.answer.advice.TunedPrompt;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.team.TeamTerms;
import io.tunetally.conversation.Defaults;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Traffic;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.request.SellerDiscount;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.topic.Topics;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers an interpreted message. Prices are those of the clock's day. */
public final class Answers {
    private final Engines engines;
    private final Clock clock;
    private final EstimateAnswer estimate = new EstimateAnswer();
    private final BudgetAnswer budget = new BudgetAnswer(estimate);
    private final RecommendAnswer recommend = new RecommendAnswer();
    private final ModelsAnswer models = new ModelsAnswer();
    private final ExplainAnswer explain = new ExplainAnswer(Topics.builtIn());

    public Answers(Catalog catalog, Clock clock) {
        this.engines = new Engines(catalog);
        this.clock = clock;
    }

    /** Returns the answers at the prices of another day. */
    public Answers on(LocalDate day) {
        Clock noon = Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new Answers(engines.catalog(), noon);
    }

    /**
     * Returns the outcome of an interpreted message.
     *
     * @param defaults the values assumed for details that were not given
     */
    public Outcome answer(Interpretation interpretation, Defaults defaults) {
        return QuotesOfAnswer.during(() -> answered(interpretation.showing(defaults.currencies()), defaults));
    }

    private Outcome answered(Interpretation interpretation, Defaults defaults) {
        return switch (interpretation.status()) {
            case HELP -> new Outcome.Helped(interpretation);
            case NOT_A_REQUEST -> new Outcome.NotUnderstood(interpretation);
            case QUESTION -> asked(interpretation, defaults);
            case READY ->
                impossible(interpretation)
                        .map(problem -> refused(interpretation, problem))
                        .orElseGet(() -> answer(interpretation, requestOf(interpretation), defaults));
        };
    }

    /** Refuses an impossible number instead of silently replacing it with a default. */
    private static Optional<Problem.OutOfRange> impossible(Interpretation interpretation) {
        return interpretation.problems().stream()
                .filter(Problem.OutOfRange.class::isInstance)
                .map(Problem.OutOfRange.class::cast)
                .findFirst();
    }

    private static Outcome refused(Interpretation interpretation, Problem.OutOfRange problem) {
        return new Outcome.Refused(
                interpretation,
                new Outcome.Reason.Impossible(problem),
                List.of(new NextQuestion(NextQuestion.Kind.WITHOUT, requestOf(interpretation))));
    }

    private static Request requestOf(Interpretation interpretation) {
        Request request = interpretation.request();
        if (request == null) {
            throw new IllegalStateException("ready without a request: " + interpretation);
        }
        return request;
    }

    private Outcome asked(Interpretation interpretation, Defaults defaults) {
        Interpretation.Question question = interpretation.question();
        List<Outcome.Reading> readings = question == null
                ? List.of()
                : question.readings().stream()
                        .map(reading -> new Outcome.Reading(
                                reading.label(),
                                new NextQuestion(NextQuestion.Kind.ESTIMATE, reading.request()),
                                answer(interpretation, reading.request(), defaults)))
                        .toList();
        return new Outcome.Asked(interpretation, readings);
    }

    private Outcome answer(Interpretation interpretation, Request request, Defaults defaults) {
        if (request instanceof Request.Help) {
            return new Outcome.Helped(interpretation);
        }
        Outcome outcome = outcome(inquiry(interpretation, request, defaults), request, defaults);
        return outcome instanceof CompareOutcome compared && !compared.inquiry().running()
                ? compared.at(usual(compared.inquiry(), defaults))
                : outcome;
    }

    private static CompareOutcome.Usual usual(Inquiry inquiry, Defaults defaults) {
        Inquiry running = new Inquiry(
                inquiry.interpretation(),
                inquiry.request(),
                defaults.fillTraffic(inquiry.filled()),
                true,
                inquiry.engine());
        return new CompareOutcome.Usual(running.withoutDefaults(SlotName.MONTHS), Plans.of(running));
    }

    private Outcome outcome(Inquiry inquiry, Request request, Defaults defaults) {
        return switch (request) {
            case Request.Estimate _, Request.Tco _ ->
                GpuPricesAnswer.isRun(inquiry)
                        ? GpuPricesAnswer.ofRun(inquiry)
                        : HardwareAnswer.ownOrSeller(inquiry).orElseGet(() -> estimate.estimate(inquiry));
            case Request.Compare _ -> HardwareAnswer.ownOrSeller(inquiry).orElseGet(() -> estimate.compare(inquiry));
            case Request.BreakEven _ ->
                HardwareAnswer.ownOrSeller(inquiry).orElseGet(() -> BreakEvenAnswer.of(inquiry));
            case Request.Budget _ ->
                inquiry.filled().has(SlotName.BUDGET_USD) ? budget.answer(inquiry) : estimate.estimate(inquiry);
            case Request.Recommend _ -> recommend.answer(inquiry);
            case Request.WorthIt _ -> WorthItAnswer.of(inquiry);
            case Request.Migrate _ -> MigrateAnswer.of(inquiry);
            case Request.TippingPoints tipping -> tippingPoints(inquiry, tipping.subject(), defaults);
            case Request.Models _ -> models.answer(inquiry);
            case Request.Explain _ -> explain.answer(inquiry);
            case Request.Help _ -> new Outcome.Helped(inquiry.interpretation());
        };
    }

    /** Examines the answer to another request; without that answer, returns why there is none. */
    private Outcome tippingPoints(Inquiry inquiry, Request subject, Defaults defaults) {
        Outcome answer = answer(inquiry.interpretation(), subject, defaults);
        return answer instanceof Outcome.Answered answered
                ? TippingPointsAnswer.of(inquiry, inquiry(inquiry.interpretation(), subject, defaults), answered)
                : answer;
    }

    /** Returns the name of a seller, or its id if it is not in the price books. */
    public String seller(ProviderId seller) {
        return engines.catalog().provider(seller).map(Provider::name).orElseGet(seller::value);
    }

    /** Returns the day whose prices apply. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private Inquiry inquiry(Interpretation interpretation, Request request, Defaults defaults) {
        Slots said = defaults.fill(request);
        String edition = said.value(SlotName.EDITION);
        String variant = said.value(SlotName.VARIANT);
        CostEngine usual = engines.of(today(), edition == null ? "" : edition, terms(said, defaults), exclusions(said));
        CostEngine engine = variant == null ? usual : usual.preferring(variant);
        Slots named = EuPlace.within(BareNames.resolve(said, engine), request.intent(), engine);
        Slots measured = MonthlyVolume.inRequests(request.slots(), IncludedPrompt.apart(request.slots(), named));
        Slots filled = GrowingRequests.usedBy(
                request.intent(), TunedPrompt.assumed(request, billed(request, measured, engine)));
        return new Inquiry(interpretation, request, filled, request.asksAboutRunning(), engine);
    }

    /** Returns the team's terms with the discounts that were said. */
    private TeamTerms terms(Slots said, Defaults defaults) {
        List<SellerDiscount> discounts = said.value(SlotName.DISCOUNTS);
        TeamTerms terms = defaults.terms();
        for (SellerDiscount discount : discounts == null ? List.<SellerDiscount>of() : discounts) {
            List<ProviderId> sellers = discount.seller() == null
                    ? engines.catalog().providers().stream().map(Provider::id).toList()
                    : List.of(discount.seller());
            terms = terms.with(sellers, discount.percent(), today());
        }
        return terms;
    }

    /** Measures by a bill what was not said of the traffic. */
    private static Slots billed(Request request, Slots filled, CostEngine engine) {
        if (!filled.has(SlotName.MONTHLY_BILL_USD)
                || !filled.has(SlotName.REQUESTS_PER_DAY)
                || MonthlyVolume.isSaid(filled)) {
            return filled;
        }
        Traffic assumed = Plans.traffic(filled);
        return request.slots().has(SlotName.REQUESTS_PER_DAY)
                ? TodaysBill.inTokens(request.slots(), filled, assumed, engine)
                : TodaysBill.inRequests(filled, assumed, engine);
    }

    /** A model that was named is priced, even where only open ones are wanted beside it. */
    private static Set<ModelId> named(Slots said) {
        return Stream.of(SlotName.MODELS, SlotName.UNTUNED)
                .flatMap(name -> Stream.ofNullable(said.value(name)))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static Catalog.Exclusions exclusions(Slots said) {
        List<ProviderId> providers = said.value(SlotName.WITHOUT_PROVIDERS);
        List<ModelId> models = said.value(SlotName.WITHOUT_MODELS);
        return new Catalog.Exclusions(
                providers == null ? Set.of() : Set.copyOf(providers),
                models == null ? Set.of() : Set.copyOf(models),
                said.value(SlotName.MOST_SIZE_B),
                Boolean.TRUE.equals(said.value(SlotName.OPEN_ONLY)) ? named(said) : null);
    }
}
