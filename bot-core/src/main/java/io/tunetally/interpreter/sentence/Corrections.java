package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a message takes back in the same breath: {@code 4 epochs, no wait, 3 epochs}, {@code 4 epochs, sorry, 3},
 * {@code 5 epochs, but make it 2 epochs}, or tells of
 * the past: {@code we trained 3 epochs. What would 5 epochs cost?} The later value stands.
 */
public final class Corrections {
    private final Draft draft;
    private final List<Claims.Claim> claims;

    private Corrections(Draft draft) {
        this.draft = draft;
        claims = draft.claims.all();
    }

    public static void read(Draft draft) {
        boolean corrects = draft.has(Cue.CORRECTION)
                || draft.has(Cue.RESET)
                || draft.has(Cue.REPORT)
                || draft.has(Cue.NOT)
                || draft.has(Cue.BUT);
        if (!corrects) {
            return;
        }
        Corrections corrections = new Corrections(draft);
        corrections.bareNumbers();
        corrections.takeBack();
    }

    /** A number without a unit behind a correction counts what the value before it counted. */
    private void bareNumbers() {
        for (int i = 1; i < draft.size(); i++) {
            Token token = draft.token(i);
            int said = claims.size() - 1;
            boolean corrects = token.isNumber()
                    && token.use == Token.Use.NOTHING
                    && draft.isAt(draft.isSymbolAt(i - 1, ',') ? i - 2 : i - 1, Cue.CORRECTION)
                    && said >= 0
                    && claims.get(said).token() < i;
            if (corrects) {
                draft.claims.add(claims.get(said).slot(), Amounts.counted(token.numeral()), i);
                token.use = Token.Use.SLOT;
            }
        }
    }

    /** Takes back the values of a slot behind which a correction and a later value stand, and those that are told of beside one that is not. */
    private void takeBack() {
        int[] marks = marks();
        Map<SlotName<?>, Latest> latest = HashMap.newHashMap(claims.size());
        for (Claims.Claim claim : claims) {
            latest.computeIfAbsent(claim.slot(), _ -> new Latest()).add(claim);
        }
        for (int i = 0; i < claims.size(); i++) {
            Claims.Claim claim = claims.get(i);
            Latest other = Objects.requireNonNull(latest.get(claim.slot()));
            boolean outdated = other.asked && draft.isReported(claim.token());
            boolean corrected = other.token > claim.token() && marks[other.token] > marks[claim.token() + 1];
            if (outdated || corrected) {
                draft.claims.replace(i, claim.takenBack());
                draft.token(claim.token()).use = Token.Use.CONNECTIVE;
            }
        }
    }

    /** What else is said of a slot. */
    private final class Latest {
        /** Where its last value stands. */
        private int token = -1;
        /** Whether one of its values stands in a sentence that tells nothing of the past. */
        private boolean asked;

        void add(Claims.Claim claim) {
            token = Math.max(token, claim.token());
            asked |= !draft.isReported(claim.token());
        }
    }

    /** How many corrections stand before each place, and before the end. */
    private int[] marks() {
        int[] marks = new int[draft.size() + 1];
        for (int i = 0; i < draft.size(); i++) {
            boolean otherwise = draft.isAt(i, Cue.SAME) && draft.isAt(i - 1, Cue.BUT);
            boolean mark =
                    otherwise || draft.isAt(i, Cue.CORRECTION) || draft.isAt(i, Cue.RESET) || isRefusal(draft, i);
            marks[i + 1] = marks[i] + (mark ? 1 : 0);
        }
        return marks;
    }

    /** The {@code no} of {@code 3 epochs, no 2 epochs}: it refuses what stands before it, not what follows. */
    private static boolean isRefusal(Draft draft, int i) {
        return i > 0 && draft.isAt(i, Cue.NOT) && draft.isBreakAt(i - 1) && draft.isTyped(i, "no");
    }

    /** Whether a number behind {@code no} is what was meant: the value before the {@code no} counts the same. */
    public static boolean isMeant(Draft draft, int number) {
        List<Claims.Claim> claims = draft.claims.all();
        if (!isRefusal(draft, number - 1) || claims.isEmpty()) {
            return false;
        }
        Measure unit = draft.measureAt(number + 1);
        return unit != null && draft.measureAt(claims.getLast().token() + 1) == unit;
    }
}
