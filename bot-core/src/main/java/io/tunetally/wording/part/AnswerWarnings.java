package io.tunetally.wording.part;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Warning;
import io.tunetally.reply.Card;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The warnings of an answer: the caveats of the quotes in sight, all warnings in full, each once, and what was not used. */
final class AnswerWarnings {
    private final Inquiry inquiry;
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Caveat> caveats = new ArrayList<>();
    private final Set<String> kindsWarnedOf = new HashSet<>();
    private final Set<String> notUsed = new LinkedHashSet<>();
    private final Set<SlotName<?>> idle = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<Warning> inFull = new ArrayList<>();

    AnswerWarnings(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** Adds a warning, once, however many figures it concerns. */
    void add(Caveat.Rank rank, String warning) {
        if (warnings.add(warning)) {
            caveats.add(new Caveat(rank, warning, null));
        }
    }

    /** Adds the warnings of a quote in sight, worded for it alone. */
    void cite(Quote quote) {
        quote.warnings().forEach(warning -> kindsWarnedOf.add(warning.kind()));
        inFull.addAll(quote.warnings());
        warnings.addAll(new WarningWording(inquiry.asOf()).texts(quote.warnings(), quote.offer()));
        inSight(List.of(quote), _ -> true);
    }

    /** Warns of the shutdown of an untuned model. */
    void warnOfEnd(Offer untuned) {
        WarningWording wording = new WarningWording(inquiry.asOf());
        inquiry.engine()
                .offers()
                .lifecycle(untuned)
                .filter(event -> event.kind() == LifecycleEvent.Kind.SHUT_DOWN)
                .forEach(event -> add(Caveat.Rank.ENDS_SOON, wording.text(new Warning.Lifecycle(event), untuned)));
    }

    /** Adds some kinds of warnings of several quotes, which need not be in sight. */
    void behind(List<Quote> several, Predicate<Warning> told) {
        for (Quote quote : several) {
            for (Warning warning : quote.warnings()) {
                kindsWarnedOf.add(warning.kind());
                if (told.test(warning)) {
                    inFull.add(warning);
                }
            }
        }
        warnings.addAll(GatheredWarnings.of(several, inquiry.asOf(), told));
    }

    /** Adds the caveats of quotes in sight; only the rows have one there. */
    void inSight(List<Quote> several, Predicate<Warning> told) {
        for (Quote quote : several) {
            if (quotes.size() < Card.ROWS) {
                quotes.add(quote);
                boolean first = quotes.size() == 1;
                for (Caveat caveat : Caveat.of(quote, inquiry.asOf(), told)) {
                    if (caveat.rank() == Caveat.Rank.NOT_USED) {
                        notUsed(caveat);
                    } else if (first || caveat.rank() != Caveat.Rank.BY_SIZE) {
                        // Another row's price by size would read as the headline's.
                        caveats.add(caveat);
                    }
                }
            }
        }
    }

    /** A choice that the thread remembers was said back with the message that made it. */
    private void notUsed(Caveat caveat) {
        SlotName<?> choice = choice(caveat.warning());
        Slot<?> slot = choice == null ? null : inquiry.filled().get(choice);
        if (choice != null && slot != null && slot.origin() == Origin.REMEMBERED) {
            idle.add(choice);
        } else {
            notUsed.add(caveat.text());
        }
    }

    private static @Nullable SlotName<?> choice(@Nullable Warning warning) {
        return switch (warning) {
            case Warning.ProviderNotOffered _ -> SlotName.PROVIDER;
            case Warning.MethodNotOffered _ -> SlotName.METHOD;
            case Warning.DeploymentNotOffered _ -> SlotName.DEPLOYMENT;
            case Warning.VariantNotOffered _ -> SlotName.VARIANT;
            case null, default -> null;
        };
    }

    /** Returns the inquiry without the remembered choices that the quotes in sight do not use. */
    Inquiry withoutIdle(Inquiry job) {
        Inquiry less = job;
        for (SlotName<?> name : idle) {
            less = less.without(name);
        }
        return less;
    }

    /**
     * Adds the important warnings of the quotes after the first.
     *
     * @param rows the quotes in sight
     */
    void citeOthers(Quote first, List<Quote> others, List<Quote> rows) {
        behind(others, Warning.Disagreement.class::isInstance);
        List<Quote> elsewhere = others.stream()
                .filter(quote -> !quote.offer().provider().equals(first.offer().provider()))
                .toList();
        behind(elsewhere, warning -> warning instanceof Warning.Stale || warning instanceof Warning.Unpriced);
        inSight(
                rows.stream()
                        .filter(quote -> !quote.offer().equals(first.offer()))
                        .toList(),
                warning -> warning instanceof Warning.Minimum || warning instanceof Warning.Disagreement);
    }

    /** Returns the quotes in sight. */
    List<Quote> quotes() {
        return quotes;
    }

    /** Returns the warnings in full. */
    Set<String> texts() {
        return warnings;
    }

    /** Returns the sentences on what was said and not used. */
    Set<String> notUsed() {
        return notUsed;
    }

    /** Returns whether the warnings in full tell a caveat, too. */
    boolean isInFull(Caveat caveat) {
        return inFull.contains(caveat.warning());
    }

    /** Returns whether it has a kind of warning: it names the alternative, so the unused word needs no second line. */
    boolean tells(String kind) {
        return kindsWarnedOf.contains(kind);
    }

    /** Returns the heaviest caveat; a disagreement of the books has its own line, and the headline tells what is closed. */
    Optional<Caveat> caveat(String headline) {
        boolean closed = quotes.stream()
                .map(new Standing(inquiry)::closed)
                .anyMatch(words -> !words.isEmpty() && headline.contains(words));
        return caveats.stream()
                .filter(caveat -> caveat.rank() != Caveat.Rank.EDITIONS_DISAGREE)
                .filter(caveat -> !(closed && caveat.rank().compareTo(Caveat.Rank.ENDS_SOON) <= 0))
                .filter(caveat -> !(caveat.rank() == Caveat.Rank.RUNNING_COST && headline.contains(Standing.NOT_RUN)))
                .min(Comparator.comparing(Caveat::rank));
    }

    /** Returns the figure of the other book for the first offer, or for the same model and method elsewhere. */
    Optional<String> otherBooksFigure() {
        if (caveats.stream().noneMatch(caveat -> caveat.warning() instanceof Warning.Disagreement)) {
            return Optional.empty();
        }
        Offer first = quotes.getFirst().offer();
        return quotes.stream()
                .filter(quote -> quote.offer().model().equals(first.model())
                        && quote.offer().method() == first.method())
                .flatMap(quote -> quote.warnings().stream()
                        .filter(Warning.Disagreement.class::isInstance)
                        .filter(warning -> caveats.stream().anyMatch(caveat -> warning.equals(caveat.warning())))
                        .map(warning -> figure((Warning.Disagreement) warning, quote.offer(), first)))
                .findFirst();
    }

    private static String figure(Warning.Disagreement other, Offer offer, Offer first) {
        String where = offer.provider().equals(first.provider())
                ? ""
                : " (" + offer.provider().name() + ")";
        return Labels.editionsFigure(other.their().provenance().edition()) + ": " + Numbers.money(other.theirs())
                + where;
    }
}
