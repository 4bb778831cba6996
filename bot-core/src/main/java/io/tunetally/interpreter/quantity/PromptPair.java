package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Claims;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.sentence.Places;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.List;

/** {@code 2000 token prompt vs 100 token prompt}, {@code prompt from 2000 to 100 tokens}: before and after tuning, in this order. */
final class PromptPair {
    private static final int REACH = 9;

    private PromptPair() {}

    static void read(Draft draft) {
        Places places = Places.NONE;
        List<Claims.Claim> claims = draft.claims.all();
        for (int k = 0; k < claims.size(); k++) {
            if (claims.get(k).slot() == SlotName.PROMPT_TOKENS) {
                places = places.with(k);
            }
        }
        if (places.size() == 2 && !draft.claims.has(SlotName.TUNED_PROMPT_TOKENS)) {
            second(draft, places.get(1));
        } else if (places.size() == 1) {
            bareBefore(draft, places.first());
            afterTuning(draft, claims.get(places.first()));
        }
    }

    /** {@code a 1800 token prompt; after fine-tuning it would be 150 tokens}, {@code drops from 1800 tokens to 150 tokens}. */
    private static void afterTuning(Draft draft, Claims.Claim claim) {
        Places open = draft.claims.openTokens();
        if (open.size() != 1 || draft.claims.has(SlotName.TUNED_PROMPT_TOKENS) || open.first() < claim.token()) {
            return;
        }
        int number = open.first();
        boolean later = isAfter(draft, number + 1) || isAfter(draft, number + 2);
        for (int i = claim.token(); i < number; i++) {
            later |= draft.isAt(i, Sense.TUNING) || draft.isAt(i, Cue.TO) || isAfter(draft, i);
        }
        if (later) {
            draft.claims.settleOpenTokens();
            tuned(draft, number);
        }
    }

    private static void tuned(Draft draft, int number) {
        Token token = draft.token(number);
        draft.claims.add(SlotName.TUNED_PROMPT_TOKENS, Amounts.counted(token.numeral()), number);
        token.use = Token.Use.SLOT;
    }

    private static boolean isAfter(Draft draft, int i) {
        return draft.isAt(i, Sense.FUNCTIONS) && draft.isTyped(i, "after");
    }

    private static void second(Draft draft, int place) {
        Claims.Claim claim = draft.claims.all().get(place);
        draft.claims.replace(
                place, new Claims.Claim(SlotName.TUNED_PROMPT_TOKENS, claim.numeral(), claim.token(), false, false));
    }

    private static void bareBefore(Draft draft, int place) {
        Claims.Claim claim = draft.claims.all().get(place);
        int link = claim.token() - 1;
        int first = link - 1;
        boolean linked = draft.isAt(link, Cue.TO) || draft.isAt(link, Cue.VERSUS);
        if (linked && draft.isNumberAt(first) && draft.token(first).use != Token.Use.SLOT) {
            second(draft, place);
            draft.claims.add(
                    SlotName.PROMPT_TOKENS, Amounts.counted(draft.token(first).numeral()), first);
            draft.token(first).use = Token.Use.SLOT;
            return;
        }
        laterOn(draft, claim);
    }

    /** {@code my prompt is 3000 tokens and would shrink to 200}, {@code prompt tokens 2200 before, 150 after}. */
    private static void laterOn(Draft draft, Claims.Claim claim) {
        for (int i = claim.token() + 1; i < Math.min(draft.size() - 1, claim.token() + REACH); i++) {
            boolean linked = draft.isAt(i, Cue.TO) || draft.isAt(i, Cue.VERSUS) || isAfter(draft, i + 2);
            Token number = draft.token(i + 1);
            if (linked && number.isNumber() && number.use == Token.Use.NOTHING) {
                tuned(draft, i + 1);
                return;
            }
        }
    }
}
