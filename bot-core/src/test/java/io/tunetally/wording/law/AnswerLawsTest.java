package io.tunetally.wording.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Answers;
import io.tunetally.answer.Inquiries;
import io.tunetally.answer.advice.Verdict;
import io.tunetally.answer.advice.Why;
import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.reply.Block;
import io.tunetally.reply.Card;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.wording.Worded;
import io.tunetally.wording.Wording;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.OutcomeQuotes;
import io.tunetally.wording.part.Standing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Laws of every answer, over questions of all intents and days from before the first closure to after the last: each
 * question on some of the days in a build, on all of them in the nightly profile.
 */
class AnswerLawsTest {
    private static final boolean NIGHTLY = Boolean.getBoolean("tunetally.nightly");

    /** A build asks each question on one day in this many. */
    private static final int ONE_DAY_IN = NIGHTLY ? 1 : 12;

    /** A build compares all models on one day in this many: each takes as long as a hundred questions. */
    private static final int ONE_COMPARISON_IN = NIGHTLY ? 1 : 4;

    private static final Catalog CATALOG = TestPrices.catalog("published/", "guide.yaml");
    private static final int MOST_SHOWN = 12;

    private static final Pattern MONEY =
            Pattern.compile("(?:< )?\\$[0-9,]+(?:\\.[0-9]+)?(?:-\\$[0-9,]+(?:\\.[0-9]+)?)?");

    private static final List<Asked> ALL = new ArrayList<>();

    private record Asked(LocalDate day, LawQuestions.Form form, Outcome outcome, Reply reply) {
        Optional<Inquiry> inquiry() {
            return outcome instanceof Outcome.Answered answered ? Optional.of(answered.inquiry()) : Optional.empty();
        }

        @Override
        public String toString() {
            return day + " " + form.text() + " -> " + reply.title();
        }
    }

    private static Answers answersOn(LocalDate day) {
        return new Answers(CATALOG, Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
    }

    @BeforeAll
    static void asksEveryQuestionOnEveryDay() {
        Wording wording = new Wording();
        List<LawQuestions.Form> questions = LawQuestions.all();
        List<Interpretation> read =
                questions.stream().map(form -> BuiltIn.read(form.text())).toList();
        List<LocalDate> days = LawQuestions.days();
        for (int d = 0; d < days.size(); d++) {
            LocalDate day = days.get(d);
            Answers answers = answersOn(day);
            for (int i = d % ONE_DAY_IN; i < questions.size(); i += ONE_DAY_IN) {
                Outcome outcome = answers.answer(read.get(i), Inquiries.DEFAULTS);
                ALL.add(new Asked(day, questions.get(i), outcome, wording.reply(outcome)));
            }
        }
    }

    @Test
    void areCheckedOnAtLeastThreeHundredQuestionsOfAllIntentsThatPriceSomething() {
        assertThat(LawQuestions.all()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(LawQuestions.days().getLast()).isAfter(LocalDate.of(2027, 12, 1));
        Set<Intent> intents = ALL.stream()
                .flatMap(asked -> asked.inquiry().stream())
                .map(inquiry -> inquiry.request().intent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class)));
        assertThat(intents)
                .contains(
                        Intent.ESTIMATE,
                        Intent.COMPARE,
                        Intent.TCO,
                        Intent.BREAKEVEN,
                        Intent.BUDGET,
                        Intent.RECOMMEND,
                        Intent.WORTHIT,
                        Intent.MODELS,
                        Intent.MIGRATE);
        assertThat(ALL).anyMatch(asked -> asked.outcome() instanceof TippingPointsOutcome);
    }

    @Test
    void anAnswerHasAtMostFiveRowsTwelveLinesAndOneCaveat() {
        holds(answered(), asked -> {
            long rows = asked.reply().blocks().stream()
                    .mapToLong(block -> switch (block) {
                        case Block.Table table -> table.rows().size();
                        case Block.Facts facts -> facts.facts().size();
                        default -> 0;
                    })
                    .sum();
            long caveats = Worded.notes(asked.reply(), Block.Tone.WARNING).stream()
                    .filter(note -> !note.startsWith("Not used"))
                    .count();
            return rows <= Card.ROWS && lines(asked.reply()) <= Card.LINES && caveats <= 1;
        });
    }

