package io.tunetally.engine;

import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the asker pays once to others than the sellers: for labelling, for people, for the data. No price book has it.
 *
 * @param sum an amount for all, or null
 * @param perExample an amount for each example, or null
 */
public record Preparation(@Nullable Money sum, @Nullable Money perExample) {
    public static final Preparation NONE = new Preparation(null, null);

    /** Returns a line for each amount; none for one of each example where the examples are not counted. */
    List<LineItem> lines(TrainingJob job) {
        List<LineItem> lines = new ArrayList<>();
        if (sum != null) {
            lines.add(
                    line(LineItem.Kind.PREPARATION, QuantityFormula.of(Unit.JOB, Factor.of(Factor.Name.JOBS, 1)), sum));
        }
        if (perExample != null && job.data() instanceof TrainingJob.Data.Examples data) {
            QuantityFormula counted =
                    QuantityFormula.of(Unit.EXAMPLE, Factor.of(Factor.Name.EXAMPLES, data.examples()));
            lines.add(line(LineItem.Kind.PREPARED_EXAMPLES, counted, perExample));
        }
        return lines;
    }

    private static LineItem line(LineItem.Kind kind, QuantityFormula counted, Money each) {
        return new LineItem(kind, counted, UnitPrice.each(Band.exactly(each), counted.unit()), null);
    }
}
