package io.tunetally.interpreter.prompt;

import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Adds the parts of a preference pair, which is one prompt and two responses: {@code 350 prompt + 2x300 response tokens}, {@code prompt 350,
 * chosen and rejected 300 each}, {@code chosen 250, rejected 240}.
 */
public final class PreferenceLengths {
    private static final int NONE = -1;

    private final ParseState state;
    /** The tokens that say the length. */
    private final List<Integer> used = new ArrayList<>();
    /** Whether one length is that of both responses. */
    private boolean twice;

    private PreferenceLengths(ParseState state) {
        this.state = state;
    }

    /** Claims the parts before others take them for the lengths of requests. */
    public static void read(ParseState state) {
        boolean pairs = state.remembered.value(SlotName.OBJECTIVE) == Objective.DPO
                || state.any(token -> token.is(Category.OBJECTIVES)
                        && token.lexeme != null
                        && Objective.DPO.name().toLowerCase(Locale.ROOT).equals(token.lexeme.value()));
        if (pairs && !state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)) {
            new PreferenceLengths(state).read();
        }
    }

    private void read() {
        String responses = responses();
        if (responses.isEmpty()) {
            return;
        }
        BigDecimal length = used.stream().map(this::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
        int prompt = prompt();
        String arithmetic = prompt < 0 ? responses : text(prompt) + " + " + responses;
        BigDecimal pair = prompt < 0 ? length : length.add(value(prompt));
        int base = used.getFirst();
        if (prompt >= 0) {
            used.add(prompt);
        }
        state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, Numeral.of(pair), base);
        state.candidates.explain(SlotName.TOKENS_PER_EXAMPLE, pair, arithmetic);
        used.forEach(this::take);
    }

    /** Finds the lengths of both responses, and returns their sum in words; empty if they are not said. */
    private String responses() {
        for (int i = 0; i < state.size(); i++) {
            int side = isLength(i) ? doubled(i) : NONE;
            if (side >= 0) {
                used.add(i);
                twice = true;
                return "2 × " + text(i);
            }
        }
        int first = NONE;
        for (int i = 0; i < state.size(); i++) {
            int name = isLength(i) ? preferenceOf(i) : NONE;
            if (name >= 0
                    && first >= 0
                    && !state.typed(name, name).equals(state.typed(preferenceOf(first), preferenceOf(first)))) {
                used.add(first);
                used.add(i);
                return text(first) + " + " + text(i);
            }
            first = name >= 0 && first < 0 ? i : first;
        }
        return "";
    }

    private BigDecimal counted(int number) {
        return twice ? value(number).multiply(BigDecimal.TWO) : value(number);
    }

    /** Returns the index of the responses that both have a length: {@code 2x300 response tokens}, {@code chosen and rejected 300 each}; or -1. */
    private int doubled(int length) {
        boolean two = state.isTimesSign(length - 1)
                && state.isNumberAt(length - 2)
                && value(length - 2).compareTo(BigDecimal.TWO) == 0;
        int end = state.isAt(length + 1, Measure.TOKEN) ? length + 2 : length + 1;
        if (two && isResponse(end)) {
            takeFactor(length - 2);
            return end;
        }
        if (isResponse(end) && isJoin(end + 1) && isResponse(end + 2) && state.isAt(end + 3, Cue.EACH)) {
            // "700 tok chosen+rejected each"
            return end;
        }
        int lead = isLink(length - 1) ? length - 2 : length - 1;
        boolean both = isResponse(lead) && isResponse(lead - 2) && isJoin(lead - 1);
        boolean counted = isResponse(lead)
                && state.isNumberAt(lead - 1)
                && value(lead - 1).compareTo(BigDecimal.TWO) == 0;
        if (counted) {
            takeFactor(lead - 1);
            return lead;
        }
        return isResponse(lead) && (both || state.isPluralAt(lead)) && state.isAt(end, Cue.EACH) ? lead : NONE;
    }

    private void takeFactor(int number) {
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    /** Returns the index of the {@code chosen} or {@code rejected} beside a length, or -1. */
    private int preferenceOf(int length) {
        int lead = isLink(length - 1) ? length - 2 : length - 1;
        if (state.at(lead) != null && !state.isNumberAt(lead) && state.hasTyped(lead, Trait.PREFERENCE)) {
            return lead;
        }
        // "prompt 300 chosen 200 rejected 200": the names stand before their lengths.
        if (isPrompt(lead) && !state.isNumberAt(lead - 1)) {
            return NONE;
        }
        int end = state.isAt(length + 1, Measure.TOKEN) ? length + 2 : length + 1;
        return state.at(end) != null && !state.isNumberAt(end) && state.hasTyped(end, Trait.PREFERENCE) ? end : NONE;
    }

    /** Returns the length of the prompt, or -1. */
    private int prompt() {
        for (int i = 0; i < state.size(); i++) {
            boolean open = isLength(i) && !used.contains(i);
            int end = state.isAt(i + 1, Measure.TOKEN) ? i + 2 : i + 1;
            int lead = isLink(i - 1) ? i - 2 : i - 1;
            boolean behind = isPrompt(end);
            boolean before = isPrompt(lead) && (!state.isNumberAt(lead - 1) || isNamedBefore(lead - 1));
            if (open && (behind || before)) {
                return i;
            }
        }
        return NONE;
    }

    /** The 390 of {@code rejected 390 prompt 250}, which is not of the prompt. */
    private boolean isNamedBefore(int number) {
        return used.contains(number) && preferenceOf(number) == number - 1;
    }

    private boolean isPrompt(int i) {
        return state.isAt(i, Cue.PROMPT) || (state.at(i) != null && state.hasTyped(i, Trait.PROMPTS));
    }

    private boolean isLength(int number) {
        return state.isCountAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isRange()
                && !state.isItemAt(number + 1)
                && !state.isItemAt(number + 2)
                && !state.isOfMention(number)
                && !state.isSize(number);
    }

    private boolean isLink(int i) {
        return state.isAt(i, Cue.OF)
                || state.isAt(i, Cue.IS)
                || state.isAt(i, Cue.ABOUT)
                || state.isAssignmentAt(i)
                || state.hasTyped(i, Trait.LOCATIVE)
                || state.hasTyped(i, Trait.APPROXIMATES);
    }

    private boolean isJoin(int i) {
        return state.isAt(i, Cue.AND) || state.isSymbolAt(i, '+') || state.isSlash(i);
    }

    private boolean isResponse(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && !state.isAt(i, Cue.PROMPT)
                && !state.isAt(i, Measure.EXAMPLE)
                && (state.hasTyped(i, Trait.PREFERENCE)
                        || state.isAt(i, Cue.OUTPUT)
                        || state.hasTyped(i, Trait.ANSWERED));
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    private String text(int number) {
        return String.format(Locale.ROOT, "%,d", value(number).toBigInteger());
    }

    private void take(int number) {
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
        if (state.isAt(number + 1, Measure.TOKEN)) {
            state.token(number + 1).use = Token.Use.CONNECTIVE;
        }
    }
}
