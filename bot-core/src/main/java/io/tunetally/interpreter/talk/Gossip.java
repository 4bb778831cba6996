package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.util.EnumSet;
import java.util.Set;

/**
 * Talk of models, which changes no request: what relatives and friends use ({@code my daughter says everybody writes essays with
 * claude now}), what a model did or scored ({@code gpt-oss-120b got 71 on that leaderboard}), what somebody thinks of one.
 */
public final class Gossip {
    /** The most words from a verb of opinion to the model: {@code my nephew swears by that deepseek r1}. */
    private static final int REACH_OF_OPINION = 3;

    /** A message of fewer words outside the lexicon has room for hardly more than a change. */
    private static final int FEWEST_WORDS = 2;

    private static final Set<Cue> CHANGES =
            EnumSet.of(Cue.INSTEAD, Cue.INSTEAD_OF, Cue.WHAT_ABOUT, Cue.ADD, Cue.DROP, Cue.VERSUS, Cue.SAME);

    private static final Set<Measure> UNITS_OF_JOB = EnumSet.of(Measure.EPOCH, Measure.REQUEST, Measure.EXAMPLE);

    private Gossip() {}

    /** True if a message in a conversation only talks about the models that it names. */
    public static boolean is(ParseState state) {
        if (state.mentions.isEmpty() || !state.mayEdit() || isAboutRequest(state)) {
            return false;
        }
        boolean ofFamilies = state.hasTypedAnywhere(Trait.ACQUAINTANCE)
                && state.mentions.stream().allMatch(Mention::bareFamily)
                && state.candidates.all().isEmpty();
        return ofFamilies || isToldOfAll(state);
    }

    /** True if a model of a message does something of its own: {@code gpt-4o told a customer that we close at 25:00}. */
    static boolean acts(ParseState state) {
        return state.mentions.stream().anyMatch(model -> acts(state, model));
    }

    /** True if somebody else than the asker says or thinks something of a model: {@code the editor thinks gpt-4.1-nano is a radio station}. */
    static boolean isOpinion(ParseState state) {
        return state.mentions.stream().anyMatch(model -> opinion(state, model) >= 0);
    }

    /** True if its models do something of their own, or are what a relative or hearsay tells of, in a message with words of its own. */
    private static boolean isToldOfAll(ParseState state) {
        return !state.hasQuestionMark()
                && !state.asks()
                && state.mentions.stream().allMatch(model -> acts(state, model) || isHearsay(state, model))
                && hasOwnWords(state);
    }

    private static boolean hasOwnWords(ParseState state) {
        int words = 0;
        for (Token token : state.all()) {
            words += token.kind == Token.Kind.WORD ? 1 : 0;
        }
        return words >= FEWEST_WORDS;
    }

    /** {@code gpt-4 was two years ago}, too, but not {@code nano got approved}: a decision. */
    private static boolean acts(ParseState state, Mention model) {
        int verb = model.last() + 1;
        boolean ago = false;
        for (int i = verb + 1; state.isAt(verb, Cue.IS) && i <= verb + REACH_OF_OPINION && !ago; i++) {
            ago = state.isAt(i, Cue.AGO);
        }
        return ago || (state.hasTyped(verb, Trait.DEED_OF_MODEL) && !state.hasTyped(verb + 1, Trait.FUNDER));
    }

    private static boolean isHearsay(ParseState state, Mention model) {
        int verb = opinion(state, model);
        return verb >= 0 && (verb == state.sentence(verb).first() || isOfAcquaintance(state, verb));
    }

    private static boolean isOfAcquaintance(ParseState state, int verb) {
        for (int i = verb - 1; i >= state.sentence(verb).first(); i--) {
            if (state.hasTyped(i, Trait.ACQUAINTANCE)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the verb before a model that makes it what others talk about, or -1. */
    private static int opinion(ParseState state, Mention model) {
        int first = Math.max(state.sentence(model.first()).first(), model.first() - REACH_OF_OPINION);
        for (int i = model.first() - 1; i >= first; i--) {
            if (state.hasTyped(i, Trait.OPINES)) {
                return state.hasTyped(i - 1, Trait.I_OR_WE) ? -1 : i;
            }
        }
        return -1;
    }

    /** {@code my brother says we should take claude instead}: a wish of the asker's own. */
    private static boolean isAboutRequest(ParseState state) {
        return Asides.namesQuestion(state)
                || state.has(Category.TUNING)
                || state.has(Category.METHODS)
                || CHANGES.stream().anyMatch(state::has)
                || UNITS_OF_JOB.stream().anyMatch(state::has)
                || state.hasTypedAnywhere(Trait.IS_ENOUGH)
                || isWished(state);
    }

    /** {@code give me claude}, {@code we want claude}, {@code it did well, take it}; what {@code the otters want} is no wish of the asker's. */
    private static boolean isWished(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            boolean wish = state.isAt(i, Trait.DEMAND) || state.hasTyped(i, Trait.DEMANDS);
            Token before = state.at(i - 1);
            if (wish && (before == null || before.kind != Token.Kind.WORD)) {
                return true;
            }
            boolean led =
                    i > 0 && (state.isBreakAt(i - 1) || state.isJoin(i - 1) || state.hasTyped(i - 1, Trait.CONCLUDES));
            if (led && (state.hasTyped(i, Trait.PLANS_WITH) || state.isAt(i, Cue.ON)) && !state.isOfMention(i)) {
                return true;
            }
        }
        return false;
    }
}
