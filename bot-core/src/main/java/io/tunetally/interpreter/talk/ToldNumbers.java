package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets numbers aside that tell of another time or of other people beside the number that counts: {@code 240 messages a day, the
 * last pilot was only 40}, {@code a client did his on 2,000, I have 640}. A number of one's own past is a value: {@code we
 * collected 4,000 last year}.
 */
public final class ToldNumbers {
    /** The most words of a part without a verb: {@code in the pandemic maybe 20}. */
    private static final int LONGEST_WITHOUT_VERB = 9;

    /** The most words behind a number that leads to its period: {@code 85 questions about dates a day}. */
    private static final int REACH_OF_RATE = 5;

    /** The most words from the word that leads to a time to its noun: {@code in the first weeks}. */
    private static final int REACH_OF_TIME = 4;

    /** The most words from a verb of use to its number: {@code ran through something with 100}. */
    private static final int REACH_OF_USE = 9;

    /** One of these is in each message that tells such a number. */
    private static final Set<Trait> SIGNS = EnumSet.of(
            Trait.TELLS_TRAFFIC,
            Trait.ANOTHER_TIME,
            Trait.SPECIAL_TIME,
            Trait.EARLIER_OF_TWO,
            Trait.USED_DATA,
            Trait.OTHER_USER,
            Trait.HAD_PAID,
            Trait.HEADS,
            Trait.PEOPLE);

    private final ParseState state;
    private final List<Told> parts = new ArrayList<>();

    /**
     * A part of a sentence between two marks.
     *
     * @param counts the indexes of its numbers that may count requests or data
     * @param rate whether one of them is a rate: {@code 240 messages a day}
     */
    private record Told(int first, int end, List<Integer> counts, boolean rate) {}

    private ToldNumbers(ParseState state) {
        this.state = state;
    }

    /** Sets them aside, before any reader takes them for values. */
    public static void read(ParseState state) {
        boolean prose = !state.terse || state.text.isTranslated();
        if (prose && SIGNS.stream().anyMatch(state::hasTypedAnywhere)) {
            new ToldNumbers(state).read();
        }
    }

    private void read() {
        findParts();
        if (System.getenv("DBG") != null) {
            for (int k = 0; k < state.size(); k++) System.err.print("[" + state.typed(k, k) + "]");
            System.err.println();
            for (Told t : parts) System.err.println(state.typed(t.first(), t.end() - 1) + " counts=" + t.counts() + " rate=" + t.rate() + " other=" + namesAnotherTime(t)+" present="+isOfPresent(t)+" asks="+asks(t)+" use="+useByOthers(t));
        }
        for (int i = 0; i < parts.size(); i++) {
            Told part = parts.get(i);
            if (part.counts().isEmpty() || asks(part)) {
                continue;
            }
            if (isOfAnotherTime(i) || isOfOthers(i) || isOfPaidWork(i) || isOfPeople(i) || isRateOfOthers(i) || isOfSum(i)) {
                part.counts().forEach(this::setAside);
            }
        }
    }

