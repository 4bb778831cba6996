package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import java.util.Arrays;
import java.util.Set;

/**
 * Bit set of the token categories in a message, for checks in O(1): it keeps reading linear in the length of a message, as a
 * limit against long ones. An ordinary one takes as long with a loop over its tokens. A part of its {@link ParseState}.
 */
// An ordinal is a bit position here and is never stored.
@SuppressWarnings("EnumOrdinal")
public abstract class TokenFeatures {
    private static final long TIMES = Arrays.stream(Measure.values())
            .filter(Measure::isTime)
            .mapToLong(TokenFeatures::bit)
            .reduce(0, (some, other) -> some | other);

    private long senses;
    private long cues;
    private long moreCues;
    private long measures;
    private long intents;
    private final Trait.Bits traits = Trait.Bits.of(Set.of());
    private boolean questionMark;

    TokenFeatures() {}

    final void note(Token token) {
        Lexeme lexeme = token.lexeme;
        if (lexeme == null) {
            questionMark |= token.isSymbol('?');
            return;
        }
        senses |= bit(lexeme.sense());
        lexeme.addTraitsTo(traits);
        Cue cue = lexeme.cue();
        Measure measure = lexeme.measure();
        Intent intent = lexeme.intent();
        if (cue != null) {
            cues |= cue.ordinal() < Long.SIZE ? bit(cue) : 0;
            moreCues |= cue.ordinal() < Long.SIZE ? 0 : bit(cue);
        } else if (measure != null) {
            measures |= bit(measure);
        } else if (intent != null) {
            intents |= bit(intent);
        }
    }

    /** Shifts count modulo 64, so that a second word continues after the first. */
    private static long bit(Enum<?> constant) {
        return 1L << constant.ordinal();
    }

    public final boolean has(Category category) {
        return (senses & bit(category)) != 0;
    }

    public final boolean has(Cue cue) {
        return ((cue.ordinal() < Long.SIZE ? cues : moreCues) & bit(cue)) != 0;
    }

    public final boolean has(Measure measure) {
        return (measures & bit(measure)) != 0;
    }

    /** True if a unit of time or a period occurs. */
    public final boolean hasTime() {
        return (measures & TIMES) != 0 || has(Category.PERIODS);
    }

    /** True if a word of an intent occurs anywhere, whether or not it is a request. */
    public final boolean has(Intent intent) {
        return (intents & bit(intent)) != 0;
    }

    /** True if a phrase of the lexicon has a trait. */
    public final boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public final boolean hasQuestionMark() {
        return questionMark;
    }
}
