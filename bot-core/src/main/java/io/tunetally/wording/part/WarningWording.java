package io.tunetally.wording.part;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Warning;
import io.tunetally.request.CanonicalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Warnings in words. */
public final class WarningWording {
    private static final Pattern COPY = Pattern.compile(" \\(secondary copy \\d+\\)");

    private final LocalDate asOf;

    /** Creates wording as of a day: past ends read differently from future ones. */
    public WarningWording(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Returns one complete sentence. */
    public String text(Warning warning, Offer offer) {
        return switch (warning) {
            case Warning.Lifecycle lifecycle -> lifecycle(lifecycle.event(), offer);
            case Warning.Minimum minimum -> minimum(minimum, offer);
            case Warning.Disagreement other ->
                "The " + other.their().provenance().edition() + " prices say "
                        + Numbers.money(other.theirs()) + " for this, not " + Numbers.money(other.ours()) + " ("
                        + source(other.their().provenance()) + ").";
            case Warning.Stale old -> stale(List.of(old));
            case Warning.MethodNotOffered method -> method(method);
            case Warning.ProviderNotOffered provider ->
                provider.asked().name() + " has no price for training "
                        + offer.model().name() + " on file; the price is that of "
                        + offer.provider().name() + ".";
            case Warning.DeploymentNotOffered deployment ->
                offer.provider().name() + " has no " + Labels.deployment(deployment.asked()) + " deployment of "
                        + offer.model().name() + " on file; the price is that of its usual one.";
            case Warning.Unlisted unlisted -> unlisted(List.of(offer.model().name()), unlisted.provider());
            case Warning.NotServed served -> notServed(List.of(offer.model().name()), served);
            case Warning.Unpriced unpriced ->
                "No price is known for " + parts(unpriced) + "; the figures leave it out.";
            case Warning.VariantNotOffered variant ->
                variant.provider().name() + " has no price for " + CanonicalText.variant(variant.variant())
                        + " on file; this is its usual one.";
            case Warning.NoBatch batch ->
                batch.provider().name() + " has no cheaper price for batch jobs here: requests are priced one by one.";
            case Warning.Capacity capacity -> capacity(capacity);
            case Warning.Rollouts rollouts ->
                rollouts.provider().name()
                        + " bills the answers that reinforcement fine-tuning samples (rollouts) on top; they are not in"
                        + " this figure.";
            case Warning.NoRollouts _ ->
                "Generating the answers that reinforcement fine-tuning samples is not in this figure: say how many, such"
                        + " as 8 rollouts per prompt.";
            case Warning.ByTier tier ->
                offer.model().name() + " has no price of its own: this is "
                        + offer.provider().name() + "'s price for models " + size(tier) + ".";
            case Warning.Pauses pauses ->
                offer.provider().name() + " pauses a job at " + Numbers.money(pauses.amount()) + ".";
        };
    }

    /** Warns that a job may cost more than its tokens, with the source. */
    static String minimum(Warning.Minimum minimum, Offer offer) {
        return offer.provider().name() + " may charge at least "
                + Numbers.money(minimum.minimum().high()) + " per job, even if the token cost is lower ("
                + source(minimum.provenance()) + ").";
    }

    /** Warns that a fee does not grow with traffic in these figures. */
    static String capacity(Warning.Capacity capacity) {
        return "The monthly fee is for the smallest deployment: whether it keeps up with "
                + Numbers.count(capacity.tokensPerSecond().setScale(0, RoundingMode.HALF_UP))
                + " tokens a second is not checked.";
    }

    static String unlisted(Collection<String> models, Provider provider) {
        return String.join(", ", models) + (models.size() == 1 ? " is" : " are") + " not on " + provider.name()
                + "'s list of models to fine-tune: the price goes by size; ask before you plan with it.";
    }

    static String notServed(Collection<String> models, Warning.NotServed served) {
        return served.provider().name() + " does not run a fine-tuned " + String.join(" or ", models)
                + (served.downloadable()
                        ? ": download the weights, and run them on GPUs of your own or rented ones."
                        : "; the figures leave running out.");
    }

    static String parts(Warning.Unpriced unpriced) {
        return unpriced.parts().stream().map(Labels::part).sorted().collect(Collectors.joining(", "));
    }

    private String lifecycle(LifecycleEvent event, Offer offer) {
        return Labels.provider(offer) + ": " + dated(event) + ".";
    }

    public String dated(LifecycleEvent event) {
        LocalDate date = event.date();
        return date == null
                ? "announced, undated, " + event.text()
                : (date.isAfter(asOf) ? "from " : "since ") + date + " " + event.text();
    }

    /** Returns all ends at one provider in one sentence. */
    private String lifecycles(List<LifecycleEvent> events, Offer offer) {
        return Labels.provider(offer) + ": " + events.stream().map(this::dated).collect(Collectors.joining("; ")) + ".";
    }

    private static String stale(List<Warning.Stale> old) {
        long oldest = old.stream().mapToLong(Warning.Stale::ageDays).max().orElse(0);
        String figures =
                old.stream().map(one -> one.rate().figure().label()).distinct().collect(Collectors.joining(", "));
        return "Last seen " + oldest + " days ago, check before you commit: " + figures + ".";
    }

    /** Returns all warnings of a quote; the ends come first, in one sentence. */
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

    /** {@code over 16B and up to 80B}. */
    static String size(Warning.ByTier tier) {
        if (!(tier.rate().subject() instanceof PriceScope.OfSize size)) {
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

    /** Returns {@code Copy of Together's pricing page, seen 2026-08-19}; the price file says which copy. */
    public static String source(Provenance provenance) {
        LocalDate observed = provenance.lastSeen();
        String title = COPY.matcher(provenance.sources().getFirst().title()).replaceAll("");
        return title + ", " + (observed == null ? "undated" : "seen " + observed);
    }
}