    /** A sentence may ask behind what it tells: {@code the consultant did his with 9,000, I just want to know what it costs}. */
    private boolean asks(Told part) {
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

    private void setAside(int number) {
        state.ignore(number);
        state.candidates.setAside(number);
    }

    /** A part without a number at the beginning of a sentence belongs to the next one: {@code on the day of the recall, we had 4,200}. */
    private void findParts() {
        int first = 0;
        for (int i = 0; i < state.size(); i++) {
            boolean last = i + 1 == state.size() || state.sentence(i + 1).first() == i + 1;
            if (!last && !isMark(i + 1)) {
                continue;
            }
            List<Integer> counts = countsWithin(first, i + 1);
            boolean opens = first == state.sentence(i).first();
            if (counts.isEmpty() && opens && !last) {
                continue;
            }
            parts.add(new Told(first, i + 1, counts, counts.stream().anyMatch(this::isRate)));
            first = i + 1;
        }
    }

    private boolean isMark(int i) {
        return state.isAt(i, Cue.BUT)
                || state.isSymbolAt(i, ',')
                || state.isSymbolAt(i, ':')
                || state.isSymbolAt(i, '(')
                || state.isSymbolAt(i, ')');
    }

    private List<Integer> countsWithin(int first, int end) {
        List<Integer> counts = new ArrayList<>(1);
        for (int i = first; i < end; i++) {
            if (isCount(i)) {
                counts.add(i);
            }
        }
        return counts;
    }

    /** True of a number that is no money, no length, no time, no share and no part of a name. */
    private boolean isCount(int i) {
        if (!state.isCountAt(i) || state.isSize(i) || state.isMoneyBefore(i + 1) || isMoney(i) || isYear(i)) {
            return false;
        }
        Measure unit = state.measureAt(i + 1);
        boolean counted = unit == null
                || unit == Measure.EXAMPLE
                || unit == Measure.ITEM
                || unit == Measure.REQUEST
                || unit == Measure.TIMES;
        return counted && !state.isPercentAt(i + 1) && !state.isOfMention(i) && !state.isAt(i + 1, Category.GPUS);
    }

    private boolean isMoney(int i) {
        return state.isSymbolAt(i - 1, '$')
                || state.isSymbolAt(i + 1, '$')
                || state.isAt(i - 1, Category.CURRENCIES)
                || state.isAt(i + 1, Category.CURRENCIES)
                || state.isAt(i + 1, Measure.DOLLAR);
    }

    private boolean isYear(int i) {
        return state.token(i).isYear() && (state.isAt(i - 1, Cue.IN) || state.hasTyped(i - 1, Trait.SINCE_TIME));
    }

    /** {@code 85 questions a day}, {@code 25 an hour}; or the number of {@code an ordinary day is 130}. */
    private boolean isRate(int number) {
        return timeOf(number) != null || OrdinaryDay.of(state, number) != null;
    }

    /** Returns the time of {@code 85 questions a day}, or null. */
    private @Nullable TimeUnit timeOf(int number) {
        for (int i = number + 1; i <= number + REACH_OF_RATE && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isRateAt(i)) {
                Measure time = state.measureAt(state.isAt(i, Category.PERIODS) ? i : i + 1);
                return time == null ? null : time.time();
            }
        }
        return null;
    }

    private void claim(int number, TimeUnit time) {
        Numeral said = Amounts.counted(state.token(number).numeral());
        if (time == TimeUnit.DAY) {
            state.candidates.add(SlotName.REQUESTS_PER_DAY, said, number);
        } else {
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, said.converted(time::perDay), number);
        }
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    /** True of a part in the past, or of an earlier time, beside a rate of the present. */
    private boolean isOfAnotherTime(int i) {
        Told part = parts.get(i);
        if (isOfPresent(part) || !namesAnotherTime(part)) {
            return false;
        }
        Told beside = rateBeside(i);
        if (beside == null || !part.counts().stream().allMatch(number -> isLike(number, beside))) {
            return false;
        }
        for (int number : beside.counts()) {
            TimeUnit usual = OrdinaryDay.of(state, number);
            if (usual != null && timeOf(number) == null && !state.candidates.isSettled(number)) {
                claim(number, usual);
            }
        }
        return true;
    }

    /** Returns the nearest part with a number, before or else behind, if it is a rate of the present in this or the next sentence. */
    private @Nullable Told rateBeside(int i) {
        for (int k = i - 1; k >= 0; k--) {
            if (!parts.get(k).counts().isEmpty()) {
                Told found = parts.get(k);
                boolean near = i - k == 1 || isSameSentence(k, i);
                if (near && found.rate() && !namesAnotherTime(found)) {
                    return found;
                }
                break;
            }
        }
        for (int k = i + 1; k < parts.size() && isSameSentence(i, k); k++) {
            Told found = parts.get(k);
            if (found.rate() && !namesAnotherTime(found)) {
                return found;
            }
        }
        return null;
    }

    private boolean isSameSentence(int one, int other) {
        return state.sentence(parts.get(one).first())
                == state.sentence(parts.get(other).first());
    }

