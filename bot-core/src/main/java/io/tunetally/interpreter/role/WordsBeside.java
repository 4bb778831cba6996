package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.MarkSymbols;
import io.tunetally.interpreter.weight.WordSymbols;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The features that the words beside a number or a name make, within its sentence. */
public final class WordsBeside {
    /** The words to each side. */
    private static final int REACH = 6;

    private static final Symbol WORD = Symbol.of("WORD");
    private static final Symbol CODE = Symbol.of("CODE");
    private static final Symbol BREAK = Symbol.of("BREAK");
    private static final Symbol EDGE = Symbol.of("EDGE");
    private static final FeatureKind[] LEFT = {FeatureKind.LEFT1, FeatureKind.LEFT2, FeatureKind.LEFT3};
    private static final FeatureKind[] RIGHT = {FeatureKind.RIGHT1, FeatureKind.RIGHT2, FeatureKind.RIGHT3};
    private static final MarkSymbols MARKS = new MarkSymbols("?!,.;:$()=/%-+>~|");

    private final ParseState state;
    private final Token[] tokens;
    private final IntFunction<Symbol> values;
    /** By token; filled on demand, as numbers and names stand beside the same words. */
    private final @Nullable Symbol[] symbols;

    private final @Nullable Symbol[] typed;
    private @Nullable WordSymbols typedBy;

    /**
     * Creates the reader of a message.
     *
     * @param values returns the symbol of a token that is a number or part of a name, else {@link Symbol#NONE}
     */
    public WordsBeside(ParseState state, IntFunction<Symbol> values) {
        this.state = state;
        this.values = values;
        tokens = state.all();
        symbols = new Symbol[tokens.length];
        typed = new Symbol[tokens.length];
    }

    /**
     * Gives the features of both sides.
     *
     * @param first the first token of the number or name
     * @param last its last token
     * @param claim what it is taken for
     */
    public void read(int first, int last, Symbol claim, WordSymbols words, FeatureSink sink) {
        side(first, -1, claim, words, sink);
        side(last, 1, claim, words, sink);
    }

    /** Gives what is said anywhere in a message. */
    public void message(WordSymbols words, FeatureSink sink) {
        for (int i = 0; i < tokens.length; i++) {
            has(i, words, sink);
        }
    }

    private void has(int i, WordSymbols words, FeatureSink sink) {
        sink.add(FeatureKind.HAS, symbol(i), Symbol.NONE);
        Symbol word = word(i, words);
        if (word != Symbol.NONE) {
            sink.add(FeatureKind.HAS, word, Symbol.NONE);
        }
    }

    /** Gives what is said anywhere in the sentence of a name, and how it opens. */
    public void sentence(int at, WordSymbols words, FeatureSink sink) {
        Sentence sentence = state.sentence(at);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            has(i, words, sink);
            if (i == sentence.first()) {
                Symbol word = word(i, words);
                sink.add(FeatureKind.OPENS, symbol(i), Symbol.NONE);
                if (word != Symbol.NONE) {
                    sink.add(FeatureKind.OPENS, word, Symbol.NONE);
                }
            }
        }
    }

    /** Gives what the sentences say that ask. */
    public void asking(WordSymbols words, FeatureSink sink) {
        for (int i = 0; i < tokens.length; i++) {
            if (state.sentence(i).asks()) {
                all(i, FeatureKind.ASKS, words, sink);
            }
        }
    }

    /** Gives what the sentence before that of a number says. */
    public void sentenceBefore(int at, WordSymbols words, FeatureSink sink) {
        int first = state.sentence(at).first();
        if (first > 0) {
            Sentence before = state.sentence(first - 1);
            for (int i = before.first(); i < Math.min(before.end(), first); i++) {
                all(i, FeatureKind.NEAR, words, sink);
            }
        }
    }

    private void all(int i, FeatureKind kind, WordSymbols words, FeatureSink sink) {
        sink.add(kind, symbol(i), Symbol.NONE);
        Symbol word = word(i, words);
        if (word != Symbol.NONE) {
            sink.add(kind, word, Symbol.NONE);
        }
    }

    private void side(int at, int step, Symbol claim, WordSymbols words, FeatureSink sink) {
        FeatureKind[] near = step < 0 ? LEFT : RIGHT;
        FeatureKind any = step < 0 ? FeatureKind.LEFT : FeatureKind.RIGHT;
        Sentence sentence = state.sentence(at);
        for (int distance = 1; distance <= REACH; distance++) {
            int i = at + step * distance;
            boolean within = i >= 0 && i < tokens.length && i >= sentence.first() && i <= sentence.end();
            Symbol symbol = within ? symbol(i) : EDGE;
            if (distance <= near.length) {
                sink.add(near[distance - 1], symbol, Symbol.NONE);
                sink.add(near[distance - 1], symbol, claim);
            }
            if (!within) {
                return;
            }
            sink.add(any, symbol, Symbol.NONE);
            Symbol word = word(i, words);
            if (word != Symbol.NONE) {
                sink.add(any, word, Symbol.NONE);
                if (distance <= near.length) {
                    sink.add(near[distance - 1], word, Symbol.NONE);
                }
            }
        }
    }

    /** Returns the word at a token that counts, or {@link Symbol#NONE}. */
    private Symbol word(int i, WordSymbols words) {
        if (!words.equals(typedBy)) {
            Arrays.fill(typed, null);
            typedBy = words;
        }
        Symbol known = typed[i];
        if (known == null) {
            Token token = tokens[i];
            known = token.kind == Token.Kind.WORD || token.kind == Token.Kind.LEXEME
                    ? words.of(state.text.text(), token.start, token.end)
                    : Symbol.NONE;
            typed[i] = known;
        }
        return known;
    }

    private Symbol symbol(int i) {
        Symbol known = symbols[i];
        if (known == null) {
            known = findSymbol(i);
            symbols[i] = known;
        }
        return known;
    }

    private Symbol findSymbol(int i) {
        Symbol value = values.apply(i);
        Token token = tokens[i];
        if (value != Symbol.NONE) {
            return value;
        }
        if (token.lexeme != null) {
            return token.lexeme.meaning();
        }
        return switch (token.kind) {
            case WORD -> WORD;
            case CODE -> CODE;
            case BREAK -> BREAK;
            default -> MARKS.of(token.symbol);
        };
    }
}
