package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a message with several counts says of each: that they are spoiled, may not be used, come in addition. {@code 3,400 deeds, 215
 * of these concern minors and the notary has forbidden their use} leaves 3,185. The weights of numbers judge by it.
 */
public final class CountFates {
    /** Below it a number counts no examples: {@code 3 colours}. */
    private static final BigDecimal FEWEST = BigDecimal.TEN;

    /** A number that was read for another slot counts no data. */
    private static final Set<SlotName<?>> DATA = Set.of(SlotName.EXAMPLES, SlotName.HELD_OUT_EXAMPLES);

    /** What data may be counted in; letters that people send are also requests. */
    private static final EnumSet<Measure> COUNTED =
            EnumSet.of(Measure.EXAMPLE, Measure.ITEM, Measure.REQUEST, Measure.OTHER);

    private static final Map<Trait, Symbol> BEFORE = symbols("FATE-BEFORE-");
    private static final Map<Trait, Symbol> AFTER = symbols("FATE-AFTER-");
    private static final Map<Trait, Symbol> NEXT = symbols("FATE-NEXT-");
    private static final Map<Trait, Symbol> LATER = symbols("FATE-LATER-");
    private static final Symbol ONE_COUNT = Symbol.of("ONE-COUNT");
    private static final Symbol TWO_COUNTS = Symbol.of("TWO-COUNTS");
    private static final Symbol THREE_COUNTS = Symbol.of("THREE-COUNTS");
    private static final Symbol MORE_COUNTS = Symbol.of("MORE-COUNTS");
    private static final Symbol LARGEST_COUNT = Symbol.of("LARGEST-COUNT");
    private static final Symbol SMALLER_COUNT = Symbol.of("SMALLER-COUNT");
    private static final Symbol FIRST_COUNT = Symbol.of("FIRST-COUNT");
    private static final Symbol LATER_COUNT = Symbol.of("LATER-COUNT");
    private static final Symbol OF_THEM = Symbol.of("OF-THEM");
    private static final Symbol SAME_NOUN = Symbol.of("SAME-NOUN");
    private static final Symbol OTHER_NOUN = Symbol.of("OTHER-NOUN");
    private static final Symbol NO_NOUN = Symbol.of("NO-NOUN");
    private static final Symbol IN_BRACKETS = Symbol.of("IN-BRACKETS");
    private static final Symbol IN_SENTENCE_OF_COUNT = Symbol.of("IN-SENTENCE-OF-COUNT");

    private final ParseState state;
    private final List<Integer> counts = new ArrayList<>();
    private final List<BigDecimal> values = new ArrayList<>();
    /** Found when they are first needed: a message with one count has none to tell. */
    private @Nullable Fates fates;

    /**
     * Finds the counts of a message.
     *
     * @param numbers the tokens of its numbers
     * @param numberValues their values
     */
    public CountFates(ParseState state, List<Integer> numbers, List<BigDecimal> numberValues) {
        this.state = state;
        for (int place = 0; place < numbers.size(); place++) {
            if (counts(numbers.get(place), numberValues.get(place))) {
                counts.add(numbers.get(place));
                values.add(numberValues.get(place));
            }
        }
    }

    private static Map<Trait, Symbol> symbols(String prefix) {
        Map<Trait, Symbol> symbols = new EnumMap<>(Trait.class);
        Fates.ALL.forEach(fate -> symbols.put(fate, Symbol.of(prefix + fate.name())));
        return symbols;
    }

    private boolean counts(int number, BigDecimal value) {
        Token token = state.token(number);
        if (value.compareTo(FEWEST) < 0 || token.isYear() || state.isPercentAt(number + 1)) {
            return false;
        }
        if (state.candidates.money().stream().anyMatch(amount -> amount.number() == number)) {
            return false;
        }
        boolean other = state.candidates.all().stream()
                .anyMatch(each -> each.token() == number && !each.replaced() && !DATA.contains(each.slot()));
        if (other) {
            return false;
        }
        Measure unit = state.measureAt(state.unitFinder.right(number));
        return unit == null || COUNTED.contains(unit);
    }

