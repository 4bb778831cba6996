package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.TextLengths;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the length of the remembered examples that a reply says in words or characters: {@code sorry, 350 words}, {@code 400 was characters},
 * {@code that's words, not tokens}. The tokens that were said before were none.
 */
final class TextUnits {
    private final SaidNumbers said;
    private final ParseState state;

    TextUnits(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        WordPatterns.Match<WordPatterns.Reply> reply = lengthOfExamples();
        if (reply == null) {
            return false;
        }
        int unit = -1;
        int number = -1;
        for (WordPatterns.Word word : reply.words()) {
            int i = state.tokenAt(word.start());
            number = number < 0 && state.isNumberAt(i) ? i : number;
            unit = state.hasTyped(i, Trait.TEXT_UNIT) ? i : unit;
        }
        BigDecimal before = said.value(SlotName.TOKENS_PER_EXAMPLE);
        BigDecimal length = number >= 0 ? said.number(number) : before;
        if (unit < 0 || length == null || countsMore(number, before)) {
            return false;
        }
        BigDecimal tokens = state.hasTyped(unit, Trait.CHARACTER)
                ? TextLengths.tokensOfCharacters(length)
                : TextLengths.tokensOfWords(length);
        said.state(
                SlotName.TOKENS_PER_EXAMPLE,
                tokens,
                SaidNumbers.text(length) + " " + state.typed(unit, unit),
                number >= 0 ? number : unit);
        return true;
    }

    /** With traffic words may be those of a question or an answer, too. */
    private WordPatterns.@Nullable Match<WordPatterns.Reply> lengthOfExamples() {
        boolean open = state.remembered.has(SlotName.EXAMPLES)
                && !state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && !state.has(Cue.PROMPT)
                && !state.has(Cue.OUTPUT)
                && !state.has(Cue.INPUT);
        List<WordPatterns.Match<WordPatterns.Reply>> lengths = !open
                ? List.of()
                : state.replies().stream()
                        .filter(each -> each.meaning() == WordPatterns.Reply.LENGTH)
                        .toList();
        return lengths.size() == 1 ? lengths.getFirst() : null;
    }

    /** True if another number than the length, and than the one before, is said. */
    private boolean countsMore(int number, @Nullable BigDecimal before) {
        for (int i = 0; i < state.size(); i++) {
            boolean again =
                    before != null && state.isNumberAt(i) && said.number(i).compareTo(before) == 0;
            if (state.isNumberAt(i) && i != number && !again) {
                return true;
            }
        }
        return false;
    }
}
