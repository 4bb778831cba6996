package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.role.WordsBeside;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;
import java.util.List;

/** The features of a figure by itself, whatever number follows from it. */
public final class FigureFeatures {
    private static final Symbol REMEMBERED = Symbol.of("REMEMBERED");
    private static final Symbol OPENING = Symbol.of("OPENING-HOURS");

    private final NumberFeatures numbers;
    private final ShareFeatures shares;
    private final Relations relations;
    private final Chains chains;

    /** Creates the features of the figures of a message. */
    public FigureFeatures(ParseState state, List<Figure> figures, NumberFeatures numbers, Nouns nouns) {
        this.numbers = numbers;
        shares = new ShareFeatures(state, numbers.beside());
        relations = new Relations(state, nouns, figures, numbers.fates());
        chains = new Chains(state, nouns, figures);
    }

    /** Returns the features of the words beside a token. */
    public WordsBeside beside() {
        return numbers.beside();
    }

    /** Returns the features of two figures that belong together. */
    public Relations relations() {
        return relations;
    }

    /** Returns which figures are counted for each of another. */
    public Chains chains() {
        return chains;
    }

    /** Gives the features of a number, of a share, of hours of opening, or of the number that is remembered. */
    public void read(Figure figure, WordSymbols words, FeatureSink sink) {
        if (figure.isRemembered()) {
            sink.add(FeatureKind.FACT, REMEMBERED, Symbol.NONE);
            beside().message(words, sink);
            return;
        }
        relations.conversation(figure, sink);
        if (figure.isShare()) {
            shares.read(figure, words, sink);
            return;
        }
        if (figure.isOpening()) {
            sink.add(FeatureKind.FACT, OPENING, Symbol.NONE);
            beside().read(figure.first(), figure.last(), OPENING, words, sink);
            return;
        }
        numbers.read(figure.place(), words, (kind, first, second) -> {
            // With what the readers took the number for, the facts say little more than alone.
            if (kind != FeatureKind.WITH) {
                sink.add(kind, first, second);
            }
        });
        relations.number(figure, numbers.isCount(figure.place()), sink);
    }
}
