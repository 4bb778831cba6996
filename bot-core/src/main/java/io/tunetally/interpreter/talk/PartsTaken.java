package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import java.util.BitSet;
import java.util.Locale;

/**
 * Which of the parts of a whole are trained on, by what is said of them behind it: {@code the English ones we will not train on}, {@code the swimming
 * pool we leave out}, {@code only story and side quests go in}. A part of which nothing is said stays.
 */
final class PartsTaken {
    private final ParseState state;
    private final PartNames names;
    private final int parts;

    PartsTaken(ParseState state, PartNames names, int parts) {
        this.state = state;
        this.names = names;
        this.parts = parts;
    }

    /** Returns the parts that are trained on; all of them if the rest of the message leaves none. */
    BitSet kept(int end) {
        BitSet all = new BitSet();
        all.set(0, parts);
        BitSet dropped = new BitSet();
        BitSet only = new BitSet();
        BitSet last = new BitSet();
        int first = end;
        for (int i = first; i < state.size(); i++) {
            boolean ends = i + 1 == state.size() || isMark(i + 1);
            if (!ends) {
                continue;
            }
            BitSet named = names.in(first, i + 1);
            boolean again = named.isEmpty() && hasTyped(first, i + 1, Trait.REFERS_BACK);
            BitSet subject = again ? last : named;
            if (!subject.isEmpty() && !hasNumber(first, i + 1)) {
                if (isOnly(first, i + 1)) {
                    only.or(subject);
                } else if (isLeftOut(first, i + 1)) {
                    dropped.or(subject);
                }
            }
            boolean sentence = i + 1 < state.size() && state.sentence(i + 1).first() == i + 1;
            last = named.isEmpty() && !sentence ? last : named;
            first = i + 1;
        }
        BitSet kept = only.isEmpty() ? all : only;
        kept.andNot(dropped);
        if (kept.isEmpty()) {
            kept.set(0, parts);
        }
        return kept;
    }

    private boolean isMark(int i) {
        return state.isBreakAt(i)
                || state.isAt(i, Cue.BUT)
                || state.isSymbolAt(i, '(')
                || state.isSymbolAt(i, ')')
                || (state.hasTyped(i, Trait.CONCLUDES) && !state.hasTyped(i, Trait.ONLY_THESE))
                || state.hasTyped(i, Trait.GIVES_REASON)
                || state.sentence(i).first() == i;
    }

    private boolean hasTyped(int first, int end, Trait trait) {
        for (int i = first; i < end; i++) {
            if (state.hasTyped(i, trait)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasNumber(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i) && !state.isOfMention(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTrained(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TRAINS) || state.hasTyped(i, Trait.GOES_IN)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOnly(int first, int end) {
        boolean only = state.text.isTranslated()
                ? wroteOnly(first, end)
                : hasTyped(first, end, Trait.ONLY_THESE) && isTrained(first, end);
        return only && !isDenied(first, end);
    }

    /** Glossaries leave the small words of other languages out, so the message itself is asked: {@code wir nehmen nur die deutschen}. */
    private boolean wroteOnly(int first, int end) {
        String written = state.text
                .original()
                .substring(
                        state.text.originalStart(state.token(first).start),
                        state.text.originalEnd(state.token(end - 1).end))
                .toLowerCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i <= written.length(); i++) {
            boolean letter = i < written.length() && Character.isLetter(written.charAt(i));
            if (letter && Character.isIdeographic(written.charAt(i))) {
                if (state.compiledLexicon.is(Trait.ONLY_THESE, written.substring(i, i + 1))) {
                    return true;
                }
                start = i + 1;
            } else if (!letter) {
                if (start < i && state.compiledLexicon.is(Trait.ONLY_THESE, written.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private boolean isDenied(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isAt(i, Cue.NOT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLeftOut(int first, int end) {
        boolean moves = false;
        for (int i = first; i < end; i++) {
            boolean lost = state.isAt(i, Cue.DROP)
                    || state.hasTyped(i, Trait.LOSES)
                    || state.isAt(i, Cue.RULED_OUT)
                    || state.hasTyped(i, Trait.SKIPPED);
            moves |= state.hasTyped(i, Trait.SETS_APART) || state.hasTyped(i, Trait.MOVES);
            boolean out = (moves || state.isAt(i - 1, Cue.IS))
                    && (state.isAt(i, Cue.OUT) || state.hasTyped(i, Trait.DESTINATION));
            if (lost || out) {
                return true;
            }
        }
        return isDenied(first, end) && (state.text.isTranslated() || isTrained(first, end));
    }
}
