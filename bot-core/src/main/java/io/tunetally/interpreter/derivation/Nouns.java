package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the numbers of a message count, and what things are counted for each of. */
public final class Nouns {
    /** The most words from a number to its noun: {@code 21 old grey boxes}. */
    private static final int REACH = 3;

    private static final int SHORTEST = 3;

    private final ParseState state;
    private final Set<String> each = new HashSet<>();

    public Nouns(ParseState state) {
        this.state = state;
        for (int i = 0; i + 1 < state.size(); i++) {
            if (isEach(i) || state.isAt(i, Cue.ARTICLE)) {
                each.add(stem(i + 1));
            }
        }
        each.remove("");
    }

    /** True of {@code each}, {@code per}, {@code every} and {@code apiece}. */
    boolean isEach(int i) {
        return state.isAt(i, Cue.EACH)
                || state.isAt(i, Cue.PER)
                || state.isAt(i, Cue.EVERY)
                || (!state.isNumberAt(i) && state.hasTyped(i, Trait.EACH_ONE));
    }

    /** True if things are counted for each of these: {@code 430 logs a box}. */
    boolean isCountedFor(String noun) {
        return each.contains(noun);
    }

    /**
     * True if a message may count data for each of some groups. In different sentences something has to say so: {@code we sell in 12
     * countries. For each country there are 250 letters}, and not {@code every country has its own rule. We have 3,800 records}.
     */
    boolean mayBeOfGroups(Figure data, Figure groups) {
        Sentence own = state.sentence(data.first());
        Sentence other = state.sentence(groups.first());
        // "For every wine we have five notes. There are 290 wines"
        boolean linked = own.first() == other.first()
                || (!data.noun().isEmpty() && each.stream().anyMatch(noun -> noun.startsWith(data.noun())));
        int end = data.first() > groups.first() ? state.size() : other.end();
        for (int i = own.first(); i < end && !linked; i++) {
            linked = isEach(i)
                    || state.isOneAt(i)
                    || state.isAt(i, Cue.ARTICLE)
                    || state.isTimesSign(i)
                    || (i != groups.first() && !groups.noun().isEmpty() && stem(i).equals(groups.noun()));
        }
        return linked;
    }

    /** True if the sentence of a number says for each of what it counts: {@code for each country there are 250}. */
    boolean isForEach(Figure data, Figure groups) {
        Sentence own = state.sentence(data.first());
        for (int i = own.first(); i + 1 < own.end() && !groups.noun().isEmpty(); i++) {
            if (isEach(i) && stem(i + 1).equals(groups.noun())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the stem of what a number counts, the word behind it or the next plural; empty if there is none. */
    public String at(int number) {
        for (int i = number + 1; i <= number + REACH && i < state.size(); i++) {
            if (state.isNumberAt(i) || state.isBreakAt(i)) {
                return "";
            }
            Token token = state.token(i);
            boolean plural = token.end > token.start && state.text.text().charAt(token.end - 1) == 's';
            if ((plural || i == number + 1) && !state.isAt(i, Category.FUNCTIONS) && !stem(i).isEmpty()) {
                return stem(i);
            }
        }
        return "";
    }

    /** Returns a word without the ending of its plural; empty if it is none. */
    public String stem(int i) {
        Token token = state.token(i);
        boolean word = token.kind == Token.Kind.WORD || token.kind == Token.Kind.LEXEME;
        if (!word || token.end - token.start < SHORTEST) {
            return "";
        }
        String text = state.text.text().substring(token.start, token.end).toLowerCase(Locale.ROOT);
        for (String ending : new String[] {"ies", "es", "s", "y"}) {
            if (text.endsWith(ending) && text.length() - ending.length() >= SHORTEST) {
                return text.substring(0, text.length() - ending.length());
            }
        }
        return text;
    }
}
