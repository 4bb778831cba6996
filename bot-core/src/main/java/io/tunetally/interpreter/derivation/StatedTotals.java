package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a new total that stands beside its difference to the remembered count: {@code so 2,400 in total with the 400 new ones} about
 * 2,000. That the numbers add up says more than the words around them.
 */
public final class StatedTotals {
    /** A smaller difference may be of anything. */
    private static final BigDecimal LEAST = BigDecimal.TEN;

    /** Thirds make up a whole but for their rounding. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.001");

    /** Words that take a part off, set it apart, or add it. */
    private static final List<Trait> CHANGES = List.of(
            Trait.LOSES,
            Trait.DISCARDED,
            Trait.SHRINKS,
            Trait.GROWS,
            Trait.GOES,
            Trait.SETS_APART,
            Trait.EVALUATES,
            Trait.NARROWS,
            Trait.SOLE,
            Trait.PLUS);

    private final ParseState state;
    private final SaidBefore before;

    private StatedTotals(ParseState state) {
        this.state = state;
        before = new SaidBefore(state);
    }

    /** Reads a total, and passes over a remembered number of examples that is said of each run; before other numbers are read. */
    public static void read(ParseState state) {
        boolean counts = SaidBefore.COUNTS.stream().anyMatch(state.remembered::has);
        if (state.mayEdit() && state.language == null && counts && !state.hasQuestionMark()) {
            StatedTotals totals = new StatedTotals(state);
            totals.passOverEachTime();
            totals.passOverIncluded();
            totals.keepTrained();
            totals.shares();
            totals.read();
        }
    }

    /** {@code five runs, 800 every time} about 800 examples: no length. */
    private void passOverEachTime() {
        int again = before.again();
        boolean each = state.isAt(again + 1, Cue.EACH) || state.isAt(again + 1, Cue.EVERY);
        boolean time = state.isAt(again + 2, Measure.TIMES) || state.isAt(again + 2, Measure.RUN);
        if (again >= 0 && before.subject() == SlotName.EXAMPLES && each && time) {
            before.take(again);
            state.use(again + 1, again + 2, Token.Use.CONNECTIVE);
            state.impliesEdit();
            runs();
        }
    }

