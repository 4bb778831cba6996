package io.tunetally.wording.part;

import io.tunetally.answer.outcome.IdleGpu;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.ModelId;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Warning;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Card;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every answer around its figures: the other price book's figure, the job, what was not used, one caveat, and
 * behind <i>Details</i> all warnings, the arithmetic, sources and what the figures leave out.
 */
public final class AnswerFrame {
    /** The maximum number of sources listed, to keep comparisons of many models readable. */
    private static final int SOURCES_NAMED = 5;

    private static final String WITHIN_EU =
            "No price list says where its seller processes data; where you rent GPUs, you choose the place.";

    private static final String LEFT_OUT = "Left out: taxes, credits, free quotas and preparing the data.";

    private final Inquiry inquiry;
    private Inquiry job;
    private final AnswerWarnings warnings;
    private final List<String> under = new ArrayList<>();
    private final List<Block> figures = new ArrayList<>();
    private final List<Supplier<? extends Block>> details = new ArrayList<>();
    private int detailRows;
    private int underPrice;
    private boolean sumJudged;
    private final List<AppliedRate> rates = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> footnotes = new LinkedHashSet<>();

    private AnswerFrame(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.warnings = new AnswerWarnings(inquiry);
        this.job = inquiry;
    }

    /** Creates a frame that includes what was understood. */
    public static AnswerFrame of(Inquiry inquiry) {
        return new AnswerFrame(inquiry);
    }

    /** Replaces the job in the line below the headline by one of more values, such as the usual traffic. */
    public AnswerFrame job(Inquiry ofMore) {
        job = ofMore;
        return this;
    }

    /** Says that the headline judges the sum that was quoted or paid, which is otherwise named as not used. */
    public AnswerFrame judgesSum() {
        sumJudged = true;
        return this;
    }

    /** Adds a line right under the headline. */
    public AnswerFrame under(String line) {
        under.add(line);
        return this;
    }

    /** Adds the offer whose price the answer explains, under a headline of something else: another book's figure follows it. */
    public AnswerFrame offer(String line) {
        under.add(line);
        underPrice = under.size();
        return this;
    }

    /**
     * Names an offer that can be started at a reasonable price, under a headline that names none.
     *
     * @param startable whether the headline's offer can be started, only at a far higher price
     */
    public AnswerFrame instead(@Nullable Quote nearest, boolean startable) {
        if (nearest == null) {
            return this;
        }
        return under((startable ? "Far cheaper: " : "You can start today: ") + Labels.offer(nearest) + ": "
                + new Standing(inquiry).cost(nearest));
    }

    /** Names the same beside the untuned model, which may cost less than any that is tuned. */
    public AnswerFrame instead(@Nullable Quote nearest, BreakEven comparison, boolean startable) {
        if (nearest != null && comparison.isAgainstBill()) {
            return under(
                    "Below what you pay today: " + Labels.offer(nearest) + ": " + new Standing(inquiry).cost(nearest));
        }
        return nearest != null
                        && startable
                        && nearest.monthly().low().compareTo(comparison.base().high()) >= 0
                ? under("Far cheaper than that, but not than untuned: " + Labels.offer(nearest) + ": "
                        + new Standing(inquiry).cost(nearest))
                : instead(nearest, startable);
    }

    /** Names an offer under a headline of a fee that is far too small for the traffic: it may well cost more. */
    public AnswerFrame scaling(@Nullable Quote nearest) {
        return nearest == null
                ? this
                : under("For so much traffic: " + Labels.offer(nearest) + ": " + new Standing(inquiry).cost(nearest));
    }

    /** Names the same model at a seller or on rented GPUs, beside a headline of the other. */
    public AnswerFrame beside(@Nullable Quote other) {
        return other == null
                ? this
                : under(Text.capitalised(Labels.provider(other.offer())) + Labels.gpu(other) + ": "
                        + new Standing(inquiry).cost(other));
    }

    /** Says whether running costs more a month than the limit that was said, if one was. */
    public AnswerFrame monthlyLimit(@Nullable Band month) {
        if (month != null) {
            inquiry.monthlyLimit().ifPresent(limit -> under(MonthlyLimitWording.of(month, limit)));
        }
        return this;
    }

    /** Says that training and running may exceed the budget for both, if only the high end of the cost does. */
    public AnswerFrame totalBudget(Quote quote) {
        Total total = quote.total();
        inquiry.totalBudget()
                .filter(budget -> total != null
                        && total.amount().low().compareTo(budget) <= 0
                        && total.amount().high().compareTo(budget) > 0)
                .ifPresent(budget -> under("It may cost more than your " + Numbers.money(budget)));
        return this;
    }

