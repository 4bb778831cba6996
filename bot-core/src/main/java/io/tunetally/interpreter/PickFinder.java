package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.Token;
import io.tunetally.text.FoldedText;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a message the offer of the answer before that it picks: {@code take the cheaper one}, {@code which is the second cheapest}. Other
 * figures or models of the message have a meaning of their own, so that it picks none.
 */
final class PickFinder {
    private static final Trait.Bits PRICES = Trait.Bits.of(List.of(Trait.COSTS_LESS, Trait.COSTS_MORE));

    private static final Trait.Bits BEFORE = Trait.Bits.of(
            List.of(Trait.TAKES_SHARE, Trait.CHOOSES, Trait.SAYS_YES, Trait.LEADS_PICK, Trait.DEFINITE_ARTICLE));

    private static final Trait.Bits TAKES = Trait.Bits.of(List.of(Trait.TAKES_SHARE, Trait.CHOOSES));

    private static final Trait.Bits NOUNS =
            Trait.Bits.of(List.of(Trait.ONE_OF_THEM, Trait.OPTION, Trait.PROVIDER_NOUN, Trait.OF_TABLE));

    private final CompiledLexicon lexicon;
    private final String text;
    private final Token[] tokens;

    PickFinder(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        this.text = folded.text();
        tokens = Lexer.tokens(lexicon.phrases(), folded);
    }

    @Nullable TypedPick find() {
        for (int i = 0; i < tokens.length; i++) {
            TypedChoice choice = choice(i);
            if (choice != null) {
                return pick(i, choice);
            }
        }
        return null;
    }

    /** Returns the pick whose place or price is at an index; null if the message speaks of something else. */
    private @Nullable TypedPick pick(int at, TypedChoice choice) {
        int first = has(at - 1, Trait.DEFINITE_ARTICLE) ? at - 1 : at;
        int last = isRanked(at) ? at + 1 : at;
        boolean named = last + 1 < tokens.length && traits(last + 1).intersects(NOUNS);
        last = named ? last + 1 : last;
        while (has(last + 1, Trait.OF_TABLE)) {
            last++;
        }
        boolean place = choice instanceof TypedChoice.ByPlace;
        boolean ranked = isRanked(at);
        boolean alone = isAround(0, first) && isAround(last + 1, tokens.length);
        if (alone) {
            boolean takes = IntStream.range(0, first).anyMatch(i -> traits(i).intersects(TAKES));
            boolean asks = IntStream.range(0, first).anyMatch(i -> has(i, Trait.ASKS_WHICH));
            boolean picks = ranked || (place ? !asks || named : named && !asks) || (takes && named);
            return picks ? new TypedPick(choice, "") : null;
        }
        boolean definite = first < at && (ranked || (named && place));
        return definite && isOpen(first, last) ? new TypedPick(choice, rest(first, last)) : null;
    }

    private String rest(int first, int last) {
        return (text.substring(0, tokens[first].start) + "that" + text.substring(tokens[last].end)).strip();
    }

    private boolean isRanked(int at) {
        return !traits(at).intersects(PRICES)
                && at + 1 < tokens.length
                && traits(at + 1).intersects(PRICES);
    }

    /** True if nothing beside the pick names a model or a number. */
    private boolean isOpen(int first, int last) {
        return IntStream.range(0, tokens.length)
                .filter(i -> i < first || i > last)
                .noneMatch(i -> tokens[i].isNumber()
                        || tokens[i].is(Category.MODELS)
                        || tokens[i].kind == Token.Kind.CODE
                        || has(i, Trait.LOSES));
    }

    private @Nullable TypedChoice choice(int i) {
        Trait.Bits traits = traits(i);
        int place = ChoiceFinder.place(traits);
        if (place >= 0) {
            return isRanked(i)
                    ? new TypedChoice.ByPrice(has(i + 1, Trait.COSTS_LESS), place)
                    : new TypedChoice.ByPlace(place);
        }
        return traits.intersects(PRICES) ? new TypedChoice.ByPrice(traits.contains(Trait.COSTS_LESS), 0) : null;
    }

    private boolean isAround(int from, int to) {
        return IntStream.range(from, to)
                .allMatch(i -> tokens[i].kind == Token.Kind.SYMBOL
                        || tokens[i].is(Category.COURTESIES)
                        || traits(i).intersects(BEFORE));
    }

    private boolean has(int i, Trait trait) {
        return i >= 0 && i < tokens.length && traits(i).contains(trait);
    }

    private Trait.Bits traits(int i) {
        return lexicon.traits(text, tokens[i].start, tokens[i].end);
    }
}
