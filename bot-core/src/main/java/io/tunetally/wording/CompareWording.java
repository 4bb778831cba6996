package io.tunetally.wording;

import io.tunetally.answer.advice.SumCheck;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.ModelId;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Card;
import io.tunetally.reply.Reply;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.MonthlyLimitWording;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.table.Difference;
import io.tunetally.wording.table.NamedSides;
import io.tunetally.wording.table.QuoteTable;
import io.tunetally.wording.table.Ranking;
import io.tunetally.wording.table.Saving;
import io.tunetally.wording.table.UsualMonth;
import io.tunetally.wording.unit.SumCheckWording;
import io.tunetally.wording.unit.UnitPriceWording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words offers side by side: each by its cheapest that can be started, the cheapest first. */
final class CompareWording {
    private static final String CHEAPEST_OF_ALL = ", the cheapest you can start today";

    private static final int MODELS_IN_TITLE = 2;

    /** The maximum number of named sides without a row that are told one by one. */
    private static final int SIDES_IN_SIGHT = 2;

    Reply reply(CompareOutcome outcome) {
        return SumCheck.of(
                        outcome.inquiry().filled(),
                        outcome.inquiry().interpretation().problems(),
                        ofNoModel(outcome.inquiry()) ? rows(outcome) : List.of())
                .map(check -> UnitPriceWording.above(SumCheckWording.of(check), usual(outcome, true)))
                .orElseGet(() -> usual(outcome, false));
    }

    /** A sum for a training that names no model is held against the models of today: {@code is $4,800 a normal price for training an AI}. */
    private static boolean ofNoModel(Inquiry inquiry) {
        List<ModelId> named = inquiry.request().slots().value(SlotName.MODELS);
        return named == null || named.contains(SlotName.ALL_MODELS);
    }

