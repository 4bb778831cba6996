package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.role.WordsBeside;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;
import java.util.EnumMap;
import java.util.Map;

/** The features of a share: the words beside it, and what is said to become of it. */
public final class ShareFeatures {
    /** The most words between a share and what becomes of it. */
    private static final int REACH = 20;

    private static final double HALF = 0.5;

    private static final Symbol SHARE = Symbol.of("SHARE");
    private static final Symbol HELD_OUT = Symbol.of("SHARE-HELD-OUT");
    private static final Symbol TRAINED_ON = Symbol.of("SHARE-TRAINED-ON");
    private static final Symbol OF_THEM = Symbol.of("SHARE-OF-THEM");
    private static final Symbol PERCENT = Symbol.of("SHARE-IN-PERCENT");
    private static final Symbol LARGE = Symbol.of("LARGE-SHARE");
    private static final Map<Parts.Fate, Symbol> FATES = new EnumMap<>(Parts.Fate.class);

    static {
        for (Parts.Fate fate : Parts.Fate.values()) {
            FATES.put(fate, Symbol.of("SHARE-" + fate.name()));
        }
    }

    private final ParseState state;
    private final Parts parts;
    private final HeldOutParts heldOut;
    private final WordsBeside beside;

    public ShareFeatures(ParseState state, WordsBeside beside) {
        this.state = state;
        this.beside = beside;
        parts = new Parts(state);
        heldOut = new HeldOutParts(state);
    }

    public void read(Figure figure, WordSymbols words, FeatureSink sink) {
        Part share = figure.share();
        if (share == null) {
            return;
        }
        int from = share.last() + 1;
        add(sink, SHARE, true);
        add(sink, HELD_OUT, heldOut.at(share.first()) != null);
        add(sink, TRAINED_ON, parts.isTrainedOn(share));
        add(sink, OF_THEM, parts.isOfThem(share));
        add(sink, PERCENT, share.isPercent());
        add(sink, LARGE, share.fraction().doubleValue() > HALF);
        Symbol fate = FATES.get(parts.fate(share, from, Math.min(state.size(), from + REACH)));
        add(sink, fate == null ? SHARE : fate, true);
        beside.read(share.first(), share.last(), SHARE, words, sink);
    }

    private static void add(FeatureSink sink, Symbol fact, boolean holds) {
        if (holds) {
            sink.add(FeatureKind.FACT, fact, Symbol.NONE);
        }
    }
}
