package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;

/** Finds out whether a message takes a name or a value out: {@code without openai}, {@code fireworks out}. */
public final class Exclusion {
    /** The distance between the word for a preference and what it is set before. */
    private static final int REACH = 12;

    private static final int REACH_OF_THAN = 4;

    /** The most words from the verb behind a name to what it judges it. */
    private static final int REACH_OF_JUDGEMENT = 6;

    private Exclusion() {}

    /** {@code together is off the list}, {@code azure is out}, {@code full is not possible}. */
    private static boolean isOff(ParseState state, int verb) {
        int off = state.hasTyped(verb + 1, Trait.TAKES_ALL) ? verb + 2 : verb + 1;
        return state.isAt(verb, Cue.IS)
                && (state.hasTyped(off, Trait.OFF) || state.isAt(off, Cue.OUT) || state.isAt(off, Cue.RULED_OUT))
                && !state.isNumberAt(off + 1);
    }

    /** True if words behind a name take it out, and with it the one that it is joined to: {@code azure and openai are excluded}. */
    public static boolean isRuledOut(ParseState state, int index) {
        int named = state.hasTyped(index + 1, Trait.SELLING) ? index + 1 : index;
        return isOff(state, named + 1)
                || state.isAt(named + 1, Cue.RULED_OUT)
                || (state.isJoin(index + 1) && isOff(state, index + 3));
    }

    /** {@code sooner qwen than another openai model}. */
    private static boolean isLessPreferred(ParseState state, int index) {
        if (!state.hasTypedAnywhere(Trait.PREFERS)) {
            return false;
        }
        int than = -1;
        for (int i = index - 1; i >= Math.max(0, index - REACH) && !state.isBreakAt(i); i--) {
            boolean leads = than < 0 && i >= index - REACH_OF_THAN && state.hasTyped(i, Trait.THAN);
            than = leads ? i : than;
            if (than >= 0 && state.hasTyped(i, Trait.PREFERS)) {
                return true;
            }
        }
        return false;
    }

    /** The end of {@code nano can go} and of {@code nano can go now}. */
    private static boolean endsSoon(ParseState state, int next) {
        return state.isBreakAt(next)
                || (state.isBreakAt(next + 1)
                        && (state.isAt(next, Category.FUNCTIONS) || state.hasTyped(next, Trait.CONCLUDES)));
    }

    /** True if words before or after a token take it out. */
    public static boolean isExcluded(ParseState state, int index) {
        boolean out = state.isAt(index + 1, Cue.OUT)
                && (state.isBreakAt(index + 2) || state.isAt(index + 2, Cue.OF))
                && !state.isNumberAt(index - 1);
        boolean ruledOut = state.isAt(index + 1, Cue.RULED_OUT) || state.isAt(index - 1, Cue.RULED_OUT);
        boolean labelled = state.isSymbolAt(index - 1, ':')
                && index > 1
                && (state.hasTyped(index - 2, Trait.DISCARDED) || state.isAt(index - 2, Cue.RULED_OUT));
        return out
                || goes(state, index)
                || isTakenOff(state, index)
                || labelled
                || isDeniedBehind(state, index)
                || isNotNeeded(state, index)
                || isLessPreferred(state, index)
                || (index > 0
                        && state.hasTyped(index - 1, Trait.LOSES)
                        && !state.token(index).isNumber())
                || ruledOut
                || isOff(state, index + 1)
                || isUnsuited(state, index)
                || isTakenBack(state, index)
                || Replacements.isReplaced(state, index);
    }

    /** {@code gpt-4o is overkill, show me nano}, {@code nova pro won't get past the council, so nova lite}: another model takes its place. */
    public static boolean isUnsuited(ParseState state, int last) {
        boolean ofEdit = state.mayEdit()
                && state.mentions.size() > 1
                && !state.hasQuestionMark()
                && !state.asks()
                && state.mentions.stream().anyMatch(mention -> mention.last() == last);
        if (!ofEdit) {
            return false;
        }
        int verb = last + 1;
        int end = Math.min(state.clause(last).end(), verb + REACH_OF_JUDGEMENT);
        boolean predicated = state.isAt(verb, Cue.IS);
        if (state.text.isTranslated() && state.hasTyped(verb, Trait.UNSUITED)) {
            // "14b太大了"
            return true;
        }
        if (state.isAt(verb, Cue.NOT)) {
            return verb + 1 < end && !state.isNumberAt(verb + 1) && !state.isOfMention(verb + 1);
        }
        for (int i = verb + 1; predicated && i < end; i++) {
            // "is far too dear", but not "is fine too for us"
            boolean measures = state.isAt(i - 1, Cue.IS) || state.isAt(i - 1, Category.FUNCTIONS);
            boolean tooMuch = state.hasTyped(i, Trait.TRAILS) && measures && i + 1 < end;
            if (state.hasTyped(i, Trait.UNSUITED) || tooMuch) {
                return true;
            }
        }
        return false;
    }

