package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.tipping.Contender;
import io.tunetally.engine.tipping.Contest;
import io.tunetally.engine.tipping.Course;
import io.tunetally.engine.tipping.PricedContender;
import io.tunetally.engine.tipping.Scenario;
import io.tunetally.engine.tipping.TippingSearch;
import io.tunetally.request.Limits;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/** Answers what would change another answer: the values at which its cheapest offer loses, found by pricing again. */
final class TippingPointsAnswer {
    /** The numbers that decide about a cost. */
    private static final List<SlotName<?>> VARIED = List.of(
            SlotName.REQUESTS_PER_DAY,
            SlotName.EPOCHS,
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.BILLED_TOKENS,
            SlotName.PROMPT_TOKENS,
            SlotName.TUNED_PROMPT_TOKENS,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS,
            SlotName.MONTHS,
            SlotName.RETRAIN_EVERY_DAYS);

    /** A rival's price can fall to one percent, the winner's can rise a thousandfold. */
    private static final BigDecimal TODAY = BigDecimal.valueOf(Scenario.LISTED);

    private final Inquiry inquiry;
    private final Inquiry subject;
    private final Contenders contenders;
    private final Contest contest;
    private final List<TippingPointsOutcome.Point> points = new ArrayList<>();
    private final List<TippingPointsOutcome.Tried> tried = new ArrayList<>();

    private TippingPointsAnswer(Inquiry inquiry, Inquiry subject, Outcome.Answered answer) {
        this.inquiry = inquiry;
        this.subject = subject;
        this.contenders = Contenders.of(subject, answer).withRival(subject);
        this.contest = new Contest(subject.engine(), contenders.open(), Plans.of(subject)).ofPossibleWinners();
    }

    /**
     * Answers for the request that an inquiry is about.
     *
     * @param subject the inquiry of that request
     * @param answer its answer
     */
    static Outcome of(Inquiry inquiry, Inquiry subject, Outcome.Answered answer) {
        return new TippingPointsAnswer(inquiry, subject, answer).answer();
    }

    private Outcome answer() {
        List<PricedContender> ranking = contest.ranking(contest.today());
        if (ranking.size() > 1) {
            search(ranking);
        }
        points.sort(Comparator.comparing(point -> point.at().ratio()));
        return new TippingPointsOutcome(
                inquiry,
                subject,
                ranking.isEmpty() ? null : explained(ranking.getFirst()),
                ranking.size() < 2 ? null : explained(ranking.get(1)),
                points,
                tried,
                contenders.closed(),
                followUps());
    }

    private List<NextQuestion> followUps() {
        NextQuestions next = new NextQuestions(subject);
        points.stream()
                .filter(TippingPointsOutcome.Point::isOfRequest)
                .findFirst()
                .ifPresent(next::beyond);
        List<NextQuestion> all =
                new ArrayList<>(NextQuestions.withDetails(inquiry).list());
        all.addAll(next.compareAll().list());
        return all;
    }

    /** Prices a contender again with its warnings, which the search does without. */
    private PricedContender explained(PricedContender priced) {
        Plan plan = Plans.of(subject);
        Offer offer = priced.contender().offer();
        if (priced.contender().bill() != null) {
            return priced;
        }
        if (!priced.contender().tuned()) {
            return subject.engine()
                    .untuned(offer, plan)
                    .map(quote -> PricedContender.of(priced.contender(), quote))
                    .orElse(priced);
        }
        return subject.engine().price(offer, plan) instanceof Quote quote
                ? PricedContender.of(priced.contender(), quote)
                : priced;
    }

    private void search(List<PricedContender> ranking) {
        Contender winner = ranking.getFirst().contender();
        TippingSearch search = new TippingSearch(contest, winner);
        for (SlotName<?> name : VARIED) {
            vary(name, search);
        }
        long most = Scenario.LISTED * Course.FACTOR;
        reprice(winner, new Course(TODAY, Scenario.LISTED, most), search);
        for (PricedContender rival : ranking.subList(1, ranking.size())) {
            Contest pair = contest.among(List.of(winner, rival.contender()));
            reprice(rival.contender(), new Course(TODAY, 1, Scenario.LISTED), new TippingSearch(pair, winner));
        }
    }

    /** A range is varied as its lower end, which decides the ranking. */
    private <T> void vary(SlotName<T> name, TippingSearch search) {
        Slot<T> slot = subject.filled().get(name);
        boolean used = subject.running() || !name.is(SlotTrait.RUNNING);
        if (slot != null && used) {
            Limits limits = name.limits();
            Course course = Course.around(new BigDecimal(slot.value().toString()), limits.minimum(), limits.maximum());
            add(
                    new TippingPointsOutcome.Variable.OfSlot(name),
                    course,
                    search,
                    value -> Scenario.of(plan(name, value)));
        }
    }

    private <T> Plan plan(SlotName<T> name, long value) {
        return Plans.of(subject.with(name, name.value(BigDecimal.valueOf(value))));
    }

    private void reprice(Contender contender, Course course, TippingSearch search) {
        add(
                new TippingPointsOutcome.Variable.PriceOf(contender),
                course,
                search,
                percent -> contest.today().repricing(contender, percent));
    }

    private void add(
            TippingPointsOutcome.Variable variable,
            Course course,
            TippingSearch search,
            LongFunction<Scenario> scenarios) {
        tried.add(new TippingPointsOutcome.Tried(variable, course));
        search.along(course, scenarios).forEach(at -> points.add(new TippingPointsOutcome.Point(variable, at)));
    }
}