    /** @param judgesSum whether a sum that was said is judged above the answer */
    private Reply usual(CompareOutcome outcome, boolean judgesSum) {
        Inquiry inquiry = outcome.inquiry();
        Ranking ranking = Ranking.of(inquiry, outcome.quotes());
        List<Quote> run = ranking.cheapestOfEach(representative(outcome));
        List<Quote> rented = run.isEmpty() ? List.of() : rentedInstead(outcome, run);
        List<Quote> rows = withRented(run, rented);
        NamedSides sides = NamedSides.of(inquiry);
        List<Quote> nearest = nearest(ranking, rows, sides.withoutRow(ranking, rows));
        Quote instead = outcome.instead();
        Standing standing = new Standing(inquiry);
        AnswerFrame answerFrame = AnswerFrame.of(inquiry);
        if (judgesSum) {
            answerFrame.judgesSum();
        }
        List<Quote> only = rows.isEmpty() && instead != null ? onlyRented(outcome, ranking) : List.of();
        if (!only.isEmpty()) {
            only.stream()
                    .skip(1)
                    .map(quote -> TcoWording.modelOnGpus(quote, standing))
                    .forEach(answerFrame::under);
            answerFrame.instead(instead, instead != null && Ranking.isBelow(instead, only.getFirst()));
            nearest.stream()
                    .filter(quote -> only.stream().noneMatch(rentedQuote -> isOfSameModel(quote, rentedQuote)))
                    .forEach(quote ->
                            answerFrame.under(quote.startable() ? besideRows(quote, standing) : none(quote, standing)));
        } else if (rows.isEmpty() && instead != null) {
            onRentedGpus(outcome.rented(), standing).forEach(answerFrame::under);
            nearest.forEach(quote -> answerFrame.under(none(quote, standing)));
        } else {
            if (!rows.isEmpty() && rows.getFirst().isTooSmall()) {
                answerFrame.scaling(instead);
            } else {
                answerFrame.instead(instead, !rows.isEmpty());
            }
            nearest.stream()
                    .filter(_ -> !rows.isEmpty() && unrankedTuned(outcome, rows).isEmpty())
                    .forEach(quote -> answerFrame.under(cheaperOnPaper(quote, rows) + besideRows(quote, standing)));
        }
        Optional<UsualMonth> month = UsualMonth.of(outcome, rows);
        Optional<String> byTheToken = byTheToken(outcome, rows, month);
        byTheToken.ifPresent(answerFrame::under);
        sides.withoutPrice(outcome.quotes(), outcome.closed()).forEach(answerFrame::under);
        rows.stream().findFirst().map(Quote::monthly).ifPresent(answerFrame::monthlyLimit);
        rows.stream().findFirst().ifPresent(answerFrame::totalBudget);
        answerFrame.caution(rows);
        rows.stream()
                .filter(row -> row.isUntuned() && standing.endsWithinItsPeriod(row))
                .forEach(row -> answerFrame.warnOfEnd(row.offer()));
        month.map(UsualMonth::inquiry).ifPresent(answerFrame::job);
        if (byTheToken.isEmpty()) {
            // What two endpoints differ by decides nothing where neither is the one to take.
            Difference.of(inquiry, rows, month).ifPresent(answerFrame::under);
        }
        if (inquiry.filled().has(SlotName.PROVIDERS)) {
            cheapestElsewhere(rows).forEach(answerFrame::under);
        }
        if (rows.size() > 1) {
            answerFrame.figure(
                    month.map(usual -> QuoteTable.compared(usual, rows)).orElseGet(() -> QuoteTable.inSight(rows)));
            if (looksEqual(rows.getFirst(), rows.get(1))) {
                answerFrame.footnote(orderOfEqual(rows.getFirst(), rows.get(1)));
            }
        } else if (rows.size() == 1) {
            answerFrame.figure(TcoWording.figure(rows.getFirst()));
        }
        QuoteTable.chart(inquiry.running() ? "Total cost" : "Training cost", inquiry, rows)
                .ifPresent(answerFrame::add);
        answerFrame.footnotes(ranking.apart(inquiry, told(rows, rented, nearest)));
        answerFrame.detail(ranking.all().size(), () -> QuoteTable.inFull(inquiry, ranking.all()));
        EstimateWording.explainAll(answerFrame, outcome.quotes());
        outcome.leftOut()
                .forEach(reason -> answerFrame.warn(Caveat.Rank.CANNOT_BE_BOUGHT, RefusalWording.sentence(reason)));
        answerFrame.warnBehind(outcome.quotes());
        answerFrame.sources(outcome.quotes().stream().map(Quote::main).toList());
        answerFrame.passOver(sides.leftOut(outcome.quotes(), outcome.closed()));
        String headline = only.isEmpty() ? "" : onlyOnGpus(inquiry, only, ranking);
        if (headline.isEmpty()) {
            headline = rows.isEmpty()
                    ? none(inquiry, ranking, nearest, instead, standing)
                    : first(outcome, rows, nearest, month);
        }
        return answerFrame.reply(headline, outcome.followUps());
    }

    /** Returns the quotes that have a row, in the order of the table. */
    static List<Quote> rows(CompareOutcome outcome) {
        Ranking ranking = Ranking.of(outcome.inquiry(), outcome.quotes());
        List<Quote> run = ranking.cheapestOfEach(representative(outcome));
        return run.isEmpty() ? onlyRented(outcome, ranking) : withRented(run, rentedInstead(outcome, run));
    }

    /** Returns what is said before an offer that costs less than every row and cannot be started; empty for another. */
    private static String cheaperOnPaper(Quote quote, List<Quote> rows) {
        boolean below = quote.total() == null
                && rows.stream().allMatch(row -> row.total() == null && Ranking.isBelow(quote, row))
                && !quote.startable();
        return below && !rows.isEmpty() ? "Cheaper on paper: " : "";
    }