    /** {@code it doesn't need to be fireworks}, {@code we are not tied to the 8b}: it is open again, and not ruled out. */
    public static boolean isReleased(ParseState state, int index) {
        return state.hasTyped(leadTo(state, index), Trait.RELEASES);
    }

    /** {@code nano can go}, {@code the 14b may be left out}. */
    public static boolean goes(ParseState state, int index) {
        return state.hasTyped(index + 1, Trait.GOES) && endsSoon(state, index + 2);
    }

    /** {@code fireworks not needed}, {@code azure is not needed}. */
    private static boolean isNotNeeded(ParseState state, int index) {
        int not = state.isAt(index + 1, Cue.IS) ? index + 2 : index + 1;
        return state.isAt(not, Cue.NOT) && state.hasTyped(not + 1, Trait.DEMANDS) && endsSoon(state, not + 2);
    }

    /** {@code take nova off, nobody has an account}, {@code leave the 8b off please}, {@code take gemini away}. */
    private static boolean isTakenOff(ParseState state, int index) {
        int next = index + 2;
        boolean away = state.hasTyped(index + 1, Trait.PARTICLE_AWAY)
                && (endsSoon(state, next)
                        || state.isAt(next, Category.COURTESIES)
                        || state.isAt(next, Cue.AND)
                        || state.hasTyped(next, Trait.DEFINITE_ARTICLE));
        for (int i = index - 1; away && i >= index - REACH && !state.isBreakAt(i); i--) {
            if (state.hasTyped(i, Trait.TAKES_OFF)) {
                return true;
            }
        }
        return false;
    }

    /** True if a message takes a name back, or puts another in its place: {@code not the 8b}, {@code 8b -> 70b}. */
    public static boolean isGivenUp(ParseState state, int index) {
        return isTakenBack(state, index) || isDeniedBehind(state, index) || Replacements.isReplaced(state, index);
    }

    /** {@code mini no, nano}, {@code together no: fireworks}, {@code azure yes, openai no}; {@code lora no?} only asks. */
    private static boolean isDeniedBehind(ParseState state, int index) {
        int no = state.isSymbolAt(index + 1, '?') ? index + 2 : index + 1;
        if (!state.hasTyped(no, Trait.SAYS_NO)) {
            return false;
        }
        Token mark = state.at(no + 1);
        return mark == null
                ? !state.hasQuestionMark()
                : mark.isSymbol(',') || mark.isSymbol(':') || mark.isSymbol(';') || mark.isSymbol('.');
    }

    /** {@code no the 4.1 one}, {@code no I meant lora}, {@code no 4 epochs}: the word answers, and denies nothing that follows. */
    public static boolean isAnswer(ParseState state, int no) {
        return no == 0
                && state.hasTyped(no, Trait.SAYS_NO)
                && (state.hasTyped(1, Trait.DEFINITE_ARTICLE)
                        || state.isAt(1, Cue.PERSON)
                        || (state.isNumberAt(1)
                                && !state.remembersNumber(
                                        state.token(1).numeral().value())));
    }

    /** True if the message itself rejects this text: {@code not lora}, {@code instead of gpt-4o}. */
    public static boolean isTakenBack(ParseState state, int index) {
        int at = leadTo(state, index);
        Token before = state.at(at);
        // "why not together?" proposes it.
        boolean proposed = state.isAt(at - 1, Cue.QUESTION);
        return before != null
                && ((before.is(Cue.NOT) && !proposed && !isAnswer(state, at))
                        || before.is(Cue.INSTEAD_OF)
                        || before.is(Cue.DROP));
    }

    /** True if another is named in place of this text: {@code instead of gpt-4o}, {@code rather than full tuning}. */
    public static boolean isSetBack(ParseState state, int index) {
        return state.isAt(leadTo(state, index), Cue.INSTEAD_OF);
    }

    /** Returns the index of the word before a text and its small words. */
    private static int leadTo(ParseState state, int index) {
        int at = index - 1;
        while (at > index - 4 && isFiller(state, at)) {
            at--;
        }
        return at;
    }

    /** The verb of {@code we don't need gpt-4o, nano is enough}. */
    private static boolean isNeeded(ParseState state, int verb) {
        return state.mayEdit() && state.hasTyped(verb, Trait.DEMANDS) && state.isAt(verb - 1, Cue.NOT);
    }

    /** A small word before the rejected text; {@code I don't think LoRA is the issue} rejects none. */
    private static boolean isFiller(ParseState state, int index) {
        Token token = state.at(index);
        return token != null
                && (token.is(Cue.ARTICLE)
                        || token.is(Cue.ON)
                        || token.is(Cue.WISH)
                        || (token.is(Category.PERIODS) && state.isAt(index + 1, Cue.RETRAIN))
                        || token.is(Cue.FOR)
                        || (token.is(Category.FUNCTIONS) && !state.hasTyped(index, Trait.OPINION))
                        || isNeeded(state, index)
                        || (token.isSymbol('-') && !token.spaced));
    }
}
