package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Shares of the data: {@code 15% of the 6,000 receipts are blank} leaves 5,100, and who trains {@code on two thirds of
 * 9,000 rows} trains on 6,000. A share of which nothing is said that keeps it or leaves it out changes nothing. Nine
 * sheets {@code with 610 rows each} are 5,490 rows.
 */
public final class Shares {
    /** The most words between a verb of change and the count. */
    private static final int REACH_OF_VERB = 3;

    /** Below it a count is of people or tries as often as of data. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** The most words between a share and its whole. */
    private static final int REACH = 5;

    /** The most words between a share and what becomes of it. */
    private static final int FATE_REACH = 20;

    /** More shares are a table, not a part of the data. */
    private static final int MOST_SHARES = 4;

    private final ParseState state;
    private final Parts parts;
    private final HeldOutParts heldOut;

    private Shares(ParseState state) {
        this.state = state;
        parts = new Parts(state);
        heldOut = new HeldOutParts(state);
    }

    public static void read(ParseState state) {
        // Of a translated question the shares are derived with its counts.
        if (!state.text.isTranslated() || (state.isTellingOfAskedJob() && !state.asks())) {
            Shares shares = new Shares(state);
            shares.increase();
            shares.subtract();
            shares.divide();
        }
    }

    private void divide() {
        int left = MOST_SHARES;
        Set<Part> kinds = heldOut.kinds();
        for (int i = 0; i < state.size() && left > 0; i++) {
            Part share = parts.at(i);
            if (share != null && !kinds.contains(share)) {
                left = apply(share) ? 0 : left - 1;
            }
        }
    }

    private boolean apply(Part share) {
        int whole = parts.isOfTrafficBefore(share) ? -1 : whole(share);
        whole = whole < 0 ? wholeOfSubset(share) : whole;
        boolean doomed = isDoomed(share);
        if (whole < 0 || isRival(whole) || (doomed && !examples().contains(whole))) {
            return false;
        }
        Numeral count = Amounts.count(state.token(whole).numeral());
        BigDecimal part = share.count(count.value());
        BigDecimal rest = count.value().subtract(part);
        boolean onHalf = parts.isOfThem(share) && isOnShare(share, whole);
        if (!onHalf && (isGiven(part) || isGiven(rest))) {
            return false;
        }
        int end = Math.max(whole, share.last());
        Parts.Fate fate = parts.fate(share, end + 1, end + 1 + FATE_REACH);
        boolean on = isOnShare(share, whole) || (fate == Parts.Fate.OPEN && isListed(share, whole));
        boolean alone = isTrainedOnAlone(share, whole);
        if (alone) {
            state.candidates.state(SlotName.EXAMPLES);
        }
        boolean sifted = isSiftedIn(share);
        boolean kept = alone || sifted || (!doomed && (fate == Parts.Fate.KEPT || isChosen(end) || on));
        if (kept || doomed || fate == Parts.Fate.LEFT_OUT) {
            state.candidates.withdraw(whole);
            Numeral result = count.converted(value -> kept ? share.count(value) : value.subtract(share.count(value)));
            state.candidates.addDerived(SlotName.EXAMPLES, result, whole);
            state.use(share.first(), share.last(), Token.Use.CONNECTIVE);
            state.token(whole).use = Token.Use.SLOT;
            if (sifted) {
                return true;
            }
            if (kept ? heldOut.isRestForTests(share, whole) : heldOut.isForTests(share, whole)) {
                HeldOutShares.holdOut(state, kept ? rest : part, share.first());
            }
            return true;
        }
        return false;
    }

