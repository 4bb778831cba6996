package io.tunetally.interpreter.count;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills the epochs of several runs that differ in them: their mean, which makes the sum right, or the range of them where the mean is no
 * whole number.
 */
public final class EpochChoices {
    private EpochChoices() {}

    /**
     * One of several numbers of epochs.
     *
     * @param token the index of its number
     * @param runs how many runs have it
     */
    public record Choice(int token, BigDecimal epochs, BigDecimal runs) {}

    /** Claims the epochs of all choices. */
    public static void claim(ParseState state, List<Choice> choices) {
        for (Choice choice : choices) {
            state.withdraw(choice.token());
            state.candidates.withdraw(choice.token());
            state.candidates.settle(choice.token());
            state.token(choice.token()).use = Token.Use.SLOT;
        }
        BigDecimal runs = choices.stream().map(Choice::runs).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal passes = choices.stream()
                .map(choice -> choice.epochs().multiply(choice.runs()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal[] mean = passes.divideAndRemainder(runs);
        int first = choices.getFirst().token();
        if (mean[1].signum() == 0) {
            state.candidates.addDerived(SlotName.EPOCHS, Numeral.of(mean[0]), first);
            state.candidates.explain(SlotName.EPOCHS, mean[0], "mean of " + listed(choices));
        } else {
            BigDecimal least =
                    choices.stream().map(Choice::epochs).reduce(BigDecimal::min).orElseThrow();
            BigDecimal most =
                    choices.stream().map(Choice::epochs).reduce(BigDecimal::max).orElseThrow();
            state.candidates.addDerived(SlotName.EPOCHS, Numeral.of(least).to(Numeral.of(most)), first);
        }
    }

    private static String listed(List<Choice> choices) {
        return choices.stream().map(choice -> choice.epochs().toPlainString()).collect(Collectors.joining(" and "));
    }
}