    private static long lines(Reply reply) {
        Reply withoutButtons = new Reply(
                reply.title(),
                reply.blocks().stream()
                        .filter(block -> !(block instanceof Block.Choices))
                        .toList(),
                reply.audience());
        return new PlainText(80, PlainText.Style.NONE)
                .render(withoutButtons)
                .lines()
                .filter(line -> !line.isBlank())
                .count();
    }

    @Test
    void theHeadlineIsTheFirstRow() {
        holds(
                answered().filter(asked -> !rows(asked).isEmpty() && !(asked.outcome() instanceof ModelsOutcome)),
                asked -> {
                    List<String> first = rows(asked).getFirst();
                    String title = asked.reply().title();
                    return first.stream()
                                    .filter(cell -> MONEY.matcher(cell).matches())
                                    .anyMatch(title::contains)
                            || first.stream().anyMatch(cell -> cell.length() > 3 && title.contains(cell));
                });
    }

    @Test
    void theHeadlinesOfferCanBeStartedOrTheHeadlineSaysThatItCannot() {
        holds(answered(), asked -> {
            Inquiry inquiry = asked.inquiry().orElseThrow();
            Standing standing = new Standing(inquiry);
            String title = asked.reply().title();
            return OutcomeQuotes.of(asked.outcome()).stream()
                    .filter(quote -> isNamedIn(title, quote))
                    .allMatch(quote -> standing.canStart(quote)
                            || title.contains(standing.closed(quote).split(",", -1)[0]));
        });
    }

    private static boolean isNamedIn(String title, Quote quote) {
        return title.contains(Labels.offer(quote))
                || (title.contains(Labels.job(quote)) && title.contains("(" + Labels.provider(quote.offer()) + ")"));
    }

    @Test
    void noRowOfARankingEndsWithinThePeriod() {
        holds(
                answered().filter(asked -> !(asked.outcome() instanceof CrossoverOutcome)),
                asked -> rows(asked).stream().allMatch(row -> isOfALastingQuote(asked, row)));
    }

    /** A row may match several quotes, of which one has to last; a row that is not of a quote matches none. */
    private static boolean isOfALastingQuote(Asked asked, List<String> row) {
        List<Quote> quotes = OutcomeQuotes.of(asked.outcome());
        boolean oneModel =
                quotes.stream().map(quote -> quote.offer().model()).distinct().count() == 1;
        List<Quote> shown = quotes.stream()
                .filter(quote -> oneModel || row.contains(quote.offer().model().name()))
                .filter(quote -> row.contains(Numbers.money(quote.training())))
                .toList();
        return shown.isEmpty() || shown.stream().anyMatch(quote -> !quote.isCut() && !quote.shutDown());
    }

    @Test
    void whatWasSaidIsInTheAnswer() {
        holds(answered(), asked -> {
            String told = asked.reply().title() + "\n"
                    + String.join("\n", Worded.notes(asked.reply(), Block.Tone.BASIS)) + "\n"
                    + String.join("\n", Worded.notes(asked.reply(), Block.Tone.WARNING));
            return asked.form().echoes().stream().allMatch(told::contains);
        });
    }

    @Test
    void noNumberThatWasReadIsMissing() {
        holds(answered(), asked -> {
            Slots said = asked.inquiry().orElseThrow().request().slots();
            String told = new PlainText(400, PlainText.Style.NONE).render(asked.reply());
            return said.names().stream()
                    .filter(name -> name != SlotName.SIZE_B)
                    .<Slot<?>>mapMulti((name, slots) -> {
                        Slot<?> slot = said.get(name);
                        if (slot != null && slot.origin() == Origin.SAID) {
                            slots.accept(slot);
                        }
                    })
                    .map(Slot::value)
                    .filter(Number.class::isInstance)
                    .allMatch(value -> told.contains(Numbers.count(new BigDecimal(value.toString()))));
        });
    }

    @Test
    void aProviderThatWasReadIsNamed() {
        holds(answered(), asked -> {
            ProviderId said = asked.inquiry().orElseThrow().request().slots().value(SlotName.PROVIDER);
            return said == null
                    || asked.inquiry().orElseThrow().engine().offers().isOnGpus(said)
                    || new PlainText(400, PlainText.Style.NONE)
                            .render(asked.reply())
                            .contains(CATALOG.provider(said).orElseThrow().name());
        });
    }

