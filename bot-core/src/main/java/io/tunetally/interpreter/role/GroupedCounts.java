package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Multiplies the data of one group by the number of groups: {@code 9 sheets with 610 rows each}, {@code 85 pupils and each one
 * has written 4 texts}, {@code 12 annotators each do 150 samples a day for 10 days}.
 */
public final class GroupedCounts {
    /** The most words between a count and the word for each, or between that and the groups. */
    private static final int REACH = 6;

    /** The most words between a count and the word for each behind it. */
    private static final int REACH_BEHIND = 4;

    /** Fewer things of each of some people are what they ask as often as data. */
    private static final BigDecimal FEWEST_OF_PEOPLE = BigDecimal.TEN;

    private static final BigDecimal MOST_FIGURES = BigDecimal.valueOf(50);

    private final ParseState state;
    private final GroupMembers members;

    private GroupedCounts(ParseState state) {
        this.state = state;
        members = new GroupMembers(state);
    }

    public static void read(ParseState state) {
        boolean signs = state.any(token -> token.isSymbol('@') || token.isSymbol('x') || token.isSymbol('*'));
        boolean each = state.has(Cue.EACH) || state.has(Cue.EVERY) || state.has(Cue.PER) || state.has(Measure.DAY);
        each |= state.hasTypedAnywhere(Trait.EACH_ONE);
        GroupedCounts counts = new GroupedCounts(state);
        boolean product = (signs || state.hasTypedAnywhere(Trait.TIMES_SIGN)) && counts.readProduct();
        if (!product && (each || signs || state.hasTypedAnywhere(Trait.PIECES))) {
            counts.read();
        }
    }

