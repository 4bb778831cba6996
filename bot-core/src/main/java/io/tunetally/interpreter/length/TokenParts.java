package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that are left of a corpus, or that two corpora have together: {@code 52M tokens, 12M of that stripped}, {@code 30M tokens minus
 * 4M}, {@code 40M tokens raw, 32M after dedup}, {@code 8M tokens + 2M tokens of logs}.
 */
public final class TokenParts {
    /** Below it a number without a unit counts something else than the tokens of a corpus. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(100_000);

    /** The most words from a part to what becomes of it. */
    private static final int FATE_REACH = 8;

    /** The most words between a part and what it consists of, or the verb that leaves it: {@code of which 12M are duplicates}. */
    private static final int NOUN_REACH = 4;

    private static final Set<SlotName<?>> OPEN =
            Set.of(SlotName.TOTAL_TOKENS, SlotName.EXAMPLES, SlotName.VALIDATION_TOKENS);

    private final ParseState state;
    private final Parts parts;

    private enum Fate {
        TAKEN_OFF,
        KEPT,
        ADDED
    }

    private TokenParts(ParseState state) {
        this.state = state;
        parts = new Parts(state);
    }

    /** Puts what is left in the place of the whole, where a message says of one part what becomes of it. */
    public static void read(ParseState state) {
        Candidate whole = state.candidates.of(SlotName.TOTAL_TOKENS).stream()
                .filter(each -> isAmount(state, each.token()))
                .findFirst()
                .orElse(null);
        // What a translation says of a part is no word of the asker's.
        if (whole != null && !state.has(Cue.BILLED) && !state.text.isTranslated()) {
            new TokenParts(state).read(whole.token());
        }
    }

    private static boolean isAmount(ParseState state, int number) {
        return state.isNumberAt(number)
                && !state.token(number).numeral().isRange()
                && state.isAt(number + 1, Measure.TOKEN);
    }

    private void read(int whole) {
        int part = -1;
        for (int i = whole + 2; i < state.size(); i++) {
            if (isPart(i)) {
                if (part >= 0) {
                    // Several parts are a table, or a story of its own.
                    return;
                }
                part = i;
            }
        }
        Fate fate = part < 0 ? null : fate(whole, part);
        if (fate != null && (fate == Fate.ADDED || value(part).compareTo(value(whole)) < 0)) {
            apply(whole, part, fate);
        }
    }

    private boolean isPart(int number) {
        if (!state.isNumberAt(number) || state.token(number).numeral().isRange() || state.isPercentAt(number + 1)) {
            return false;
        }
        SlotName<?> claim = state.candidates.slotOf(number);
        boolean counted = state.isAt(number + 1, Measure.TOKEN);
        boolean money = state.candidates.money().stream().anyMatch(amount -> amount.number() == number);
        return (claim == null || OPEN.contains(claim))
                && !money
                && value(number).compareTo(FEWEST) >= 0
                && (counted || state.unitFinder.right(number) < 0)
                && !(counted && isOfEach(number));
    }

    /** {@code 200K tokens per file}: no part of the whole. */
    private boolean isOfEach(int number) {
        return state.isAt(number + 2, Cue.PER)
                || state.isAt(number + 2, Cue.EACH)
                || state.isAt(number + 2, Cue.ARTICLE)
                || state.isRateAt(number + 2);
    }

