package io.tunetally.answer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.tipping.Contender;
import io.tunetally.engine.tipping.Course;
import io.tunetally.engine.tipping.PricedContender;
import io.tunetally.engine.tipping.TippingPoint;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks tipping points by pricing every offer again on both sides, and at values between them. */
final class TippingPointsAnswerTest {
    private static final long SEED = 20;
    private static final int QUESTIONS = 30;
    private static final int GRID = 50;

    private static final Map<String, TippingPointsOutcome> ANSWERS = new ConcurrentHashMap<>();

    private static final List<String> MODELS = List.of(
            "llama 8b",
            "llama 70b",
            "mistral 7b",
            "gpt-4.1-mini",
            "gpt-4.1-nano",
            "gpt-oss-20b",
            "qwen3-8b",
            "gpt-4o",
            "gpt-oss-120b",
            "qwen3.5-9b");

    static Stream<String> questions() {
        Random random = new Random(SEED);
        return Stream.concat(
                Stream.of(
                        "compare all",
                        "compare all 100 requests/day",
                        "tco all 20k requests/day",
                        "recommend 20k requests/day",
                        "cost llama 8b",
                        "tco llama 70b together vs fireworks 3000 requests/day",
                        "worth it gpt-4.1-mini 20k requests/day 3000 prompt tokens 100 tuned prompt tokens",
                        "break even gpt-4.1 5000 requests/day 4000 prompt tokens 50 tuned prompt tokens",
                        "break even llama 70b vs gpt-4.1-mini 2000 requests/day",
                        "migrate gpt-4o-mini 2000 requests/day",
                        "tco gpt-oss-20b vs qwen3-8b 333.5 requests/day retrain every 30 days"),
                Stream.generate(() -> question(random)).limit(QUESTIONS));
    }

    private static String question(Random random) {
        List<String> words = new ArrayList<>();
        words.add(random.nextBoolean() ? "compare" : "tco");
        words.add(pick(random, MODELS) + " vs " + pick(random, MODELS));
        words.add((1 + random.nextInt(200)) * 50 + " examples");
        words.add(1 + random.nextInt(9) + " epochs");
        if (random.nextBoolean()) {
            words.add((long) Math.pow(10, 1 + random.nextInt(5)) + " requests/day");
            words.add(1 + random.nextInt(24) + " months");
        }
        if (random.nextInt(4) == 0) {
            words.add(10 * (1 + random.nextInt(400)) + " prompt tokens");
        }
        return String.join(" ", words);
    }