    /** A number without a noun, a rate, or one of the same things: {@code we collected 4,000 letters} is none. */
    private boolean isLike(int number, Told beside) {
        boolean named = state.isUnitAt(number + 1) || state.isPluralAt(number + 1);
        // A counter of Japanese or Chinese names nothing: "200件".
        boolean counter = state.text.isTranslated() && state.isItemAt(number + 1);
        if (!named || counter || isRate(number)) {
            return true;
        }
        String noun = state.typed(number + 1, number + 1);
        return beside.counts().stream()
                .anyMatch(other -> state.at(other + 1) == null
                        || state.isBreakAt(other + 1)
                        || state.typed(other + 1, other + 1).equals(noun));
    }

    private boolean isOfPresent(Told part) {
        for (int i = part.first(); i < part.end(); i++) {
            boolean present = state.hasTyped(i, Trait.TODAY)
                    || state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Category.TUNING)
                    || (state.isAt(i, Measure.EXAMPLE) && !state.text.isTranslated())
                    || state.hasTyped(i, Trait.PREPARES_DATA);
            if (present || state.hasTyped(i, Trait.SINCE_TIME)) {
                return true;
            }
        }
        return false;
    }

    private boolean namesAnotherTime(Told part) {
        boolean verb = false;
        boolean present = false;
        boolean marked = false;
        boolean special = false;
        boolean led = false;
        int lead = Integer.MIN_VALUE;
        for (int i = part.first(); i < part.end(); i++) {
            if (state.isNumberAt(i)) {
                marked |= isYear(i);
                continue;
            }
            // Glossaries put every form of a verb into one word.
            boolean had = state.hasTyped(i, Trait.TELLS_TRAFFIC) || (state.text.isTranslated() && state.isAt(i, Cue.IS));
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
        boolean terse = part.end() - part.first() <= LONGEST_WITHOUT_VERB && !present;
        boolean translated = state.text.isTranslated();
        return (marked && (verb || terse || translated))
                || (led && (verb || (special && terse)))
                || (special && verb);
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
        boolean rolling = state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                && !state.isAt(i + 1, Category.UNITS)
                && state.isNumberAt(i + 1);
        return state.hasTyped(i, Trait.EARLIER_OF_TWO) && !rolling && !state.isNumberAt(i + 1);
    }

    /** {@code a Spanish client did his on 2,000}, {@code our sister bank used 900}, beside a number of one's own or the hours of one's own run. */
    private boolean isOfOthers(int i) {
        Told part = parts.get(i);
        int use = useByOthers(part);
        if (use < 0 || isForUs(part) || !isBesideOwn(i)) {
            return false;
        }
        return part.counts().stream().allMatch(number -> number > use && number - use <= REACH_OF_USE);
    }

    /** Returns the index of the verb in whose subject other people are named, or -1. */
    private int useByOthers(Told part) {
        boolean others = false;
        for (int i = part.first(); i < part.end(); i++) {
            if (state.isNumberAt(i)) {
                return -1;
            }
            // "a friend's took 50 minutes with 10k clips"
            if (others && state.hasTyped(i, Trait.PAST_RUN) && state.isNumberAt(i + 1) && isTime(i + 2)) {
                return i + 1;
            }
            if (state.hasTyped(i, Trait.USED_DATA)) {
                return others && !state.hasTyped(i - 1, Trait.I_OR_WE) ? i : -1;
            }
            others |= state.hasTyped(i, Trait.OTHER_PARTY)
                    || state.hasTyped(i, Trait.ACQUAINTANCE)
                    || state.hasTyped(i, Trait.OTHER_USER);
        }
        return -1;
    }

    private boolean isTime(int i) {
        Measure measure = state.measureAt(i);
        return measure != null && measure.isTime();
    }

    /** {@code ran 1,480 photos through OCR for us}: work on the asker's data. */
    private boolean isForUs(Told part) {
        for (int i = part.first(); i < part.end(); i++) {
            boolean led = state.isAt(i, Cue.FOR) || state.isAt(i, Cue.TO);
            if (led && state.hasTyped(i + 1, Trait.I_OR_WE)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBesideOwn(int told) {
        if (state.has(Measure.HOUR)) {
            return true;
        }
        for (int k = 0; k < parts.size(); k++) {
            Told part = parts.get(k);
            if (k != told && !part.counts().isEmpty() && useByOthers(part) < 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code we paid a student to tag 400 of them}: a part of one's own data, on which somebody worked. */
    private boolean isOfPaidWork(int i) {
        Told part = parts.get(i);
        boolean paid = false;
        for (int k = part.first(); k < part.counts().getLast(); k++) {
            paid |= state.hasTyped(k, Trait.HAD_PAID);
        }
        return paid
                && part.counts().size() == 1
                && isOfThem(part.counts().getFirst() + 1)
                && isBesideOwn(i);
    }

    private boolean isOfThem(int i) {
        return state.isOfThemAt(i) || state.isAt(i, Cue.THEM);
    }

    /** {@code I'm secretary of a club, 530 members}, {@code 36 inspectors, in total 500 lookups a day}: beside what is counted they are no data. */
    private boolean isOfPeople(int i) {
        Told part = parts.get(i);
        int number = part.counts().getFirst();
        boolean people = part.counts().size() == 1 && isPeople(number) && !part.rate();
        if (!people || state.has(Cue.EACH) || state.has(Cue.EVERY) || state.hasTypedAnywhere(Trait.OF_EVERYONE)) {
            return false;
        }
        boolean verb = false;
        for (int k = part.first(); k < part.end(); k++) {
            verb |= state.hasTyped(k, Trait.OWNS) || state.hasTyped(k, Trait.COLLECTS);
        }
        boolean counted = parts.stream()
                .filter(other -> other != part)
                .anyMatch(other -> other.rate() || other.counts().stream().anyMatch(this::isOfThings));
        return !verb && counted;
    }

    private boolean isPeople(int number) {
        return state.hasTyped(number + 1, Trait.HEADS) || state.hasTyped(number + 1, Trait.PEOPLE);
    }

    private boolean isOfThings(int number) {
        return state.isItemAt(number + 1) && !isPeople(number);
    }

    /** {@code our sister hotel gets 900 requests a day, we get 120}: the own number has the same time. */
    private boolean isRateOfOthers(int i) {
        Told part = parts.get(i);
        TimeUnit time = part.counts().size() == 1 ? timeOf(part.counts().getFirst()) : null;
        Told own = time == null || i + 1 == parts.size() ? null : parts.get(i + 1);
        if (time == null || own == null || own.counts().size() != 1 || !isOfOtherUser(part)) {
            return false;
        }
        int number = own.counts().getFirst();
        int first = state.isSymbolAt(own.first(), ',') ? own.first() + 1 : own.first();
        boolean ours = state.hasTyped(first, Trait.I_OR_WE)
                && number - first <= REACH_OF_TIME
                && state.isBreakAt(number + 1);
        if (ours) {
            claim(number, time);
        }
        return ours;
    }

    private boolean isOfOtherUser(Told part) {
        for (int i = part.first(); i < part.counts().getFirst(); i++) {
            if (state.hasTyped(i, Trait.OTHER_USER)
                    || state.hasTyped(i, Trait.OTHER_PARTY)
                    || state.hasTyped(i, Trait.ACQUAINTANCE)) {
                return true;
            }
        }
        return false;
    }

    /** {@code he has 60 dollars, of the 400 the rest was for the roof}: the whole sum. */
    private boolean isOfSum(int i) {
        Told part = parts.get(i);
        int number = part.counts().getFirst();
        boolean whole = state.isSymbolAt(part.first(), ',')
                && state.isAt(part.first() + 1, Cue.OF)
                && state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE)
                && state.hasTyped(number + 1, Trait.DEFINITE_ARTICLE)
                && state.hasTyped(number + 2, Trait.REST_OF_SUM);
        boolean money = false;
        for (int k = part.first() - 1; whole && k >= state.sentence(part.first()).first(); k--) {
            money |= state.isNumberAt(k) && isMoney(k);
        }
        return money;
    }
}