    /** Returns the count that {@code a 10% subset of 8k examples} is of, or the only one; -1 if it is no subset. */
    private int wholeOfSubset(Part share) {
        int noun = parts.subsetBehind(share);
        if (noun < 0) {
            return -1;
        }
        for (int i = noun + 1; i <= noun + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return isCount(i) ? i : -1;
            }
        }
        return examples().size() == 1 ? examples().getFirst() : -1;
    }

    /** {@code a 10% subset of 8k examples}, {@code 60% of our 6,000 tickets are english, train qwen3 8b on those}. */
    private boolean isTrainedOnAlone(Part share, int whole) {
        if (parts.subsetBehind(share) >= 0) {
            return true;
        }
        int from = Math.max(whole, share.last()) + 1;
        int end = Math.min(state.size(), from + FATE_REACH);
        boolean trains = false;
        for (int i = from; i < end && (!state.isNumberAt(i) || state.isOfMention(i)); i++) {
            trains |= state.isAt(i, Cue.TRAINING) || state.isAt(i, Category.TUNING) || state.hasTyped(i, Trait.TRAINS);
            if (trains && state.isAt(i - 1, Cue.ON) && state.isAt(i, Cue.THEM)) {
                return whole > share.last() && parts.isOfWhole(share) && state.isBreakAt(i + 1);
            }
        }
        return false;
    }

    /** {@code llama 8b on 20% of 50k examples}, {@code each on about a fifth of 50k rows}: the part is what the job is on. */
    private boolean isOnShare(Part share, int whole) {
        int before = state.isAt(share.first() - 1, Cue.ABOUT) ? share.first() - 2 : share.first() - 1;
        return state.isAt(before, Cue.ON)
                && parts.isOfWhole(share)
                && (whole > share.last() || (parts.isOfThem(share) && trainsBefore(before)));
    }

    /** {@code 20% of 50k rows, 4.1-mini}, {@code nano / half of 12k chats}: in a command a part of a whole is what it is about. */
    private boolean isListed(Part share, int whole) {
        int before = share.first() - 1;
        return state.terse
                && whole > share.last()
                && parts.isOfWhole(share)
                && !state.isNumberAt(before)
                && (state.isBreakAt(before) || state.isSlash(before) || state.isAt(before, Category.MODELS));
    }

    /** {@code 6,800 answers. We tune gpt-4o-mini on half of them}, but not {@code it fails on half of them}. */
    private boolean trainsBefore(int on) {
        boolean trains = false;
        for (int i = on - 1; i >= Math.max(state.clause(on).first(), on - REACH_OF_VERB - 1); i--) {
            trains |= state.isAt(i, Cue.TRAINING) || state.isAt(i, Category.TUNING) || state.hasTyped(i, Trait.TRAINS);
            trains |= state.hasTyped(i, Trait.TOLD_TUNING);
        }
        return trains;
    }

    /** Returns the index of the count that a share is of, or -1. */
    private int whole(Part share) {
        boolean of = parts.isOfWhole(share);
        for (int i = share.last() + 1;
                of && !parts.isOfThem(share) && i <= share.last() + REACH && !state.isBreakAt(i);
                i++) {
            if (state.isNumberAt(i)) {
                return isCount(i) ? i : -1;
            }
        }
        if (of && !parts.isOfThem(share)) {
            return -1;
        }
        boolean trained = parts.isForTraining(share) || parts.isTrainedOn(share);
        if (!of && share.isPercent() && !trained && !isUsable(share) && !isSiftedIn(share) && !isDoomed(share)) {
            return -1;
        }
        int before = -1;
        for (int i = Math.max(state.sentence(share.first()).first(), share.first() - FATE_REACH);
                i < share.first();
                i++) {
            before = state.isNumberAt(i) && isCount(i) ? i : before;
        }
        List<Integer> examples = examples();
        boolean known = of || isDoomed(share) || opensSentence(share) || isSiftedIn(share);
        return before < 0 && known && examples.size() == 1 ? examples.getFirst() : before;
    }

    /** {@code We have 3,600 claims. A third are still open}: a sentence about a share of the count before it. */
    private boolean opensSentence(Part share) {
        return share.first() == state.sentence(share.first()).first()
                && (state.isAt(share.last() + 1, Trait.FORM_OF_BE) || state.hasTyped(share.last() + 1, Trait.OBLIGES));
    }

    /** {@code 15% must be deleted}, {@code a quarter has to go}, {@code 30% are not ours to use}: what must become of a share is said right behind it. */
    private boolean isDoomed(Part share) {
        int verb = share.last() + 1;
        if (isSubtracted(share.first()) || isNamedAsWaste(share) || isSiftedOut(share)) {
            return true;
        }
        boolean led = state.hasTyped(verb, Trait.OBLIGES);
        boolean denied = state.isAt(verb, Trait.FORM_OF_BE) && state.isAt(verb + 1, Cue.NOT);
        boolean doomed = state.hasTyped(verb, Trait.GOES) || isSaidToBeOut(share);
        for (int i = verb; (led || denied) && !doomed && i <= share.last() + REACH && !state.isBreakAt(i); i++) {
            doomed = led ? state.hasTyped(i, Trait.GOES) || parts.isLeftOutAt(i) : state.hasTyped(i, Trait.USES);
        }
        return doomed;
    }

    /** {@code 40k mails minus 15% spam}, {@code 9k rows -10% dupes}, {@code 33k rows dedup -4k}: a sign takes a part off the count before it. */
    private boolean isSubtracted(int number) {
        int sign = number - 1;
        boolean glued =
                state.terse && state.isSymbolAt(sign, '-') && state.token(sign).spaced && !state.token(number).spaced;
        return (glued || state.hasTyped(sign, Trait.MINUS))
                && (isData(sign - 1) || state.hasTyped(sign - 1, Trait.DISCARDED))
                && !(state.hasTyped(sign, Trait.MINUS) && state.hasTyped(sign, Trait.HAVING));
    }

    /**
     * {@code 5k ex 30% junk}, {@code 10k rows, 12% duplicates}, {@code 10k rows, 12% were filtered out}: a share right behind its whole,
     * with nothing but a word for what is no data.
     */
    private boolean isNamedAsWaste(Part share) {
        int before = share.first() - 1;
        boolean mark = state.isSymbolAt(before, ',') || state.isSymbolAt(before, '(') || state.isSlash(before);
        boolean said = state.isAt(share.last() + 1, Trait.FORM_OF_BE);
        int waste = said ? share.last() + 2 : share.last() + 1;
        boolean alone = isEndOfClause(waste + 1) || (state.isAt(waste + 1, Cue.OUT) && isEndOfClause(waste + 2));
        return (said ? alone : state.terse)
                && share.isPercent()
                && isData(mark ? before - 1 : before)
                && !state.isNumberAt(waste)
                && state.hasTyped(waste, Trait.DISCARDED);
    }

    /** {@code 120k rows, of which dedupe drops 15%}, {@code filtering removes 30%}: what the cleaning of data takes. */
    private boolean isSiftedOut(Part share) {
        int verb = share.first() - 1;
        return share.isPercent()
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.SIFTS)
                && !state.isNumberAt(verb - 1)
                && state.hasTyped(verb - 1, Trait.SIFTER);
    }

    private boolean isData(int i) {
        return state.isNumberAt(i) || state.isItemAt(i);
    }

    /** {@code 15% are unreadable and dropped}, {@code 10% were too noisy and excluded}: the last word of a clause about the share. */
    private boolean isSaidToBeOut(Part share) {
        int verb = share.last() + 1;
        int end = verb + 1;
        while (end <= share.last() + REACH && end < state.size() && !isEndOfClause(end) && !state.isNumberAt(end)) {
            end++;
        }
        boolean away = state.isAt(end - 1, Cue.OUT) || state.hasTyped(end - 1, Trait.PARTICLE_AWAY);
        int last = away ? end - 2 : end - 1;
        return state.isAt(verb, Trait.FORM_OF_BE)
                && isEndOfClause(end)
                && !state.isAt(verb + 1, Cue.NOT)
                && state.isAt(last - 1, Cue.AND)
                && parts.isLeftOutAt(last);
    }

    private boolean isEndOfClause(int i) {
        return i >= state.size() || state.isBreakAt(i) || state.isSymbolAt(i, ',') || state.isSymbolAt(i, ';');
    }

    /** {@code only 64% survive our filter}, {@code 64% pass the quality check}, {@code 64% remain after dedup}: a step of cleaning chose them. */
    private boolean isSiftedIn(Part share) {
        int verb = parts.refersAt(share.last() + 1) ? share.last() + 3 : share.last() + 1;
        if (state.isNumberAt(verb) || !state.hasTyped(verb, Trait.REMAINS)) {
            return false;
        }
        for (int i = verb + 1; i <= verb + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            boolean step = state.hasTyped(i, Trait.SIFTER) || state.hasTyped(i, Trait.EVALUATES);
            if (step && (isEndOfClause(i + 1) || state.isAt(i + 1, Cue.AND))) {
                return !state.isAt(i - 1, Cue.FOR) && !state.isAt(i - 1, Cue.TO);
            }
        }
        return false;
    }

    /** {@code only 60% usable}, {@code 60% are clean}. */
    private boolean isUsable(Part share) {
        for (int i = share.last() + 1; i <= share.last() + REACH_OF_VERB && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, Trait.REMAINS) && (state.isBreakAt(i + 1) || state.isSymbolAt(i + 1, ','))) {
                return true;
            }
        }
        return false;
    }

    private boolean isCount(int i) {
        Token token = state.token(i);
        Numeral numeral = token.numeral();
        boolean open = token.use != Token.Use.SLOT
                || state.candidates.all().stream()
                        .anyMatch(each -> each.token() == i
                                && (each.slot() == SlotName.EXAMPLES || each.slot() == SlotName.HELD_OUT_EXAMPLES));
        return open
                && !numeral.isRange()
                && !numeral.isAmbiguous()
                && !numeral.isInBillions()
                && !token.isYear()
                && !state.isSymbolAt(i - 1, '$')
                && !state.isSymbolAt(i + 1, '%')
                && value(i).compareTo(FEWEST) >= 0;
    }

    /** True if another number is the count of the data. */
    private boolean isRival(int whole) {
        return examples().stream().anyMatch(count -> count != whole);
    }

    private List<Integer> examples() {
        return state.candidates.numbersOf(SlotName.EXAMPLES);
    }

    private boolean isGiven(BigDecimal result) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && value(i).compareTo(result) == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code two thirds are Polish. Only the Polish ones}: the word that is said of the share is said of the data. */
    private boolean isChosen(int end) {
        int named = end + 1;
        while (named < Math.min(state.size(), end + FATE_REACH)
                && !state.isBreakAt(named)
                && !state.isAt(named, Cue.IS)) {
            named++;
        }
        String said = named + 1 < state.size() && !state.isBreakAt(named + 1) ? state.typed(named + 1, named + 1) : "";
        int last = Math.min(state.size() - 2, named + 2 * FATE_REACH);
        for (int i = named + 2; i <= last && said.length() > 2; i++) {
            if (state.hasTyped(i, Trait.SOLE)) {
                for (int k = i + 1; k <= Math.min(i + 3, state.size() - 1); k++) {
                    if (isTyped(k, said)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** {@code 2,310 tickets, 190 of them duplicates}: what is said of the smaller count is said of a part. */
    private void subtract() {
        List<Integer> examples = examples();
        int whole = examples.size() == 1 ? examples.getFirst() : -1;
        int end = whole < 0 ? 0 : Math.min(state.size(), whole + FATE_REACH);
        for (int i = whole + 1; i < end; i++) {
            boolean open = state.isNumberAt(i) && !state.candidates.isSettled(i);
            if (open && (isCountOfThem(i) || isDropped(i) || isContrasted(i)) && isSmaller(i, whole)) {
                Part part = new Part(value(i), value(whole), i, i);
                boolean out = isSubtracted(i)
                        || parts.fate(part, i + 1, state.clause(i).end()) == Parts.Fate.LEFT_OUT;
                BigDecimal rest = value(whole).subtract(value(i));
                if (out && !isGiven(rest)) {
                    state.candidates.withdraw(whole);
                    state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(rest), whole);
                    state.token(i).use = Token.Use.CONNECTIVE;
                }
                return;
            }
        }
    }

    /** {@code we export 6,200 tickets, drop the 900 where nothing is asked}. */
    private boolean isDropped(int i) {
        int verb = state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) ? i - 2 : i - 1;
        boolean minus = state.isSymbolAt(i - 1, '-') && state.hasTyped(i + 1, Trait.DISCARDED);
        return verb > 0
                && (minus || isSubtracted(i) || state.isAt(verb, Cue.DROP) || state.hasTyped(verb, Trait.LOSES))
                && !state.isSymbolAt(verb - 1, '(')
                && isCount(i)
                && !state.isAt(i + 1, Category.UNITS);
    }

    /** {@code 35,000 utterances, but 5,000 are Kurdish and go to a separate model}. */
    private boolean isContrasted(int i) {
        return state.isAt(i - 1, Cue.BUT) && state.isAt(i + 1, Trait.FORM_OF_BE) && isCount(i);
    }

    private boolean isCountOfThem(int i) {
        return state.hasTyped(i + 1, Trait.PART_OF)
                && (state.isAt(i + 2, Cue.THEM) || state.hasTyped(i + 2, Trait.RELATIVE))
                && isCount(i);
    }

    /** True if a number is a part of a count that was not changed by what the message says. */
    private boolean isSmaller(int i, int whole) {
        return value(i).compareTo(value(whole)) < 0
                && state.candidates.all().stream()
                        .filter(each -> each.token() == whole && each.slot() == SlotName.EXAMPLES)
                        .allMatch(each -> each.numeral().value().compareTo(value(whole)) == 0);
    }

    /** {@code were we to double our 1,300 notes}. */
    private void increase() {
        List<Integer> examples = examples();
        int count = examples.size() == 1 ? examples.getFirst() : -1;
        for (int i = count - 1; count > 0 && i >= Math.max(0, count - REACH_OF_VERB); i--) {
            // "Suppose I double it, seventeen hundred orders": the count is that of what was doubled.
            boolean object = state.hasTyped(i, Trait.PRONOUN) || state.isAt(i, Cue.THEM) || state.isSymbolAt(i, ',');
            if (state.isNumberAt(i) || state.isAt(i, Cue.TO) || object) {
                return;
            }
            Cue cue = state.hasTyped(i, Trait.INFINITIVE) ? state.token(i).cue() : null;
            BigDecimal factor = cue == null ? null : cue.factor();
            if (factor != null) {
                state.candidates.withdraw(count);
                state.candidates.addDerived(
                        SlotName.EXAMPLES, Numeral.of(value(count).multiply(factor)), count);
                state.use(i, i, Token.Use.CONNECTIVE);
                return;
            }
        }
    }

    private boolean isTyped(int i, String word) {
        return i >= 0 && i < state.size() && state.typed(i, i).equalsIgnoreCase(word);
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