    /** {@code 3 languages x 600 letters}, {@code 12 x 40 cards}: a number of groups, a times sign and the data of each. */
    private boolean readProduct() {
        for (int i = 2; isAboutTuning() && i < state.size(); i++) {
            int groups = state.token(i).isNumber() && isNamed(i + 1) && state.isTimesSign(i - 1) ? factor(i) : -1;
            int count = i;
            int result = groups >= 0 ? result(count, groups) : -1;
            if (groups >= 0
                    && examples().stream().allMatch(each -> each == count || each == groups || each == result)) {
                state.candidates.withdraw(groups);
                if (result >= 0) {
                    take(result, count, groups);
                } else {
                    multiply(count, groups);
                }
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the 3,600 of {@code 8 tables x 450 rows = 3,600 pairs}, or -1. */
    private int result(int count, int groups) {
        BigDecimal product = value(groups).multiply(value(count));
        int end = Math.min(state.sentence(count).end(), count + REACH);
        for (int i = count + 1; i < end; i++) {
            if (state.isNumberAt(i)) {
                boolean given = state.isSymbolAt(i - 1, '=') && value(i).compareTo(product) == 0;
                boolean open =
                        state.token(i).use != Token.Use.SLOT || examples().contains(i);
                return given && open ? i : -1;
            }
        }
        return -1;
    }

    private void take(int result, int count, int groups) {
        state.candidates.withdraw(count);
        state.candidates.withdraw(result);
        state.use(groups, count, Token.Use.CONNECTIVE);
        state.claim(SlotName.EXAMPLES, result, result, result);
    }

    private boolean isNamed(int noun) {
        return noun < state.size()
                && (state.token(noun).kind == Token.Kind.WORD || state.token(noun).kind == Token.Kind.LEXEME);
    }

    /** Returns the index of the 3 of {@code 3 languages x 600 letters}, or -1. */
    private int factor(int count) {
        int unit = state.unitFinder.right(count);
        boolean data = unit < 0
                ? isPlural(count + 1) || isPlural(count + 2)
                : state.isItemAt(unit) || state.unitFinder.countsDataIfMany(count);
        if (!data || !isCount(count) || isRate(count) || state.isGpuNumber(count)) {
            return -1;
        }
        int bare = count - 2;
        if (state.isNumberAt(bare)) {
            boolean open = state.token(bare).use != Token.Use.SLOT || examples().contains(bare);
            return open && isCount(bare) && state.isCountAt(bare) ? bare : -1;
        }
        int groups = groups(count - 1, count);
        return groups < 0 ? heads(count) : groups;
    }

    /** Returns the index of the 5 of {@code 5 clinics x 300 letters}, unless the message is about requests; or -1. */
    private int heads(int count) {
        int number = count - 3;
        boolean heads = !speaksOfTraffic() && state.isCountAt(number) && state.hasTyped(number + 1, Trait.HEADS);
        return heads && isCount(number) && state.token(number).use != Token.Use.SLOT ? number : -1;
    }

    private void read() {
        List<Integer> examples = examples();
        if (examples.isEmpty() && state.speaksOfTuning()) {
            gathered();
            examples = examples();
        }
        if (examples.size() > 1) {
            return;
        }
        int only = examples.isEmpty() ? -1 : examples.getFirst();
        for (int i = 0; i < state.size(); i++) {
            boolean count = only < 0 ? isOpenCount(i) : i == only;
            int each = count && !isRate(i) ? each(i) : -1;
            boolean open = only < 0 && state.token(i).use != Token.Use.SLOT;
            int groups = (count || open) && state.isCountAt(i) ? perGroup(i) : -1;
            groups = groups < 0 && each >= 0 ? groups(Math.min(i, each), i) : groups;
            groups = groups < 0 && count ? groupsOf(i, each) : groups;
            groups = groups < 0 && count ? pieces(i) : groups;
            if (groups >= 0) {
                multiply(i, groups);
                return;
            }
        }
    }

    /** {@code 80 rows a day}: what one does again and again. */
    private boolean isRate(int count) {
        int unit = Math.max(count, state.unitFinder.right(count));
        return !state.hasTyped(unit + 1, Trait.THIS_PERIOD)
                && (state.isRateAt(unit + 1) || state.isAt(unit + 1, Category.PERIODS));
    }

    /**
     * {@code 12 annotators each do 150 samples a day for 10 days}: a rate of work and the days that it is done for. Of several
     * people who are not said to do it each, the rate may be that of all, so that nothing is read.
     */
    private void gathered() {
        for (int i = 0; i < state.size(); i++) {
            int unit = state.isCountAt(i) && isCount(i) && !state.isSize(i) ? state.unitFinder.right(i) : -1;
            boolean daily = unit > i && state.isItemAt(unit) && isADay(unit) && isWork(i);
            int days = daily ? days(unit + 1) : -1;
            if (days >= 0) {
                gathered(i, days);
                return;
            }
        }
    }

    private boolean isADay(int unit) {
        Measure measure =
                state.isAt(unit + 1, Category.PERIODS) ? state.measureAt(unit + 1) : state.measureAt(unit + 2);
        return isRate(unit) && measure == Measure.DAY;
    }

    /** True if a verb of making data or a noun for those who make it stands before a rate. */
    private boolean isWork(int rate) {
        for (int i = rate - 1; i >= Math.max(state.sentence(rate).first(), rate - REACH); i--) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.GATHERS) || state.hasTyped(i, Trait.LABELS_DATA))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the 10 of {@code for 10 days}, {@code over 15 working days}, or -1. */
    private int days(int from) {
        for (int i = from + 1; i < Math.min(state.sentence(from).end(), from + REACH + REACH); i++) {
            boolean led = state.isAt(i - 1, Cue.FOR) || state.isAt(i - 1, Cue.OVER) || state.isAt(i - 1, Cue.IN);
            if (led && state.isCountAt(i) && state.isAt(state.unitFinder.right(i), Measure.DAY)) {
                return i;
            }
        }
        return -1;
    }

    private void gathered(int rate, int days) {
        int each = each(rate);
        int heads = each < 0 ? -1 : people(rate, each);
        if (each < 0 ? people(rate, rate) >= 0 : heads < 0) {
            return;
        }
        BigDecimal total = value(rate).multiply(value(days));
        if (heads >= 0) {
            total = total.multiply(value(heads));
            state.candidates.withdraw(heads);
            state.use(heads, heads, Token.Use.CONNECTIVE);
        }
        state.candidates.withdraw(rate);
        state.candidates.withdraw(days);
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(total), rate);
        state.token(rate).use = Token.Use.SLOT;
        state.use(days, days, Token.Use.CONNECTIVE);
    }

    /** Returns the index of the number of people before a rate or the word for each, or -1. */
    private int people(int rate, int each) {
        int before = Math.min(rate, each);
        for (int i = before - 1; i >= Math.max(state.sentence(rate).first(), before - REACH); i--) {
            if (state.isCountAt(i)) {
                return i;
            }
        }
        return -1;
    }

    private List<Integer> examples() {
        return state.candidates.numbersOf(SlotName.EXAMPLES);
    }

    /** A number of things that no other reader has used: {@code 4 texts}. */
    private boolean isOpenCount(int i) {
        if (!state.isCountAt(i) || state.token(i).use == Token.Use.SLOT || !isCount(i) || !isAboutTuning()) {
            return false;
        }
        int unit = state.unitFinder.right(i);
        return state.isItemAt(unit)
                || (unit < 0 && isPlural(i + 1))
                || (unit >= 0 && state.hasTyped(unit, Trait.DATA_IF_MANY));
    }

    private boolean isAboutTuning() {
        return state.speaksOfTuning() || !state.mentions.isEmpty();
    }

    private boolean isCount(int i) {
        Numeral numeral = state.token(i).numeral();
        return !numeral.isRange()
                && !numeral.isAmbiguous()
                && !numeral.isInBillions()
                && numeral.value().compareTo(BigDecimal.ONE) > 0
                && !state.token(i).isYear()
                && !state.isSymbolAt(i - 1, '$')
                && !state.isPercentAt(i + 1);
    }

    /** Returns the index of the word for each behind or before a count, or -1. */
    private int each(int count) {
        if (state.isSymbolAt(count - 1, '@')) {
            return count - 1;
        }
        for (int i = count + 1; i <= count + REACH_BEHIND && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.EACH) || state.hasTyped(i, Trait.EACH_ONE) || isEveryOne(i)) {
                return i;
            }
        }
        int first = Math.max(state.sentence(count).first(), count - REACH);
        int ofGroups = eachOfGroups(count, first);
        if (ofGroups >= 0) {
            return ofGroups;
        }
        for (int i = count - 1; i >= first && !state.isNumberAt(i) && !isEnd(i); i--) {
            boolean eachOne = state.hasTyped(i, Trait.EACH_ONE) && members.collect(i + 1, count);
            if (state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || eachOne) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the each of {@code each of 23 practices supplies 180 letters}, before the number of groups; or -1. */
    private int eachOfGroups(int count, int first) {
        for (int i = count - 1; i >= first && !isEnd(i); i--) {
            if (state.isNumberAt(i)) {
                int of = state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) || state.isAt(i - 1, Cue.PERSON) ? i - 2 : i - 1;
                boolean each = state.isAt(of, Cue.OF) || state.hasTyped(of, Trait.PART_OF);
                return each && state.isAt(of - 1, Cue.EACH) && isGroups(i, count) ? of - 1 : -1;
            }
        }
        return -1;
    }