    private @Nullable Fate fate(int whole, int part) {
        int behind = state.isAt(part + 1, Measure.TOKEN) ? part + 2 : part + 1;
        boolean linked =
                state.sentence(whole) == state.sentence(part) || parts.refersAt(behind) || parts.refersUpTo(part - 1);
        if (state.at(part - 1) != null && state.hasTyped(part - 1, Trait.MINUS)) {
            return isFree(behind) ? null : Fate.TAKEN_OFF;
        }
        if (isOfValidation(part) || state.isAt(part - 1, Cue.NOT)) {
            return null;
        }
        if (isSum(whole + 2, part) && behind > part + 1) {
            return Fate.ADDED;
        }
        if (!linked) {
            return null;
        }
        if (isLeftBy(whole, part)) {
            return state.isAt(part - 1, Cue.TO) || state.hasTyped(part - 2, Trait.AFTER) ? Fate.KEPT : Fate.TAKEN_OFF;
        }
        if (state.hasTyped(behind, Trait.AFTER) || state.isAt(behind, Trait.AFTER)) {
            return Fate.KEPT;
        }
        Part share = new Part(value(part), value(whole), part, part);
        int end = Math.min(state.sentence(part).end(), part + FATE_REACH);
        for (int i = behind; i < Math.min(end, behind + NOUN_REACH); i++) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.NOT_PROSE) || state.hasTyped(i, Trait.DOUBLED))) {
                return Fate.TAKEN_OFF;
            }
        }
        return switch (parts.fate(share, behind, end)) {
            case KEPT -> Fate.KEPT;
            case LEFT_OUT -> Fate.TAKEN_OFF;
            case OPEN -> null;
        };
    }

    /** {@code the validation one to 120k}: tokens beside those of the training, and no part of them. */
    private boolean isOfValidation(int part) {
        boolean named = isHeldOut(part);
        int end = Math.max(state.clause(part).end(), part + NOUN_REACH);
        for (int i = state.clause(part).first(); i < end && !named; i++) {
            boolean file = state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.VALIDATION_FILE);
            named = file || state.isAt(i, Cue.VALIDATION);
        }
        return named;
    }

    /** {@code minus 2M of free quota}: a part of the bill, not of the data. */
    private boolean isFree(int behind) {
        int end = Math.min(state.clause(behind - 1).end(), behind + NOUN_REACH);
        for (int i = behind; i < end; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.FREE_OF_CHARGE)) {
                return true;
            }
        }
        return false;
    }

    /** {@code + 2M tokens}, {@code plus 2M tokens}, {@code and another 2M tokens}. */
    private boolean isSum(int from, int part) {
        boolean and = false;
        for (int i = from; i < part; i++) {
            and |= state.isSymbolAt(i, '+') || state.isAt(i, Cue.ADD) || state.hasTyped(i, Trait.PLUS);
        }
        return and;
    }

    /** {@code shrinks by 8M}, {@code comes down to 8M}: a verb right before a part says how the whole becomes less. */
    private boolean isLeftBy(int whole, int part) {
        boolean by = state.hasTyped(part - 1, Trait.BY) || state.isAt(part - 1, Cue.TO);
        for (int i = Math.max(whole + 2, part - NOUN_REACH); i < part - 1 && by; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.SHRINKS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code minus 50M for test}: the tokens for validation stay known when they are taken off. */
    private boolean isHeldOut(int part) {
        return state.candidates.isOf(SlotName.VALIDATION_TOKENS, part);
    }

    private void apply(int whole, int part, Fate fate) {
        BigDecimal all = value(whole);
        BigDecimal own = value(part);
        BigDecimal rest = switch (fate) {
            case TAKEN_OFF -> all.subtract(own);
            case KEPT -> own;
            case ADDED -> all.add(own);
        };
        if (!isHeldOut(part)) {
            state.candidates.withdraw(part);
        }
        state.candidates.withdraw(whole);
        if (fate == Fate.KEPT) {
            state.candidates.add(SlotName.TOTAL_TOKENS, Numeral.of(rest), part);
            state.token(whole).use = Token.Use.KNOWN_NON_SLOT;
        } else {
            state.candidates.addDerived(SlotName.TOTAL_TOKENS, Numeral.of(rest), whole);
            state.candidates.explain(
                    SlotName.TOTAL_TOKENS,
                    rest,
                    typed(whole) + (fate == Fate.ADDED ? " + " : " - ") + typed(part) + " tokens");
            state.token(whole).use = Token.Use.SLOT;
        }
        state.token(part).use = Token.Use.SLOT;
        state.candidates.settle(whole);
        state.candidates.settle(part);
    }

    private String typed(int number) {
        return state.typed(number, number);
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
