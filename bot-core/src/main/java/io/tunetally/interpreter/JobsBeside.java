package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that differ in one number, beside each other: models with data of their own ({@code gpt-4o-mini with 10k or gpt-4.1 with 2k}), or the
 * data of today and those of later ({@code 500 examples now, then 5k next quarter}). Each is priced by itself.
 */
final class JobsBeside {
    private static final int FEWEST = 2;
    /** As many lines are still an answer. */
    private static final int MOST = 6;
    /** The most words from a later number to the word before it that says so: {@code then we go to 5k}. */
    private static final int REACH = 4;

    private static final int NONE = -1;

    /**
     * One of them.
     *
     * @param first the index of its first token
     * @param number the index of its number
     * @param end the index behind its last token
     */
    private record Job(int first, int number, int end) {}

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final Token[] tokens;

    private JobsBeside(CompiledLexicon lexicon, FoldedText folded, Token[] tokens) {
        this.lexicon = lexicon;
        this.folded = folded;
        this.tokens = tokens;
    }

    /**
     * Returns the reading that lists the jobs of a message, or null if it has one job.
     *
     * @param reading reads a text with one of them
     */
    static @Nullable Interpretation read(
            CompiledLexicon lexicon, FoldedText folded, Token[] tokens, Function<FoldedText, Interpretation> reading) {
        if (!hasTwoNumbers(tokens)) {
            return null;
        }
        JobsBeside beside = new JobsBeside(lexicon, folded, tokens);
        List<Job> jobs = beside.ofModels();
        boolean models = !jobs.isEmpty();
        if (!models) {
            jobs = beside.ofTimes();
        }
        return jobs.isEmpty() ? null : beside.interpretation(jobs, models, reading);
    }

    private static boolean hasTwoNumbers(Token[] tokens) {
        int numbers = 0;
        for (int i = 0; i < tokens.length && numbers < FEWEST; i++) {
            numbers += tokens[i].isNumber() ? 1 : 0;
        }
        return numbers >= FEWEST;
    }

    private @Nullable Interpretation interpretation(
            List<Job> jobs, boolean models, Function<FoldedText, Interpretation> reading) {
        int unit = unitOf(jobs);
        List<JobList.Job> listed = new ArrayList<>(jobs.size());
        for (Job job : jobs) {
            int last = job.end() - 1;
            String label = folded.typed(tokens[job.first()].start, tokens[last].end);
            listed.add(new JobList.Job(label, alone(jobs, job, models, unit)));
        }
        boolean alternative = models && !isAt(jobs.getFirst().end(), Cue.AND);
        Interpretation read = new JobList(alternative, listed).interpretation(folded, reading);
        return read != null && areTheirs(jobs, unit, read) ? read : null;
    }

    /** True if each reading has the number of its job, and nothing else that another one lacks. */
    private boolean areTheirs(List<Job> jobs, int unit, Interpretation read) {
        List<Interpretation.Reading> readings =
                read.question() == null ? List.of() : read.question().readings();
        Set<BigDecimal> numbers = new HashSet<>();
        Set<Set<SlotName<?>>> names = new HashSet<>();
        for (int i = 0; i < readings.size(); i++) {
            Slots slots = readings.get(i).request().slots();
            BigDecimal number = value(jobs.get(i).number());
            boolean own = isValue(slots, SlotName.EXAMPLES, number)
                    || isValue(slots, SlotName.EPOCHS, number)
                    || (unit >= 0 && isRated(unit - 1) && slots.has(SlotName.REQUESTS_PER_DAY));
            if (!own || !numbers.add(number)) {
                return false;
            }
            names.add(kinds(slots));
        }
        return names.size() == 1;
    }

    /** Returns the kinds of values; a size is a model without a price of its own. */
    private static Set<SlotName<?>> kinds(Slots slots) {
        Set<SlotName<?>> kinds = new HashSet<>(slots.names());
        kinds.remove(SlotName.MODELS);
        kinds.remove(SlotName.SIZE_B);
        return kinds;
    }

    private static boolean isValue(Slots slots, SlotName<?> name, BigDecimal number) {
        BigDecimal value = slots.number(name);
        return value != null && value.compareTo(number) == 0;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(tokens[number].numeral()).value().stripTrailingZeros();
    }

    /** Returns the index of the only unit of the numbers, which those without one share, or -1. */
    private int unitOf(List<Job> jobs) {
        return jobs.stream()
                .mapToInt(job -> job.number() + 1)
                .filter(unit -> isUnit(unit) || isRated(unit - 1))
                .findFirst()
                .orElse(NONE);
    }

    /** Returns the text without the other jobs, and without the time of this one. */
    private FoldedText alone(List<Job> jobs, Job job, boolean models, int unit) {
        Job last = jobs.getLast();
        int number = job.number();
        int own = behind(number) - 1;
        int from = tokens[jobs.getFirst().first()].start;
        int first = models ? job.first() : number;
        int lastOwn = models ? job.end() - 1 : own;
        String counted = folded.text().substring(tokens[number].start, tokens[own].end)
                + (own == number && unit >= 0 ? " " + words(unit, behind(unit - 1) - 1) : "");
        String text = folded.text().substring(tokens[first].start, tokens[number].start)
                + counted
                + folded.text().substring(tokens[own].end, tokens[lastOwn].end);
        return folded.replacing(new int[] {from}, new int[] {tokens[last.end() - 1].end}, new String[] {text}, 1);
    }

