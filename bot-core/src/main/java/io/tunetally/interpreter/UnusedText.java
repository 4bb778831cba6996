package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The unused parts of a message. */
final class UnusedText {
    /** Shorter words are near too many others. */
    private static final int SHORTEST_GUESSED = 4;

    /** Shorter words say nothing that is worth telling: {@code po}, {@code en}. */
    private static final int SHORTEST_TOLD = 3;

    /** The longest abbreviation in capitals: {@code SRE}, {@code RPG}. */
    private static final int LONGEST_ABBREVIATION = 5;

    private UnusedText() {}

    /** Returns the spans of words without any effect, none of which belongs to a slot. */
    static List<TextSpan> ignored(ParseState state, Slots slots) {
        List<TextSpan> used = slots.names().stream()
                .map(slots::get)
                .filter(Objects::nonNull)
                .map(Slot::span)
                .filter(Objects::nonNull)
                .toList();
        return unused(state).stream()
                .filter(span -> used.stream().noneMatch(span::overlaps))
                .toList();
    }

    private static List<TextSpan> unused(ParseState state) {
        List<TextSpan> spans = new ArrayList<>();
        int end = 0;
        Token[] tokens = state.all();
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            boolean unused = token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT;
            boolean worded =
                    token.kind == Token.Kind.WORD || token.kind == Token.Kind.CODE || token.kind == Token.Kind.NUMBER;
            if ((unused && worded) || token.use == Token.Use.KNOWN_NON_SLOT) {
                TextSpan span = state.text.span(token.start, token.end);
                boolean shared = i + 1 < tokens.length && state.text.originalStart(tokens[i + 1].start) < span.end();
                if (span.start() >= end && !shared) {
                    spans.add(span);
                }
            }
            // One character can fold to several (a ligature, a unit sign), and one phrase can be translated to several
            // words: their span is used once.
            end = Math.max(end, state.text.originalEnd(token.end));
        }
        return spans;
    }

    /** Adds a problem for each word that is neither in the lexicon nor English nor jargon, and for a currency without an amount. */
    static void report(ParseState state) {
        for (Token token : state.all()) {
            Lexeme currency = isForeignCurrency(token) && !state.isForeignMoney() ? token.lexeme : null;
            if (currency != null) {
                state.add(new Problem.ForeignCurrency(
                        state.text.typed(token.start, token.end),
                        currency.value(),
                        null,
                        SlotName.BUDGET_USD,
                        state.text.span(token.start, token.end)));
            } else if (isUncountedData(state, token)) {
                state.add(new Problem.UnknownWord(
                        state.text.typed(token.start, token.end), List.of(), state.text.span(token.start, token.end)));
            } else if (isUnknown(state, token)) {
                String word = state.text.folded(token.start, token.end);
                state.add(new Problem.UnknownWord(
                        state.text.typed(token.start, token.end),
                        guesses(state, word),
                        state.text.span(token.start, token.end)));
            }
        }
    }

    /** Returns the words of ours that are near; too many are near a word of three letters: {@code lik}, {@code snd}. */
    private static List<String> guesses(ParseState state, String word) {
        return word.length() < SHORTEST_GUESSED
                ? List.of()
                : state.compiledLexicon.typos().nearest(word).stream()
                        .filter(near -> !near.equals(word))
                        .toList();
    }

    /** {@code the alpaca dataset on llama 8b}: how many examples data of a name have is not known here. */
    private static boolean isUncountedData(ParseState state, Token token) {
        return token.is(Category.FAMILIES)
                && token.use == Token.Use.NOTHING
                && state.compiledLexicon.is(Trait.ALSO_DATA, state.text.folded(token.start, token.end))
                && !state.slots.has(SlotName.EXAMPLES)
                && !state.slots.has(SlotName.TOTAL_TOKENS);
    }

    private static boolean isForeignCurrency(Token token) {
        return token.is(Category.CURRENCIES) && token.use == Token.Use.NOTHING;
    }

    private static boolean isUnknown(ParseState state, Token token) {
        return token.kind == Token.Kind.WORD
                && token.use == Token.Use.NOTHING
                && token.end - token.start >= SHORTEST_TOLD
                && !state.isEnglish(token)
                && !isAbbreviation(state, token)
                && !state.compiledLexicon.is(Trait.JARGON, state.text.folded(token.start, token.end));
    }

    /** {@code SRE here. What would ...}: in a sentence an abbreviation is of the asker's own world; in a command it is a part of it. */
    private static boolean isAbbreviation(ParseState state, Token token) {
        String typed = state.text.typed(token.start, token.end);
        return !state.terse
                && typed.length() <= LONGEST_ABBREVIATION
                && typed.chars().allMatch(Character::isUpperCase);
    }
}
