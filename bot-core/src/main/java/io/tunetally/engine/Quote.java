package io.tunetally.engine;

import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Objective;
import io.tunetally.units.Band;
import io.tunetally.units.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an offer costs, with all that explains it.
 *
 * @param main the price fact the training cost rests on
 * @param listedTraining what the listed price alone would come to, where a rule was applied to it; else null
 * @param lines training lines are per job, all others per month of 30 days; monthly lines stand only with traffic
 * @param served whether running the model was asked about
 * @param unpriced parts that no edition has a price for
 * @param shutDown whether the model runs no more on the day, so that its price is of the past
 * @param gpuNeed what self-hosting takes, null at a provider
 * @param total the sum over a horizon, null where none was asked for or a part of it has no price
 */
public record Quote(
        Offer offer,
        Objective objective,
        Quantity billedTokens,
        AppliedRate main,
        @Nullable Band listedTraining,
        List<LineItem> lines,
        boolean served,
        Set<Part> unpriced,
        List<Warning> warnings,
        boolean shutDown,
        @Nullable GpuNeed gpuNeed,
        @Nullable Total total)
        implements Priced {
    /**
     * The cheapest first; last come models that are shut down already, and quotes whose amount is not all of it: of a model
     * that is shut down before the horizon ends, or with a part that has no price.
     */
    public static final Comparator<Quote> CHEAPEST_FIRST = Comparator.comparing(Quote::shutDown)
            .thenComparing(quote -> !quote.unpriced().isEmpty())
            .thenComparing(Quote::isCut)
            .thenComparing(quote -> quote.ranking().low())
            .thenComparing(quote -> quote.ranking().high());

    public Quote {
        lines = List.copyOf(lines);
        unpriced = Set.copyOf(unpriced);
        warnings = List.copyOf(warnings);
    }

    public Band training() {
        return sum(Part.TRAINING);
    }

    /** Everything that is paid a month, as far as it is priced. */
    public Band monthly() {
        return sum(Part.INFERENCE).plus(sum(Part.HOSTING)).plus(sum(Part.STORAGE));
    }

    public Band sum(Part part) {
        return LineItems.sum(lines, part);
    }

    /** Whether a shutdown cuts the horizon short, so that the total stands for less time than was asked about. */
    public boolean isCut() {
        return total != null && total.cutBy() != null;
    }

    /** The amount a comparison ranks by: the total where there is one, else the training cost. */
    public Band ranking() {
        return total == null ? training() : total.amount();
    }

    /** The edition of the training price. */
    public String edition() {
        return main.provenance().edition();
    }

    /** The weakest confidence of all prices used. */
    public Confidence confidence() {
        return lines.stream()
                .map(LineItem::rate)
                .flatMap(Stream::ofNullable)
                .map(AppliedRate::confidence)
                .max(Comparator.naturalOrder())
                .orElse(main.confidence());
    }

    /** The same quote with more to know, said first. */
    public Quote warnedOf(List<Warning> before) {
        List<Warning> more = new ArrayList<>(before);
        more.addAll(warnings);
        return new Quote(
                offer,
                objective,
                billedTokens,
                main,
                listedTraining,
                lines,
                served,
                unpriced,
                more,
                shutDown,
                gpuNeed,
                total);
    }
}