    /** Names the models that were left out because they cost more to run a month than was said. */
    public AnswerFrame dearToRun(List<Quote> dear) {
        inquiry.monthlyLimit()
                .filter(_ -> !dear.isEmpty())
                .ifPresent(limit -> footnote(MonthlyLimitWording.leftOut(dear, limit)));
        return this;
    }

    /** Adds figures in sight; they come again among the details only by {@link #detail}. */
    public AnswerFrame figure(Block block) {
        figures.add(block);
        return this;
    }

    /** Adds figures that only the details show. */
    public AnswerFrame detail(Block block) {
        return detail(rows(block), () -> block);
    }

    /** Adds the same, worded only if the details were asked for. */
    public AnswerFrame detail(Supplier<? extends Block> block) {
        return detail(0, block);
    }

    /** Adds a table of so many rows that only the details show, worded only if they were asked for. */
    public AnswerFrame detail(int rows, Supplier<? extends Block> table) {
        detailRows = Math.max(detailRows, rows);
        details.add(table);
        return this;
    }

    /** Adds figures to both: in sight as far as there is room, in full among the details. */
    public AnswerFrame add(Block block) {
        return figure(block).detail(block);
    }

    /** Adds a warning, once, however many figures it concerns. */
    public AnswerFrame warn(Caveat.Rank rank, String warning) {
        warnings.add(rank, warning);
        return this;
    }

    /** Adds the sources of figures. */
    public AnswerFrame sources(List<AppliedRate> more) {
        rates.addAll(more);
        return this;
    }

    /** Adds a line to the details. */
    public AnswerFrame note(String note) {
        notes.add(note);
        return this;
    }

    /** Adds a line below the figures in sight. */
    public AnswerFrame footnote(String note) {
        footnotes.add(note);
        return this;
    }

    /** Adds lines below the figures in sight. */
    public AnswerFrame footnotes(List<String> lines) {
        footnotes.addAll(lines);
        return this;
    }