    /** Returns the models that run on rented GPUs alone, the cheapest first; none where a place or a limit of a month was said. */
    private static List<Quote> onlyRented(CompareOutcome outcome, Ranking ranking) {
        Inquiry inquiry = outcome.inquiry();
        boolean placeSaid = inquiry.filled().has(SlotName.PROVIDER)
                || inquiry.filled().has(SlotName.PROVIDERS)
                || inquiry.monthlyLimit().isPresent();
        return placeSaid || !inquiry.running() || ranking.all().isEmpty()
                ? List.of()
                : outcome.rented().stream()
                        .filter(quote -> quote.total() != null && !quote.isCut())
                        .sorted(Ranking.BY_COST)
                        .toList();
    }

    /** {@code Only Llama 3.3 70B can run for 12 months - on rented GPUs (H100): $38,081-$190,760 over 12 months (...)}. */
    private static String onlyOnGpus(Inquiry inquiry, List<Quote> rented, Ranking ranking) {
        Standing standing = new Standing(inquiry);
        long models = ranking.all().stream()
                .map(quote -> quote.offer().model())
                .distinct()
                .count();
        Quote first = rented.getFirst();
        String name = first.offer().model().name();
        String onGpus = TcoWording.modelOnGpus(first, standing);
        if (rented.size() > 1) {
            return "Cheaper: " + onGpus;
        }
        String when = standing.isPeriodAssumed() ? "" : " for " + Standing.period(inquiry);
        return (models == 1 ? "No seller can run " + name + when : "Only " + name + " can run" + when) + " - "
                + onGpus.substring(name.length() + 1);
    }

    /** Returns the cheapest of each provider that has no row in sight: {@code From $6,346-$31,781 on your own or rented GPUs (Llama 3.1 8B)}. */
    private static List<String> cheapestElsewhere(List<Quote> rows) {
        Set<String> seen = rows.stream()
                .limit(Card.LEAST_ROWS)
                .map(row -> Labels.provider(row.offer()))
                .collect(Collectors.toCollection(HashSet::new));
        return rows.stream()
                .filter(row -> seen.add(Labels.provider(row.offer())))
                .map(row -> "From " + Numbers.money(row.ranking()) + " on " + Labels.provider(row.offer()) + " ("
                        + row.offer().model().name() + ")")
                .toList();
    }

    private static boolean looksEqual(Quote first, Quote second) {
        return first.total() != null && Numbers.money(first.ranking()).equals(Numbers.money(second.ranking()));
    }

    private static String orderOfEqual(Quote first, Quote second) {
        return first.training().equals(second.training())
                ? "Equal amounts stand in the order of the price book."
                : "Of equal amounts, what costs less to train comes first.";
    }

    /** Returns what is told beside the rows: named sides without one if they are few, and at least something. */
    private static List<Quote> nearest(Ranking ranking, List<Quote> rows, List<Quote> sides) {
        if (rows.isEmpty() && sides.isEmpty()) {
            return nearestOfEachModel(ranking);
        }
        return rows.isEmpty() || sides.size() <= SIDES_IN_SIGHT ? sides : List.of();
    }

    private static List<Quote> told(List<Quote> rows, List<Quote> rented, List<Quote> nearest) {
        return Stream.of(rows.stream().limit(1), rented.stream(), nearest.stream())
                .flatMap(quotes -> quotes)
                .toList();
    }

    /** Returns the quotes that come nearest to a ranking, of the first models. */
    private static List<Quote> nearestOfEachModel(Ranking ranking) {
        Set<Object> seen = new HashSet<>();
        return ranking.all().stream()
                .filter(quote -> seen.add(quote.offer().model()))
                .limit(MODELS_IN_TITLE)
                .toList();
    }

