package io.tunetally.interpreter;

/** Which kinds of words a message holds: one bit each, so that asking costs nothing. */
// An ordinal is a bit's place here and outlives no message.
@SuppressWarnings("EnumOrdinal")
final class Presence {
    private long senses;
    private long cues;
    private long moreCues;
    private long measures;
    private long intents;
    private boolean questionMark;

    void note(Token token) {
        Lexeme lexeme = token.lexeme;
        if (lexeme == null) {
            questionMark |= token.isSymbol('?');
            return;
        }
        senses |= bit(lexeme.sense());
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

    /** Shifts count modulo 64, so that a second word takes up where the first is full. */
    private static long bit(Enum<?> constant) {
        return 1L << constant.ordinal();
    }

    boolean has(Sense sense) {
        return (senses & bit(sense)) != 0;
    }

    boolean has(Cue cue) {
        return ((cue.ordinal() < Long.SIZE ? cues : moreCues) & bit(cue)) != 0;
    }

    boolean has(Measure measure) {
        return (measures & bit(measure)) != 0;
    }

    boolean has(Intent intent) {
        return (intents & bit(intent)) != 0;
    }

    boolean hasQuestionMark() {
        return questionMark;
    }
}
