package io.tunetally.interpreter;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation.Reading;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the choice that a message consists of. */
final class ChoiceFinder {
    /** The words that have a choice's place, the first one first. */
    private static final List<Trait> PLACES = List.of(Trait.FIRST, Trait.SECOND, Trait.THIRD, Trait.FOURTH);

    private static final Trait.Bits OF_CHOICES = Trait.Bits.of(List.of(
            Trait.FIRST,
            Trait.SECOND,
            Trait.THIRD,
            Trait.FOURTH,
            Trait.LAST,
            Trait.COSTS_LESS,
            Trait.COSTS_MORE,
            Trait.BIGGER,
            Trait.SMALLER));

    private static final Trait.Bits AROUND_CHOICES = Trait.Bits.of(List.of(
            Trait.DEFINITE_ARTICLE,
            Trait.ONE_OF_THEM,
            Trait.OPTION,
            Trait.NUMBER_WORD,
            Trait.SAYS_YES,
            Trait.CHOOSES,
            Trait.TAKES_SHARE,
            Trait.MEANS));

    private static final Pattern PLACE = Pattern.compile("#[1-9]");

    private final CompiledLexicon lexicon;
    private final FoldedText text;
    private final List<Reading> choices;

    ChoiceFinder(CompiledLexicon lexicon, FoldedText text, List<Reading> choices) {
        this.lexicon = lexicon;
        this.text = text;
        this.choices = choices;
    }

    @Nullable TypedChoice find() {
        List<Token> said = new ArrayList<>();
        for (Token token : Lexer.tokens(lexicon.phrases(), text)) {
            if (!isAround(token)) {
                said.add(token);
            }
        }
        if (said.isEmpty()) {
            return null;
        }
        Token first = said.getFirst();
        TypedChoice one = said.size() == 1 ? only(first) : null;
        return one == null ? named(text.text().substring(first.start, said.getLast().end)) : one;
    }

    private Trait.Bits traits(Token token) {
        return lexicon.traits(text.text(), token.start, token.end);
    }

    private boolean isAround(Token token) {
        Trait.Bits traits = traits(token);
        return token.kind == Token.Kind.SYMBOL
                || (!traits.intersects(OF_CHOICES)
                        && (token.is(Category.FUNCTIONS)
                                || token.is(Category.COURTESIES)
                                || traits.intersects(AROUND_CHOICES)));
    }

    private @Nullable TypedChoice only(Token token) {
        if (token.isNumber()) {
            return numbered(token);
        }
        Trait.Bits traits = traits(token);
        if (traits.contains(Trait.COSTS_LESS) || traits.contains(Trait.COSTS_MORE)) {
            return new TypedChoice.ByPrice(traits.contains(Trait.COSTS_LESS), 0);
        }
        if (traits.contains(Trait.BIGGER) || traits.contains(Trait.SMALLER)) {
            return bySize(traits.contains(Trait.BIGGER));
        }
        if (traits.contains(Trait.LAST)) {
            return place(choices.size());
        }
        return place(place(traits) + 1);
    }

    /** Returns the place that a word has, 0 for the first; -1 if it has none. */
    static int place(Trait.Bits traits) {
        return IntStream.range(0, PLACES.size())
                .filter(i -> traits.contains(PLACES.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private @Nullable TypedChoice numbered(Token token) {
        if (token.numeral().isAmbiguous()) {
            return null;
        }
        BigDecimal value = token.numeral().value();
        int label = single(reading -> {
            BigDecimal number = number(reading);
            return number != null && number.compareTo(value) == 0;
        });
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return label >= 0 ? new TypedChoice.ByLabel(label) : whole ? place(value.intValue()) : null;
    }

    private @Nullable TypedChoice place(int place) {
        return place >= 1 && place <= choices.size() ? new TypedChoice.ByPlace(place - 1) : null;
    }

    /** Returns the choice with the highest or the lowest number, or the largest or smallest model; none if one has no size. */
    private @Nullable TypedChoice bySize(boolean largest) {
        List<BigDecimal> sizes =
                choices.stream().map(this::size).filter(Objects::nonNull).toList();
        if (sizes.size() < choices.size()) {
            return null;
        }
        BigDecimal wanted = largest ? Collections.max(sizes) : Collections.min(sizes);
        return Collections.frequency(sizes, wanted) == 1 ? new TypedChoice.ByPlace(sizes.indexOf(wanted)) : null;
    }

    private @Nullable BigDecimal size(Reading reading) {
        BigDecimal number = number(reading);
        return number == null
                ? lexicon.catalog()
                        .model(new ModelId(reading.label()))
                        .map(Model::billionParameters)
                        .orElse(null)
                : number;
    }

    /** Returns the number that a choice is labelled with, or null. */
    private static @Nullable BigDecimal number(Reading reading) {
        boolean digits = reading.label().chars().allMatch(each -> (each >= '0' && each <= '9') || each == '.');
        return digits ? new BigDecimal(reading.label()) : null;
    }

    /** Returns the choice with these letters and digits in its name, if no other has them. */
    private @Nullable TypedChoice named(String typed) {
        String key = CompiledLexicon.key(typed);
        if (PLACE.matcher(typed).matches()) {
            return place(Integer.parseInt(key));
        }
        int whole = single(reading -> CompiledLexicon.key(reading.label()).equals(key));
        int part = single(reading ->
                number(reading) == null && CompiledLexicon.key(reading.label()).contains(key));
        int index = whole >= 0 ? whole : part;
        return index < 0 || key.isEmpty() ? null : new TypedChoice.ByLabel(index);
    }

    /** Returns the index of the only choice for which a condition holds, or -1. */
    private int single(Predicate<Reading> condition) {
        int[] found = IntStream.range(0, choices.size())
                .filter(i -> condition.test(choices.get(i)))
                .toArray();
        return found.length == 1 ? found[0] : -1;
    }
}