    // ---- models with data of their own

    /** Returns the {@code gpt-4o-mini with 10k} and {@code gpt-4.1 with 2k} of a message, joined by a word or a comma; none if there are not two. */
    private List<Job> ofModels() {
        List<Job> jobs = new ArrayList<>(FEWEST);
        for (int i = 0; i < tokens.length; i++) {
            Job job = isAmount(i) ? ofModel(i) : null;
            if (job == null) {
                continue;
            }
            if (!jobs.isEmpty() && !isJoined(jobs.getLast().end(), job.first())) {
                if (jobs.size() >= FEWEST) {
                    break;
                }
                jobs.clear();
            }
            jobs.add(job);
        }
        return jobs.size() < FEWEST || jobs.size() > MOST ? List.of() : jobs;
    }

    /** Returns the job of the number of {@code the 7B on 2k docs}, {@code 2k docs for the 7B}, or null. */
    private @Nullable Job ofModel(int number) {
        int end = behind(number);
        int link = isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        int named = isLink(link) ? link - 1 : end > number + 1 ? link : NONE;
        if (isName(named)) {
            return new Job(firstOfName(named), number, end);
        }
        int name = isAt(end + 1, Cue.ARTICLE) || has(end + 1, Trait.DEFINITE_ARTICLE) ? end + 2 : end + 1;
        if (isLink(end) && isName(name)) {
            int last = name;
            while (isName(last + 1)) {
                last++;
            }
            return new Job(number, number, last + 1);
        }
        return null;
    }

    private int firstOfName(int last) {
        int first = last;
        while (isName(first - 1) || (isSymbol(first - 1, '-') && isName(first - 2))) {
            first--;
        }
        boolean article = isAt(first - 1, Cue.ARTICLE) || has(first - 1, Trait.DEFINITE_ARTICLE);
        return article ? first - 1 : first;
    }

    private boolean isLink(int i) {
        return isAt(i, Cue.ON) || isAt(i, Cue.FOR) || (isWithin(i) && has(i, Trait.HAVING));
    }

    private boolean isName(int i) {
        if (!isWithin(i)) {
            return false;
        }
        Token token = tokens[i];
        return token.is(Category.MODELS)
                || token.is(Category.FAMILIES)
                || token.is(Category.TIERS)
                || token.is(Category.NEUTRAL_TIERS)
                || (token.isNumber() && token.numeral().isInBillions());
    }

    private boolean isJoined(int from, int to) {
        boolean joined = from < to;
        for (int i = from; i < to; i++) {
            joined &= isSymbol(i, ',') || isAt(i, Cue.AND) || isAt(i, Cue.OR) || isAt(i, Cue.VERSUS);
        }
        return joined;
    }

    // ---- the data of today and those of later

    private List<Job> ofTimes() {
        for (int i = 0; i < tokens.length; i++) {
            Job today = isAmount(i) && !isRated(i) ? ofToday(i) : null;
            Job later = today == null ? null : laterThan(today);
            if (later != null) {
                return List.of(today, later);
            }
        }
        return List.of();
    }

    /** Returns the {@code 500 examples now}, {@code now 500 examples}, {@code 500 examples first}, or null. */
    private @Nullable Job ofToday(int number) {
        int end = behind(number);
        boolean behind = isOfToday(end) && !(isWithin(end + 1) && tokens[end + 1].isNumber());
        boolean before = isOfToday(number - 1);
        if (behind || before) {
            return new Job(before ? number - 1 : number, number, behind ? end + 1 : end);
        }
        return startsWith(number) ? new Job(number, number, end) : null;
    }

    private boolean isOfToday(int i) {
        return isWithin(i) && (has(i, Trait.TODAY) || has(i, Trait.FIRST));
    }

