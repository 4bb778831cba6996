package io.tunetally.interpreter.sentence;

import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number that follows from a message and the remembered request together, by weights. Readers of edits know the simple ways of saying it,
 * so it is kept beside what they find.
 *
 * @param slot whose value it is
 * @param value the number
 * @param heldOut how many of the examples are kept for testing
 * @param arithmetic how it follows: {@code 3,000 + 900 - 50}
 * @param tokens the indexes of the numbers and shares of the message that it is made of, in order
 * @param parts how many numbers and shares these are
 * @param lead by how much it is likelier than what the readers of numbers found, in thousandths
 * @param sure whether no other number is nearly as likely
 */
public record WorkedOut(
        SlotName<?> slot,
        BigDecimal value,
        long heldOut,
        String arithmetic,
        List<Integer> tokens,
        long parts,
        int lead,
        boolean sure) {}
