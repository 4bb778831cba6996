package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.token.Token;

/** Whether a name that is also an everyday word ({@code together}, {@code fireworks}) stands for the provider. */
final class Company {
    private final Draft draft;
    private final int at;

    Company(Draft draft, int at) {
        this.draft = draft;
        this.at = at;
    }

    boolean isMeant() {
        return isChosen()
                || joinsProvider(-1)
                || joinsProvider(1)
                || isPriced()
                || draft.isAt(at + 1, Cue.INSTEAD_OF)
                || draft.isAt(at - 1, Cue.INSTEAD_OF)
                || (draft.clause(at).isTerse() && !isOwnHardware())
                || draft.isSymbolAt(at - 1, '(')
                || draft.isAt(at - 1, Cue.WHAT_ABOUT)
                || standsAlone()
                || isChoice()
                || isNameOfNoun()
                || (isCapitalised() && at > draft.sentence(at).first())
                || isSubject();
    }

    /** "In-house" says where something is made at least as often as where it runs. */
    private boolean isOwnHardware() {
        Lexeme lexeme = draft.token(at).lexeme;
        return lexeme != null && lexeme.value().equals("selfhost");
    }

    /** {@code on together}, {@code from the fireworks ...}. */
    boolean isChosen() {
        int before = draft.isAt(at - 1, Cue.ARTICLE) ? at - 2 : at - 1;
        Token led = draft.at(before);
        return led != null && (led.is(Cue.ON) || led.is(Cue.FROM) || (led.is(Cue.IS) && draft.isTyped(before, "at")));
    }

    private boolean joinsProvider(int direction) {
        return draft.isJoin(at + direction) && draft.isAt(at + 2 * direction, Sense.PROVIDERS);
    }

    /** {@code llama 8b, together, 1 epoch}. */
    private boolean standsAlone() {
        Token after = draft.at(at + 1);
        boolean closes = draft.isBreakAt(at + 1) || (after != null && after.isSymbol(')'));
        return closes && at > 0 && draft.isBreakAt(at - 1);
    }

    /** {@code it has to be bedrock}, {@code we're thinking fireworks}, where a model is named. */
    private boolean isChoice() {
        Token before = draft.at(at - 1);
        boolean led = before != null && (before.is(Cue.IS) || before.is(Cue.WISH) || isVerbOfChoice(at - 1));
        return led && draft.isBreakAt(at + 1) && !draft.mentions.isEmpty();
    }

    private boolean isVerbOfChoice(int index) {
        return switch (draft.typed(index, index)) {
            case "thinking", "prefer", "choose", "chose", "pick", "picked", "favour", "favor", "gonna be", "want" ->
                true;
            default -> false;
        };
    }

    /** {@code the together dashboard}, {@code our Vertex tuning job}, {@code Fireworks support}. */
    private boolean isNameOfNoun() {
        Token after = draft.at(at + 1);
        boolean noun = after != null
                && (after.kind == Token.Kind.WORD
                        || after.is(Cue.COVERAGE)
                        || after.is(Sense.TUNING)
                        || after.is(Sense.KNOBS)
                        || after.is(Sense.TOPICS));
        return noun && (isDetermined() || isCapitalised());
    }

    private boolean isCapitalised() {
        return draft.text.isUpperCase(draft.token(at).start);
    }

    /** {@code what does together cost}; in "training and inference together cost" it is none. */
    private boolean isPriced() {
        Token before = draft.at(at - 1);
        boolean noun = before != null
                && (before.kind == Token.Kind.WORD
                        || before.is(Sense.TOPICS)
                        || before.is(Sense.UNITS)
                        || before.is(Cue.TRAINING));
        return draft.isAt(at + 1, Sense.INTENTS) && !noun;
    }

    private boolean isDetermined() {
        Token before = draft.at(at - 1);
        return before != null
                && (before.is(Cue.ARTICLE)
                        || before.is(Cue.PERSON)
                        || (before.is(Sense.FUNCTIONS) && draft.isTyped(at - 1, "the")));
    }

    /** {@code does together support ...}, {@code can fireworks serve ...}. */
    private boolean isSubject() {
        Token after = draft.at(at + 1);
        boolean verb = after != null
                && (after.kind == Token.Kind.WORD || after.is(Cue.COVERAGE) || after.is(Sense.COURTESIES));
        boolean opens = at == draft.sentence(at).first()
                && after != null
                && (after.is(Cue.IS) || (isCapitalised() && isVerb()));
        return opens || (verb && draft.isAt(at - 1, Cue.QUESTION));
    }

    /** {@code Fireworks has ...}; in "Together with" and "Together we" it is an adverb. */
    private boolean isVerb() {
        return switch (draft.typed(at + 1, at + 1)) {
            case "has", "had", "says", "lets", "let", "wants", "needs", "takes", "makes", "gives", "still", "now" ->
                true;
            default -> false;
        };
    }
}
