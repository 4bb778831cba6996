package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds models that neither the price books nor the lexicon have, by the shape of their names where something is tuned, trained or
 * served: {@code a full finetune of openvla-7b}. Rooms and forms have such names, too: {@code the tickets from gate-4b}.
 */
final class UnlistedNames {
    private static final int SHORTEST = 4;

    /** The most words between a word of training and the name. */
    private static final int REACH = 5;

    /** A model with more parameters is none. */
    private static final BigDecimal MOST_BILLIONS = BigDecimal.valueOf(2000);

    private final ParseState state;

    UnlistedNames(ParseState state) {
        this.state = state;
    }

    /** Returns the model whose name begins at an index, or null. */
    @Nullable Mention at(int first) {
        int size = size(first);
        if (size < 0 || !(isTrained(first) || isTrainedBehind(size) || (isUnknown(first) && isAskedFor(first, size)))) {
            return null;
        }
        ModelNameSuffix tail = ModelNameSuffix.after(state, size, false);
        ModelId id = new ModelId(state.typed(first, tail.lastOwn()));
        BigDecimal billions = state.token(size).numeral().value();
        return new Mention(first, tail.last(), id, List.of(), billions, null, "", false);
    }

    /** Returns the index of the {@code 7b} of {@code openvla-7b}, {@code orpheus-tts-3b}, or -1. */
    private int size(int first) {
        Token head = state.token(first);
        boolean begins = head.spaced || first == 0 || state.isSlash(first - 1);
        if (!begins || !isPiece(head) || head.end - head.start < SHORTEST) {
            return -1;
        }
        int at = first;
        while (at + 2 < state.size() && isHyphen(at + 1)) {
            at += 2;
            if (state.isNumberAt(at)) {
                boolean billions =
                        state.isSize(at) && state.token(at).numeral().value().compareTo(MOST_BILLIONS) < 0;
                return billions ? at : -1;
            }
            if (!isPiece(state.token(at)) && !ParseState.isTier(state.token(at))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isPiece(Token token) {
        return token.kind == Token.Kind.WORD || token.kind == Token.Kind.CODE;
    }

    private boolean isHyphen(int at) {
        return state.isSymbolAt(at, '-') && !state.token(at).spaced && !state.token(at + 1).spaced;
    }

    private boolean isUnknown(int first) {
        Token head = state.token(first);
        return !state.compiledLexicon.english().contains(state.text.text(), head.start, head.end);
    }

    /** {@code fine-tune openvla-7b}, {@code a full finetune of the openvla-7b}, {@code LoRA on orpheus-3b}, {@code serving a tuned meditron-7b}. */
    private boolean isTrained(int first) {
        // "We fine-tune on form-12b": behind a verb, "on" leads to the data.
        boolean on = false;
        for (int i = first - 1; i >= Math.max(0, first - REACH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Category.METHODS)) {
                return true;
            }
            if (isTraining(i)) {
                return !on;
            }
            on |= state.isAt(i, Cue.ON);
            if (!state.isAt(i, Cue.ON) && !state.isAt(i, Cue.OF) && !state.isAt(i, Cue.FOR) && !isDescription(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean isTraining(int i) {
        return state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.SERVES);
    }

    /** The {@code the} of {@code tuning the openvla-7b}, the {@code von} of {@code ein Training von leolm-13b}. */
    private boolean isDescription(int i) {
        return state.isAt(i, Cue.ARTICLE)
                || state.isAt(i, Cue.PERSON)
                || state.isAt(i, Category.FUNCTIONS)
                || state.hasTyped(i, Trait.DEFINITE_ARTICLE)
                || (state.text.isTranslated() && state.isAt(i, Cue.FROM));
    }

    /** {@code openvla-7b finetune}, {@code starcoder-15b, lora}. */
    private boolean isTrainedBehind(int size) {
        int next = state.isSymbolAt(size + 1, ',') ? size + 2 : size + 1;
        return state.isAt(next, Category.METHODS) || (next == size + 1 && state.isAt(next, Category.TUNING));
    }

    /** {@code cost openvla-7b 2000 examples}, {@code openvla-7b or llama-3.1-8b}, {@code try openvla-7b instead}. */
    private boolean isAskedFor(int first, int size) {
        if (state.terse && BareNames.isOnTopic(state)) {
            return true;
        }
        boolean beside = isListed(first - 1, first - 2) || isListed(size + 1, size + 2);
        if (isAmongIdeographs(first, size) && (state.isAboutTraining() || BareNames.isOfTraining(state))) {
            return true;
        }
        boolean instead = !state.remembered.isEmpty()
                && (state.has(Cue.INSTEAD) || state.has(Cue.WHAT_ABOUT) || state.has(Cue.SAME));
        return beside || instead || (isAlone() && state.has(Category.INTENTS));
    }

    /** {@code 跑taide-7b}, {@code 在HuatuoGPT2-7B上}: Latin letters and a size within Chinese or Japanese are no room and no form. */
    private boolean isAmongIdeographs(int first, int last) {
        TextSpan span = state.span(first, last);
        String text = state.text.original();
        return (span.start() > 0 && isEastAsian(text.charAt(span.start() - 1)))
                || (span.end() < text.length() && isEastAsian(text.charAt(span.end())));
    }

    private static boolean isEastAsian(char letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private boolean isListed(int join, int name) {
        boolean joined = state.isJoin(join) || state.isSymbolAt(join, ',') || state.isAt(join, Cue.VERSUS);
        return joined && (isName(name) || state.isOfMention(name));
    }

    private boolean isName(int i) {
        return state.isAt(i, Category.MODELS) || state.isAt(i, Category.FAMILIES);
    }

    /** True if no model is named that prices or the lexicon know, and something is trained. */
    private boolean isAlone() {
        return !state.text.isTranslated()
                && state.isAboutTraining()
                && !state.has(Category.MODELS)
                && !state.has(Category.FAMILIES);
    }
}
