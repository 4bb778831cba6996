package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.sentence.Claims;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.sentence.Places;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Limits;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the numbers that were read into slots; what is ambiguous, impossible or said twice differently becomes a problem. */
public final class SlotFiller {
    private final Draft draft;

    private SlotFiller(Draft draft) {
        this.draft = draft;
    }

    public static void fill(Draft draft) {
        SlotFiller filler = new SlotFiller(draft);
        long filled = 0;
        for (Claims.Claim claim : draft.claims.all()) {
            if (!claim.replaced() && (filled & claim.slot().bit()) == 0) {
                filled |= claim.slot().bit();
                filler.slot(claim);
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

    private void slot(Claims.Claim first) {
        List<BigDecimal> ends = ends(first.numeral());
        for (Claims.Claim claim : draft.claims.all()) {
            if (claim.slot() == first.slot() && !claim.replaced() && !ends.equals(ends(claim.numeral()))) {
                conflict(first.slot());
                return;
            }
        }
        value(first);
    }

    private void conflict(SlotName<?> slot) {
        Map<List<BigDecimal>, Claims.Claim> distinct = new LinkedHashMap<>();
        for (Claims.Claim claim : draft.claims.all()) {
            if (claim.slot() == slot && !claim.replaced()) {
                distinct.putIfAbsent(ends(claim.numeral()), claim);
            }
        }
        // A pair of prompts is claimed from its second value backwards.
        conflict(
                slot,
                distinct.values().stream()
                        .sorted(Comparator.comparingInt(Claims.Claim::token))
                        .toList());
    }

    /** Both ends of a number in one representation, so that equal numbers are equal. */
    private static List<BigDecimal> ends(Numeral numeral) {
        BigDecimal low = numeral.value().stripTrailingZeros();
        return List.of(low, numeral.high() == null ? low : numeral.high().stripTrailingZeros());
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
        settle(draft, claim.slot(), claim.numeral(), claim.derived() ? Origin.DERIVED : Origin.SAID, claim.token());
    }

    /** Fills a slot with a number, or notes as a problem why the slot cannot hold it. */
    public static void settle(Draft draft, SlotName<?> slot, Numeral numeral, Origin origin, int token) {
        settle(draft, slot, numeral, origin, draft.span(token, token));
    }

    public static void settle(Draft draft, SlotName<?> slot, Numeral numeral, Origin origin, TextSpan span) {
        Limits limits = Limits.of(slot);
        String typed = draft.text.original().substring(span.start(), span.end());
        if (numeral.isAmbiguous()) {
            List<String> suggestions = numeral.readings().stream()
                    .map(reading -> reading.stripTrailingZeros().toPlainString())
                    .toList();
            draft.add(new Problem.AmbiguousNumber(slot, typed, suggestions, span));
        } else if (!limits.allow(numeral.value()) || !limits.allow(numeral.high())) {
            draft.add(new Problem.OutOfRange(
                    limits.kind(),
                    slot,
                    typed,
                    limits.minimum().toPlainString(),
                    limits.maximum().toPlainString(),
                    span));
        } else {
            put(draft.slots, slot, numeral, origin, span);
        }
    }

    private void openTokens(int token) {
        Numeral numeral = Amounts.counted(draft.token(token).numeral());
        String amount = numeral.value().stripTrailingZeros().toPlainString();
        draft.add(new Problem.AmbiguousNumber(
                SlotName.TOKENS_PER_EXAMPLE,
                typed(token),
                List.of(amount + " tokens/example", amount + " tokens total"),
                draft.span(token, token)));
    }

    private void openCount(int token) {
        String amount =
                draft.token(token).numeral().value().stripTrailingZeros().toPlainString();
        draft.add(new Problem.AmbiguousNumber(
                SlotName.EXAMPLES,
                typed(token),
                List.of(amount + " examples", amount + " tokens total"),
                draft.span(token, token)));
    }

    private String typed(int token) {
        Token said = draft.token(token);
        return draft.text.typed(said.start, said.end);
    }

    // The type of a slot's value is known by its limits: what counts is a Long, what measures a BigDecimal.
    @SuppressWarnings("unchecked")
    public static void put(
            Slots.Builder slots, SlotName<?> name, Numeral numeral, Origin origin, @Nullable TextSpan span) {
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
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