    /** {@code 4,000 lines every one}. */
    private boolean isEveryOne(int i) {
        boolean alone = state.text.isTranslated() && (state.isBreakAt(i + 1) || state.isSymbolAt(i + 1, ','));
        return state.isAt(i, Cue.EVERY) && (alone || state.hasTyped(i + 1, Trait.ONE_OF_THEM));
    }

    /** Returns the index of the 7 in {@code 7 languages with 2,200 sentences per language}, or -1. */
    private int perGroup(int count) {
        int unit = state.unitFinder.right(count);
        int per = unit < 0 ? perBehind(count + 2) : state.isItemAt(unit) ? perBehind(unit + 1) : -1;
        boolean bound = state.hasTyped(count - 1, Trait.SPREAD)
                || state.hasTyped(count - 1, Trait.LOWER_BOUND)
                || state.hasTyped(count - 1, Trait.UPPER_BOUND);
        if (per < 0 || bound || !isCount(count)) {
            return -1;
        }
        String group = state.typed(per + 1, per + 1);
        int first = Math.max(state.sentence(count).first(), count - REACH);
        for (int i = count - 1; i >= first; i--) {
            if (state.isNumberAt(i)) {
                boolean same = state.at(i + 1) != null && isPluralOf(i + 1, group);
                return same && state.token(i).use != Token.Use.SLOT && isCount(i) && isAboutTuning() ? i : -1;
            }
        }
        return -1;
    }

    /** Returns the index of the {@code per} of {@code per language}, of the {@code every} of {@code from every team}, or -1. */
    private int perBehind(int i) {
        int per = state.isAt(i, Cue.FROM) || state.isAt(i, Cue.FOR) || state.isAt(i, Cue.IN) ? i + 1 : i;
        boolean said = state.isAt(per, Cue.PER) || state.isAt(per, Cue.EACH) || state.isAt(per, Cue.EVERY);
        return said && state.at(per + 1) != null ? per : -1;
    }

    /** {@code clients} of {@code client}, {@code countries} of {@code country}. */
    private boolean isPluralOf(int plural, String word) {
        return word.length() > 1
                && state.isPluralAt(plural)
                && state.typed(plural, plural).startsWith(word.substring(0, word.length() - 1));
    }

    private boolean isEnd(int i) {
        return state.isBreakAt(i) || state.isAssignmentAt(i);
    }

    /** Returns the index of the number of groups before an index, or -1. */
    private int groups(int before, int count) {
        int first = Math.max(state.sentence(count).first(), before - REACH);
        for (int i = before - 1; i >= first; i--) {
            if (state.isNumberAt(i)) {
                return isGroups(i, count) ? i : -1;
            }
        }
        return members.of(before, count);
    }

