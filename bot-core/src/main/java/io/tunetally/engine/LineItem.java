package io.tunetally.engine;

import io.tunetally.units.Band;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote: a quantity at a unit price. The amount is always their product, so a number and its explanation cannot
 * differ. Equal if these and the rate are.
 */
public final class LineItem {
    private final Kind kind;
    private final QuantityFormula counted;
    private final UnitPrice unitPrice;
    private final @Nullable AppliedRate rate;
    /** The product, computed when it is first read: a ranking reads it several times. */
    private @Nullable Band amount;

    /** The item that a line charges for. */
    public enum Kind {
        PREPARATION(Part.PREPARATION),
        PREPARED_EXAMPLES(Part.PREPARATION),
        TEACHER_INPUT(Part.PREPARATION),
        TEACHER_OUTPUT(Part.PREPARATION),
        TRAINING_TOKENS(Part.TRAINING),
        VALIDATION_TOKENS(Part.TRAINING),
        TRAINING_HOURS(Part.TRAINING),
        GRADER_TOKENS(Part.TRAINING),
        ROLLOUT_TOKENS(Part.TRAINING),
        MINIMUM_TOP_UP(Part.TRAINING),
        MINIMUM_INSTEAD(Part.TRAINING),
        GPU_HOURS(Part.TRAINING),
        GPU_ROLLOUTS(Part.TRAINING),
        GPU_SETUP(Part.TRAINING),
        /** A month of what is used today, as the asker said. */
        BILL(Part.INFERENCE),
        INPUT(Part.INFERENCE),
        PROMPT(Part.INFERENCE),
        CACHED_PROMPT(Part.INFERENCE),
        OUTPUT(Part.INFERENCE),
        HOSTING(Part.HOSTING),
        PROVISIONED_THROUGHPUT(Part.HOSTING),
        DEDICATED_GPUS(Part.HOSTING),
        STORAGE(Part.STORAGE),
        TOTAL_TRAINING(Part.TRAINING),
        TOTAL_RETRAINING(Part.TRAINING),
        TOTAL_INFERENCE(Part.INFERENCE),
        TOTAL_HOSTING(Part.HOSTING),
        TOTAL_STORAGE(Part.STORAGE);

        private final Part part;

        Kind(Part part) {
            this.part = part;
        }

        public Part part() {
            return part;
        }
    }

    /**
     * Creates a line.
     *
     * @param rate the price fact behind the unit price, null if the line only adds up other lines
     */
    public LineItem(Kind kind, QuantityFormula counted, UnitPrice unitPrice, @Nullable AppliedRate rate) {
        this.kind = kind;
        this.counted = counted;
        this.unitPrice = unitPrice;
        this.rate = rate;
    }

    public Kind kind() {
        return kind;
    }

    public QuantityFormula counted() {
        return counted;
    }

    public UnitPrice unitPrice() {
        return unitPrice;
    }

    /** Returns the price fact behind the unit price, null if the line only adds up other lines. */
    public @Nullable AppliedRate rate() {
        return rate;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof LineItem other
                && kind == other.kind
                && counted.equals(other.counted)
                && unitPrice.equals(other.unitPrice)
                && Objects.equals(rate, other.rate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, counted, unitPrice, rate);
    }

    @Override
    public String toString() {
        return kind + ": " + counted + " at " + unitPrice;
    }

    /** Creates a line at an applied price. */
    public static LineItem of(Kind kind, QuantityFormula counted, AppliedRate rate) {
        return new LineItem(kind, counted, rate.price(), rate);
    }

    public Part part() {
        return kind.part();
    }

    public Band amount() {
        Band known = amount;
        if (known == null) {
            known = unitPrice.of(counted.quantity());
            amount = known;
        }
        return known;
    }

    /** Creates the line of a bill that the asker pays a month today. */
    public static LineItem ofBill(Band month) {
        QuantityFormula once = QuantityFormula.of(Unit.MONTH, Factor.of(Factor.Name.MONTHS, 1));
        return new LineItem(Kind.BILL, once, UnitPrice.each(month, Unit.MONTH), null);
    }

    /** Sums lines; every total comes from here. */
    public static Band sum(List<LineItem> lines) {
        Band sum = Band.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            sum = sum.plus(lines.get(i).amount());
        }
        return sum;
    }

    /** Sums the lines of a part. */
    public static Band sum(List<LineItem> lines, Part part) {
        Band sum = Band.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            LineItem line = lines.get(i);
            sum = line.part() == part ? sum.plus(line.amount()) : sum;
        }
        return sum;
    }

    public static List<LineItem> ofPart(List<LineItem> lines, Part part) {
        List<LineItem> some = new ArrayList<>();
        for (LineItem line : lines) {
            if (line.part() == part) {
                some.add(line);
            }
        }
        return some;
    }

    /** Returns the lines that are paid once, or those that are paid each month. */
    public static List<LineItem> paid(List<LineItem> lines, boolean once) {
        return lines.stream().filter(line -> line.part().isOnce() == once).toList();
    }

    /** Returns the lines with every unit price multiplied. */
    static List<LineItem> atPrices(List<LineItem> lines, BigDecimal factor) {
        return lines.stream().map(line -> line.atPrices(factor)).toList();
    }

    private LineItem atPrices(BigDecimal factor) {
        return new LineItem(kind, counted, unitPrice.times(factor, factor), rate);
    }
}
