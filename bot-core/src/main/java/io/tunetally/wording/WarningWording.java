package io.tunetally.wording;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Subject;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
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
            case Warning.Stale stale ->
                "The price of " + stale.rate().figure().label() + " was last seen " + stale.ageDays()
                        + " days ago; check it before you commit.";
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
        LocalDate date = event.date();
        String what = Labels.provider(offer) + ": " + event.text();
        if (date == null) {
            return what + " (announced, undated).";
        }
        return what + (date.isAfter(asOf) ? " from " : ", since ") + date + ".";
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
