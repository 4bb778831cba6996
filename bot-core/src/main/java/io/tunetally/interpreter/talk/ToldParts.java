package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a message between its marks, with their counts, and whether they tell of another time or of other people. */
final class ToldParts {
    /** The most words of a part without a verb: {@code in the pandemic maybe 20}. */
    private static final int LONGEST_WITHOUT_VERB = 9;

    /** The most words behind a number that leads to its period: {@code 85 questions about dates a day}. */
    private static final int REACH_OF_RATE = 5;

    /** The most words from the word that leads to a time to its noun: {@code in the first weeks}. */
    private static final int REACH_OF_TIME = 4;

    /** The most words of the name of people or of a place. */
    private static final int LONGEST_SUBJECT = 4;

    private final ParseState state;
    private final List<Part> parts = new ArrayList<>();
    private int own;
    private boolean things;
    /** The first and the last hour of the message. */
    private int firstHour = Integer.MAX_VALUE;

    private int lastHour = -1;

    /**
     * A part of a sentence between two marks.
     *
     * @param counts the indexes of its numbers that may count requests or data
     * @param rate whether one of them is a rate: {@code 240 messages a day}
     * @param past whether it tells of another time
     * @param use the verb with which it tells of what others did, or -1
     */
    record Part(int first, int end, List<Integer> counts, boolean rate, boolean past, int use) {
        /** True if a number in it may be the asker's own. */
        boolean isOwn() {
            return !counts.isEmpty() && use < 0;
        }
    }

    ToldParts(ParseState state) {
        this.state = state;
        find();
    }

    /** Returns the parts in the order of the message. */
    List<Part> parts() {
        return parts;
    }

    /** Returns how many parts have numbers with which others did nothing. */
    int own() {
        return own;
    }

    /** True if hours are named in another sentence: those of the asker's own run. */
    boolean hasHoursOutside(Sentence sentence) {
        return firstHour < sentence.first() || lastHour >= sentence.end();
    }

    /** True if any part counts requests of a time, or things. */
    boolean countThings() {
        return things;
    }

    /** A part without a number at the beginning of a sentence belongs to the next one: {@code on the day of the recall, we had 4,200}. */
    private void find() {
        int first = 0;
        boolean epochs = false;
        List<Integer> counts = new ArrayList<>(1);
        for (int i = 0; i < state.size(); i++) {
            if (isCount(i)) {
                counts.add(i);
            }
            if (state.isAt(i, Measure.HOUR)) {
                firstHour = Math.min(firstHour, i);
                lastHour = i;
            }
            boolean last = i + 1 == state.size() || state.sentence(i + 1).first() == i + 1;
            epochs |= state.isAt(i, Measure.EPOCH) && state.isNumberAt(i - 1);
            boolean opens =
                    counts.isEmpty() && !epochs && first == state.sentence(i).first();
            if (last || (isMark(i + 1) && !opens)) {
                add(first, i + 1, counts);
                counts = new ArrayList<>(1);
                epochs = false;
                first = i + 1;
            }
        }
    }

    private void add(int first, int end, List<Integer> counts) {
        boolean rate = counts.stream().anyMatch(this::isRate);
        boolean past = !counts.isEmpty() && namesAnotherTime(first, end);
        Part part = new Part(first, end, counts, rate, past, useByOthers(first, end));
        parts.add(part);
        own += part.isOwn() ? 1 : 0;
        things |= rate || counts.stream().anyMatch(this::isOfThings);
    }

    private boolean isMark(int i) {
        // "it was 500 requests a day and is 800 now"
        boolean joined = state.isAt(i, Cue.AND) && (state.isAt(i + 1, Cue.IS) || state.hasTyped(i + 1, Trait.TODAY));
        return joined
                || state.isAt(i, Cue.BUT)
                || state.isSymbolAt(i, ',')
                || state.isSymbolAt(i, ':')
                || state.isSymbolAt(i, '(')
                || state.isSymbolAt(i, ')');
    }

