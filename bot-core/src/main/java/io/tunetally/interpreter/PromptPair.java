package io.tunetally.interpreter;

import java.util.ArrayList;
import java.util.List;

/** {@code 2000 token prompt vs 100 token prompt}, {@code prompt from 2000 to 100 tokens}: before and after tuning, in this order. */
final class PromptPair {
    private PromptPair() {}

    static void read(Draft draft) {
        List<Integer> places = new ArrayList<>(2);
        List<Claims.Claim> claims = draft.claims.all();
        for (int k = 0; k < claims.size(); k++) {
            if (claims.get(k).slot() == SlotName.PROMPT_TOKENS) {
                places.add(k);
            }
        }
        if (places.size() == 2 && !draft.claims.has(SlotName.TUNED_PROMPT_TOKENS)) {
            second(draft, places.get(1));
        } else if (places.size() == 1) {
            bareBefore(draft, places.getFirst());
        }
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
        if (linked && draft.isNumberAt(first) && draft.tokens.get(first).use != Token.Use.SLOT) {
            second(draft, place);
            draft.claims.add(
                    SlotName.PROMPT_TOKENS,
                    Amounts.counted(draft.tokens.get(first).numeral()),
                    first);
            draft.tokens.get(first).use = Token.Use.SLOT;
            return;
        }
        int after = claim.token() + 1;
        boolean linkedAfter = draft.isAt(after, Cue.TO) || draft.isAt(after, Cue.VERSUS);
        if (linkedAfter && draft.isNumberAt(after + 1) && draft.tokens.get(after + 1).use == Token.Use.NOTHING) {
            draft.claims.add(
                    SlotName.TUNED_PROMPT_TOKENS,
                    Amounts.counted(draft.tokens.get(after + 1).numeral()),
                    after + 1);
            draft.tokens.get(after + 1).use = Token.Use.SLOT;
        }
    }
}