    /** Gives what is said of a count to a sink; nothing if the number is none, or the only one. */
    public void of(int number, Consumer<Symbol> sink) {
        int place = counts.indexOf(number);
        if (place < 0) {
            return;
        }
        if (counts.size() == 1) {
            sink.accept(ONE_COUNT);
            return;
        }
        sink.accept(
                switch (counts.size()) {
                    case 2 -> TWO_COUNTS;
                    case 3 -> THREE_COUNTS;
                    default -> MORE_COUNTS;
                });
        BigDecimal value = values.get(place);
        boolean largest = values.stream().noneMatch(other -> other.compareTo(value) > 0);
        sink.accept(largest ? LARGEST_COUNT : SMALLER_COUNT);
        sink.accept(place == 0 ? FIRST_COUNT : LATER_COUNT);
        noun(place, sink);
        words(place, sink);
    }

    private void noun(int place, Consumer<Symbol> sink) {
        int number = counts.get(place);
        if (state.hasTyped(number + 1, Trait.PART_OF)
                && (state.hasTyped(number + 2, Trait.PRONOUN) || state.hasTyped(number + 2, Trait.TAKES_ALL))) {
            sink.accept(OF_THEM);
        }
        if (state.isSymbolAt(number - 1, '(')) {
            sink.accept(IN_BRACKETS);
        }
        String own = nounAt(number + 1);
        boolean same = false;
        for (int other : counts) {
            same |= other != number && own != null && own.equals(nounAt(other + 1));
        }
        sink.accept(own == null ? NO_NOUN : same ? SAME_NOUN : OTHER_NOUN);
    }

    private @Nullable String nounAt(int i) {
        Token token = state.at(i);
        if (token == null || (token.kind != Token.Kind.WORD && token.kind != Token.Kind.LEXEME)) {
            return null;
        }
        boolean noun =
                !state.isAt(i, Category.FUNCTIONS) && !state.isAt(i, Cue.IS) && !state.hasTyped(i, Trait.PART_OF);
        return noun ? state.text.text().substring(token.start, token.end) : null;
    }

    private void words(int place, Consumer<Symbol> sink) {
        int number = counts.get(place);
        Sentence sentence = state.sentence(number);
        int from = sentence.first();
        int to = sentence.end();
        for (int other : counts) {
            boolean beside = other >= sentence.first() && other < sentence.end() && other != number;
            if (beside) {
                sink.accept(IN_SENTENCE_OF_COUNT);
                from = other < number ? Math.max(from, other + 1) : from;
                to = other > number ? Math.min(to, other) : to;
            }
        }
        said(from, number, BEFORE, sink);
        said(number + 1, to, AFTER, sink);
        if (to == sentence.end() && sentence.end() + 1 < state.size()) {
            Sentence next = state.sentence(sentence.end() + 1);
            boolean counted = counts.stream().anyMatch(other -> other >= next.first() && other < next.end());
            if (!counted) {
                said(next.first(), next.end(), NEXT, sink);
            }
            said(next.first(), state.size(), LATER, sink);
        }
    }

    private void said(int from, int to, Map<Trait, Symbol> symbols, Consumer<Symbol> sink) {
        EnumSet<Trait> found = EnumSet.noneOf(Trait.class);
        for (int i = Math.max(0, from); i < Math.min(to, state.size()); i++) {
            found.addAll(fates().at(i));
        }
        for (Trait fate : found) {
            sink.accept(symbols.get(fate));
        }
    }

    /** Returns where the message says what becomes of examples. */
    public Fates fates() {
        if (fates == null) {
            fates = new Fates(state);
        }
        return fates;
    }

    /** True if the number at a token counts things. */
    public boolean isCount(int number) {
        return counts.contains(number);
    }
}
