package io.tunetally.interpreter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the numbers that were read into slots; what is ambiguous, impossible or said twice differently becomes a problem. */
final class SlotFiller {
    private final Draft draft;

    private SlotFiller(Draft draft) {
        this.draft = draft;
    }

    static void fill(Draft draft) {
        SlotFiller filler = new SlotFiller(draft);
        List<Claims.Claim> claims = draft.claims.all();
        for (int i = 0; i < claims.size(); i++) {
            if (filler.isFirstOfItsSlot(i)) {
                filler.slot(claims.get(i));
            }
        }
        Places tokens = draft.claims.openTokens();
        for (int i = 0; i < tokens.size(); i++) {
            filler.openTokens(tokens.get(i));
        }
        Places counts = draft.claims.openCounts();
        for (int i = 0; i < counts.size(); i++) {
            filler.openCount(counts.get(i));
        }
    }

    private boolean isFirstOfItsSlot(int index) {
        List<Claims.Claim> claims = draft.claims.all();
        Claims.Claim claim = claims.get(index);
        for (int i = 0; i < index; i++) {
            if (claims.get(i).slot() == claim.slot() && !claims.get(i).replaced()) {
                return false;
            }
        }
        return !claim.replaced();
    }

    private void slot(Claims.Claim first) {
        for (Claims.Claim claim : draft.claims.all()) {
            if (claim.slot() == first.slot() && !claim.replaced() && !same(first.numeral(), claim.numeral())) {
                conflict(first.slot());
                return;
            }
        }
        value(first);
    }

    private void conflict(SlotName<?> slot) {
        List<Claims.Claim> distinct = new ArrayList<>(2);
        for (Claims.Claim claim : draft.claims.all()) {
            if (claim.slot() == slot && !claim.replaced() && isNew(distinct, claim)) {
                distinct.add(claim);
            }
        }
        conflict(slot, distinct);
    }

    private static boolean isNew(List<Claims.Claim> claims, Claims.Claim claim) {
        for (Claims.Claim other : claims) {
            if (same(other.numeral(), claim.numeral())) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Numeral a, Numeral b) {
        BigDecimal highA = a.high() == null ? a.value() : a.high();
        BigDecimal highB = b.high() == null ? b.value() : b.high();
        return a.value().compareTo(b.value()) == 0 && highA.compareTo(highB) == 0;
    }

    private void conflict(SlotName<?> slot, List<Claims.Claim> claims) {
        List<TextSpan> spans = claims.stream()
                .map(claim -> draft.span(claim.token(), claim.token()))
                .toList();
        String typed = String.join(
                " / ", claims.stream().map(claim -> typed(claim.token())).toList());
        TextSpan whole = new TextSpan(spans.getFirst().start(), spans.getLast().end());
        List<BigDecimal> values =
                claims.stream().map(claim -> claim.numeral().value()).toList();
        draft.add(new Problem.Conflict(List.of(slot), typed, spans, values, whole));
    }

    private void value(Claims.Claim claim) {
        Numeral numeral = claim.numeral();
        TextSpan span = draft.span(claim.token(), claim.token());
        Limits limits = Limits.of(claim.slot());
        if (numeral.isAmbiguous()) {
            ambiguous(claim.slot(), numeral.readings(), claim.token());
        } else if (!limits.allow(numeral.value()) || !limits.allow(numeral.high())) {
            draft.add(new Problem.OutOfRange(
                    limits.kind(),
                    claim.slot(),
                    typed(claim.token()),
                    limits.minimum().toPlainString(),
                    limits.maximum().toPlainString(),
                    span));
        } else {
            put(draft.slots, claim.slot(), numeral, claim.derived() ? Origin.DERIVED : Origin.SAID, span);
        }
    }

    private void ambiguous(SlotName<?> slot, List<BigDecimal> readings, int token) {
        List<String> suggestions = readings.stream()
                .map(reading -> reading.stripTrailingZeros().toPlainString())
                .toList();
        draft.add(new Problem.AmbiguousNumber(slot, typed(token), suggestions, draft.span(token, token)));
    }

    private void openTokens(int token) {
        Numeral numeral = Amounts.counted(draft.tokens[token].numeral());
        String amount = numeral.value().stripTrailingZeros().toPlainString();
        draft.add(new Problem.AmbiguousNumber(
                SlotName.TOKENS_PER_EXAMPLE,
                typed(token),
                List.of(amount + " tokens/example", amount + " tokens total"),
                draft.span(token, token)));
    }

    private void openCount(int token) {
        String amount =
                draft.tokens[token].numeral().value().stripTrailingZeros().toPlainString();
        draft.add(new Problem.AmbiguousNumber(
                SlotName.EXAMPLES,
                typed(token),
                List.of(amount + " examples", amount + " tokens total"),
                draft.span(token, token)));
    }

    private String typed(int token) {
        Token said = draft.tokens[token];
        return draft.text.typed(said.start, said.end);
    }

    // The type of a slot's value is known by its limits: what counts is a Long, what measures a BigDecimal.
    @SuppressWarnings("unchecked")
    static void put(Slots.Builder slots, SlotName<?> name, Numeral numeral, Origin origin, @Nullable TextSpan span) {
        BigDecimal high = numeral.high();
        if (Limits.of(name).whole()) {
            Slot<Long> slot = new Slot<>(
                    numeral.value().longValueExact(),
                    high == null ? null : high.longValueExact(),
                    origin,
                    span,
                    numeral.approximate());
            slots.put((SlotName<Long>) name, slot);
        } else {
            Slot<BigDecimal> slot = new Slot<>(
                    plain(numeral.value()), high == null ? null : plain(high), origin, span, numeral.approximate());
            slots.put((SlotName<BigDecimal>) name, slot);
        }
    }

    /** One representation for one value, so that equal requests are equal. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
