package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.count.CountedThings;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the numbers and shares of a message from which the number of examples may follow. */
public final class Figures {
    /** More numbers are a table. */
    private static final int MOST_NUMBERS = 6;

    private static final int MOST_SHARES = 2;

    /** Below it a number is of groups, or was read as the data. */
    private static final long FEWEST = 10;

    private static final long MOST_EXAMPLES = 100_000_000;
    private static final long MOST_REMOVED = 1_000_000;
    private static final long MOST_GROUPS = 5000;
    private static final long MOST_DROPPED_GROUPS = 100;

    /** What a number that may belong to the data may have been read as. */
    private static final Set<SlotName<?>> OPEN =
            Set.of(SlotName.EXAMPLES, SlotName.HELD_OUT_EXAMPLES, SlotName.REQUESTS_PER_DAY, SlotName.RUNS);

    /** What a span may have been read as: {@code five years, about 900 a year} are five groups. */
    private static final Set<SlotName<?>> SPANS = Set.of(SlotName.MONTHS, SlotName.DAYS, SlotName.RETRAIN_EVERY_DAYS);

    /** Words that say that some of the data are taken off. */
    private static final List<Trait> LOSSES = List.of(
            Trait.LOSES,
            Trait.SHRINKS,
            Trait.MINUS,
            Trait.DISCARDED,
            Trait.SPOILT,
            Trait.TESTS,
            Trait.REFUSES,
            Trait.DOUBLED,
            Trait.GOES);

    private final ParseState state;
    private final NumberFeatures numbers;
    private final Nouns nouns;
    private final List<Figure> shares = new ArrayList<>(0);

    /** The shares, and those of kinds that are the whole together. */
    private final List<Figure> parted = new ArrayList<>(0);

    private Figures(ParseState state, NumberFeatures numbers, Nouns nouns) {
        this.state = state;
        this.numbers = numbers;
        this.nouns = nouns;
    }

    /** Returns the figures, first the number that is remembered, then those of the message, then the shares, each in the order of the message. */
    static List<Figure> of(ParseState state, NumberFeatures numbers, Nouns nouns) {
        Figures figures = new Figures(state, numbers, nouns);
        figures.shares();
        List<Figure> all = new ArrayList<>();
        List<Figure> said = figures.numbers();
        Slot<Long> before = state.remembered.get(SlotName.EXAMPLES);
        if (before != null && before.high() == null && state.mayEdit()) {
            boolean again = said.stream().anyMatch(figure -> figure.value() == before.value());
            List<Role> roles = again ? List.of(Role.OTHER) : List.of(Role.OTHER, Role.DATA);
            all.add(Figure.remembered(BigDecimal.valueOf(before.value()), roles));
        }
        all.addAll(said);
        all.addAll(figures.shares);
        return all;
    }

    /**
     * Returns some of the figures that stand in the message.
     *
     * @param some says of a figure, by its place, whether it is one of them
     */
    public static List<Figure> used(List<Figure> figures, IntPredicate some) {
        return IntStream.range(0, figures.size())
                .filter(figure -> some.test(figure) && !figures.get(figure).isRemembered())
                .mapToObj(figures::get)
                .toList();
    }

    /** Returns the tokens of figures of a message, in order. */
    public static List<Integer> tokens(List<Figure> figures) {
        return figures.stream()
                .flatMapToInt(figure -> IntStream.rangeClosed(figure.first(), figure.last()))
                .sorted()
                .boxed()
                .toList();
    }

    /** True of a token that says how many requests come. */
    private boolean isOfTraffic(int token) {
        return state.workedOut().stream().anyMatch(number -> number.tokens().contains(token));
    }

    private void shares() {
        Parts parts = new Parts(state);
        HeldOutParts heldOut = new HeldOutParts(state);
        Set<Part> kinds = heldOut.kinds();
        for (int i = 0; i < state.size() && parted.size() < MOST_NUMBERS; i++) {
            Part held = heldOut.at(i);
            Part part = held == null ? parts.at(i) : held;
            if (part != null
                    && !isOfTraffic(i)
                    && !isOfOtherUnit(part)
                    && !state.candidates.isSetAside(part.first())
                    && !parts.isOfTrafficBefore(part)
                    && (parted.isEmpty() || !parts.isRestAt(part.first()))) {
                Figure figure = new Figure(part.first(), part.last(), 0, part, -1, "", List.copyOf(Role.OF_SHARES));
                parted.add(figure);
                if (shares.size() < MOST_SHARES && !kinds.contains(part)) {
                    shares.add(figure);
                }
                i = part.last();
            }
        }
    }