    /** The twice of {@code train it twice, it's 2,400 each time}. */
    private void runs() {
        for (int i = 0; i < state.size() && !state.has(Measure.RUN); i++) {
            Token token = state.token(i);
            if (token.is(Category.NUMBERS) && token.lexeme != null && state.hasTyped(i, Trait.REPEATS)) {
                Numeral runs = Numeral.of(new BigDecimal(token.lexeme.value()));
                state.candidates.add(SlotName.RUNS, runs, i);
                state.candidates.settle(i);
                token.use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code the 400 new ones from Ghent are already in there}: they change nothing. */
    private void passOverIncluded() {
        for (int i = 1; state.hasTypedAnywhere(Trait.ALREADY) && i < state.size(); i++) {
            boolean within = state.isAt(i + 1, Cue.ADD)
                    || state.isAt(i + 1, Cue.IN)
                    || state.hasTyped(i + 1, Trait.INCLUDES)
                    || state.hasTyped(i + 1, Trait.COUNTED_IN);
            if (state.hasTyped(i, Trait.ALREADY) && within) {
                for (int k = state.clause(i).first(); k < i; k++) {
                    if (before.isCount(k)) {
                        before.take(k);
                    }
                }
            }
        }
    }

    /** {@code we take half, the other half goes to the archive}: of two shares that make up a whole one is trained on, whatever the verbs are. */
    private void shares() {
        Parts parts = new Parts(state);
        Part first = null;
        for (int i = 0; i < state.size(); i++) {
            Part part = first == null ? parts.at(i) : parts.rest(i);
            if (part != null && first == null) {
                first = part;
                i = part.last();
            } else if (part != null && first != null && isRestOf(first, part)) {
                keep(keptOf(first, part, parts));
                return;
            }
        }
    }

    private static boolean isRestOf(Part first, Part rest) {
        return first.fraction().add(rest.fraction()).subtract(BigDecimal.ONE).abs().compareTo(ROUNDED) < 0;
    }

    /** Returns the share that is trained on; null if the message does not tell them apart: {@code half are in Dutch, the other half in French}. */
    private @Nullable Part keptOf(Part first, Part rest, Parts parts) {
        Parts.Fate ofFirst = fate(first, parts);
        Parts.Fate ofRest = fate(rest, parts);
        if (ofFirst == Parts.Fate.LEFT_OUT || (ofFirst == Parts.Fate.OPEN && ofRest == Parts.Fate.KEPT)) {
            return rest;
        }
        boolean chosen = parts.isAlone(first) || parts.isTrainedOn(first) || isTaken(first);
        return ofFirst == Parts.Fate.KEPT || ofRest == Parts.Fate.LEFT_OUT || chosen ? first : null;
    }

    private Parts.Fate fate(Part part, Parts parts) {
        return parts.fate(part, part.last() + 1, state.clause(part.last()).end());
    }

    /** {@code we take half}, {@code use two thirds}. */
    private boolean isTaken(Part part) {
        for (int i = state.clause(part.first()).first(); i < part.first(); i++) {
            if (state.hasTyped(i, Trait.USES) || state.hasTyped(i, Trait.TAKES_SHARE)) {
                return true;
            }
        }
        return false;
    }

    private void keep(@Nullable Part part) {
        BigDecimal whole = before.value(SlotName.EXAMPLES);
        boolean data = whole != null && !state.has(Measure.REQUEST) && !state.has(Cue.VALIDATION) && !state.has(Cue.CACHED);
        if (part != null && whole != null && data) {
            BigDecimal kept = whole.multiply(part.fraction()).setScale(0, RoundingMode.HALF_UP);
            String arithmetic = CountArithmetic.number(whole) + ", " + CountArithmetic.share(part) + " of it";
            before.state(SlotName.EXAMPLES, kept, arithmetic, List.of(part.first()));
        }
    }

    /** {@code 90 held out, the 840 for training stay as they are}: the others are none of them. */
    private void keepTrained() {
        int again = before.again();
        if (again < 0 || before.subject() != SlotName.EXAMPLES || !state.has(Cue.VALIDATION)) {
            return;
        }
        int led = state.hasTyped(again - 1, Trait.DEFINITE_ARTICLE) ? again - 2 : again - 1;
        boolean whole = state.isAt(led, Cue.OF) || state.isAt(led, Cue.FROM) || state.hasTyped(led, Trait.OUT_OF);
        boolean trained = false;
        for (int i = state.clause(again).first(); i < Math.min(state.clause(again).end(), state.size()); i++) {
            trained |= state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TRAINS);
            whole |= state.isAt(i, Cue.VALIDATION);
        }
        for (int i = 1; i < state.size(); i++) {
            whole |= state.isAt(i - 1, Cue.OF) && (state.isAt(i, Cue.THEM) || state.hasTyped(i, Trait.RELATIVE));
        }
        if (trained && !whole) {
            before.state(SlotName.EXAMPLES, before.number(again), "", List.of(again));
        }
    }

    private void read() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && i != before.again() && state.token(i).use == Token.Use.NOTHING) {
                if (!before.isCount(i)) {
                    return;
                }
                numbers.add(i);
            }
        }
        if (numbers.size() != 2 || state.statesChange() || state.has(Cue.VALIDATION) || state.hasQuestionMark()) {
            return;
        }
        int first = numbers.getFirst();
        int second = numbers.getLast();
        if (addUp(first, second)) {
            return;
        }
        List<Sum> told = Stream.of(sum(first, second), sum(second, first))
                .flatMap(List::stream)
                .filter(this::isTold)
                .toList();
        if (told.size() == 1) {
            Sum sum = told.getFirst();
            before.state(sum.slot(), before.number(sum.total()), sum.arithmetic(), numbers);
        }
    }

    /** {@code we have 1,500 old and 500 new ones} about 2,000: the parts of what is known, unless one of them changes it. */
    private boolean addUp(int first, int second) {
        BigDecimal whole = before.value(SlotName.EXAMPLES);
        BigDecimal sum = before.number(first).add(before.number(second));
        boolean joined = false;
        for (int i = first + 1; i < second; i++) {
            joined |= state.isAt(i, Cue.AND);
        }
        boolean changes = state.has(Cue.DROP)
                || state.has(Cue.ADD)
                || state.has(Cue.NOT)
                || CHANGES.stream().anyMatch(state::hasTypedAnywhere);
        boolean parts = whole != null && whole.compareTo(sum) == 0 && joined && !changes;
        if (parts) {
            String arithmetic = CountArithmetic.number(before.number(first))
                    + " + "
                    + CountArithmetic.number(before.number(second));
            before.state(SlotName.EXAMPLES, sum, arithmetic, List.of(first, second));
        }
        return parts;
    }

    /** A total that adds up. */
    private record Sum(SlotName<?> slot, int total, int part, String arithmetic) {}

    /**
     * True if words say that it is a total, or that the part is in it: {@code 1,900 all in all}, {@code with the 800 late letters we're at 4,800}; {@code 2,500, and 500 of
     * them are duplicates} begins with another total.
     */
    private boolean isTold(Sum sum) {
        int behind = behind(sum.total());
        boolean total = state.isAt(behind, Cue.TOTAL)
                || state.hasTyped(sum.total() - 1, Trait.CONCLUDES)
                || state.hasTyped(sum.total() - 1, Trait.TURNS_TO_NOW)
                || state.hasTyped(behind, Trait.TURNS_TO_NOW);
        int led = state.hasTyped(sum.part() - 1, Trait.DEFINITE_ARTICLE) ? sum.part() - 2 : sum.part() - 1;
        boolean within = state.hasTyped(led, Trait.HAVING)
                || state.hasTyped(led, Trait.INCLUDES)
                || state.hasTyped(led, Trait.COUNTS_IN);
        return (total || within) && !state.isOfThemAt(behind(sum.part()));
    }

    private int behind(int number) {
        return state.isUnitAt(number + 1) ? number + 2 : number + 1;
    }

    private List<Sum> sum(int total, int part) {
        List<Sum> sums = new ArrayList<>(1);
        for (SlotName<?> slot : SaidBefore.COUNTS) {
            String arithmetic = arithmetic(before.value(slot), before.number(total), before.number(part));
            if (arithmetic != null) {
                sums.add(new Sum(slot, total, part, arithmetic));
            }
        }
        return sums;
    }

    private static @Nullable String arithmetic(@Nullable BigDecimal earlier, BigDecimal total, BigDecimal part) {
        if (earlier == null || part.compareTo(LEAST) < 0) {
            return null;
        }
        boolean more = earlier.add(part).compareTo(total) == 0;
        boolean less = earlier.subtract(part).compareTo(total) == 0 && total.signum() > 0;
        return more || less
                ? CountArithmetic.number(earlier) + (more ? " + " : " - ") + CountArithmetic.number(part)
                : null;
    }
}