    @Test
    void aVerdictAgreesWithItsNumbers() {
        holds(answered().filter(asked -> asked.outcome() instanceof BreakEvenOutcome), asked -> {
            BreakEvenOutcome outcome = (BreakEvenOutcome) asked.outcome();
            if (outcome.comparisons().isEmpty() || outcome.promptSaving() != null) {
                return true;
            }
            BreakEven.Result result = outcome.comparisons().getFirst().result();
            boolean paysBack = result instanceof BreakEven.Result.PaysBack;
            boolean endsBefore = asked.inquiry().orElseThrow().request().slots().has(SlotName.REQUESTS_PER_DAY)
                    && new Standing(outcome.inquiry())
                            .end(outcome.comparisons().getFirst().tuned())
                            .filter(end -> paysBack && isLater((BreakEven.Result.PaysBack) result, asked.day(), end))
                            .isPresent();
            return paysBack == asked.reply().title().contains("pays back after") && !endsBefore;
        });
    }

    @Test
    void tuningIsWorthItOnlyWhereItCanBeStartedAndLasts() {
        holds(answered().filter(asked -> asked.outcome() instanceof WorthItOutcome), asked -> {
            WorthItOutcome judged = (WorthItOutcome) asked.outcome();
            Quote start = judged.quote();
            boolean yes = judged.verdict() == Verdict.WORTH_IT;
            boolean lasts = start == null
                    ? judged.own() != null || judged.listed() != null
                    : new Standing(judged.inquiry()).canStart(start) && !start.isCut() && !start.shutDown();
            String title = asked.reply().title();
            boolean pays = !(judged.why() instanceof Why.Reason(Criterion money, var _))
                    || money != Criterion.HIGH_VOLUME
                    || judged.breakEven() == null
                    || judged.breakEven().result() instanceof BreakEven.Result.PaysBack;
            return yes ? lasts && pays && title.startsWith("Yes") : !title.startsWith("Yes:");
        });
    }

    private static boolean isLater(BreakEven.Result.PaysBack back, LocalDate day, LocalDate end) {
        long days = back.months().low().multiply(BigDecimal.valueOf(30)).longValue();
        return day.plusDays(days).isAfter(end);
    }

    @Test
    void aModelsRowIsItsCheapestOfferThatCanBeStarted() {
        List<String> wrong = new ArrayList<>();
        List<LocalDate> days = LawQuestions.days();
        for (int d = 0; d < days.size(); d += ONE_COMPARISON_IN) {
            LocalDate day = days.get(d);
            Answers answers = answersOn(day);
            for (String question : List.of("compare all", "tco all 3000 requests/day")) {
                CompareOutcome all = (CompareOutcome) answers.answer(BuiltIn.read(question), Inquiries.DEFAULTS);
                rows(new Asked(day, LawQuestions.form(question), all, new Wording().reply(all)))
                        .forEach(row -> cheapest(answers, question, row.getFirst())
                                .filter(amount -> !row.contains(amount))
                                .ifPresent(amount -> wrong.add(day + " " + question + ": " + row + ", not " + amount)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Asks for one model alone, which lists all its offers. */
    private static Optional<String> cheapest(Answers answers, String question, String model) {
        Outcome alone = answers.answer(
                BuiltIn.read(question.replace("compare all", "cost " + model).replace(" all ", " " + model + " ")),
                Inquiries.DEFAULTS);
        Inquiry inquiry = ((Outcome.Answered) alone).inquiry();
        Standing standing = new Standing(inquiry);
        return OutcomeQuotes.of(alone).stream()
                .filter(quote -> quote.offer().model().name().equals(model))
                .filter(standing::canStart)
                .filter(quote -> quote.unpriced().isEmpty() && !quote.isCut())
                .min(Comparator.comparing(Quote::ranking, Band.LEAST_AT_MOST))
                .map(quote -> Numbers.money(quote.ranking()));
    }

    private static List<List<String>> rows(Asked asked) {
        return asked.reply().blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(table -> ((Block.Table) table).rows().stream())
                .toList();
    }

    private static Stream<Asked> answered() {
        return ALL.stream().filter(asked -> asked.outcome() instanceof Outcome.Answered);
    }

    private static void holds(Stream<Asked> all, Predicate<Asked> law) {
        List<Asked> broken = all.filter(asked -> !law.test(asked)).toList();
        assertThat(broken.stream().map(Asked::toString).limit(MOST_SHOWN).toList())
                .as(() -> broken.size() + " answers break this law")
                .isEmpty();
    }
}
