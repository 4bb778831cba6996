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
    /** The most parts between the number that counts and the one that is told. */
    private static final int PARTS_AHEAD = 4;

    /** The most words before a number without its time: {@code we get about 120}, {@code in our own town it is 60}. */
    private static final int REACH_OF_OWN = 6;

    /** The most words from a verb of use to its number: {@code ran through something with 100}. */
    private static final int REACH_OF_USE = 9;

    /** The most words from a sum to the whole that it is left of. */
    private static final int REACH_OF_SUM = 20;

    /** More numbers without a mark between them are a list. */
    private static final int MOST_COUNTS = 4;

    /** One of these is in each message that tells such a number. */
    private static final Set<Trait> SIGNS = EnumSet.of(
            Trait.TELLS_TRAFFIC,
            Trait.ANOTHER_TIME,
            Trait.SPECIAL_TIME,
            Trait.EARLIER_OF_TWO,
            Trait.USED_DATA,
            Trait.OTHER_USER,
            Trait.HAD_PAID,
            Trait.UPCOMING,
            Trait.IS_OVER,
            Trait.OTHER_PLACE,
            Trait.BY_HAND,
            Trait.MARKET_FIGURE,
            Trait.HEADS,
            Trait.PEOPLE,
            Trait.OTHER_PARTY,
            Trait.BOUND_OF_WORTH);

    /** Words that say to count with a number of the past. */
    private static final List<Trait> MEANT =
            List.of(Trait.BASES_ON, Trait.PLANS_WITH, Trait.USES, Trait.TODAY, Trait.DEMANDS, Trait.CONCLUDES);

    private final ParseState state;
    private final ToldParts told;
    private final List<ToldParts.Part> parts;

    private ToldNumbers(ParseState state) {
        this.state = state;
        told = new ToldParts(state);
        parts = told.parts();
    }

    /** Sets them aside, before any reader takes them for values. */
    public static void read(ParseState state) {
        boolean prose = !state.terse || state.text.isTranslated();
        if (prose && SIGNS.stream().anyMatch(state::hasTypedAnywhere)) {
            new ToldNumbers(state).read();
        }
    }

    private void read() {
        new ToldRuns(state, told).read();
        OtherFigures figures = new OtherFigures(state, parts);
        for (int i = 0; i < parts.size(); i++) {
            ToldParts.Part part = parts.get(i);
            if (part.counts().isEmpty() || part.counts().size() > MOST_COUNTS) {
                continue;
            }
            // "It only pays above 100k a month": the word for the question is in what is told.
            boolean bound = !state.isSymbolAt(state.sentence(part.first()).end(), '?') && isBound(part);
            if (told.asks(part) && !bound) {
                continue;
            }
            if (bound
                    ? isRateBeforeOwn(i)
                    : figures.areTold(i)
                            || isOfAnotherTime(i)
                            || isOnlyOnce(i)
                            || isOfOthers(i)
                            || isOfPaidWork(i)
                            || isOfComing(i)
                            || isOfPeople(i)
                            || isRateBeforeOwn(i)
                            || isRateBesideOwn(i)
                            || isRateOfAnother(i)
                            || isOfSum(i)) {
                part.counts().forEach(state::setAside);
            }
        }
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
        ToldParts.Part part = parts.get(i);
        if (!part.past() || isOfPresentOrData(part)) {
            return false;
        }
        ToldParts.Part beside = rateBeside(i);
        if (beside == null || !part.counts().stream().allMatch(number -> isLike(number, beside))) {
            return false;
        }
        for (int number : beside.counts()) {
            TimeUnit usual = OrdinaryDay.of(state, number);
            if (usual != null && told.timeOf(number) == null && !state.candidates.isSettled(number)) {
                claim(number, usual);
            }
        }
        return true;
    }

    /** {@code it was 70 a day last month}, in a conversation that has its traffic: nothing says that the asker means to count with it. */
    private boolean isOnlyOnce(int i) {
        ToldParts.Part part = parts.get(i);
        boolean alone = state.mayEdit()
                && state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && part.past()
                && part.counts().size() == 1
                && told.timeOf(part.counts().getFirst()) != null
                && parts.stream()
                        .allMatch(other -> other.equals(part) || other.counts().isEmpty());
        return alone
                && hadBefore(part.counts().getFirst())
                && !state.hasQuestionMark()
                && MEANT.stream().noneMatch(state::hasTypedAnywhere)
                && !isCorrected();
    }

    private boolean hadBefore(int number) {
        for (int i = state.clause(number).first(); i < number; i++) {
            if (state.hasTyped(i, Trait.TELLS_TRAFFIC)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCorrected() {
        return state.has(Cue.CORRECTION) || state.has(Cue.INSTEAD) || state.has(Cue.SAME) || state.has(Cue.WHAT_ABOUT);
    }

    /** Returns the nearest part with a number, before or else behind, if it is a rate of the present in this or the next sentence. */
    private ToldParts.@Nullable Part rateBeside(int i) {
        for (int k = i - 1; k >= Math.max(0, i - PARTS_AHEAD); k--) {
            if (!parts.get(k).counts().isEmpty()) {
                ToldParts.Part found = parts.get(k);
                boolean near = i - k == 1 || isSameSentence(k, i);
                if (near && isRateNow(found, parts.get(i))) {
                    return found;
                }
                break;
            }
        }
        for (int k = i + 1; k < Math.min(parts.size(), i + PARTS_AHEAD) && isSameSentence(i, k); k++) {
            ToldParts.Part found = parts.get(k);
            if (isRateNow(found, parts.get(i))) {
                return found;
            }
        }
        return null;
    }

    /** Languages without spaces may join the sentence before to the one with the rate. */
    private boolean isRateNow(ToldParts.Part part, ToldParts.Part told) {
        boolean past = part.past() && !(state.text.isTranslated() && !told.rate());
        return part.rate() && part.counts().size() <= MOST_COUNTS && !past;
    }

    private boolean isSameSentence(int one, int other) {
        return state.sentence(parts.get(one).first())
                == state.sentence(parts.get(other).first());
    }

    /** A number without a noun, a rate, or one of the same things: {@code we collected 4,000 letters} is none. */
    private boolean isLike(int number, ToldParts.Part beside) {
        boolean named = state.unitFinder.right(number) >= 0 || state.isPluralAt(number + 1);
        // A counter of Japanese or Chinese names nothing: "200件".
        boolean counter = state.text.isTranslated() && state.isItemAt(number + 1);
        if (!named || counter || told.isRate(number)) {
            return true;
        }
        String noun = state.typed(number + 1, number + 1);
        return beside.counts().stream()
                .anyMatch(other -> state.at(other + 1) == null
                        || state.isBreakAt(other + 1)
                        || state.typed(other + 1, other + 1).equals(noun));
    }

    private boolean isOfPresentOrData(ToldParts.Part part) {
        for (int i = part.first(); i < part.end(); i++) {
            boolean collects = i < part.counts().getFirst()
                    && state.hasTyped(i, Trait.COLLECTS)
                    && !state.hasTyped(i, Trait.OWNS)
                    && !state.hasTyped(i, Trait.TELLS_TRAFFIC);
            boolean present = collects
                    || state.hasTyped(i, Trait.TODAY)
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

    /** {@code the Bergen branch tuned something on 9,000 claims two years ago}, in a conversation: no number of its own stands beside it. */
    private boolean isFormerJob() {
        return state.mayEdit()
                && (state.has(Cue.AGO)
                        || state.hasTypedAnywhere(Trait.PAST_TIME)
                        || state.hasTypedAnywhere(Trait.LAST_PERIOD));
    }

    /** {@code a Spanish client did his on 2,000}, {@code our sister bank used 900}, beside a number of one's own or the hours of one's own run. */
    private boolean isOfOthers(int i) {
        ToldParts.Part part = parts.get(i);
        int use = part.use();
        boolean beside = told.own() > 0
                || isFormerJob()
                || isForTheirs(part)
                || told.hasHoursOutside(state.sentence(part.first()));
        if (use < 0 || told.isForUs(part) || !beside) {
            return false;
        }
        return part.counts().stream().allMatch(number -> number > use && number - use <= REACH_OF_USE);
    }

    /** {@code accounting fed 3,000 invoices into theirs}, in a conversation about the asker's own. */
    private boolean isForTheirs(ToldParts.Part part) {
        for (int i = part.counts().getLast() + 1; state.mayEdit() && i < part.end(); i++) {
            if (state.hasTyped(i, Trait.POSSESSIVE_OF_OTHERS) && state.isBreakAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code we paid a student to tag 400 of them}: a part of one's own data, on which a helper worked. */
    private boolean isOfPaidWork(int i) {
        ToldParts.Part part = parts.get(i);
        boolean paid = false;
        for (int k = part.first(); k < part.counts().getLast(); k++) {
            paid |= state.hasTyped(k, Trait.HAD_PAID);
        }
        return paid && part.counts().size() == 1 && isOfThem(part.counts().getFirst() + 1) && told.own() > 1;
    }

    /** {@code I have 41 titles coming out before Christmas}, beside the data: what is still to come. */
    private boolean isOfComing(int i) {
        ToldParts.Part part = parts.get(i);
        int number = part.counts().getFirst();
        boolean comes = state.hasTyped(number + 2, Trait.UPCOMING) || state.hasTyped(number + 3, Trait.UPCOMING);
        return comes && part.counts().size() == 1 && told.own() > 1;
    }

    private boolean isOfThem(int i) {
        return state.isOfThemAt(i) || state.isAt(i, Cue.THEM);
    }

    /** {@code I'm secretary of a club, 530 members}, {@code 36 inspectors, in total 500 lookups a day}: beside what is counted they are no data. */
    private boolean isOfPeople(int i) {
        ToldParts.Part part = parts.get(i);
        int number = part.counts().getFirst();
        boolean people = part.counts().size() == 1 && told.isPeople(number) && !part.rate();
        if (!people || state.has(Cue.EACH) || state.has(Cue.EVERY) || state.hasTypedAnywhere(Trait.OF_EVERYONE)) {
            return false;
        }
        boolean verb = false;
        for (int k = part.first(); k < part.end(); k++) {
            verb |= state.hasTyped(k, Trait.OWNS) || state.hasTyped(k, Trait.COLLECTS);
        }
        return !verb && told.countThings();
    }

    /**
     * {@code our sister hotel gets 900 requests a day, we get 120}, {@code it only pays above 100k a month, we have 35k}, {@code it was
     * 500 requests a day and is 800 now}: the number that counts has the same time.
     */
    private boolean isRateBeforeOwn(int i) {
        ToldParts.Part part = parts.get(i);
        TimeUnit time = part.counts().size() == 1 ? told.timeOf(part.counts().getFirst()) : null;
        int next = i + 1;
        while (next < Math.min(parts.size(), i + PARTS_AHEAD)
                && parts.get(next).counts().isEmpty()) {
            next++;
        }
        ToldParts.Part own = time == null || next == parts.size() ? null : parts.get(next);
        if (time == null || own == null || own.counts().size() != 1) {
            return false;
        }
        int number = own.counts().getFirst();
        boolean mark =
                state.isSymbolAt(own.first(), ',') || state.isJoin(own.first()) || state.isAt(own.first(), Cue.BUT);
        int first = mark ? own.first() + 1 : own.first();
        int behind = state.hasTyped(number + 1, Trait.TODAY) ? number + 2 : number + 1;
        boolean bare = number - first <= REACH_OF_OWN && state.isBreakAt(behind);
        boolean ours = bare && isOurs(first, number) && (isOfOtherUser(part) || isBound(part));
        boolean now = bare && isSameSentence(i, next) && saysToday(first, behind) && wasOnce(part);
        if (ours || now) {
            claim(number, time);
        }
        return ours || now;
    }

    /** {@code our competitors answer 20,000 mails a week, we get 700 a week}: the rate of others beside the own one. */
    private boolean isRateBesideOwn(int i) {
        ToldParts.Part part = parts.get(i);
        boolean others = part.rate() && part.counts().size() == 1 && isOfOthersAlone(part);
        for (int k = i + 1; others && k < Math.min(parts.size(), i + PARTS_AHEAD); k++) {
            ToldParts.Part own = parts.get(k);
            if (!own.counts().isEmpty()) {
                int first = state.isSymbolAt(own.first(), ',') || state.isAt(own.first(), Cue.BUT)
                        ? own.first() + 1
                        : own.first();
                boolean ours = own.rate() && isOurs(first, first + 1) && !state.has(Cue.TOTAL);
                int number = own.counts().getFirst();
                TimeUnit time = told.timeOf(number);
                if (ours && time != null && own.counts().size() == 1 && state.isRateAt(number + 1)) {
                    claim(number, time);
                }
                return ours;
            }
        }
        return false;
    }

    /** {@code another office does 100k requests a month}, in a message with no rate of the asker's own. */
    private boolean isRateOfAnother(int i) {
        ToldParts.Part part = parts.get(i);
        int first = part.first();
        boolean another = state.remembered.isEmpty()
                && part.rate()
                && (state.hasTyped(first, Trait.OTHER_PLACE) || state.hasTyped(first, Trait.ANOTHER))
                && state.hasTyped(first + 1, Trait.OTHER_USER)
                && told.own() > 1;
        return another
                && parts.stream().filter(ToldParts.Part::rate).count() == 1
                && parts.stream()
                        .filter(each -> !each.counts().isEmpty())
                        .anyMatch(each -> isOurs(each.first(), each.end()));
    }

    /** True of a part whose subject is a party other than the asker, {@code our competitors}. */
    private boolean isOfOthersAlone(ToldParts.Part part) {
        for (int i = part.first(); i < part.counts().getFirst(); i++) {
            if (state.hasTyped(i, Trait.OTHER_PARTY) || state.hasTyped(i, Trait.ACQUAINTANCE)) {
                return true;
            }
        }
        return false;
    }

    /** {@code it only pays above 100k requests a month}, {@code break-even is at about 50,000 calls a day}. */
    private boolean isBound(ToldParts.Part part) {
        for (int i = part.first(); i < part.counts().getFirst(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.BOUND_OF_WORTH)) {
                return true;
            }
        }
        return false;
    }

    /** {@code we have}, {@code ours are}, {@code in our town it is}. */
    private boolean isOurs(int first, int end) {
        for (int i = first; i < end; i++) {
            boolean asker = state.hasTyped(i, Trait.I_OR_WE) || state.hasTyped(i, Trait.ASKER);
            if (!state.isNumberAt(i) && (asker || state.hasTyped(i, Trait.OURS))) {
                return true;
            }
        }
        return false;
    }

    private boolean saysToday(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.hasTyped(i, Trait.TODAY)) {
                return true;
            }
        }
        return false;
    }

    private boolean wasOnce(ToldParts.Part part) {
        for (int i = part.first(); i < part.counts().getFirst(); i++) {
            if (state.hasTyped(i, Trait.TELLS_TRAFFIC)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfOtherUser(ToldParts.Part part) {
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
        ToldParts.Part part = parts.get(i);
        int number = part.counts().getFirst();
        boolean whole = state.isSymbolAt(number - 3, ',')
                && state.isAt(number - 2, Cue.OF)
                && state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE)
                && state.hasTyped(number + 1, Trait.DEFINITE_ARTICLE)
                && state.hasTyped(number + 2, Trait.REST_OF_SUM);
        boolean money = false;
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_SUM);
        for (int k = number - 1; whole && k >= first; k--) {
            money |= state.isNumberAt(k) && state.isMoneyAt(k);
        }
        return money;
    }
}