    /** The 500 of {@code start llama 8b with 500}. */
    private boolean startsWith(int number) {
        boolean with = isWithin(number - 1) && has(number - 1, Trait.HAVING);
        for (int i = number - 2; with && i >= 0 && i >= number - 1 - REACH && !isEnd(i); i--) {
            if (has(i, Trait.BEGINS_USE)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the {@code 5k next quarter}, {@code then 5k} right behind those of today, or null. */
    private @Nullable Job laterThan(Job today) {
        int number = today.end();
        while (isWithin(number) && !tokens[number].isNumber() && number <= today.end() + REACH + 1) {
            number++;
        }
        if (!isAmount(number) || isRated(number) || !isSameUnit(today.number(), number)) {
            return null;
        }
        int end = behind(number);
        int last = lastOfDate(end);
        boolean said = last >= 0 || isLed(today.end(), number);
        return said && !isMore(number) && !isMore(end) ? new Job(number, number, last < 0 ? end : last + 1) : null;
    }

    private boolean isSameUnit(int one, int other) {
        return !isUnit(one + 1) || !isUnit(other + 1) || word(one + 1).equals(word(other + 1));
    }

    /** {@code then 5k}, {@code later on 5k}. */
    private boolean isLed(int from, int number) {
        for (int i = from; i < number; i++) {
            if (has(i, Trait.NEXT_STAGE)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the last token of {@code next quarter}, {@code later}, {@code in June}, {@code by Q2}, {@code in 6 months}, or -1. */
    private int lastOfDate(int i) {
        if (!isWithin(i)) {
            return NONE;
        }
        boolean next = has(i, Trait.LATER) && isWithin(i + 1) && isLong(i + 1);
        if (next) {
            return i + 1;
        }
        boolean led = isAt(i, Cue.IN) || isAt(i, Cue.OVER) || has(i, Trait.BY);
        boolean dated = led && isWithin(i + 1) && (has(i + 1, Trait.MONTH_NAME) || has(i + 1, Trait.LEADS_TO_YEAR));
        if (dated) {
            return i + 1;
        }
        boolean some =
                led && isWithin(i + 2) && (tokens[i + 1].isNumber() || isAt(i + 1, Cue.ARTICLE)) && isLong(i + 2);
        if (some) {
            return i + 2;
        }
        return has(i, Trait.AFTERWARDS) ? i : NONE;
    }

    private boolean isLong(int i) {
        Measure unit = tokens[i].measure();
        return unit == Measure.WEEK || unit == Measure.MONTH || unit == Measure.QUARTER || unit == Measure.YEAR;
    }

    /** {@code 300 more}, {@code another 300}: these come on top. */
    private boolean isMore(int i) {
        return has(i, Trait.MORE) || has(i, Trait.ANOTHER) || has(i - 1, Trait.ANOTHER);
    }

    // ---- tokens

    /** A number that may count data: no rate, no size, no range. */
    private boolean isAmount(int i) {
        if (!isWithin(i) || !tokens[i].isNumber() || tokens[i].isYear()) {
            return false;
        }
        Numeral numeral = tokens[i].numeral();
        boolean plain = !numeral.isRange() && !numeral.isAmbiguous() && !numeral.isInBillions();
        boolean counted = isUnit(i + 1)
                || !isWithin(i + 1)
                || isRated(i)
                || (tokens[i + 1].measure() == null && !isSymbol(i + 1, '%') && !isSymbol(i + 1, '/'));
        return plain && counted && !isSymbol(i - 1, '$') && !isRate(behind(i));
    }

    private boolean isRate(int i) {
        boolean per = isAt(i, Cue.PER) || isAt(i, Cue.ARTICLE) || isSymbol(i, '/');
        return isWithin(i) && (tokens[i].is(Category.PERIODS) || tokens[i].is(Category.RATES) || per);
    }

    /** Returns the index behind the unit of a number: behind {@code 2k docs}, {@code 10k requests a day}. */
    private int behind(int number) {
        return isUnit(number + 1) ? number + 2 : Math.max(number + 1, behindRate(number));
    }

    private boolean isRated(int number) {
        return behindRate(number) > number;
    }

    /** Returns the index behind {@code 10k requests a day}, {@code 10k rpd}, {@code 10k calls daily}, or -1. */
    private int behindRate(int number) {
        if (isWithin(number + 1) && tokens[number + 1].is(Category.RATES)) {
            return number + 2;
        }
        if (!isWithin(number + 2) || tokens[number + 1].measure() != Measure.REQUEST) {
            return NONE;
        }
        if (tokens[number + 2].is(Category.PERIODS)) {
            return number + 3;
        }
        Measure time = isWithin(number + 3) ? tokens[number + 3].measure() : null;
        boolean each = isAt(number + 2, Cue.PER) || isAt(number + 2, Cue.ARTICLE) || isSymbol(number + 2, '/');
        return each && time != null && time.isTime() ? number + 4 : NONE;
    }

    private boolean isUnit(int i) {
        Measure measure = isWithin(i) ? tokens[i].measure() : null;
        return measure == Measure.EXAMPLE || measure == Measure.ITEM || measure == Measure.EPOCH;
    }

    private boolean isEnd(int i) {
        return isSymbol(i, '.') || isSymbol(i, '?') || isSymbol(i, '!') || isSymbol(i, ';');
    }

    private boolean isAt(int i, Cue cue) {
        return isWithin(i) && tokens[i].is(cue);
    }

    private boolean isSymbol(int i, char symbol) {
        return isWithin(i) && tokens[i].isSymbol(symbol);
    }

    private boolean isWithin(int i) {
        return i >= 0 && i < tokens.length;
    }

    private boolean has(int i, Trait trait) {
        return isWithin(i)
                && lexicon.traits(folded.text(), tokens[i].start, tokens[i].end).contains(trait);
    }

    private String word(int i) {
        return words(i, i);
    }

    private String words(int first, int last) {
        return folded.text().substring(tokens[first].start, tokens[last].end);
    }
}