    /** True of a number that is no money, no length, no time, no share and no part of a name. */
    boolean isCount(int i) {
        if (!state.isCountAt(i) || state.isSize(i) || state.isMoneyBefore(i + 1) || state.isMoneyAt(i) || isYear(i)) {
            return false;
        }
        Measure unit = state.measureAt(i + 1);
        boolean counted = unit == null
                || unit == Measure.EXAMPLE
                || unit == Measure.ITEM
                || unit == Measure.REQUEST
                || unit == Measure.TIMES
                // "25 cards an hour" are no GPUs.
                || (state.hasTyped(i + 1, Trait.DATA_IF_MANY) && timeOf(i) != null);
        return counted && !state.isPercentAt(i + 1) && !state.isOfMention(i) && !state.isAt(i + 1, Category.GPUS);
    }

    private boolean isYear(int i) {
        return state.token(i).isYear() && (state.isAt(i - 1, Cue.IN) || state.hasTyped(i - 1, Trait.SINCE_TIME));
    }

    /** {@code 85 questions a day}, {@code 25 an hour}; or the number of {@code an ordinary day is 130}. */
    boolean isRate(int number) {
        return timeOf(number) != null || OrdinaryDay.of(state, number) != null;
    }

    /** Returns the time of {@code 85 questions a day}, or null. */
    @Nullable TimeUnit timeOf(int number) {
        for (int i = number + 1; i <= number + REACH_OF_RATE && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isRateAt(i)) {
                Measure time = state.measureAt(state.isAt(i, Category.PERIODS) ? i : i + 1);
                return time == null ? null : time.time();
            }
        }
        return null;
    }

    private boolean namesAnotherTime(int first, int end) {
        boolean verb = false;
        boolean present = false;
        boolean marked = false;
        boolean special = false;
        boolean led = false;
        int lead = Integer.MIN_VALUE;
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i)) {
                marked |= isYear(i);
                continue;
            }
            // Glossaries put every form of a verb into one word.
            boolean had =
                    state.hasTyped(i, Trait.TELLS_TRAFFIC) || (state.text.isTranslated() && state.isAt(i, Cue.IS));
            // "in the old archive there were 4,000": a stock, and no traffic.
            if (had && state.hasTyped(i - 1, Trait.THERE)) {
                return false;
            }
            // "1,500 once when a blogger wrote about us"
            marked |= (verb && state.hasTyped(i, Trait.ASKS_WHEN))
                    || state.hasTyped(i, Trait.ANOTHER_TIME)
                    || isEarlier(i);
            verb |= had;
            present |= !had && state.isAt(i, Cue.IS);
            lead = leadsToTime(i) ? i : lead;
            boolean time = state.hasTyped(i, Trait.SPECIAL_TIME) && !state.isRateAt(i - 1);
            special |= time;
            led |= (time && i - lead <= REACH_OF_TIME) || state.hasTyped(i, Trait.BEFORE_OR_AFTER);
        }
        boolean terse = end - first <= LONGEST_WITHOUT_VERB && !present;
        boolean translated = state.text.isTranslated();
        return (marked && (verb || terse || translated)) || (led && (verb || (special && terse))) || (special && verb);
    }

    private boolean leadsToTime(int i) {
        return state.isAt(i, Cue.IN) || state.hasTyped(i, Trait.LOCATIVE) || state.hasTyped(i, Trait.BEFORE_OR_AFTER);
    }

    /** {@code last term}, {@code the old app}, {@code last year}; but not {@code over the last 3 months}, which is now. */
    private boolean isEarlier(int i) {
        if (state.hasTyped(i, Trait.LAST_MONTH)
                || state.hasTyped(i, Trait.LAST_YEAR)
                || state.hasTyped(i, Trait.LAST_WEEK)
                || state.hasTyped(i, Trait.YESTERDAY)) {
            return true;
        }
        return state.hasTyped(i, Trait.EARLIER_OF_TWO) && !state.isNumberAt(i + 1);
    }

    /** Returns the index of the verb in whose subject other people are named, or -1. */
    private int useByOthers(int first, int end) {
        boolean others = false;
        for (int i = first; i < end; i++) {
            if (isCount(i)) {
                return -1;
            }
            others |= isPlace(i);
            // "a friend's took 50 minutes with 10k clips"
            if (others && state.hasTyped(i, Trait.PAST_RUN) && state.isNumberAt(i + 1) && isTime(i + 2)) {
                return i + 1;
            }
            if (state.hasTyped(i, Trait.USED_DATA)) {
                boolean told = others || isOfNamed(first, i);
                return told && !state.hasTyped(i - 1, Trait.I_OR_WE) ? i : -1;
            }
            others |= state.hasTyped(i, Trait.OTHER_PARTY)
                    || state.hasTyped(i, Trait.ACQUAINTANCE)
                    || state.hasTyped(i, Trait.OTHER_USER);
        }
        return -1;
    }

    /** The Bristol of {@code Bristol did this with 9,000}: a name that opens a sentence before a verb of use. */
    private boolean isPlace(int i) {
        Token token = state.token(i);
        return i == state.sentence(i).first()
                && token.kind == Token.Kind.WORD
                && state.hasTyped(i + 1, Trait.USED_DATA)
                && state.text.isUpperCase(token.start);
    }

    /** {@code Sandeep trained his on 30k overs}, {@code Kota centre used 3 epochs on their 1k}: a name, and data of its own. */
    private boolean isOfNamed(int first, int verb) {
        boolean subject = verb > first
                && verb - first <= LONGEST_SUBJECT
                && first == state.sentence(verb).first()
                && state.hasTyped(verb, Trait.WORKED_ON);
        for (int i = first; subject && i < verb; i++) {
            if (state.hasTyped(i, Trait.I_OR_WE)
                    || state.hasTyped(i, Trait.PRONOUN)
                    || state.hasTyped(i, Trait.TUNED_THING)
                    || state.isSymbolAt(i, ',')) {
                return false;
            }
        }
        for (int i = verb + 1; subject && i < state.sentence(verb).end(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.I_OR_WE)) {
                return false;
            }
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.POSSESSIVE_OF_OTHERS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTime(int i) {
        Measure measure = state.measureAt(i);
        return measure != null && measure.isTime();
    }

    /** Not {@code 2,430 guest messages}, which are things. */
    boolean isPeople(int number) {
        boolean ofThings = state.isAt(number + 2, Measure.REQUEST) || state.isItemAt(number + 2);
        return !ofThings && (state.hasTyped(number + 1, Trait.HEADS) || state.hasTyped(number + 1, Trait.PEOPLE));
    }

    private boolean isOfThings(int number) {
        return state.isItemAt(number + 1) && !isPeople(number);
    }

    /** A sentence may ask behind what it tells: {@code the consultant did his with 9,000, I just want to know what it costs}. */
    boolean asks(Part part) {
        boolean asks = state.sentence(part.first()).asks();
        for (int i = part.first(); asks && i < part.end(); i++) {
            if (state.isAt(i, Category.INTENTS)
                    || state.isSymbolAt(i, '?')
                    || (state.isAt(i, Cue.QUESTION) && !state.hasTyped(i, Trait.ASKS_WHEN))) {
                return true;
            }
        }
        return false;
    }

    /** {@code ran 1,480 photos through OCR for us}: work on the asker's data. */
    boolean isForUs(Part part) {
        for (int i = part.first(); i < part.end(); i++) {
            boolean led = state.isAt(i, Cue.FOR) || state.isAt(i, Cue.TO);
            if (led && state.hasTyped(i + 1, Trait.I_OR_WE)) {
                return true;
            }
        }
        return false;
    }
}