    /** Returns what has a row of its own: each model; with methods or providers side by side, each of those too. */
    private static Function<Quote, Object> representative(CompareOutcome outcome) {
        boolean methods = outcome.inquiry().filled().has(SlotName.METHODS);
        boolean providers = outcome.inquiry().filled().has(SlotName.PROVIDERS);
        boolean oneModel = outcome.quotes().stream()
                        .map(quote -> quote.offer().model())
                        .distinct()
                        .count()
                == 1;
        return quote -> {
            List<Object> key = new ArrayList<>(List.of(quote.offer().model()));
            if (methods || oneModel) {
                key.add(quote.offer().method());
            }
            if (providers || (oneModel && !methods)) {
                key.add(Labels.provider(quote.offer()));
            }
            return key;
        };
    }

    /** Returns what to start where none can be ranked, or why there is nothing. */
    private static String none(
            Inquiry inquiry, Ranking ranking, List<Quote> nearest, @Nullable Quote instead, Standing standing) {
        if (instead == null) {
            String verdict = inquiry.monthlyLimit()
                    .filter(_ -> !ranking.dear().isEmpty())
                    .map(limit -> MonthlyLimitWording.verdict(nearest.getFirst().monthly(), limit))
                    .orElse("");
            return nearest.stream().map(quote -> none(quote, standing)).collect(Collectors.joining("; ", verdict, ""));
        }
        String why = instead.total() != null && instead.sum(Part.HOSTING).isZero() ? ", which bills by the token" : "";
        return notOne(inquiry, ranking, standing) + " - take " + Labels.offer(instead) + why + ": "
                + standing.cost(instead);
    }

    /** Returns the models on rented GPUs that no seller runs, or that the dearest of those run for less than every seller. */
    private static List<Quote> rentedInstead(CompareOutcome outcome, List<Quote> run) {
        Slots said = outcome.inquiry().filled();
        boolean placeSaid = said.has(SlotName.PROVIDER) || said.has(SlotName.PROVIDERS) || said.has(SlotName.METHODS);
        return outcome.rented().stream()
                .filter(quote -> run.stream()
                        .filter(row -> isOfSameModel(row, quote))
                        .allMatch(row -> !placeSaid
                                && !row.isUntuned()
                                && quote.ranking()
                                                .high()
                                                .compareTo(row.ranking().low())
                                        < 0))
                .toList();
    }

    private static List<Quote> withRented(List<Quote> run, List<Quote> rented) {
        return Stream.concat(
                        run.stream().filter(row -> rented.stream().noneMatch(quote -> isOfSameModel(row, quote))),
                        rented.stream())
                .sorted(Ranking.BY_COST)
                .toList();
    }

    private static boolean isOfSameModel(Quote one, Quote other) {
        return one.offer().model().equals(other.offer().model());
    }

    /** Returns what running each model on rented GPUs costs, in one line where it costs the same for all. */
    private static List<String> onRentedGpus(List<Quote> rented, Standing standing) {
        List<String> months = rented.stream()
                .map(quote -> Numbers.money(quote.monthly()))
                .distinct()
                .toList();
        if (rented.size() < 2 || months.size() > 1 || !standing.isPeriodAssumed()) {
            return rented.stream()
                    .map(quote -> TcoWording.modelOnGpus(quote, standing))
                    .toList();
        }
        return List.of(Text.listed(rented.stream()
                        .map(quote -> quote.offer().model().name())
                        .toList())
                + " on rented GPUs: " + months.getFirst() + " a month each");
    }

    /** {@code Neither can be trained and run on Together AI}, with the months if they were said. */
    private static String notOne(Inquiry inquiry, Ranking ranking, Standing standing) {
        List<String> models = ranking.all().stream()
                .map(quote -> quote.offer().model().name())
                .distinct()
                .toList();
        List<String> providers = ranking.all().stream()
                .map(quote -> quote.offer().provider().name())
                .distinct()
                .toList();
        String which = models.size() == 1
                ? models.getFirst() + " cannot"
                : models.size() == 2 ? "Neither can" : "None of these can";
        String where = providers.size() == 1 ? " on " + providers.getFirst() : "";
        if (!ranking.dear().isEmpty() && inquiry.monthlyLimit().isPresent()) {
            return which + " run" + where + " for at most "
                    + Numbers.money(inquiry.monthlyLimit().get()) + " a month";
        }
        return !inquiry.running()
                ? which + " be trained" + where + " today"
                : which + " run" + where + (standing.isPeriodAssumed() ? "" : " for " + Standing.period(inquiry));
    }

