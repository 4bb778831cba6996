package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out the source of a reported value, so that the value is read like the asker's own: of {@code Hine says it is more like 400 a day}
 * the readers see {@code it is more like 400 a day}. Reports of other matters stay as they are: {@code Tom says he answered 40 mails}.
 */
public final class PassedOnValues {
    /** The most words from the beginning of a sentence to the verb of saying: {@code oh and my sister-in-law who keeps the ledger told}. */
    private static final int REACH_OF_VERB = 12;

    /** The most words between the verb and the value, where a colon stands before this: {@code Pilar counted the cards: 4,720}. */
    private static final int REACH_OF_OBJECT = 5;

    /** The most words between the subject of a value and its number: {@code it is now more like 400}. */
    private static final int REACH_OF_VALUE = 7;

    /** A number without a unit that takes the place of another is hardly more than this many times as much, or as little. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(4);

    /** The same of a rate. */
    private static final BigDecimal FAR = BigDecimal.TEN;

    private static final int NONE = -1;

    private final ParseState state;

    private PassedOnValues(ParseState state) {
        this.state = state;
    }

    /** Returns the text of a message in a conversation without the sources of its values; the same text if it names none. */
    public static FoldedText alone(ParseState state) {
        // "Now they say 3,900" of a sum that somebody quoted is another quote.
        boolean said = state.mayEdit()
                && !state.remembered.has(SlotName.QUOTED_USD)
                && state.any(Token::isNumber)
                && (state.hasTypedAnywhere(Trait.PASSES_ON) || state.hasTypedAnywhere(Trait.BY_SOURCE));
        return said ? new PassedOnValues(state).alone() : state.text;
    }

    private FoldedText alone() {
        List<int[]> cuts = new ArrayList<>(1);
        for (int first = 0;
                first < state.size();
                first = Math.max(first + 1, state.sentence(first).end())) {
            int value = value(state.sentence(first));
            if (value > first) {
                cuts.add(new int[] {state.token(first).start, state.token(value).start});
            }
        }
        return cuts.isEmpty()
                ? state.text
                : state.text.replacing(
                        cuts.stream().mapToInt(cut -> cut[0]).toArray(),
                        cuts.stream().mapToInt(cut -> cut[1]).toArray(),
                        cuts.stream().map(cut -> "").toArray(String[]::new),
                        cuts.size());
    }

    /** Returns the index of the first word of the value that a sentence passes on, or -1. */
    private int value(Sentence sentence) {
        int first = sentence.first();
        int end = sentence.end();
        boolean source = isBySource(first);
        boolean asker = false;
        for (int i = first; i < Math.min(end, first + REACH_OF_VERB); i++) {
            boolean other = state.hasTyped(i, Trait.OTHER_PARTY) || state.isAt(i, Category.MODELS);
            if (other || state.isNumberAt(i) || state.isAt(i, Cue.QUESTION)) {
                return NONE;
            }
            boolean says = i > first && !asker && state.hasTyped(i, Trait.PASSES_ON);
            int value = source && isSubject(i) ? i : says ? behindVerb(i, end) : NONE;
            int number = value < 0 ? NONE : numberOf(value, end);
            if (number >= 0) {
                return isAlone(number) && isOfJob(number, isCredible(first, i)) ? value : NONE;
            }
            asker |= state.hasTyped(i, Trait.ASKER);
        }
        return NONE;
    }

    /**
     * True of a colleague who is named, of those who decide, of what is written down, and of who has counted: {@code the oven says 220}, {@code the
     * plumber says $300} and {@code my cousin says 40} are of their own matters.
     */
    private boolean isCredible(int first, int verb) {
        boolean led = false;
        for (int i = first; i <= verb; i++) {
            if (state.hasTyped(i, Trait.FUNDER)
                    || state.hasTyped(i, Trait.RECORDS)
                    || state.hasTyped(i, Trait.COUNTS_UP)) {
                return true;
            }
            led |= state.isAt(i, Cue.ARTICLE)
                    || state.hasTyped(i, Trait.DEFINITE_ARTICLE)
                    || state.isAt(i, Cue.PERSON)
                    || state.hasTyped(i, Trait.PRONOUN)
                    || state.hasTyped(i, Trait.ACQUAINTANCE);
        }
        return !led;
    }

