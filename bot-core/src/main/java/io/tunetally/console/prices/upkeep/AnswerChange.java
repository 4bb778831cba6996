package io.tunetally.console.prices.upkeep;

import java.math.BigDecimal;
import java.util.Optional;

/** The answers to one question before and after a change of prices. */
record AnswerChange(String question, Headline before, Headline after) {
    boolean isChange() {
        return !isOfOneKind() || !numbers().isNone() || winnerChanges();
    }

    boolean winnerChanges() {
        return !before.winner().equals(after.winner());
    }

    /** Returns the number after divided by the one before; empty from or to 0, and for numbers of different kinds. */
    Optional<BigDecimal> ratio() {
        return isOfOneKind() ? numbers().ratio() : Optional.empty();
    }

    boolean isHeld() {
        return !isOfOneKind() || numbers().needsSecondLook();
    }

    private boolean isOfOneKind() {
        return before.measure().equals(after.measure()) && before.unit().equals(after.unit());
    }

    private BoundsChange numbers() {
        return new BoundsChange(before.number(), after.number());
    }
}
