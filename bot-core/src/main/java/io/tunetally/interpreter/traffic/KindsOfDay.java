package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Traffic of days of several kinds, of which one is meant: {@code normal day 40k queries, sale days 150k. Just take the normal
 * day}.
 */
final class KindsOfDay {
    /** The most words between a kind of day and its number: {@code match days we get 90k}. */
    private static final int REACH = 5;

    private final ParseState state;
    private final DailyRequests dailyRequests;

    KindsOfDay(ParseState state, DailyRequests dailyRequests) {
        this.state = state;
        this.dailyRequests = dailyRequests;
    }

    /** What comes in on a kind of day: {@code normal} and 40k. */
    private record Kind(String name, int number) {}

    /** Claims the number of the kind that is meant, and ignores the others; before other numbers are read. */
    void read() {
        List<Kind> kinds = state.terse || !state.remembered.isEmpty() ? List.of() : kinds();
        Kind meant = kinds.size() == 2 ? meant(kinds) : null;
        if (meant == null) {
            return;
        }
        for (Kind kind : kinds) {
            int unit = state.isUnitAt(kind.number() + 1) ? kind.number() + 1 : kind.number();
            if (kind.equals(meant)) {
                dailyRequests.claim(kind.number(), TimeUnit.DAY, kind.number(), unit);
                state.candidates.settle(kind.number());
            } else {
                state.ignore(kind.number(), unit);
            }
        }
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>(2);
        for (int i = 0; i < state.size(); i++) {
            String name = nameOfDay(i);
            int number = name == null ? -1 : numberBehind(i);
            if (name != null && number >= 0) {
                kinds.add(new Kind(name, number));
                int other = kinds.size() == 1 ? otherIn(state.clause(number), state.sentence(number)) : -1;
                if (other >= 0) {
                    kinds.add(new Kind("", other));
                }
            }
        }
        return kinds;
    }

    /** Returns the {@code normal} of {@code a normal day}, the {@code weekday} of {@code weekday}, or null. */
    private @Nullable String nameOfDay(int i) {
        if (state.isNumberAt(i)) {
            return null;
        }
        if (state.hasTyped(i, Trait.KIND_OF_DAY)) {
            return last(state.typed(i, i));
        }
        if (state.isAt(i, Category.PERIODS) && state.measureAt(i) == Measure.DAY) {
            String[] words = state.typed(i, i).split(" ", -1);
            return words.length > 2 ? words[words.length - 2] : null;
        }
        Token before = state.at(i - 1);
        boolean described = before != null
                && !before.isNumber()
                && before.kind != Token.Kind.SYMBOL
                && !before.is(Cue.ARTICLE)
                && !before.is(Cue.PER)
                && !before.is(Cue.EVERY)
                && !state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE);
        return state.isAt(i, Measure.DAY) && described ? last(state.typed(i - 1, i - 1)) : null;
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private int numberBehind(int day) {
        int end = Math.min(state.clause(day).end(), day + 1 + REACH);
        for (int i = day + 1; i < end; i++) {
            if (state.isNumberAt(i)) {
                boolean counts = state.isCountAt(i) && !state.isAt(i + 1, Measure.TOKEN);
                return counts && state.token(i).use == Token.Use.NOTHING ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the index of the 3 lakh of {@code on a normal day 12,000 searches, during sales 3 lakh}, or -1. */
    private int otherIn(Clause first, Sentence sentence) {
        int other = -1;
        for (int i = first.end(); i < Math.min(sentence.end(), state.size()); i++) {
            if (nameOfDay(i) != null) {
                return -1;
            }
            if (state.isNumberAt(i)) {
                other = other < 0 && state.isCountAt(i) ? i : -1;
            }
        }
        return other;
    }

    /** Returns the kind that another sentence names again without a number, or whose number it says again; or null. */
    private @Nullable Kind meant(List<Kind> kinds) {
        int from = Math.max(
                state.sentence(kinds.getFirst().number()).end(),
                state.sentence(kinds.getLast().number()).end());
        for (int i = from; i < state.size(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.PLANS_WITH)) {
                return namedIn(i + 1, state.sentence(i).end(), kinds);
            }
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.LEAVES_OUT)) {
                return besides(i + 1, kinds);
            }
        }
        return null;
    }

    /** Returns the normal day, where {@code ignore outages} names the {@code outage day}; or null. */
    private @Nullable Kind besides(int left, List<Kind> kinds) {
        String word = state.at(left) == null ? "" : state.typed(left, left);
        boolean first = !kinds.getFirst().name().isEmpty()
                && word.startsWith(kinds.getFirst().name());
        boolean last = !kinds.getLast().name().isEmpty()
                && word.startsWith(kinds.getLast().name());
        return first == last ? null : first ? kinds.getLast() : kinds.getFirst();
    }

    private @Nullable Kind namedIn(int first, int end, List<Kind> kinds) {
        for (int i = first; i < Math.min(end, state.size()); i++) {
            for (Kind kind : kinds) {
                boolean again = state.isNumberAt(i)
                        && state.token(i)
                                .numeral()
                                .equals(state.token(kind.number()).numeral());
                if (again) {
                    state.token(i).use = Token.Use.CONNECTIVE;
                    state.candidates.settle(i);
                }
                if (again || Objects.equals(nameOfDay(i), kind.name())) {
                    return kind;
                }
            }
        }
        return null;
    }
}
