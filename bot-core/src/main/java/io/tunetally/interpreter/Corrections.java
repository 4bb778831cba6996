package io.tunetally.interpreter;

import java.util.List;

/**
 * What a message takes back in the same breath: {@code 4 epochs, no wait, 3 epochs}, {@code 4 epochs, sorry, 3},
 * {@code 5 epochs, but make it 2 epochs}, or tells of
 * the past: {@code we trained 3 epochs. What would 5 epochs cost?} The later value stands.
 */
final class Corrections {
    private final Draft draft;
    private final List<Claims.Claim> claims;

    private Corrections(Draft draft) {
        this.draft = draft;
        claims = draft.claims.all();
    }

    static void read(Draft draft) {
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
        for (int i = 0; i < corrections.claims.size(); i++) {
            corrections.takeBack(i);
        }
    }

    /** A number without a unit behind a correction counts what the value before it counted. */
    private void bareNumbers() {
        for (int i = 1; i < draft.size(); i++) {
            Token token = draft.tokens[i];
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

    private void takeBack(int index) {
        Claims.Claim claim = claims.get(index);
        for (Claims.Claim later : claims) {
            boolean outdated = draft.isReported(claim.token()) && !draft.isReported(later.token());
            if (later.slot() == claim.slot() && (outdated || isCorrected(claim.token(), later.token()))) {
                draft.claims.replace(index, claim.takenBack());
                draft.tokens[claim.token()].use = Token.Use.CONNECTIVE;
                return;
            }
        }
    }

    private boolean isCorrected(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            boolean otherwise = draft.isAt(i, Cue.SAME) && draft.isAt(i - 1, Cue.BUT);
            if (otherwise || draft.isAt(i, Cue.CORRECTION) || draft.isAt(i, Cue.RESET) || isRefusal(draft, i)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code no} of {@code 3 epochs, no 2 epochs}: it refuses what stands before it, not what follows. */
    private static boolean isRefusal(Draft draft, int i) {
        return i > 0 && draft.isAt(i, Cue.NOT) && draft.isBreakAt(i - 1) && draft.isTyped(i, "no");
    }

    /** Whether a number behind {@code no} is what was meant: the value before the {@code no} counts the same. */
    static boolean isMeant(Draft draft, int number) {
        List<Claims.Claim> claims = draft.claims.all();
        if (!isRefusal(draft, number - 1) || claims.isEmpty()) {
            return false;
        }
        Measure unit = draft.measureAt(number + 1);
        return unit != null && draft.measureAt(claims.getLast().token() + 1) == unit;
    }
}