    /** {@code according to the ledger}, {@code per the dashboard}; but not {@code per week}. */
    private boolean isBySource(int i) {
        boolean named = state.isAt(i + 1, Cue.TO) || state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE);
        return state.hasTyped(i, Trait.BY_SOURCE) && named;
    }

    /** Returns the index of the value behind a verb of saying, right behind it or behind a colon, or -1. */
    private int behindVerb(int verb, int end) {
        int next = verb + 1;
        while (state.isAt(next, Cue.PERSON) && !isSubject(next)) {
            next++;
        }
        if (state.isSymbolAt(next, ',') || state.isSymbolAt(next, ':') || state.hasTyped(next, Trait.THAT_CLAUSE)) {
            next++;
        }
        if (numberOf(next, end) >= 0) {
            return next;
        }
        for (int i = verb + 1; i < Math.min(end, verb + 1 + REACH_OF_OBJECT) && !state.isNumberAt(i); i++) {
            if (state.isSymbolAt(i, ':')) {
                return i + 1;
            }
        }
        return NONE;
    }

    private boolean isSubject(int i) {
        return state.hasTyped(i, Trait.SUBJECT_OF_VALUE);
    }

    /** Returns the index of the number of a value that begins here, {@code it's $200 now}, {@code we only get about 140 a day}, {@code 5,250}; or -1. */
    private int numberOf(int first, int end) {
        int number = isSubject(first) ? first + 1 : first;
        while (number <= first + REACH_OF_VALUE
                && !state.isNumberAt(number)
                && (state.hasTyped(number, Trait.LEADS_VALUE) || state.isSymbolAt(number, '$'))) {
            number++;
        }
        boolean plain = number < end && state.isNumberAt(number) && !state.isOfMention(number);
        return plain && !state.token(number).numeral().isRange() ? number : NONE;
    }

    /** True if a number has a unit of the job behind it, or nothing: not of {@code $200 for a desk lamp}, {@code 40 minutes}. */
    private boolean isAlone(int number) {
        int behind = behindUnit(number);
        return isUnitOfJob(number)
                || state.isRateAt(behind)
                || state.isOfThemAt(behind)
                || state.isBreakAt(behind)
                || state.hasTyped(behind, Trait.TODAY)
                || state.isAt(behind, Cue.EACH)
                || state.isAt(behind, Cue.INSTEAD);
    }

    private int behindUnit(int number) {
        int last = state.isAt(number + 1, Category.MULTIPLIERS) ? number + 1 : number;
        Measure unit = state.measureAt(last + 1);
        boolean counted =
                unit == Measure.ITEM || unit == Measure.REQUEST || unit == Measure.DOLLAR || unit == Measure.MONTH;
        return counted ? last + 2 : last + 1;
    }

    private boolean isUnitOfJob(int number) {
        int last = state.isAt(number + 1, Category.MULTIPLIERS) ? number + 1 : number;
        Measure unit = state.measureAt(last + 1);
        return unit == Measure.TOKEN || unit == Measure.EXAMPLE || unit == Measure.EPOCH;
    }

    /** True of a number with a unit of the job, of a rate near to the remembered one, and of any other near value that is credible. */
    private boolean isOfJob(int number, boolean credible) {
        int behind = behindUnit(number);
        BigDecimal said = Amounts.counted(state.token(number).numeral()).value();
        if (state.isRateAt(behind)) {
            TimeUnit unit = state.isAt(behind, Category.PERIODS) ? state.timeAt(behind) : state.timeAt(behind + 1);
            BigDecimal before = state.remembered.number(SlotName.REQUESTS_PER_DAY);
            return unit != null && (before == null || isNear(before, unit.perDay(said), FAR));
        }
        boolean near = state.isAt(behind - 1, Measure.MONTH)
                || state.remembered.names().stream()
                        .map(state.remembered::number)
                        .anyMatch(before -> before != null && isNear(before, said, NEAR));
        return isUnitOfJob(number) || (credible && near);
    }

    private static boolean isNear(BigDecimal before, BigDecimal now, BigDecimal times) {
        return now.compareTo(before.multiply(times)) <= 0 && before.compareTo(now.multiply(times)) <= 0;
    }
}
