package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Numbers whose meaning only the conversation tells: {@code 2k}, {@code takes 14 h}, {@code make that a year}. */
final class OpenNumbers {
    /** A message that is no longer speaks of nothing but the change. */
    private static final int SHORT = 6;

    /** A sentence that is no longer has hardly room for another matter. */
    private static final int SHORT_SENTENCE = 14;

    /** A sentence that is no longer can set a span of time against another. */
    private static final int LONGER_SENTENCE = 22;

    /** The distance between a prompt and its length. */
    private static final int REACH = 8;

    private static final BigDecimal FEWEST_GRADER_TOKENS = BigDecimal.valueOf(1000);

    /** A bare number above it is none of epochs: {@code 80 chapters}. */
    private static final BigDecimal MOST_EPOCHS = BigDecimal.valueOf(30);

    /** What a request is about, before the lengths of its texts. */
    private static final List<SlotName<?>> SUBJECTS =
            List.of(SlotName.BUDGET_USD, SlotName.EXAMPLES, SlotName.REQUESTS_PER_DAY);

    private static final long MONTHS_PER_YEAR = 12;
    private static final long MONTHS_PER_QUARTER = 3;

    /** The most tokens of a clause that says a value beside a choice: {@code serverless, and make it 9}. */
    private static final int LONGEST_VALUE = 4;

    /** The logarithm of the most by which a bare number is larger or smaller than the value that it replaces among several. */
    private static final double MOST_DISTANCE = Math.log(2);

    /** The periods in which traffic is counted, beside the day. */
    private static final List<TimeUnit> PERIODS_OF_TRAFFIC = List.of(TimeUnit.MONTH, TimeUnit.WEEK);

    /** The digits of a number of requests a day that comes from another period. */
    private static final int RATE_DIGITS = 6;

    /** What a rate loses by its digits, in a whole period. */
    private static final BigDecimal ROUNDED_OFF = new BigDecimal("0.001");

    private final ParseState state;
    private final Slots remembered;