    /** {@code Start with gpt-oss 20B, LoRA on Thinking Machines, the cheapest you can start today: $0.59 to train, then $0.54 a month}. */
    private static String first(
            CompareOutcome outcome, List<Quote> rows, List<Quote> nearest, Optional<UsualMonth> month) {
        Quote first = rows.getFirst();
        Standing standing = new Standing(outcome.inquiry());
        Optional<String> saving = Saving.of(outcome.inquiry(), rows).map(Saving::headline);
        if (saving.isPresent()) {
            return saving.get();
        }
        Optional<Quote> unranked = unrankedTuned(outcome, rows);
        if (unranked.isPresent()) {
            return Labels.offer(first) + ": " + standing.cost(first) + "; " + none(unranked.get(), standing);
        }
        Optional<String> equal = equal(outcome, rows, month);
        if (equal.isPresent()) {
            return equal.get();
        }
        if (first.total() != null) {
            return standing.overBudget(first).orElseGet(() -> lead(outcome, rows)) + Labels.offer(first) + ": "
                    + standing.cost(first);
        }
        String offer = Labels.offer(first) + (isOpen(outcome) && rows.size() > 1 ? CHEAPEST_OF_ALL : "") + ": ";
        return isCheapestToRun(rows, month)
                ? lead(outcome, rows) + offer + standing.trainingOrEpoch(first) + running(first, standing, month)
                : cheapestToTrain(rows, nearest) + Labels.offer(first) + ": "
                        + standing.trainingOrEpoch(first).replace(Standing.TO_TRAIN, "")
                        + running(first, standing, month);
    }

    /** {@code Equal: Gemma 4 31B, LoRA on Together AI and Qwen3.6 27B, LoRA on Together AI: $13.50 to train, ...}, where none is cheaper. */
    private static Optional<String> equal(CompareOutcome outcome, List<Quote> rows, Optional<UsualMonth> month) {
        Standing standing = new Standing(outcome.inquiry());
        Quote first = rows.getFirst();
        String cost = cost(first, standing, month);
        boolean equal = rows.size() == 2
                && !isOpen(outcome)
                && standing.overBudget(first).isEmpty()
                && cost(rows.getLast(), standing, month).equals(cost);
        return equal
                ? Optional.of(
                        "Equal: " + Text.listed(rows.stream().map(Labels::offer).toList()) + ": " + cost)
                : Optional.empty();
    }

    private static String cost(Quote quote, Standing standing, Optional<UsualMonth> month) {
        return quote.total() == null
                ? standing.trainingOrEpoch(quote) + running(quote, standing, month)
                : standing.cost(quote);
    }

    /**
     * {@code Billed by the token: Qwen3.5 9B, LoRA on Thinking Machines: $14.98 to train, then $2.19 a month}, where only
     * training was asked for and every row, though cheaper to train, waits at a fee or is not run.
     */
    private static Optional<String> byTheToken(CompareOutcome outcome, List<Quote> rows, Optional<UsualMonth> month) {
        Inquiry inquiry = outcome.inquiry();
        boolean trainingOnly = !inquiry.isByGuide()
                && !rows.isEmpty()
                && rows.stream().allMatch(row -> row.total() == null && !inquiry.isRunByTheToken(row));
        Standing standing = new Standing(inquiry);
        return outcome.quotes().stream()
                .filter(quote -> trainingOnly && standing.canStart(quote) && inquiry.isRunByTheToken(quote))
                .min(Quote.CHEAPEST_FIRST)
                .map(quote -> "Billed by the token: " + Labels.offer(quote) + ": " + cost(quote, standing, month));
    }