    /** {@code half the epochs}, {@code a third of the tokens}: a share of what is not counted in examples. */
    private boolean isOfOtherUnit(Part part) {
        int unit = part.last() + 1;
        while (state.isAt(unit, Cue.OF)
                || state.isAt(unit, Trait.PART_OF)
                || (state.at(unit) != null && state.hasTyped(unit, Trait.DEFINITE_ARTICLE))) {
            unit++;
        }
        return state.isAt(unit, Measure.EPOCH) || state.isAt(unit, Measure.TOKEN);
    }

    private List<Figure> numbers() {
        List<Figure> found = new ArrayList<>();
        for (int place = 0; place < numbers.numbers().size(); place++) {
            int token = numbers.numbers().get(place);
            if (isOpen(token) && !isOfTraffic(token) && isWhole(numbers.value(place))) {
                long value = numbers.value(place).longValue();
                List<Role> roles = roles(value, numbers.claim(token));
                if (isValueOfIt(token)) {
                    roles.removeAll(Role.TAKEN_OFF);
                }
                found.add(new Figure(token, token, value, null, place, nouns.at(token), roles));
            }
        }
        keepBest(found, this::rank);
        return found;
    }

    /** {@code it's 31}, in a conversation: nothing says that so many are taken off. */
    private boolean isValueOfIt(int token) {
        boolean is = state.isAt(token - 1, Cue.IS) && state.hasTyped(token - 2, Trait.PRONOUN);
        // The s of "it's" is no word of its own.
        boolean its =
                state.hasTyped(token - 1, Trait.PRONOUN) && !state.isPluralAt(token + 1) && !state.isItemAt(token + 1);
        int first = its ? token - 1 : token - 2;
        boolean opens = state.sentence(token).first() == first || state.hasTyped(first - 1, Trait.PASSES_ON);
        boolean value = state.mayEdit() && (is || its) && opens;
        return value && LOSSES.stream().noneMatch(state::hasTypedAnywhere) && !state.has(Cue.DROP);
    }

    /** Leaves the numbers of the lowest ranks, so many as are no table, in the order of the message. */
    public static void keepBest(List<Figure> numbers, ToIntFunction<Figure> rank) {
        if (numbers.size() > MOST_NUMBERS) {
            numbers.sort(Comparator.comparingInt(rank));
            numbers.subList(MOST_NUMBERS, numbers.size()).clear();
            numbers.sort(Comparator.comparingInt(Figure::first));
        }
    }

    /** True of a number that is no money, no percentage, no count of GPUs, no measurement, not of the background, no part of another figure and not vague ({@code hundreds}). */
    public static boolean isFree(ParseState state, int token, List<Figure> others) {
        return state.candidates.money().stream().noneMatch(amount -> amount.number() == token)
                && others.stream().noneMatch(other -> other.first() <= token && token <= other.last())
                && !state.isPercentAt(token + 1)
                && !state.isAt(token + 1, Category.GPUS)
                && !state.isBackground(token)
                && !state.candidates.isSetAside(token)
                && !CountedThings.isOfOther(state, token)
                && !state.hasTyped(token, Trait.MANY_OF);
    }

    /** Returns 0 for a number that was read as the data, 1 for one that counts something, else 2. */
    private int rank(Figure number) {
        SlotName<?> claim = numbers.claim(number.first());
        return claim == SlotName.EXAMPLES ? 0 : claim == null && numbers.isCount(number.place()) ? 1 : 2;
    }

    private boolean isOpen(int token) {
        SlotName<?> claim = numbers.claim(token);
        Token number = state.token(token);
        boolean year = number.isYear() && claim != SlotName.EXAMPLES;
        boolean open = claim == null || OPEN.contains(claim) || SPANS.contains(claim);
        // "After 40 minutes of meeting: scrap the retraining"
        boolean lasts = claim == null && state.measureAt(token + 1) == Measure.MINUTE;
        return open && !year && !lasts && !OnlyNumber.namesThing(state, token) && isFree(state, token, parted);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.scale() <= 0
                && value.compareTo(BigDecimal.TWO) >= 0
                && value.compareTo(BigDecimal.valueOf(MOST_EXAMPLES)) <= 0;
    }

    private static List<Role> roles(long value, @Nullable SlotName<?> claim) {
        List<Role> roles = new ArrayList<>();
        roles.add(Role.OTHER);
        if (claim != null && SPANS.contains(claim)) {
            roles.add(Role.GROUPS);
            return roles;
        }
        if (value >= FEWEST || claim == SlotName.EXAMPLES) {
            roles.add(Role.DATA);
        }
        if (value <= MOST_REMOVED) {
            roles.add(Role.REMOVED);
            roles.add(Role.HELD_OUT);
        }
        if (value <= MOST_GROUPS) {
            roles.add(Role.GROUPS);
            roles.add(Role.GROUPS_OF_ALL);
        }
        if (value < MOST_DROPPED_GROUPS) {
            roles.add(Role.DROPPED_GROUPS);
        }
        return roles;
    }
}