    OpenNumbers(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    void read() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                hours(i);
                prompt(i);
                passes(i);
            }
        }
        span();
        openTokens();
        namedInSentence();
        bareNumber();
        periodOfBefore();
    }

    /**
     * {@code make it 25k} after 20,000 requests a month: as many a month, where the message says no period. The request keeps none; only that no
     * whole number comes on a day tells that days were not counted.
     */
    private void periodOfBefore() {
        Slot<?> said = state.slots.get(SlotName.REQUESTS_PER_DAY);
        BigDecimal before = remembered.number(SlotName.REQUESTS_PER_DAY);
        BigDecimal days = said == null || before == null || isWhole(before) ? null : daysOfPeriod(before);
        for (int i = 0; days != null && i < state.size(); i++) {
            if (state.isRateAt(i) || state.timeAt(i) != null) {
                return;
            }
        }
        BigDecimal now = days == null ? null : state.slots.build().number(SlotName.REQUESTS_PER_DAY);
        for (int i = 0; now != null && i < state.size(); i++) {
            boolean same = state.isNumberAt(i)
                    && state.span(i, i).equals(Objects.requireNonNull(said).span())
                    && Amounts.counted(state.token(i).numeral()).value().compareTo(now) == 0;
            if (same) {
                BigDecimal period = Objects.requireNonNull(days);
                Numeral counted = Amounts.counted(state.token(i).numeral());
                settle(SlotName.REQUESTS_PER_DAY, counted.converted(value -> perDay(value, period)), i);
                return;
            }
        }
    }

    /** Returns the days of the period in which a traffic was counted, or null if it comes from neither a month nor a week. */
    private static @Nullable BigDecimal daysOfPeriod(BigDecimal perDay) {
        return PERIODS_OF_TRAFFIC.stream()
                .flatMap(period -> period.days().stream())
                .filter(days -> isWhole(perDay.multiply(days)))
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal perDay(BigDecimal number, BigDecimal days) {
        return number.divide(days, RATE_DIGITS, RoundingMode.HALF_UP);
    }

    private static boolean isWhole(BigDecimal number) {
        BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
        return number.subtract(whole).abs().compareTo(ROUNDED_OFF) < 0;
    }

    private boolean isOpen(SlotName<?> slot) {
        return remembered.has(slot) && !state.slots.has(slot);
    }

    /** True of a length of a request that the conversation has or assumes, as its answers show the one like the other. */
    private boolean isOpenLength(SlotName<?> slot) {
        return isOpen(slot) || (state.assumesLengths() && !state.slots.has(slot));
    }

    /** {@code takes 14 h they say}: the hours of the training that the conversation is about. */
    private void hours(int i) {
        if (isOpen(SlotName.TRAINING_HOURS) && isHours(state, i)) {
            settle(SlotName.TRAINING_HOURS, i);
        }
    }

    /** {@code do 3 times only}: passes over the data that the conversation is about. */
    private void passes(int i) {
        if (!state.slots.has(SlotName.EPOCHS) && isPasses(state, i)) {
            settle(SlotName.EPOCHS, i);
        }
    }

    private static boolean isPasses(ParseState state, int i) {
        return state.size() <= SHORT
                && state.remembered.has(SlotName.EPOCHS)
                && !state.remembered.has(SlotName.RUNS)
                && state.token(i).use != Token.Use.SLOT
                && state.isAt(i + 1, Measure.TIMES)
                && !state.hasTyped(i + 2, Trait.COMPARES_TO)
                && state.candidates.all().isEmpty();
    }

    /** True for {@code do 3 times only} in a conversation about epochs. */
    static boolean namesPasses(ParseState state) {
        for (int i = 0; state.has(Measure.TIMES) && i < state.size(); i++) {
            if (state.isNumberAt(i) && isPasses(state, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHours(ParseState state, int i) {
        boolean named = state.isAt(i + 1, Measure.HOUR) && !state.isAt(i + 2, Cue.AGO) && !state.isAt(i - 1, Cue.PER);
        return named || isDuration(state, i);
    }

    /** {@code should be done in 8}, {@code it only needs 20}, {@code probably takes 40 though}. */
    private static boolean isDuration(ParseState state, int i) {
        boolean alone = state.token(i).use == Token.Use.NOTHING
                && !state.isUnitAt(i + 1)
                && (state.isBreakAt(i + 1) || state.isAt(i + 1, Category.FUNCTIONS));
        int verb = state.isAt(i - 1, Cue.IN) || state.isAt(i - 1, Cue.ABOUT) ? i - 2 : i - 1;
        return alone && (state.hasTyped(verb, Trait.EXPECTS) || (verb == i - 2 && state.hasTyped(verb, Trait.IS_DONE)));
    }

    /** True for {@code took 18h in the end} in a conversation about a training of some hours. */
    static boolean namesHours(ParseState state) {
        boolean remembered = state.remembered.has(SlotName.TRAINING_HOURS);
        boolean brief = state.size() <= SHORT + 1;
        for (int i = 0; remembered && i < state.size(); i++) {
            if (state.isNumberAt(i) && (brief ? isHours(state, i) : isDuration(state, i))) {
                return true;
            }
        }
        return false;
    }

    /** True for {@code the grader got chattier, 1.6M now} in a conversation about a grader. */
    static boolean namesGrader(ParseState state) {
        int open =
                state.remembered.has(SlotName.GRADER_TOKENS) && state.has(Cue.GRADER) ? OnlyNumber.unused(state) : -1;
        return open >= 0 && Amounts.counted(state.token(open).numeral()).value().compareTo(FEWEST_GRADER_TOKENS) >= 0;
    }

    /** {@code the tuned prompt would rather be 150}, {@code the prompt only gets down to 900}, {@code the long one is 3500}. */
    private void prompt(int i) {
        boolean spoken = state.has(Cue.PROMPT) || state.has(Cue.TUNED_PROMPT) || state.has(Cue.LONG);
        if (!spoken || !isOpen(SlotName.PROMPT_TOKENS) || state.slots.has(SlotName.TUNED_PROMPT_TOKENS)) {
            return;
        }
        Slot<Long> examples = state.slots.get(SlotName.EXAMPLES);
        boolean counted = examples != null && state.span(i, i).equals(examples.span()) && !state.isUnitAt(i + 1);
        boolean free = isFree(i) || counted || state.isAt(i + 1, Measure.TOKEN);
        SlotName<?> slot = free ? promptOf(i) : null;
        if (slot != null) {
            state.slots.remove(SlotName.TOKENS_PER_EXAMPLE);
            if (counted) {
                state.slots.remove(SlotName.EXAMPLES);
            }
            state.withoutProblems(problem -> problem instanceof Problem.AmbiguousNumber);
            settle(slot, i);
        }
    }

    /** Returns the prompt that the clause before a number speaks of. */
    private @Nullable SlotName<?> promptOf(int number) {
        boolean prompt = false;
        boolean shorter = false;
        boolean longer = false;
        // "The notice has to stay in the tuned prompt, thus 900 there".
        int clause = state.clause(number).first();
        boolean concluded = state.hasTyped(clause, Trait.CONCLUDES) || state.hasTyped(number - 1, Trait.SUPPOSES);
        int first = concluded ? state.sentence(number).first() : Math.max(clause, number - REACH);
        int end = concluded ? Math.min(state.clause(number).end(), number + REACH) : number;
        for (int k = first; k < end; k++) {
            prompt |= state.isAt(k, Cue.PROMPT);
            prompt |= state.isAt(k, Cue.TUNED_PROMPT);
            shorter |= state.isAt(k, Cue.TUNED_PROMPT) || state.hasTyped(k, Trait.SHRINKS);
            longer |= state.isAt(k, Cue.LONG) && state.hasTyped(k + 1, Trait.ONE_OF_THEM);
        }
        boolean both = remembered.has(SlotName.TUNED_PROMPT_TOKENS);
        return shorter && (both || prompt)
                ? SlotName.TUNED_PROMPT_TOKENS
                : prompt || longer ? SlotName.PROMPT_TOKENS : null;
    }

    private boolean isFree(int i) {
        return state.token(i).use != Token.Use.SLOT && !state.isUnitAt(i + 1);
    }

    private void settle(SlotName<?> slot, int number) {
        settle(slot, Amounts.counted(state.token(number).numeral()), number);
    }

    private void settle(SlotName<?> slot, Numeral value, int number) {
        SlotFiller.settle(state, slot, value, Origin.SAID, number);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code they are longer, 350 tokens}: in a conversation about examples or answers an amount is one of these. */
    private void openTokens() {
        List<Integer> open = state.candidates.openTokens();
        if (open.size() != 1) {
            return;
        }
        int number = open.getFirst();
        boolean ofPrompt =
                state.slots.has(SlotName.TUNED_PROMPT_TOKENS) && !remembered.has(SlotName.TOKENS_PER_EXAMPLE);
        if (isReckoned(number) || ofPrompt) {
            return;
        }
        SlotName<?> named = slotOfSentence(number);
        boolean length = remembered.has(SlotName.TOKENS_PER_EXAMPLE)
                || (remembered.has(SlotName.EXAMPLES) && !remembered.has(SlotName.TOTAL_TOKENS));
        boolean ofTokens = named != null && named != SlotName.EXAMPLES && named != SlotName.BUDGET_USD;
        SlotName<?> slot = ofTokens ? named : length ? SlotName.TOKENS_PER_EXAMPLE : null;
        if (slot != null) {
            state.withoutProblems(problem -> problem instanceof Problem.AmbiguousNumber);
            settle(slot, number);
        }
    }

    /** True of the 300 of {@code 300 tokens less}: arithmetic has read it. */
    private boolean isReckoned(int number) {
        return state.slots.build().names().stream().anyMatch(name -> {
            Slot<?> slot = state.slots.get(name);
            return slot != null
                    && slot.origin() == Origin.DERIVED
                    && state.span(number, number).equals(slot.span());
        });
    }

    /** {@code the answers got longer, 400}, {@code cleaned it up, 4,380 left}, {@code the boss says 250 is ok}. */
    private void namedInSentence() {
        int open = OnlyNumber.unused(state);
        SlotName<?> slot = open < 0 ? null : slotOfSentence(open);
        if (slot != null && !state.slots.has(slot)) {
            settle(slot, open);
        }
    }

    /** Returns the remembered slot that the words around a number speak of, or null. */
    private @Nullable SlotName<?> slotOfSentence(int number) {
        if (isOpen(SlotName.TOKENS_PER_EXAMPLE) && state.isAt(number + 1, Cue.EACH)) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        int last = Math.min(state.sentence(number).end(), state.size());
        for (int i = state.sentence(number).first(); i < last; i++) {
            SlotName<?> slot = i == number ? null : slotOfWord(i, number);
            if (slot != null) {
                return slot;
            }
        }
        return null;
    }

    private @Nullable SlotName<?> slotOfWord(int i, int number) {
        BigDecimal value = state.token(number).numeral().value();
        boolean leads = i < number
                && !state.isNumberAt(i - 1)
                && !state.isRateAt(i + 1)
                && !OnlyNumber.countsThings(state, number);
        boolean answers = state.isAt(i, Cue.OUTPUT) || (leads && state.hasTyped(i, Trait.ANSWERED));
        if (isOpenLength(SlotName.OUTPUT_TOKENS) && answers) {
            return SlotName.OUTPUT_TOKENS;
        }
        if (isOpenLength(SlotName.INPUT_TOKENS)
                && (state.isAt(i, Cue.INPUT) || (leads && state.hasTyped(i, Trait.ASKED)))) {
            return SlotName.INPUT_TOKENS;
        }
        if (isOpen(SlotName.GRADER_TOKENS) && state.isAt(i, Cue.GRADER)) {
            return SlotName.GRADER_TOKENS;
        }
        boolean prompt = state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS);
        if (isOpen(SlotName.PROMPT_TOKENS) && prompt) {
            return nearestPrompt(value);
        }
        if (isOpen(SlotName.BUDGET_USD) && state.hasTyped(i, Trait.FUNDER)) {
            return SlotName.BUDGET_USD;
        }
        // "Bump the tokens to 550".
        if (isOpen(SlotName.TOKENS_PER_EXAMPLE) && state.isAt(i, Measure.TOKEN)) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        boolean large = value.compareTo(OnlyNumber.FEWEST_EXAMPLES) >= 0 && !state.has(Measure.TOKEN);
        return large && isOpen(SlotName.EXAMPLES) && isOfData(i) ? SlotName.EXAMPLES : null;
    }

    private boolean isOfData(int i) {
        return state.isAt(i, Cue.TRAINING)
                || state.hasTyped(i, Trait.TRAINING_DATA)
                || state.hasTyped(i, Trait.REMAINS)
                || state.hasTyped(i, Trait.CHANGES_COUNT);
    }

    /** Of two remembered prompts the new length replaces the one it is nearer to. */
    private SlotName<?> nearestPrompt(BigDecimal value) {
        BigDecimal before = remembered.number(SlotName.PROMPT_TOKENS);
        BigDecimal after = remembered.number(SlotName.TUNED_PROMPT_TOKENS);
        boolean tuned = before != null
                && after != null
                && value.subtract(after).abs().compareTo(value.subtract(before).abs()) < 0;
        return tuned ? SlotName.TUNED_PROMPT_TOKENS : SlotName.PROMPT_TOKENS;
    }

    /** {@code make that a year}, {@code per quarter?}, {@code I need this for the whole year}: a span of time without a number. */
    private void span() {
        boolean open = isOpen(SlotName.MONTHS)
                || (remembered.has(SlotName.REQUESTS_PER_DAY) && !state.slots.has(SlotName.MONTHS));
        if (!open || state.any(Token::isNumber)) {
            return;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean brief = state.size() <= SHORT && remembered.has(SlotName.MONTHS);
            if (!state.candidates.isSetAside(i) && isSpan(state, i) && (brief || isWholeSpan(state, i))) {
                long months = state.isAt(i, Measure.QUARTER) ? MONTHS_PER_QUARTER : MONTHS_PER_YEAR;
                SlotFiller.settle(state, SlotName.MONTHS, Numeral.of(BigDecimal.valueOf(months)), Origin.SAID, i);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    private static boolean isSpan(ParseState state, int i) {
        return state.isAt(i, Measure.YEAR)
                || state.isAt(i, Trait.SPAN_OF_YEAR)
                || (state.isAt(i, Measure.QUARTER)
                        && state.token(i).use == Token.Use.NOTHING
                        && !state.isAt(i, Category.PERIODS)
                        && !state.hasTyped(i + 1, Trait.PART_OF));
    }

    /** {@code for the full year}, {@code over the whole quarter}. */
    private static boolean isWholeSpan(ParseState state, int i) {
        int led = i - 1;
        while (state.hasTyped(led, Trait.WHOLE_PERIOD)) {
            led--;
        }
        if (led == i - 1) {
            return false;
        }
        boolean instead = state.isAt(i + 1, Cue.INSTEAD_OF);
        int before = state.hasTyped(led, Trait.DEFINITE_ARTICLE) || state.isAt(led, Cue.ARTICLE) ? led - 1 : led;
        return led >= 0
                && (instead || state.isAt(before, Cue.FOR) || state.isAt(before, Cue.OVER))
                && (instead || state.isBreakAt(i + 1) || state.isAt(i + 1, Category.COURTESIES));
    }

    /** True for {@code sorry, I need this for the whole year} in a conversation about some months. */
    static boolean namesSpan(ParseState state) {
        boolean brief =
                state.size() <= SHORT_SENTENCE || (state.size() <= LONGER_SENTENCE && state.has(Cue.INSTEAD_OF));
        boolean open = (state.remembered.has(SlotName.MONTHS) || state.remembered.has(SlotName.REQUESTS_PER_DAY))
                && brief
                && !state.has(Cue.REPORT)
                && !state.any(Token::isNumber);
        for (int i = 0; open && i < state.size(); i++) {
            if (isSpan(state, i) && isWholeSpan(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** A number without a unit replaces the only remembered value of its magnitude. */
    private void bareNumber() {
        int open = OnlyNumber.ofClause(state);
        if ((open >= 0 && isPartOrRepetition(open)) || isOfReason()) {
            return;
        }
        Numeral numeral = open < 0 ? null : Amounts.counted(state.token(open).numeral());
        SlotName<?> slot =
                numeral == null || numeral.value().compareTo(BigDecimal.ONE) < 0 ? null : likeliest(numeral.value());
        if (numeral == null || slot == null || OnlyNumber.isOfOtherMatter(state, slot, open)) {
            new ImpliedEdit(state, remembered).read();
            return;
        }
        SlotFiller.settle(state, slot, numeral, Origin.SAID, open);
        state.token(open).use = Token.Use.SLOT;
    }

    /** {@code serverless, not dedicated, the phones are silent after six}: a message that changes a choice gives its reason in other clauses. */
    private boolean isOfReason() {
        boolean chooses =
                ClearEdit.choosesDeployment(state) || ClearEdit.choosesMethod(state) || ModelEdits.drops(state);
        int open = chooses ? OnlyNumber.unused(state) : -1;
        return open >= 0 && state.clause(open).end() - state.clause(open).first() > LONGEST_VALUE;
    }

    /**
     * True of the first number of {@code 400 is only Polish, Czech is another 300} and of {@code 350 are signed, all together it is
     * 520}, and of the last of {@code 200 more in January, so 600}: beside the new count they say the old one, a part, or it again.
     */
    private boolean isPartOrRepetition(int number) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        Slots said = state.slots.build();
        for (SlotName<?> name : said.names()) {
            BigDecimal now = said.number(name);
            BigDecimal before = remembered.number(name);
            boolean known = before != null && before.compareTo(value) == 0;
            // "Only 7,000 are good, 3,000 are not" of 10,000.
            known |= before != null && now != null && now.add(value).compareTo(before) == 0;
            if (now != null && (now.compareTo(value) == 0 || known)) {
                return true;
            }
        }
        return said.has(SlotName.EXAMPLES) && state.isAt(number + 1, Cue.IS);
    }

    /** Returns the remembered slot of a value's magnitude: of several the only one it is near to, or that the request is about, else none. */
    private @Nullable SlotName<?> likeliest(BigDecimal value) {
        List<SlotName<?>> found = remembered(
                remembered,
                (name, before) -> isReplaceable(name)
                        && !state.slots.has(name)
                        && ImpliedEdit.isAlike(before, value)
                        && !(name == SlotName.EPOCHS && value.compareTo(MOST_EPOCHS) > 0));
        if (found.size() < 2) {
            return found.isEmpty() ? null : found.getFirst();
        }
        // "What about 620?" after 4,200 examples of 600 tokens.
        List<SlotName<?>> near = remembered(
                remembered,
                (name, before) ->
                        found.contains(name) && (before.compareTo(value) == 0 || ImpliedEdit.isNear(before, value)));
        if (near.size() == 1) {
            return near.getFirst();
        }
        List<SlotName<?>> subjects = SUBJECTS.stream().filter(found::contains).toList();
        boolean makes = state.has(Cue.CORRECTION) && state.size() <= SHORT;
        return subjects.size() == 1 ? subjects.getFirst() : makes ? nearest(found, value) : null;
    }

    /** {@code make that 650} after $400 and 2,000 tokens: the only value of which it is less than the double, and the others are twice as far. */
    private @Nullable SlotName<?> nearest(List<SlotName<?>> found, BigDecimal value) {
        List<SlotName<?>> ordered = found.stream()
                .sorted(Comparator.comparingDouble(name -> distance(name, value)))
                .toList();
        double first = distance(ordered.getFirst(), value);
        return first < MOST_DISTANCE && distance(ordered.get(1), value) > 2 * first ? ordered.getFirst() : null;
    }

    /** Returns the logarithm of the ratio of a remembered value and another one. */
    private double distance(SlotName<?> name, BigDecimal value) {
        BigDecimal before = Objects.requireNonNull(remembered.number(name));
        return before.signum() > 0 ? Math.abs(Math.log(before.doubleValue() / value.doubleValue())) : MOST_DISTANCE;
    }

    static boolean isReplaceable(SlotName<?> name) {
        return name.is(SlotTrait.REPLACEABLE) || name == SlotName.BUDGET_USD;
    }

    /** Returns the remembered numbers' slots that fit by name and number. */
    static List<SlotName<?>> remembered(Slots remembered, BiPredicate<SlotName<?>, BigDecimal> fits) {
        List<SlotName<?>> found = new ArrayList<>();
        for (SlotName<?> name : remembered.names()) {
            BigDecimal number = remembered.number(name);
            if (number != null && fits.test(name, number)) {
                found.add(name);
            }
        }
        return found;
    }
}