    /** What alone can be started is not the cheapest where another has a lower price. */
    private static String cheapestToTrain(List<Quote> rows, List<Quote> nearest) {
        boolean dearer =
                nearest.stream().anyMatch(quote -> !cheaperOnPaper(quote, rows).isEmpty());
        return dearer ? "Cheapest to train that you can start: " : "Cheapest to train: ";
    }

    /** Returns the tuned model beside untuned ones that alone have a row, so that why it has none is said with them. */
    private static Optional<Quote> unrankedTuned(CompareOutcome outcome, List<Quote> rows) {
        return rows.stream().allMatch(Quote::isUntuned)
                ? outcome.quotes().stream().filter(quote -> !quote.isUntuned()).findFirst()
                : Optional.empty();
    }

    /** The first of an open choice is where to start, unless another is far cheaper; of what was named it is the cheapest. */
    private static String lead(CompareOutcome outcome, List<Quote> rows) {
        if (isOpen(outcome) || (rows.size() == 1 && outcome.instead() == null)) {
            return "Start with ";
        }
        return rows.size() == 2 ? "Cheaper: " : "Cheapest: ";
    }

    /** True if no model was named, and nothing else is better to start with. */
    private static boolean isOpen(CompareOutcome outcome) {
        List<ModelId> models = outcome.inquiry().filled().value(SlotName.MODELS);
        return (models == null || models.equals(List.of(SlotName.ALL_MODELS))) && outcome.instead() == null;
    }

    /** True if no row whose month is known runs for less than the first. */
    private static boolean isCheapestToRun(List<Quote> rows, Optional<UsualMonth> month) {
        Optional<Band> first = month.flatMap(usual -> usual.cost(rows.getFirst()));
        return first.isPresent()
                && rows.stream()
                        .flatMap(row -> month.flatMap(usual -> usual.cost(row)).stream())
                        .allMatch(cost -> Band.LEAST_AT_MOST.compare(first.get(), cost) <= 0);
    }

    /** {@code , then $0.54 a month}; a fee of an endpoint is named as such. */
    private static String running(Quote first, Standing standing, Optional<UsualMonth> month) {
        String afterwards = standing.afterwards(first);
        return !afterwards.isEmpty() || month.isEmpty()
                ? afterwards
                : month.get()
                        .cost(first)
                        .map(cost -> ", then " + Numbers.money(cost) + " a month")
                        .orElse(", running cost unknown");
    }

    /** Returns what a named offer without a row costs, and why it has none. */
    private static String besideRows(Quote quote, Standing standing) {
        boolean totalled = quote.total() != null && quote.unpriced().isEmpty();
        return totalled && (quote.isCut() || !standing.canStart(quote))
                ? Labels.offer(quote) + ": " + Ranking.cost(quote, standing)
                : none(quote, standing);
    }

    /** Returns why a quote is not ranked. */
    private static String none(Quote quote, Standing standing) {
        return Labels.offer(quote) + ": " + why(quote, standing);
    }

    private static String why(Quote quote, Standing standing) {
        String closed = standing.closed(quote);
        boolean priced = quote.unpriced().isEmpty();
        String training = priced ? Numbers.money(quote.training()) + Standing.TO_TRAIN : standing.trainings(quote);
        if (!closed.isEmpty()) {
            return quote.total() == null ? training + ", " + closed : closed;
        }
        if (!priced) {
            return training + ", " + standing.notRun(quote);
        }
        Optional<LocalDate> end = standing.end(quote);
        return end.isPresent()
                ? training + ", ends " + end.get()
                : quote.total() == null
                        ? training + standing.afterwards(quote)
                        : training + ", then " + Numbers.money(quote.monthly()) + " a month";
    }
}