    /** Adds the warnings and sources of a quote's figures. */
    public AnswerFrame cite(Quote quote) {
        warnings.cite(quote);
        sayWhatClassifiersDo(List.of(quote));
        return sources(quote.lines().stream()
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Adds those of comparisons, including the prices of the untuned models, each warning once. */
    public AnswerFrame cite(List<BreakEven> comparisons) {
        if (comparisons.size() == 1) {
            cite(comparisons.getFirst().tuned());
        } else {
            warn(comparisons.stream().map(BreakEven::tuned).toList());
        }
        return sources(comparisons.stream()
                .flatMap(comparison -> comparison.lines().stream())
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .toList());
    }

    /** A classifier without a name stands for all that its seller trains. */
    private void sayWhatClassifiersDo(List<Quote> quotes) {
        List<ModelId> named = inquiry.filled().value(SlotName.MODELS);
        quotes.stream()
                .map(Quote::offer)
                .filter(offer -> offer.model().classifier())
                .filter(offer -> named == null || !named.contains(offer.model().id()))
                .map(offer -> offer.model().name() + " chooses among classes and writes no text; "
                        + offer.provider().name() + " trains nothing that does.")
                .filter(text -> !footnotes.contains(text))
                .distinct()
                .forEach(footnotes::add);
    }

    /** Warns of the shutdown of an untuned model; the end of its training does not matter. */
    public AnswerFrame warnOfEnd(Offer untuned) {
        warnings.warnOfEnd(untuned);
        return this;
    }

    /** Adds the warnings of several quotes, each once. */
    public AnswerFrame warn(List<Quote> several) {
        return warnOnly(several, _ -> true);
    }

    /** Adds only some kinds of warnings. */
    public AnswerFrame warnOnly(List<Quote> several, Predicate<Warning> told) {
        sayWhatClassifiersDo(several);
        warnings.inSight(several, told);
        warnings.behind(several, told);
        return this;
    }

    /** Adds only the caveats of quotes in sight, whose warnings are among those of more quotes. */
    public AnswerFrame caution(List<Quote> rows) {
        warnings.inSight(rows, _ -> true);
        sayWhatClassifiersDo(rows);
        return this;
    }

    /** Adds the warnings of quotes that are not in sight. */
    public AnswerFrame warnBehind(List<Quote> several) {
        warnings.behind(several, _ -> true);
        return this;
    }

    /**
     * Adds the important facts about the quotes after the first: disagreeing editions, and missing or old prices.
     *
     * @param rows the quotes in sight
     */
    public AnswerFrame citeOthers(Quote first, List<Quote> others, List<Quote> rows) {
        warnings.citeOthers(first, others, rows);
        return sources(others.stream().map(Quote::main).toList());
    }

    /** Adds the arithmetic of lines to the details. */
    public AnswerFrame explain(List<LineItem> lines) {
        return lines.isEmpty()
                ? this
                : detail(() -> new Block.Facts(lines.stream()
                        .map(line -> Block.Fact.of("", Span.plain(Arithmetic.of(line))))
                        .toList()));
    }

    /** Lists what was left out of a comparison because it is closed. */
    public AnswerFrame passOver(List<Outcome.PassedOver> closed) {
        if (!closed.isEmpty()) {
            footnote(PassedOverWording.brief(inquiry, closed));
            note(PassedOverWording.of(closed));
        }
        return this;
    }

    /** Returns the finished reply: the details if they were asked for, else only what a decision needs. */
    public Reply reply(String headline, List<NextQuestion> followUps) {
        boolean detailed = Boolean.TRUE.equals(inquiry.filled().value(SlotName.EXPLAIN));
        if (IdleValues.isWithinEu(inquiry)) {
            footnote(WITHIN_EU);
        }
        Doubts doubts = Doubts.of(inquiry, warnings::tells, sumJudged);
        List<String> lines = new ArrayList<>(under);
        // Right under the price that it differs from.
        warnings.otherBooksFigure().ifPresent(figure -> lines.add(underPrice, figure));
        List<IdleGpu> idle = IdleGpu.of(inquiry.filled(), warnings.quotes());
        RequestSummary summary = new RequestSummary(warnings.withoutIdle(without(idle)));
        summary.volume().ifPresent(lines::add);
        summary.bill().ifPresent(lines::add);
        String withOffer = underPrice == 0 ? headline : headline + " " + String.join(" ", under);
        lines.addAll(summary.job(withOffer));
        Optional<Caveat> caveat = warnings.caveat(withOffer);
        List<List<Span>> allWarnings = new ArrayList<>(doubts.corrections());
        // A caveat that is a whole warning is above the details already.
        warnings.texts().stream()
                .filter(text -> caveat.stream().noneMatch(one -> one.text().equals(text)))
                .forEach(text -> allWarnings.add(List.of(Span.plain(text))));
        List<List<Span>> unused = new ArrayList<>(doubts.unused());
        idle.forEach(one -> unused.add(List.of(Span.plain("Not used: " + one.label() + " (" + one.reason() + ")"))));
        IdleValues.tooFewGpus(inquiry, warnings.quotes()).ifPresent(text -> unused.add(List.of(Span.plain(text))));
        List<String> notUsed = List.copyOf(warnings.notUsed());
        if (!notUsed.isEmpty()) {
            unused.add(List.of(Span.plain(Caveat.joined(notUsed))));
        }
        int hidden = doubts.corrections().size()
                + warnings.texts().size()
                + notes.size()
                - notUsed.size()
                - (caveat.isPresent() ? 1 : 0);
        Card card = new Card(
                headline,
                lines,
                unused,
                caveat.filter(one -> !detailed || !warnings.isInFull(one))
                        .map(Caveat::text)
                        .orElse(null),
                figures,
                List.copyOf(footnotes),
                detailed
                        ? new Card.Details(
                                allWarnings,
                                details.stream().<Block>map(Supplier::get).toList(),
                                smallPrint().toList())
                        : Card.Details.NONE,
                Buttons.of("", followUps, hiddenRows(), Math.max(hidden, 0)));
        return detailed ? card.detailed() : card.compact();
    }

    private Inquiry without(List<IdleGpu> idle) {
        Inquiry used = job;
        for (IdleGpu one : idle) {
            used = used.without(one.name());
            if (one.name() == SlotName.GPU) {
                used = used.without(SlotName.GPUS).without(SlotName.OWN_HARDWARE);
            }
        }
        return used;
    }

    /** Returns the number of rows of the details' largest table, 0 if all of them are in sight. */
    private int hiddenRows() {
        int inSight = figures.stream().mapToInt(AnswerFrame::rows).max().orElse(0);
        return detailRows > 1 && detailRows > Math.min(Card.ROWS, inSight) ? detailRows : 0;
    }

    private static int rows(Block block) {
        return block instanceof Block.Table table ? table.rows().size() : 0;
    }

    private Stream<String> smallPrint() {
        List<String> sources = SourceWording.of(rates);
        List<String> small = new ArrayList<>(sources.subList(0, Math.min(SOURCES_NAMED, sources.size())));
        if (sources.size() > SOURCES_NAMED) {
            small.add("... " + (sources.size() - SOURCES_NAMED) + " more sources; ask about one model to see its own.");
        }
        small.addAll(notes);
        small.add(LEFT_OUT);
        return small.stream();
    }

    /** Returns a reply without an inquiry. */
    public static Reply bare(String title, List<Block> blocks) {
        return new Reply(title, blocks, Audience.ASKER);
    }
}
