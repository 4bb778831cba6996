package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the criteria of whether to fine-tune: the words of canonical text anywhere, sentences only where advice is
 * asked for. In an estimate a format or a tone decides nothing.
 */
public final class CriterionReader {
    private static final Set<Intent> ADVICE = EnumSet.of(Intent.WORTHIT, Intent.RECOMMEND);

    private final ParseState state;
    private final Set<Criterion> criteria = EnumSet.noneOf(Criterion.class);
    /** The characters of the words that say a criterion. */
    private final BitSet said = new BitSet();
    /** The characters of the words of canonical text, which say no other criterion. */
    private final BitSet canonical = new BitSet();

    private @Nullable TextSpan span;

    private CriterionReader(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state, @Nullable Request remembered) {
        new CriterionReader(state).read(remembered != null && ADVICE.contains(remembered.intent()));
    }

    /** Reads the criteria of a message whose decision is that advice is asked for, whatever its words. */
    public static void readAdvice(ParseState state) {
        if (!state.slots.has(SlotName.CRITERIA)) {
            new CriterionReader(state).read(true);
        }
    }

    private void read(boolean goesOn) {
        boolean advice = goesOn
                || state.has(Intent.WORTHIT)
                || state.has(Intent.RECOMMEND)
                || !state.advice().isEmpty();
        if (!advice && !state.has(Category.CRITERIA)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            word(i);
        }
        if (advice) {
            state.words()
                    .forEach(sentence ->
                            state.compiledLexicon.reasons().in(sentence).forEach(this::take));
            use();
        }
        if (!criteria.isEmpty()) {
            state.slots.put(SlotName.CRITERIA, Slot.said(List.copyOf(criteria), span));
        }
    }

    private void word(int i) {
        Token token = state.token(i);
        if (token.lexeme != null
                && token.lexeme.code() instanceof Criterion criterion
                && state.typed(i, i).equals(criterion.word())) {
            criteria.add(criterion);
            canonical.set(token.start, token.end);
            span = span == null ? state.span(i, i) : span;
            token.use = Token.Use.SLOT;
        }
    }

    private void take(WordPatterns.Match<Criterion> match) {
        if (match.words().stream().anyMatch(word -> canonical.get(word.start()))) {
            return;
        }
        criteria.add(match.meaning());
        WordPatterns.Word first = match.words().getFirst();
        span = span == null ? state.text.span(first.start(), first.end()) : span;
        match.words().forEach(word -> said.set(word.start(), word.end()));
    }

    /** A word that says a criterion is not left unused; a value or a name keeps its own use. */
    private void use() {
        for (Token token : state.all()) {
            int at = said.nextSetBit(token.start);
            boolean unused = token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT;
            if (at >= 0 && at < token.end && unused) {
                token.use = Token.Use.CONNECTIVE;
            }
        }
    }
}
