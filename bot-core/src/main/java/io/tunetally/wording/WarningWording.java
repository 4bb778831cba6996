package io.tunetally.wording;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Subject;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Warnings in words. */
final class WarningWording {
    private final LocalDate asOf;

    /** Warnings are worded as of a day: what ended reads differently from what will. */
    WarningWording(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** One sentence, complete in itself. */
    String text(Warning warning, Offer offer) {
        return switch (warning) {
            case Warning.Lifecycle lifecycle -> lifecycle(lifecycle.event(), offer);
            case Warning.Minimum minimum ->
                offer.provider().name() + " may charge at least "
                        + Numbers.money(minimum.minimum().high()) + " a job: the tokens alone come to "
                        + Numbers.money(minimum.computed()) + " (" + source(minimum.provenance()) + ").";
            case Warning.Disagreement other ->
                "The " + other.their().provenance().edition() + " prices say "
                        + Numbers.money(other.theirs()) + " for this, not " + Numbers.money(other.ours()) + " ("
                        + source(other.their().provenance()) + ").";
            case Warning.Stale old -> stale(List.of(old));
            case Warning.MethodNotOffered method -> method(method);
            case Warning.ProviderNotOffered provider ->
                provider.asked().name() + " does not train " + offer.model().name() + "; the price is that of "
                        + offer.provider().name() + ".";
            case Warning.Unpriced unpriced ->
                "No edition has a price for "
                        + unpriced.parts().stream().map(Labels::part).sorted().collect(Collectors.joining(", "))
                        + "; the figures leave it out.";
            case Warning.ByTier tier ->
                offer.model().name() + " has no price of its own: this is "
                        + offer.provider().name() + "'s price for models "
                        + size(tier.rate().subject()) + ".";
            case Warning.Pauses pauses ->
                offer.provider().name() + " pauses a job at " + Numbers.money(pauses.amount()) + ".";
        };
    }

    private String lifecycle(LifecycleEvent event, Offer offer) {
        return Labels.provider(offer) + ": " + dated(event) + ".";
    }

    private String dated(LifecycleEvent event) {
        LocalDate date = event.date();
        return date == null
                ? "announced, undated, " + event.text()
                : (date.isAfter(asOf) ? "from " : "since ") + date + " " + event.text();
    }

    /** Everything that ends at one provider, in one sentence. */
    private String lifecycles(List<LifecycleEvent> events, Offer offer) {
        return Labels.provider(offer) + ": " + events.stream().map(this::dated).collect(Collectors.joining("; ")) + ".";
    }

    private static String stale(List<Warning.Stale> old) {
        long oldest = old.stream().mapToLong(Warning.Stale::ageDays).max().orElse(0);
        String figures =
                old.stream().map(one -> one.rate().figure().label()).distinct().collect(Collectors.joining(", "));
        return "Last seen " + oldest + " days ago, check before you commit: " + figures + ".";
    }

    /** All warnings of a quote, what ends in one sentence and first. */
    List<String> texts(List<Warning> warnings, Offer offer) {
        List<LifecycleEvent> ends = new ArrayList<>();
        List<Warning.Stale> stale = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Warning warning : warnings) {
            if (warning instanceof Warning.Lifecycle lifecycle) {
                ends.add(lifecycle.event());
            } else if (warning instanceof Warning.Stale old) {
                stale.add(old);
            } else {
                texts.add(text(warning, offer));
            }
        }
        if (!stale.isEmpty()) {
            texts.add(stale(stale));
        }
        if (!ends.isEmpty()) {
            texts.addFirst(lifecycles(ends, offer));
        }
        return texts;
    }

    private static String method(Warning.MethodNotOffered warning) {
        String note = warning.provider().methodNote();
        String asked = Labels.method(warning.asked());
        String reason =
                note == null ? warning.provider().name() + " does not offer " + asked + " for this model." : note;
        return reason + " The listed price stands.";
    }

    private static String size(Subject subject) {
        if (!(subject instanceof Subject.OfSize size)) {
            return "of any size";
        }
        return switch (new Bounds(size.overBillion(), size.upToBillion())) {
            case Bounds(BigDecimal over, BigDecimal upTo)
            when over != null && upTo != null ->
                "over " + Numbers.count(over) + "B and up to " + Numbers.count(upTo) + "B";
            case Bounds(var over, BigDecimal upTo) when upTo != null -> "up to " + Numbers.count(upTo) + "B";
            case Bounds(BigDecimal over, var upTo) when over != null -> "over " + Numbers.count(over) + "B";
            case Bounds _ -> "of any size";
        };
    }

    private record Bounds(
            @Nullable BigDecimal over, @Nullable BigDecimal upTo) {}

    /** {@code Together's pricing page, seen 2026-08-19}. */
    static String source(Provenance provenance) {
        LocalDate observed = provenance.observed();
        String title = provenance.sources().getFirst().title();
        return title + ", " + (observed == null ? "undated" : "seen " + observed);
    }
}
