package io.tunetally.wording.part;

import io.tunetally.answer.Inquiry;
import io.tunetally.answer.NextQuestion;
import io.tunetally.answer.Outcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Warning;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The frame of every answer around its figures: the line that says what was understood, warnings, corrections and
 * unused parts, sources, what the figures leave out, and the next questions.
 */
public final class AnswerFrame {
    /** The maximum number of sources listed, to keep comparisons of many models readable. */
    private static final int SOURCES_NAMED = 5;

    private static final String LEFT_OUT = "Left out: taxes, credits, free quotas and preparing the data.";

    private final Inquiry inquiry;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> kindsWarnedOf = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<AppliedRate> rates = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private AnswerFrame(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** Creates a frame that includes what was understood. */
    public static AnswerFrame of(Inquiry inquiry) {
        return new AnswerFrame(inquiry);
    }

    public AnswerFrame add(Block block) {
        blocks.add(block);
        return this;
    }

    /** Adds a warning, once, however many figures it concerns. */
    public AnswerFrame warn(String warning) {
        warnings.add(warning);
        return this;
    }

    /** Adds the sources of figures. */
    public AnswerFrame sources(List<AppliedRate> more) {
        rates.addAll(more);
        return this;
    }

    public AnswerFrame note(String note) {
        notes.add(note);
        return this;
    }

    /** Adds the warnings and sources of a quote's figures. */
    public AnswerFrame cite(Quote quote) {
        new WarningWording(inquiry.asOf())
                .texts(quote.warnings(), quote.offer())
                .forEach(this::warn);
        quote.warnings().forEach(warning -> kindsWarnedOf.add(warning.kind()));
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

    /** Warns of the shutdown of an untuned model; the end of its training does not matter. */
    public AnswerFrame warnOfEnd(Offer untuned) {
        WarningWording wording = new WarningWording(inquiry.asOf());
        inquiry.engine()
                .offers()
                .lifecycle(untuned)
                .filter(event -> event.kind() == LifecycleEvent.Kind.SHUT_DOWN)
                .forEach(event -> warn(wording.text(new Warning.Lifecycle(event), untuned)));
        return this;
    }

    /** Adds the warnings of several quotes, each once. */
    public AnswerFrame warn(List<Quote> quotes) {
        return warnOnly(quotes, _ -> true);
    }

    /** Adds only some kinds of warnings. */
    public AnswerFrame warnOnly(List<Quote> quotes, Predicate<Warning> told) {
        GatheredWarnings.of(quotes, inquiry.asOf(), told).forEach(this::warn);
        quotes.forEach(quote -> quote.warnings().forEach(warning -> kindsWarnedOf.add(warning.kind())));
        return this;
    }

    /** Adds the important facts about the quotes after the first: disagreeing editions, and missing or old prices. */
    public AnswerFrame citeOthers(Quote first, List<Quote> quotes) {
        warnOnly(quotes, Warning.Disagreement.class::isInstance);
        List<Quote> elsewhere = quotes.stream()
                .filter(quote -> !quote.offer().provider().equals(first.offer().provider()))
                .toList();
        warnOnly(elsewhere, warning -> warning instanceof Warning.Stale || warning instanceof Warning.Unpriced);
        return sources(quotes.stream().map(Quote::main).toList());
    }

    public AnswerFrame explain(List<LineItem> lines) {
        List<Block.Fact> facts = new ArrayList<>();
        for (LineItem line : lines) {
            facts.add(Block.Fact.of("", Span.plain(Arithmetic.of(line))));
        }
        return facts.isEmpty() ? this : add(new Block.Facts(facts));
    }

    /**
     * Returns the finished reply: warnings, what was understood and what was not, the answer, and last the sources,
     * what is left out and the next questions.
     */
    public Reply reply(String title, List<NextQuestion> followUps) {
        List<Block> all = new ArrayList<>();
        if (!warnings.isEmpty()) {
            all.add(new Block.Notes(
                    Block.Tone.WARNING,
                    warnings.stream().map(text -> List.of(Span.plain(text))).toList()));
        }
        addWhatWasUnderstood(all);
        all.addAll(blocks);
        all.add(new Block.Notes(
                Block.Tone.NOTE,
                smallPrint().map(text -> List.of(Span.plain(text))).toList()));
        if (!followUps.isEmpty()) {
            all.add(Buttons.of("", followUps));
        }
        return new Reply(title, all, Audience.EVERYONE);
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

    private void addWhatWasUnderstood(List<Block> all) {
        all.add(new RequestSummary(inquiry).basis());
        List<List<Span>> doubts = new ArrayList<>(ProblemWording.of(inquiry.interpretation(), this::isSaidAlready));
        IdleValues.of(inquiry).forEach(idle -> doubts.add(List.of(Span.plain(idle))));
        if (!doubts.isEmpty()) {
            all.add(new Block.Notes(Block.Tone.WARNING, doubts));
        }
    }

    /** A warning already names the alternative, so the unused word needs no second line. */
    private boolean isSaidAlready(Problem problem) {
        return switch (problem) {
            case Problem.NotOffered offer -> kindsWarnedOf.contains(offer.kind());
            case Problem.UnpricedModel _ -> kindsWarnedOf.contains("tier");
            case Problem.OutOfRange _,
                    Problem.UnknownWord _,
                    Problem.AmbiguousModel _,
                    Problem.AmbiguousNumber _,
                    Problem.ForeignCurrency _,
                    Problem.Conflict _,
                    Problem.TooComplex _,
                    Problem.TooMany _ -> false;
        };
    }

    /** Returns a reply without an inquiry. */
    public static Reply bare(String title, List<Block> blocks) {
        return new Reply(title, blocks, Audience.ASKER);
    }

    /** Lists what was left out of a comparison because it is closed. */
    public AnswerFrame passOver(List<Outcome.PassedOver> closed) {
        if (!closed.isEmpty()) {
            note(PassedOverWording.of(closed));
        }
        return this;
    }
}
