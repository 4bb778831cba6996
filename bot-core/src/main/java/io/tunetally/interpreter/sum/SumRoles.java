package io.tunetally.interpreter.sum;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.Scores;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides by weights what a sum of money is: {@code we were charged $389 by Azure}, {@code getting the notices sorted would be a one-off
 * $2,400}. What the readers took it for is one of the features, and stays unless another role is much likelier. Whether a sum is a budget
 * or nothing, {@link io.tunetally.interpreter.role.NumberRoles} and what the message asks for decide.
 */
public final class SumRoles {
    /** The label of a sum that says nothing of the job. */
    public static final String NONE = "NO-SLOT";

    /** By how much another role has to be likelier than none, or a budget, in thousandths. */
    private static final int MARGIN = 300;

    /** The same in place of a role that few sums have: where the readers find one, they are seldom wrong. */
    private static final int MARGIN_OF_RARE = 500;

    /** The same in a conversation, where readers of edits follow. */
    private static final int MARGIN_OF_EDIT = 800;

    /** No hour of a GPU costs more dollars. */
    private static final BigDecimal DEAREST_HOUR = BigDecimal.valueOf(20);

    private final ParseState state;

    private SumRoles(ParseState state) {
        this.state = state;
    }

    private record Change(Sum sum, String label, int lead) {}

    /** Decides the roles of the sums of a message. */
    public static void read(ParseState state, Weights weights) {
        if (!weights.isEmpty()) {
            List<Sum> sums = Sums.of(state);
            if (!sums.isEmpty()) {
                new SumRoles(state).decide(new SumFeatures(state, sums), weights);
            }
        }
    }

    /** True of a message in English that may have sums. */
    public static boolean isOpen(ParseState state) {
        return state.language == null && Sums.arePossible(state);
    }

    private void decide(SumFeatures features, Weights weights) {
        List<Change> changes = new ArrayList<>();
        for (Sum sum : features.sums()) {
            Scores scores = weights.score((words, sink) -> features.read(sum, sum.claim(), words, sink));
            String label = sum.claim() == null ? NONE : sum.claim().word();
            String best = scores.best();
            int lead = scores.of(best) - scores.of(label);
            int margin = state.remembered.isEmpty() ? isRare(label) ? MARGIN_OF_RARE : MARGIN : MARGIN_OF_EDIT;
            if (isRare(best) && !best.equals(label) && lead >= margin && fits(sum, best)) {
                changes.add(new Change(sum, best, lead));
            }
        }
        changes.sort(Comparator.comparingInt(change -> -change.lead()));
        changes.forEach(this::apply);
    }

    private boolean fits(Sum sum, String label) {
        SlotName<?> slot = slot(label);
        if (slot == SlotName.GPU_HOUR_USD) {
            // "h100 is $4/hr, cost llama 8b lora": a GPU that is not chosen has no price in the request.
            boolean gpu = state.slots.has(SlotName.GPU) || state.remembered.has(SlotName.GPU);
            return gpu && sum.value().compareTo(DEAREST_HOUR) <= 0;
        }
        if (slot == SlotName.MONTHLY_BILL_USD || slot == SlotName.MONTHLY_LIMIT_USD) {
            return sum.period() != null;
        }
        // "we got $500 from the dean": what came in was neither paid nor offered.
        return !state.hasTyped(sum.first() - 1, Trait.OWNS);
    }

    private void apply(Change change) {
        SlotName<?> slot = slot(change.label());
        if (slot == null || state.candidates.has(slot)) {
            return;
        }
        Sum sum = change.sum();
        state.candidates.withdraw(sum.number());
        state.candidates.money().removeIf(money -> money.number() == sum.number());
        state.use(sum.first(), sum.end(), Token.Use.CONNECTIVE);
        state.token(sum.number()).use = Token.Use.SLOT;
        BigDecimal value = sum.in(slot);
        if (value.compareTo(sum.value()) == 0) {
            state.candidates.add(slot, Numeral.of(value), sum.number());
        } else {
            state.candidates.addDerived(slot, Numeral.of(value), sum.number());
        }
        state.candidates.settle(sum.number());
    }

    /** True of what few sums are: neither a budget nor nothing. */
    public static boolean isRare(String label) {
        return !label.equals(NONE) && !label.equals(SlotName.BUDGET_USD.word());
    }

    static @Nullable SlotName<?> slot(String label) {
        return Sums.ROLES.stream()
                .filter(role -> role.word().equals(label))
                .findFirst()
                .orElse(null);
    }
}