    private static String pick(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theWinnerHoldsUpToThePointAndLosesThere(String question) {
        TippingPointsOutcome outcome = answer(question);
        Judge judge = new Judge(outcome);
        for (TippingPointsOutcome.Point point : outcome.points()) {
            TippingPoint at = point.at();
            BigDecimal lost = BigDecimal.valueOf(at.changesAt());
            PricedContender rival = requireNonNull(at.after().rival());
            assertThat(judge.beating(point.variable(), at.lastHeld()))
                    .as("%s at %s", point.variable(), at.lastHeld())
                    .isEmpty();
            assertThat(judge.beating(point.variable(), lost).map(Quote::ranking))
                    .as("%s at %s", point.variable(), lost)
                    .contains(rival.quote().ranking());
            assertThat(rival.contender())
                    .isNotEqualTo(requireNonNull(outcome.winner()).contender());
            assertThat(at.lastHeld().subtract(lost).abs()).isLessThanOrEqualTo(BigDecimal.ONE);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theNearestComesFirst(String question) {
        assertThat(answer(question).points())
                .extracting(point -> point.at().ratio())
                .isSorted()
                .allMatch(ratio -> ratio.compareTo(BigDecimal.ONE) > 0);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void nothingChangesBeforeThePointsOrWhereThereAreNone(String question) {
        TippingPointsOutcome outcome = answer(question);
        Judge judge = new Judge(outcome);
        for (TippingPointsOutcome.Tried tried : outcome.tried()) {
            List<TippingPoint> points = outcome.points().stream()
                    .filter(point -> point.variable().equals(tried.variable()))
                    .map(TippingPointsOutcome.Point::at)
                    .toList();
            grid(tried.course())
                    .filter(value -> points.stream().noneMatch(point -> isBeyond(point, value)))
                    .forEach(value -> assertThat(judge.beating(tried.variable(), BigDecimal.valueOf(value)))
                            .as("%s at %d", tried.variable(), value)
                            .isEmpty());
        }
    }

    private static boolean isBeyond(TippingPoint point, long value) {
        return point.isAbove() ? value >= point.changesAt() : value <= point.changesAt();
    }

    /** Returns values spread evenly by ratio. */
    private static LongStream grid(Course course) {
        TreeSet<Long> values = new TreeSet<>();
        double ratio = (double) course.most() / course.least();
        for (int i = 0; i < GRID; i++) {
            values.add(Math.round(course.least() * Math.pow(ratio, i / (GRID - 1.0))));
        }
        return values.stream().mapToLong(Long::longValue);
    }

    /** Ranks every contender of a question again, without the shortcuts of the search. */
    private static final class Judge {
        private static final Comparator<Quote> CHEAPEST_FIRST = Quote.CHEAPEST_FIRST;

        private final Inquiry subject;
        private final CostEngine engine;
        private final List<Contender> contenders;
        private final @Nullable Contender winner;

        Judge(TippingPointsOutcome outcome) {
            subject = outcome.subject();
            engine = subject.engine();
            contenders =
                    Contenders.of(subject, (Outcome.Answered) answered(subject)).open();
            PricedContender first = outcome.winner();
            winner = first == null ? null : first.contender();
        }

        /** Returns the cheapest quote that beats the winner at a value, if there is one. */
        Optional<Quote> beating(TippingPointsOutcome.Variable variable, BigDecimal value) {
            Optional<Quote> held = quote(requireNonNull(winner), variable, value);
            return contenders.stream()
                    .flatMap(contender -> quote(contender, variable, value).stream())
                    .filter(quote -> held.isEmpty() || CHEAPEST_FIRST.compare(quote, held.get()) < 0)
                    .min(CHEAPEST_FIRST);
        }

        private Optional<Quote> quote(Contender contender, TippingPointsOutcome.Variable variable, BigDecimal value) {
            return switch (variable) {
                case TippingPointsOutcome.Variable.OfSlot(SlotName<?> name) -> quote(contender, plan(name, value));
                case TippingPointsOutcome.Variable.PriceOf(Contender of) ->
                    quote(contender, Plans.of(subject))
                            .map(quote -> of.equals(contender) ? quote.atPrices(value.movePointLeft(2)) : quote);
            };
        }

        private <T> Plan plan(SlotName<T> name, BigDecimal value) {
            return Plans.of(subject.with(name, name.value(value)));
        }

        private Optional<Quote> quote(Contender contender, Plan plan) {
            return contender.tuned()
                    ? engine.price(contender.offer(), plan) instanceof Quote quote
                            ? Optional.of(quote)
                            : Optional.empty()
                    : engine.untuned(contender.offer(), plan);
        }
    }

    @Test
    void closedOffersNeverWin() {
        TippingPointsOutcome outcome = answer("compare gpt-4o vs llama 70b 100 requests/day");
        assertThat(requireNonNull(outcome.winner())
                        .contender()
                        .offer()
                        .model()
                        .id()
                        .value())
                .isEqualTo("llama-3.3-70b");
        assertThat(outcome.closed())
                .extracting(closed -> closed.offer().model().id().value())
                .contains("gpt-4o");
        assertThat(outcome.points())
                .extracting(point -> requireNonNull(point.at().after().rival())
                        .contender()
                        .offer()
                        .model()
                        .id()
                        .value())
                .doesNotContain("gpt-4o");
    }

    @Test
    void hasNoWinnerWhereNothingCanBeStarted() {
        TippingPointsOutcome outcome = answer("compare gpt-4o vs gpt-4o-mini");
        assertThat(outcome.winner()).isNull();
        assertThat(outcome.points()).isEmpty();
    }

    @Test
    void aRangeIsVariedByItsLowerEnd() {
        TippingPointsOutcome range = answer("tco gpt-4.1-nano vs gpt-oss-20b 1000-2000 examples 2000 requests/day");
        TippingPointsOutcome exact = answer("tco gpt-4.1-nano vs gpt-oss-20b 1000 examples 2000 requests/day");
        TippingPointsOutcome.Variable examples = new TippingPointsOutcome.Variable.OfSlot(SlotName.EXAMPLES);
        assertThat(range.tried())
                .filteredOn(tried -> tried.variable().equals(examples))
                .isNotEmpty()
                .isEqualTo(exact.tried().stream()
                        .filter(tried -> tried.variable().equals(examples))
                        .toList());
    }

    @Test
    void anOnlyOfferIsComparedWithTheCheapestOfAllModels() {
        TippingPointsOutcome outcome = answer("cost gpt-4.1-mini");
        assertThat(model(outcome.winner())).isEqualTo("gpt-oss-20b");
        assertThat(model(outcome.runnerUp())).isEqualTo("gpt-4.1-mini");
        // 1.5M tokens at 5.00 are 7.50, the winner's 0.594 times 12.63: its price may rise to 1,262 percent.
        assertThat(outcome.points())
                .anySatisfy(point -> assertThat(point.at().changesAt()).isEqualTo(1_263));
    }

    private static String model(@Nullable PricedContender priced) {
        return requireNonNull(priced).contender().offer().model().id().value();
    }

    @Test
    void trafficIsVariedOnlyWhereRunningCounts() {
        assertThat(answer("compare llama 8b vs qwen3-8b").tried())
                .extracting(TippingPointsOutcome.Tried::variable)
                .doesNotContain(new TippingPointsOutcome.Variable.OfSlot(SlotName.REQUESTS_PER_DAY));
        assertThat(answer("tco llama 8b vs qwen3-8b").tried())
                .extracting(TippingPointsOutcome.Tried::variable)
                .contains(new TippingPointsOutcome.Variable.OfSlot(SlotName.REQUESTS_PER_DAY));
    }

    @Test
    void aBillOfTodayIsASideThatLosesWhereItIsMoreThanTheTunedModel() {
        TippingPointsOutcome outcome = computed("worth it tuned gpt-4.1-nano 1620 requests/day bill $410 a month");
        assertThat(requireNonNull(outcome.winner()).contender().bill()).isNotNull();
        assertThat(outcome.points())
                .anySatisfy(point -> assertThat(point.variable())
                        .isInstanceOfSatisfying(
                                TippingPointsOutcome.Variable.PriceOf.class,
                                price -> assertThat(price.contender().bill()).isNotNull()));
    }

    private static TippingPointsOutcome answer(String question) {
        return ANSWERS.computeIfAbsent(question, TippingPointsAnswerTest::computed);
    }

    private static TippingPointsOutcome computed(String question) {
        Inquiry subject = Inquiries.today(question);
        Request asked = subject.request().tippingPoints();
        Slots filled = subject.filled();
        Inquiry inquiry = new Inquiry(subject.interpretation(), asked, filled, subject.running(), subject.engine());
        return (TippingPointsOutcome) TippingPointsAnswer.of(inquiry, subject, (Outcome.Answered) answered(subject));
    }

    private static Outcome answered(Inquiry subject) {
        return new Answers(
                        subject.engine().prices().catalog(),
                        java.time.Clock.fixed(
                                subject.asOf()
                                        .atStartOfDay(java.time.ZoneOffset.UTC)
                                        .toInstant(),
                                java.time.ZoneOffset.UTC))
                .answer(subject.interpretation(), Inquiries.DEFAULTS);
    }
}