    /** A count of things or people that have the data, but not of models or years. */
    private boolean isGroups(int i, int count) {
        Token token = state.token(i);
        if (token.use == Token.Use.SLOT || !state.isCountAt(i) || !isCount(i)) {
            return false;
        }
        Token noun = state.at(i + 1);
        if (noun == null || noun.isNumber()) {
            return false;
        }
        boolean word = noun.kind == Token.Kind.WORD;
        boolean people = state.hasTyped(i + 1, Trait.HEADS) && !(word && state.isTimesSign(i + 2));
        boolean things = word || noun.is(Category.TOPICS) || noun.is(Measure.ITEM);
        boolean other =
                noun.is(Measure.OTHER) && !noun.is(Trait.MODEL_NOUN) && !state.hasTyped(i + 1, Trait.GPU_MEMORY);
        // A few characters are figures of a story, no letters.
        boolean figures = noun.is(Measure.WORD) && value(i).compareTo(MOST_FIGURES) < 0;
        return people ? members.collect(i + 2, count) || haveData(count) : things || other || figures;
    }

    /** {@code 12 schools, 80 essays each}: in a message without traffic people who have many ask nothing, unlike those of {@code 4 questions each}. */
    private boolean haveData(int count) {
        return value(count).compareTo(FEWEST_OF_PEOPLE) >= 0
                && state.isItemAt(state.unitFinder.right(count))
                && !speaksOfTraffic();
    }

    private boolean speaksOfTraffic() {
        return state.has(Measure.REQUEST) || state.has(Category.RATES) || state.has(Category.PERIODS);
    }

    /** Returns the index of the 5 of {@code 5 files of 300 docs}, or -1. */
    private int pieces(int count) {
        boolean of = state.hasTyped(count - 1, Trait.PART_OF) && state.hasTyped(count - 2, Trait.PIECES);
        int number = count - 3;
        boolean pieces = of
                && state.isCountAt(number)
                && isCount(number)
                && value(number).compareTo(MOST_FIGURES) <= 0;
        int before = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) ? number - 2 : number - 1;
        boolean one = before < number - 1 && state.isAt(before, Cue.ARTICLE);
        boolean open = pieces && !one && !state.hasTyped(before, Trait.PART_OF);
        return open && state.isItemAt(state.unitFinder.right(count)) ? number : -1;
    }

    /** Returns the index of the 8 in {@code for each of 8 intents}, of the 12 in {@code per class, 12 classes}, or -1. */
    private int groupsOf(int count, int each) {
        if (state.hasTyped(each + 1, Trait.PART_OF) || state.isAt(each + 1, Cue.OF)) {
            int number = state.isNumberAt(each + 2) ? each + 2 : each + 3;
            return state.isNumberAt(number) && isGroups(number, count) ? number : -1;
        }
        int unit = state.unitFinder.right(count);
        int group = unit + 2;
        boolean per = unit > count
                && state.has(Cue.PER)
                && state.isAt(unit + 1, Cue.PER)
                && !state.isSlash(unit + 1)
                && !isRate(count);
        if (!per || state.at(group) == null || state.isAt(group, Measure.EXAMPLE)) {
            return -1;
        }
        int end = Math.min(state.size(), group + REACH + REACH);
        for (int i = Math.max(0, count - REACH); i < end; i++) {
            if (i != count && state.isNumberAt(i) && isPluralOf(i + 1, group) && isGroups(i, count)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code classes} of {@code class}: the same word with an ending. */
    private boolean isPluralOf(int noun, int one) {
        if (state.at(noun) == null || state.isNumberAt(noun)) {
            return false;
        }
        String singular = state.typed(one, one);
        return singular.length() > 1
                && state.typed(noun, noun).startsWith(singular.substring(0, singular.length() - 1));
    }

    private boolean isPlural(int i) {
        Token token = state.at(i);
        return token != null && token.kind == Token.Kind.WORD && state.isPluralAt(i);
    }

    private void multiply(int count, int groups) {
        BigDecimal product = value(groups).multiply(value(count));
        if (isGiven(product) || isRunOfEach(groups)) {
            return;
        }
        state.candidates.withdraw(groups);
        state.candidates.withdraw(count);
        Numeral each = Amounts.counted(state.token(count).numeral());
        // Of "20.000 segments each" both readings stay.
        Numeral all = each.isAmbiguous() ? each.converted(value(groups)::multiply) : Numeral.of(product);
        state.candidates.addDerived(SlotName.EXAMPLES, all, count);
        state.token(count).use = Token.Use.SLOT;
        state.use(groups, groups, Token.Use.CONNECTIVE);
    }

    /** {@code 6x lora for 6 people, 1k examples each}: each group has a run of its own. */
    private boolean isRunOfEach(int groups) {
        return state.candidates.of(SlotName.RUNS).stream()
                .anyMatch(runs ->
                        !runs.numeral().isRange() && runs.numeral().value().compareTo(value(groups)) == 0);
    }

    /** {@code 7 branches with 400 letters each, 2,800 altogether}. */
    private boolean isGiven(BigDecimal product) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && value(i).compareTo(product) == 0) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
