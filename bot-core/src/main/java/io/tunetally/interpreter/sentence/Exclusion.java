package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.List;

/** Finds out whether a message takes a name or a value out: {@code without openai}, {@code fireworks out}. */
public final class Exclusion {
    /** The distance between the word for a preference and what it is set before. */
    private static final int REACH = 12;

    private static final int REACH_OF_THAN = 4;

    /** The most words from the verb behind a name to what it judges it. */
    private static final int REACH_OF_JUDGEMENT = 6;

    /** The most words from a verb of voting to the {@code against} behind it, and from a verb to the word that says what was decided. */
    private static final int REACH_OF_VERDICT = 6;

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
                        && !state.token(index).isNumber()
                        && !isThrownIn(state, index))
                || ruledOut
                || isOff(state, index + 1)
                || isUnsuited(state, index)
                || ((isOneOfSeveral(state, index) || isRememberedBesideOther(state, index))
                        && (isRefused(state, index) || isDroppedBehind(state, index) || isDroppedAbroad(state, index)))
                || isTakenBack(state, index)
                || Replacements.isReplaced(state, index);
    }

    /** True of the name of {@code chuck phi-4 in}, {@code toss qwen3 8b in as well}, which ends at an index: it is taken in, not thrown out. */
    public static boolean isThrownIn(ParseState state, int last) {
        int verb = last;
        while (state.isOfMention(verb)
                || state.isAt(verb, Cue.ARTICLE)
                || state.hasTyped(verb, Trait.DEFINITE_ARTICLE)) {
            verb--;
        }
        int behind = last + 2;
        return verb < last
                && state.at(verb) != null
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.THROWS_IN)
                && state.isAt(last + 1, Cue.IN)
                && (state.isBreakAt(behind)
                        || state.isAt(behind, Cue.ADD)
                        || state.isAt(behind, Category.COURTESIES)
                        || state.hasTyped(behind, Trait.CONCLUDES));
    }

    /** True if a name ends here, in a short message of a conversation that compares several models or sellers. */
    private static boolean isOneOfSeveral(ParseState state, int last) {
        // "Gemini? The board said no, leave it out."
        if (!state.mayEdit() || state.isSymbolAt(state.size() - 1, '?')) {
            return false;
        }
        List<ModelId> models = state.remembered.value(SlotName.MODELS);
        List<ProviderId> sellers = state.remembered.value(SlotName.PROVIDERS);
        boolean model = models != null && models.size() > 1;
        return (model && state.mentions.stream().anyMatch(mention -> mention.last() == last))
                || (sellers != null && sellers.size() > 1 && state.isAt(last, Category.PROVIDERS));
    }

    /** True of the first name of {@code my nephew says 4o is too much money, try 4o mini} after a price of 4o. */
    private static boolean isRememberedBesideOther(ParseState state, int last) {
        boolean compares = state.has(Intent.COMPARE) || state.has(Cue.VERSUS);
        if (!state.mayEdit() || state.hasQuestionMark() || compares) {
            return false;
        }
        if (state.isAt(last, Category.PROVIDERS)) {
            String before = seller(state, last);
            ProviderId one = state.remembered.value(SlotName.PROVIDER);
            boolean remembered = one != null && one.value().equals(before);
            for (int i = 0; remembered && i < state.size(); i++) {
                if (state.isAt(i, Category.PROVIDERS) && !seller(state, i).equals(before)) {
                    return true;
                }
            }
        }
        List<ModelId> models = state.remembered.value(SlotName.MODELS);
        ModelId named = null;
        boolean other = false;
        for (Mention mention : state.mentions) {
            boolean known = mention.id() != null && models != null && models.contains(mention.id());
            named = known && mention.last() == last ? mention.id() : named;
            other |= !known;
        }
        return named != null && other;
    }

    private static String seller(ParseState state, int index) {
        Lexeme lexeme = state.token(index).lexeme;
        return lexeme == null ? state.typed(index, index) : lexeme.value();
    }

    /** {@code the board voted 7 to 2 against the llama}, {@code the bank refused gemini}, {@code gpt-4o was turned down by legal}. */
    private static boolean isRefused(ParseState state, int last) {
        int first = last;
        for (Mention mention : state.mentions) {
            first = mention.last() == last ? mention.first() : first;
        }
        int lead = state.isAt(first - 1, Cue.ARTICLE) || state.hasTyped(first - 1, Trait.DEFINITE_ARTICLE)
                ? first - 2
                : first - 1;
        if (state.hasTyped(lead, Trait.REFUSES_SELLER) || isVotedAgainst(state, lead) || isDenied(state, lead)) {
            return true;
        }
        int verb = last + 1;
        // "procurement turned Together down"
        if (!state.isNumberAt(lead) && state.hasTyped(lead, Trait.TURNED) && state.hasTyped(verb, Trait.TURNED_WHERE)) {
            return true;
        }
        // "gemini is no longer an option", "gemini is not an option for us"
        boolean option = state.isAt(verb, Cue.IS)
                && state.isAt(verb + 1, Cue.NOT)
                && (state.hasTyped(verb + 3, Trait.OPTION) || state.hasTyped(verb + 4, Trait.OPTION));
        if (option) {
            return true;
        }
        boolean said = state.isAt(verb, Cue.IS)
                || state.hasTyped(verb, Trait.AUXILIARY)
                || state.isAt(verb, Cue.REPORT)
                || state.isAt(verb, Category.FUNCTIONS);
        int end = Math.min(state.clause(last).end(), verb + REACH_OF_VERDICT);
        for (int i = verb; i < end; i++) {
            boolean refused = state.hasTyped(i, Trait.REFUSED)
                    || (state.hasTyped(i, Trait.TURNED) && state.hasTyped(i + 1, Trait.TURNED_WHERE));
            if (refused && (said || i == verb) && !state.isAt(i - 1, Cue.NOT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code compliance won't allow 4o}, {@code the boss said no to gpt-4o}; {@code why not use 4o} proposes it. */
    private static boolean isDenied(ParseState state, int lead) {
        if (state.isNumberAt(lead)) {
            return false;
        }
        boolean permits = state.hasTyped(lead, Trait.ALLOTS) || state.hasTyped(lead, Trait.USES);
        boolean not = state.isAt(lead - 1, Cue.NOT) && !state.isAt(lead - 2, Cue.QUESTION);
        return (permits && not) || (state.isAt(lead, Cue.TO) && state.hasTyped(lead - 1, Trait.SAYS_NO));
    }

    private static boolean isVotedAgainst(ParseState state, int against) {
        boolean rejects = !state.isNumberAt(against)
                && (state.hasTyped(against, Trait.REJECTS) || state.isAt(against, Cue.VERSUS));
        for (int i = against - 1; rejects && i >= Math.max(0, against - REACH_OF_VERDICT) && !state.isBreakAt(i); i--) {
            boolean votes = state.hasTyped(i, Trait.VOTES);
            if (votes || (state.isAt(i, Cue.IS) && !state.isAt(against, Cue.VERSUS))) {
                return true;
            }
        }
        return false;
    }

    /** {@code leave gemini in}, {@code nobody objected to mistral, keep it in}, {@code the llama can stay}: it stays beside the others. */
    public static boolean staysBeside(ParseState state, int last) {
        if (!isOneOfSeveral(state, last)) {
            return false;
        }
        boolean kept = false;
        for (int i = last - 1; i >= Math.max(0, last - REACH_OF_VERDICT) && !state.isBreakAt(i); i--) {
            kept |= state.hasTyped(i, Trait.LEAVES_OPEN);
        }
        int verb = state.hasTyped(last + 1, Trait.AUXILIARY) || state.isAt(last + 1, Cue.ABILITY) ? last + 2 : last + 1;
        boolean stays = !state.isNumberAt(verb) && state.hasTyped(verb, Trait.FITS_SUM) && endsSoon(state, verb + 1);
        if (stays || (kept && isIn(state, last + 1))) {
            return true;
        }
        for (int i = last + 1; i + 1 < state.size() && !state.isOfMention(i); i++) {
            if (state.hasTyped(i, Trait.LEAVES_OPEN) && state.hasTyped(i + 1, Trait.PRONOUN) && isIn(state, i + 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(ParseState state, int in) {
        return state.isAt(in, Cue.IN) && (state.isBreakAt(in + 1) || state.isAt(in + 1, Category.COURTESIES));
    }

    /** {@code lass mistral bitte weg}, {@code nimm das llama raus}: in other languages the particle of the verb closes the clause. */
    private static boolean isDroppedAbroad(ParseState state, int last) {
        int next = last + 1;
        while (state.text.isTranslated()
                && next <= last + REACH_OF_THAN
                && (state.isAt(next, Category.COURTESIES) || state.isAt(next, Category.FUNCTIONS))) {
            next++;
        }
        return state.text.isTranslated()
                && (state.isAt(next, Cue.DROP) || state.isAt(next, Cue.OUTPUT))
                && state.isBreakAt(state.isAt(next + 1, Cue.THEM) ? next + 2 : next + 1);
    }

    /**
     * {@code the board is against the llama, take it out}, {@code legal said no to gemini, it has to go}, {@code the first is too dear, kick it}:
     * a pronoun behind a name stands for the last one before it, unless things were counted meanwhile.
     */
    public static boolean isDroppedBehind(ParseState state, int last) {
        for (int i = last + 1; state.mayEdit() && i < state.size(); i++) {
            if (state.isOfMention(i) || state.isItemAt(i)) {
                return false;
            }
            boolean pronoun =
                    state.hasTyped(i, Trait.PRONOUN) || (state.text.isTranslated() && state.isAt(i, Cue.THEM));
            if (pronoun && !state.isNumberAt(i) && isTakenOut(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code drop that one}, {@code take it out please}, {@code it has to go}. */
    private static boolean isTakenOut(ParseState state, int pronoun) {
        int end = state.hasTyped(pronoun + 1, Trait.ONE_OF_THEM) ? pronoun + 1 : pronoun;
        int next = end + 1;
        boolean closes = endsSoon(state, next) || state.isAt(next, Category.COURTESIES) || state.isAt(next, Cue.FROM);
        boolean away = state.hasTyped(next, Trait.PARTICLE_AWAY)
                || state.isAt(next, Cue.OUT)
                || state.isAt(next, Cue.RULED_OUT);
        return (state.isAt(pronoun - 1, Cue.DROP) && (closes || away))
                || (state.hasTyped(pronoun - 1, Trait.TAKES_OFF) && away && !state.isNumberAt(next + 1))
                || goes(state, end);
    }

    /** {@code gpt-4o is overkill, show me nano}, {@code nova pro won't get past the council, so nova lite}: another model takes its place. */
    public static boolean isUnsuited(ParseState state, int last) {
        boolean ofEdit = state.mayEdit()
                && state.mentions.size() > 1
                && !state.hasQuestionMark()
                && (!state.asks() || isRememberedBesideOther(state, last))
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
        if (isRememberedBesideOther(state, last) && isFoundUnsuited(state, verb, end)) {
            return true;
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

    /** {@code the boss finds 4o too expensive}, {@code 4o costs too much}, but not {@code 4o is more expensive than 4o mini}. */
    private static boolean isFoundUnsuited(ParseState state, int from, int end) {
        boolean found = false;
        for (int i = from; i < end; i++) {
            if (state.isNumberAt(i) || state.isOfMention(i) || state.hasTyped(i, Trait.OPPOSES)) {
                return false;
            }
            boolean judges = state.hasTyped(i, Trait.UNSUITED) || state.hasTyped(i, Trait.OUT_OF_FAVOUR);
            found |= judges && !state.isAt(i - 1, Cue.NOT);
        }
        return found;
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
        // "gemini is no longer needed"
        int no = state.hasTyped(not + 1, Trait.GROWS) ? not + 1 : not;
        return state.isAt(not, Cue.NOT) && state.hasTyped(no + 1, Trait.DEMANDS) && endsSoon(state, no + 2);
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
                        || (token.is(Trait.HAVING) && state.isAt(index - 1, Cue.NOT))
                        || (token.is(Category.FUNCTIONS) && !state.hasTyped(index, Trait.OPINION))
                        || isNeeded(state, index)
                        // "can't be openai"
                        || (state.isAt(index + 1, Category.PROVIDERS)
                                && state.hasTyped(index, Trait.FORM_OF_BE)
                                && state.isAt(index - 1, Cue.NOT))
                        || (token.isSymbol('-') && !token.spaced));
    }
}
