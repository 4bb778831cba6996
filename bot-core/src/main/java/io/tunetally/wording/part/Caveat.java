package io.tunetally.wording.part;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Warning;
import io.tunetally.request.CanonicalText;
import io.tunetally.units.Band;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A warning in one short sentence, for the place where only one is shown.
 *
 * @param rank its weight for a decision
 * @param warning the warning that the details say in full; null if this is its only sentence
 */
public record Caveat(Rank rank, String text, @Nullable Warning warning) {
    /** The weights, the heaviest first. */
    public enum Rank {
        /** Something that was said and is not offered: always in sight. */
        NOT_USED,
        CANNOT_BE_BOUGHT,
        ENDS_SOON,
        RUNNING_COST,
        MINIMUM,
        EDITIONS_DISAGREE,
        STALE,
        BY_SIZE,
        ENDS_LATER
    }

    /** An end within this time weighs as one that is soon. */
    private static final String NOT_USED = "Not used: ";

    private static final int SOON_MONTHS = 12;

    private static final int AT_ONCE_MONTHS = 6;

    /** Returns the caveats of a quote, of some kinds of warnings. */
    static List<Caveat> of(Quote quote, LocalDate asOf, Predicate<Warning> told) {
        List<Caveat> caveats = new ArrayList<>();
        quote.warnings().stream()
                .filter(told)
                .filter(Warning.Lifecycle.class::isInstance)
                .map(warning -> ((Warning.Lifecycle) warning).event())
                .filter(event -> event.kind() != LifecycleEvent.Kind.DEPRECATED)
                .min(Comparator.comparing((LifecycleEvent event) -> rank(event, asOf))
                        .thenComparing(event -> !isShutDownAtOnce(event, asOf))
                        .thenComparing(Offers.EARLIEST_END_FIRST))
                .map(event -> new Caveat(
                        rank(event, asOf),
                        new WarningWording(asOf).text(new Warning.Lifecycle(event), quote.offer()),
                        new Warning.Lifecycle(event)))
                .ifPresent(caveats::add);
        for (Warning warning : quote.warnings()) {
            if (!(warning instanceof Warning.Lifecycle) && told.test(warning)) {
                caveats.add(new Caveat(rank(warning), text(warning, quote, asOf), warning));
            }
        }
        return caveats;
    }

    /** A minimum that holds for most models makes a range of one price. */
    private static String mayBe(Quote quote, Warning.Minimum minimum) {
        Band training = quote.training();
        return training.isExact() || !training.high().equals(minimum.minimum().high())
                ? "."
                : ": " + Numbers.money(training.low()) + " may be " + Numbers.money(training.high()) + ".";
    }

    /** A tuned model that hardly runs weighs more than the day before it on which training ends. */
    private static boolean isShutDownAtOnce(LifecycleEvent event, LocalDate asOf) {
        LocalDate date = event.date();
        return event.kind() == LifecycleEvent.Kind.SHUT_DOWN
                && date != null
                && date.isBefore(asOf.plusMonths(AT_ONCE_MONTHS));
    }

    private static Rank rank(LifecycleEvent event, LocalDate asOf) {
        LocalDate date = event.date();
        if (event.holdsOn(asOf)) {
            return Rank.CANNOT_BE_BOUGHT;
        }
        return date != null && date.isBefore(asOf.plusMonths(SOON_MONTHS)) ? Rank.ENDS_SOON : Rank.ENDS_LATER;
    }

    private static Rank rank(Warning warning) {
        return switch (warning) {
            case Warning.MethodNotOffered _,
                    Warning.ProviderNotOffered _,
                    Warning.DeploymentNotOffered _,
                    Warning.VariantNotOffered _,
                    Warning.NoBatch _ -> Rank.NOT_USED;
            case Warning.Lifecycle _, Warning.Unlisted _ -> Rank.CANNOT_BE_BOUGHT;
            case Warning.NotServed _,
                    Warning.Unpriced _,
                    Warning.Rollouts _,
                    Warning.NoRollouts _,
                    Warning.Capacity _ -> Rank.RUNNING_COST;
            case Warning.Minimum _, Warning.Pauses _ -> Rank.MINIMUM;
            case Warning.Disagreement _ -> Rank.EDITIONS_DISAGREE;
            case Warning.Stale _ -> Rank.STALE;
            case Warning.ByTier _ -> Rank.BY_SIZE;
        };
    }

    private static String notUsed(String said, String why) {
        return NOT_USED + said + " (" + why + ")";
    }

    /** Returns one line for all that was said and is not used. */
    static String joined(List<String> notUsed) {
        return NOT_USED
                + notUsed.stream()
                        .map(text -> text.startsWith(NOT_USED) ? text.substring(NOT_USED.length()) : text)
                        .collect(Collectors.joining(" · "));
    }

    private static String text(Warning warning, Quote quote, LocalDate asOf) {
        Offer offer = quote.offer();
        String provider = offer.provider().name();
        String model = offer.model().name();
        return switch (warning) {
            case Warning.Minimum minimum ->
                provider + " bills at least " + Numbers.money(minimum.minimum().high()) + " a job"
                        + (minimum.minimum().low().isZero() ? " for most models" + mayBe(quote, minimum) : ".");
            case Warning.Disagreement other ->
                Labels.editionsFigure(other.their().provenance().edition()) + " for this is "
                        + Numbers.money(other.theirs()) + ".";
            case Warning.Stale old ->
                "The price of " + model + " on " + provider + " was last seen " + old.ageDays()
                        + " days ago: check before you commit.";
            case Warning.ByTier _ -> provider + " has no price of its own for " + model + ": this goes by its size.";
            case Warning.NotServed served
            when served.downloadable() ->
                provider + " does not run a tuned " + model + ": download it, and run it on GPUs.";
            case Warning.NotServed served -> served.provider().name() + " does not run a tuned " + model + ".";
            case Warning.Unpriced unpriced ->
                "The figures leave out " + WarningWording.parts(unpriced) + " of " + model + " on " + provider
                        + ": no price is known.";
            case Warning.Unlisted _ ->
                model + " is not on " + provider + "'s list of models to fine-tune: ask before you plan with it.";
            case Warning.MethodNotOffered method ->
                notUsed(Labels.method(method.asked()), provider + " does not offer it for " + model);
            case Warning.ProviderNotOffered other ->
                notUsed(
                        other.asked().name(),
                        "it has no price for "
                                + (quote.objective() == Objective.RFT ? "reinforcement fine-tuning of" : "training")
                                + " " + model + " on file, " + provider + " has");
            case Warning.DeploymentNotOffered deployment ->
                notUsed(
                        Labels.deployment(deployment.asked()),
                        provider + " has no such deployment of " + model + " on file");
            case Warning.VariantNotOffered variant ->
                notUsed(CanonicalText.variant(variant.variant()), provider + " has no price for it on file");
            case Warning.NoBatch _ -> notUsed("batch", provider + " has no cheaper price for batch jobs here");
            case Warning.Lifecycle _, Warning.Rollouts _, Warning.NoRollouts _, Warning.Capacity _, Warning.Pauses _ ->
                new WarningWording(asOf).text(warning, offer);
        };
    }
}
