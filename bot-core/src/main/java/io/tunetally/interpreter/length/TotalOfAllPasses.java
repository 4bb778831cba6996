package io.tunetally.interpreter.length;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** The total of {@code 1000 examples x 500 tokens x 3 epochs = 1.5M tokens}, which says nothing that its factors do not say. */
public final class TotalOfAllPasses {
    /** A total may be rounded by so much of it. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.02");

    private TotalOfAllPasses() {}

    /** Takes a total back that is the product of what is said beside it, with all epochs. */
    public static void read(ParseState state) {
        Candidate examples = state.candidates.only(SlotName.EXAMPLES);
        Candidate each = state.candidates.only(SlotName.TOKENS_PER_EXAMPLE);
        Candidate epochs = state.candidates.only(SlotName.EPOCHS);
        Candidate total = state.candidates.only(SlotName.TOTAL_TOKENS);
        if (examples == null || each == null || epochs == null || total == null) {
            return;
        }
        BigDecimal product = value(examples).multiply(value(each)).multiply(value(epochs));
        BigDecimal apart = product.subtract(value(total)).abs();
        if (value(epochs).compareTo(BigDecimal.ONE) > 0
                && apart.compareTo(value(total).multiply(ROUNDING)) <= 0) {
            state.withdraw(total.token());
            state.token(total.token()).use = Token.Use.CONNECTIVE;
        }
    }

    private static BigDecimal value(Candidate candidate) {
        return candidate.numeral().value();
    }
}
