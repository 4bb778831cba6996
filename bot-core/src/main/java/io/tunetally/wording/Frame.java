package io.tunetally.wording;

import io.tunetally.answer.FollowUp;
import io.tunetally.answer.Inquiry;
import io.tunetally.answer.Outcome;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What every answer has around its figures: the line that says what was understood, warnings, what was repaired or not
 * used, sources, what the figures leave out, and the next questions.
 */
final class Frame {
    /** So many different sources are named; a comparison of many models would drown in them. */
    private static final int SOURCES_NAMED = 4;

    private static final String LEFT_OUT = "Left out: taxes, credits, free quotas and preparing the data.";

    private final Inquiry inquiry;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private Frame(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** Starts with what was understood. */
    static Frame of(Inquiry inquiry) {
        Frame frame = new Frame(inquiry);
        String echo = new Echo(inquiry).line();
        if (!echo.isEmpty()) {
            frame.add(Block.Text.of(Span.plain(echo)));
        }
        return frame;
    }

    Frame add(Block block) {
        blocks.add(block);
        return this;
    }

    /** A warning, said once however many figures it concerns. */
    Frame warn(String warning) {
        warnings.add(warning);
        return this;
    }

    /** Where figures come from, at most so many notes. */
    Frame sources(List<AppliedRate> rates) {
        List<String> notes = SourceWording.of(rates);
        notes.stream().limit(SOURCES_NAMED).forEach(this::note);
        if (notes.size() > SOURCES_NAMED) {
            note("... " + (notes.size() - SOURCES_NAMED) + " more sources; ask about one model to see its own.");
        }
        return this;
    }

    Frame note(String note) {
        notes.add(note);
        return this;
    }

    /** All there is to know about a quote's figures: warnings and sources. */
    Frame cite(Quote quote) {
        new WarningWording(inquiry.asOf())
                .texts(quote.warnings(), quote.offer())
                .forEach(this::warn);
        return sources(quote.lines().stream()
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .toList());
    }

    Frame explain(List<LineItem> lines) {
        List<Block.Fact> facts = new ArrayList<>();
        for (LineItem line : lines) {
            facts.add(Block.Fact.of("", Span.plain(Arithmetic.of(line))));
        }
        return facts.isEmpty() ? this : add(new Block.Facts(facts));
    }

    /** The finished reply; the sources and what is left out come last, before the next questions. */
    Reply reply(String title, List<FollowUp> followUps) {
        List<Block> all = new ArrayList<>();
        List<List<Span>> doubts = ProblemWording.of(inquiry.interpretation());
        if (!warnings.isEmpty()) {
            all.add(new Block.Notes(
                    Block.Tone.WARNING,
                    warnings.stream().map(text -> List.of(Span.plain(text))).toList()));
        }
        all.addAll(blocks);
        if (!doubts.isEmpty()) {
            all.add(new Block.Notes(Block.Tone.WARNING, doubts));
        }
        List<List<Span>> small = new ArrayList<>(
                notes.stream().map(text -> List.of(Span.plain(text))).toList());
        small.add(List.of(Span.plain(LEFT_OUT)));
        all.add(new Block.Notes(Block.Tone.NOTE, small));
        if (!followUps.isEmpty()) {
            all.add(Buttons.of("", followUps));
        }
        return new Reply(title, all, Audience.EVERYONE);
    }

    /** The same for a reply that stands before any inquiry. */
    static Reply bare(String title, List<Block> blocks) {
        return new Reply(title, blocks, Audience.ASKER);
    }

    /** Names what was left out of a comparison because it is closed. */
    Frame passOver(List<Outcome.PassedOver> closed) {
        if (!closed.isEmpty()) {
            note(PassedOverWording.of(closed));
        }
        return this;
    }
}
