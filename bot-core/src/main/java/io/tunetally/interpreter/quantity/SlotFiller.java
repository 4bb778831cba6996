package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Limits;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotSet;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills slots from the candidates; ambiguous, impossible or contradicting values become problems. */
public final class SlotFiller {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final ParseState state;

    private SlotFiller(ParseState state) {
        this.state = state;
    }

    public static void fill(ParseState state) {
        SlotFiller filler = new SlotFiller(state);
        SlotSet filled = SlotSet.EMPTY;
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            if (!candidate.replaced() && !filled.has(candidate.slot())) {
                filled = filled.with(candidate.slot());
                filler.slot(candidate);
            }
        }
        state.candidates.openTokens().forEach(filler::openTokens);
        state.candidates.openCounts().forEach(filler::openCount);
    }

    /** Fills one slot whose candidate was found after the others were filled. */
    static void fill(ParseState state, SlotName<?> slot) {
        state.candidates.all().stream()
                .filter(candidate -> candidate.slot() == slot && !candidate.replaced())
                .findFirst()
                .ifPresent(new SlotFiller(state)::slot);
    }

    private void slot(SlotCandidates.Candidate first) {
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            if (candidate.slot() == first.slot()
                    && !candidate.equals(first)
                    && !candidate.replaced()
                    && !ends(first.numeral()).equals(ends(candidate.numeral()))) {
                conflict(first.slot());
                return;
            }
        }
        value(first);
    }

    private void conflict(SlotName<?> slot) {
        Map<List<BigDecimal>, SlotCandidates.Candidate> distinct = new LinkedHashMap<>();
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            if (candidate.slot() == slot && !candidate.replaced()) {
                distinct.putIfAbsent(ends(candidate.numeral()), candidate);
            }
        }
        // The second value of a prompt pair is added before the first.
        conflict(
                slot,
                distinct.values().stream()
                        .sorted(Comparator.comparingInt(SlotCandidates.Candidate::token))
                        .toList());
    }

    /** Normalises both ends of a number, so that equal numbers are equal. */
    private static List<BigDecimal> ends(Numeral numeral) {
        BigDecimal low = numeral.value().stripTrailingZeros();
        return List.of(low, numeral.high() == null ? low : numeral.high().stripTrailingZeros());
    }

    private void conflict(SlotName<?> slot, List<SlotCandidates.Candidate> candidates) {
        List<TextSpan> spans = candidates.stream()
                .map(candidate -> state.span(candidate.token(), candidate.token()))
                .toList();
        String typed = String.join(
                " / ",
                candidates.stream().map(candidate -> typed(candidate.token())).toList());
        TextSpan whole = new TextSpan(spans.getFirst().start(), spans.getLast().end());
        List<BigDecimal> values = candidates.stream()
                .map(candidate -> candidate.numeral().value())
                .toList();
        state.add(new Problem.Conflict(List.of(slot), typed, spans, values, whole));
    }

    private void value(SlotCandidates.Candidate candidate) {
        sayNotation(candidate);
        settle(
                state,
                candidate.slot(),
                candidate.numeral(),
                candidate.derived() ? Origin.DERIVED : Origin.SAID,
                candidate.token());
        if (candidate.arithmetic() != null) {
            explain(state, candidate.slot(), candidate.arithmetic());
        }
    }

    /** Says how the value of a slot follows, if it has one. */
    public static <T> void explain(ParseState state, SlotName<T> name, String arithmetic) {
        Slot<T> slot = state.slots.get(name);
        if (slot != null) {
            state.slots.put(name, slot.explained(arithmetic));
        }
    }

    /** Says how a number with a point was read, {@code 4.500} as 4,500. */
    private void sayNotation(SlotCandidates.Candidate candidate) {
        int number = candidate.token();
        if (!state.isNumberAt(number) || candidate.numeral().isAmbiguous()) {
            return;
        }
        Numeral said = state.token(number).numeral();
        BigDecimal read = said.isAmbiguous() ? said.readings().getLast() : said.value();
        if (said.isAmbiguous() || isGroupedByPoint(number, said)) {
            state.add(new Interpretation.Repair(
                    typed(number), String.format(Locale.ROOT, "%,d", read.toBigInteger()), state.span(number, number)));
        }
    }

    /** True of the 20.000 of {@code 20.000 segments} in English, where a point rarely groups. */
    private boolean isGroupedByPoint(int number, Numeral said) {
        return !state.text.isTranslated()
                && said.scaled() == 0
                && said.suffix() == ' '
                && said.value().compareTo(THOUSAND) >= 0
                && isWhole(said.value())
                && typed(number).indexOf('.') >= 0;
    }

    /** Fills a slot with a number, or adds a problem if it is outside the slot's limits. */
    public static void settle(ParseState state, SlotName<?> slot, Numeral numeral, Origin origin, int token) {
        settle(state, slot, numeral, origin, state.span(token, token));
    }

    public static void settle(ParseState state, SlotName<?> slot, Numeral numeral, Origin origin, TextSpan span) {
        Limits limits = slot.limits();
        String typed = state.text.original().substring(span.start(), span.end());
        if (numeral.isAmbiguous()) {
            List<String> suggestions = numeral.readings().stream()
                    .map(reading -> reading.stripTrailingZeros().toPlainString())
                    .toList();
            state.add(new Problem.AmbiguousNumber(slot, typed, suggestions, span));
        } else if (!limits.allow(numeral.value()) || !limits.allow(numeral.high())) {
            state.add(new Problem.OutOfRange(
                    limits.kind(),
                    slot,
                    typed,
                    isWhole(numeral.value()) && isWhole(numeral.high()),
                    limits.minimum().toPlainString(),
                    limits.maximum().toPlainString(),
                    span));
        } else {
            put(state.slots, slot, numeral, origin, span);
        }
    }

    private static boolean isWhole(@Nullable BigDecimal value) {
        return value == null || value.stripTrailingZeros().scale() <= 0;
    }

    private void openTokens(int token) {
        Numeral numeral = Amounts.counted(state.token(token).numeral());
        String amount = numeral.value().stripTrailingZeros().toPlainString();
        state.add(new Problem.AmbiguousNumber(
                SlotName.TOKENS_PER_EXAMPLE,
                typed(token),
                List.of(amount + " tokens/example", amount + " tokens total"),
                state.span(token, token)));
    }

    private void openCount(int token) {
        String amount =
                state.token(token).numeral().value().stripTrailingZeros().toPlainString();
        state.add(new Problem.AmbiguousNumber(
                SlotName.EXAMPLES,
                typed(token),
                List.of(amount + " examples", amount + " tokens total"),
                state.span(token, token)));
    }

    private String typed(int token) {
        Token said = state.token(token);
        return state.text.typed(said.start, said.end);
    }

    public static <T> void put(
            Slots.Builder slots, SlotName<T> name, Numeral numeral, Origin origin, @Nullable TextSpan span) {
        BigDecimal high = numeral.high();
        slots.put(
                name,
                new Slot<>(
                        name.value(numeral.value()),
                        high == null ? null : name.value(high),
                        origin,
                        span,
                        numeral.approximate()));
    }
}
