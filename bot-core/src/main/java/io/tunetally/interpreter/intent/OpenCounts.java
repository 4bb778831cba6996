package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of things that are everyday things elsewhere, but parts of the request in a conversation about them:
 * {@code two of the cards}, {@code 2 replicas}, {@code one run is enough}, {@code out 140}.
 */
final class OpenCounts {
    /** A higher number counts no GPUs or copies of a model. */
    private static final BigDecimal MOST_MACHINES = BigDecimal.valueOf(64);
    /** The distance between a count and what is counted: {@code two of the cards}. */
    private static final int REACH = 3;

    private final ParseState state;
    private final Slots remembered;

    OpenCounts(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    /** True if a message has such a count. */
    static boolean isIn(ParseState state) {
        OpenCounts counts = new OpenCounts(state, state.remembered);
        for (int i = 0; i < state.size(); i++) {
            if (counts.slotAt(i) != null) {
                return true;
            }
        }
        return false;
    }

    void read() {
        for (int i = 0; i < state.size(); i++) {
            SlotName<?> slot = slotAt(i);
            if (slot != null) {
                if (state.token(i).use == Token.Use.SLOT) {
                    unsay(i);
                }
                SlotFiller.settle(state, slot, counted(i), Origin.SAID, i);
                state.token(i).use = Token.Use.SLOT;
            }
        }
    }

    private @Nullable SlotName<?> slotAt(int i) {
        Token token = state.token(i);
        boolean open = (token.isNumber() || isRepeated(i))
                && (token.use != Token.Use.SLOT
                        || isReplicas(i)
                        || state.hasTyped(i, Trait.REPEATS)
                        || (isFew(i) && isOfGpuGroup(i)))
                && !state.isSize(i);
        if (!open) {
            return null;
        }
        SlotName<?> slot = ofLength(i);
        slot = slot == null ? ofUnit(i) : slot;
        return slot == null || state.slots.has(slot) ? null : slot;
    }

    /** {@code out 140}, {@code in=1.4k}. */
    private @Nullable SlotName<?> ofLength(int number) {
        boolean joined = state.isAssignmentAt(number - 1);
        int name = joined ? number - 2 : number - 1;
        boolean led = (joined || state.isBreakAt(name - 1)) && !state.isUnitAt(number + 1);
        if (led && (state.isAt(name, Cue.OUT) || state.isAt(name, Cue.OUTPUT))) {
            return remembered.has(SlotName.OUTPUT_TOKENS) ? SlotName.OUTPUT_TOKENS : null;
        }
        boolean input = led && (state.isAt(name, Cue.IN) || state.isAt(name, Cue.INPUT));
        return input && remembered.has(SlotName.INPUT_TOKENS) ? SlotName.INPUT_TOKENS : null;
    }

    private @Nullable SlotName<?> ofUnit(int number) {
        if (isFew(number) && countsRuns(number)) {
            return SlotName.RUNS;
        }
        if (isReplicas(number) || isUnits(number)) {
            return SlotName.UNITS;
        }
        return isFew(number) && remembered.has(SlotName.GPU) && isOfGpus(number) ? SlotName.GPUS : null;
    }

    /** What else the number was read as. */
    private void unsay(int number) {
        for (SlotName<?> name : List.of(SlotName.EXAMPLES, SlotName.EPOCHS)) {
            Slot<?> said = state.slots.get(name);
            if (said != null && state.span(number, number).equals(said.span())) {
                state.slots.remove(name);
            }
        }
    }

    /** True of the 3 of {@code we'll run it 3x until they accept it}. */
    boolean isOfRuns(int number) {
        return (state.isNumberAt(number) || isRepeated(number))
                && !state.isAt(number + 1, Measure.RUN)
                && isFew(number)
                && countsRuns(number);
    }

    /** {@code one run is enough}, {@code two of those runs}, {@code we'd do that three times}. */
    private boolean countsRuns(int number) {
        boolean ofThose = state.isOfThemAt(number + 1);
        if (state.isAt(ofThose ? number + 3 : number + 1, Measure.RUN)) {
            return ofThose || remembered.has(SlotName.RUNS);
        }
        boolean twice = state.hasTyped(number, Trait.REPEATS) && !state.isAt(number - 1, Cue.NOT);
        int next = twice ? number + 1 : number + 2;
        boolean times = twice || state.isAt(number + 1, Measure.TIMES) || state.isSymbolAt(number + 1, 'x');
        boolean ends = state.isBreakAt(next)
                || state.isAt(next, Cue.TO)
                || state.isAt(next, Cue.TOTAL)
                || isTyped(next, Trait.UP_TO);
        return times && ends && isOfWhatIsDone(number);
    }

    /** {@code do that three times}, {@code we'd do the whole thing four times}. */
    private boolean isOfWhatIsDone(int number) {
        if (state.hasTyped(number - 1, Trait.PRONOUN) && isTyped(number - 2, Trait.DOES_AGAIN)) {
            return true;
        }
        boolean again = false;
        for (int i = Math.max(state.clause(number).first(), number - REACH - 1); i < number; i++) {
            again |= isTyped(i, Trait.DOES_AGAIN);
        }
        return again && remembered.has(SlotName.RUNS);
    }

    /** {@code 2 replicas}, {@code two instances} in a conversation about running a model. */
    private boolean isReplicas(int number) {
        boolean runs = remembered.has(SlotName.REQUESTS_PER_DAY) || remembered.has(SlotName.MONTHS);
        return runs && isFew(number) && isTyped(number + 1, Trait.REPLICA);
    }

    /** {@code two units, for safety} of a model that is deployed by them. */
    private boolean isUnits(int number) {
        boolean deployed = remembered.has(SlotName.UNITS) || remembered.has(SlotName.DEPLOYMENT);
        return deployed && isFew(number) && state.isAt(number + 1, Measure.CAPACITY) && !state.isAt(number + 2, Cue.OF);
    }

    private boolean isFew(int number) {
        return counted(number).value().compareTo(MOST_MACHINES) <= 0;
    }

    /** The {@code twice} of {@code run it twice}. */
    private boolean isRepeated(int i) {
        return state.isAt(i, Category.NUMBERS) && state.hasTyped(i, Trait.REPEATS);
    }

    private Numeral counted(int number) {
        Token token = state.token(number);
        return token.lexeme == null
                ? Amounts.counted(token.numeral())
                : Numeral.of(new BigDecimal(token.lexeme.value()));
    }

    /** {@code 4 cards}, {@code two of the gpus}, {@code 4 of them}; {@code h200s, only 4}. */
    private boolean isOfGpus(int number) {
        if (state.isOfThemAt(number + 1)) {
            return remembered.has(SlotName.GPUS) || !remembered.has(SlotName.EXAMPLES);
        }
        if (isOfGpuGroup(number)) {
            return true;
        }
        if (state.isBreakAt(number + 1)) {
            return state.slots.has(SlotName.GPU);
        }
        if (state.isAt(number + 1, Cue.IS) && isTyped(number + 2, Trait.AFFORDS)) {
            // "2 are enough"
            return true;
        }
        for (int i = number + 1; i <= number + REACH; i++) {
            if (isTyped(i, Trait.GPU)) {
                return true;
            }
            if (!state.isAt(i, Cue.OF) && !isTyped(i, Trait.DEFINITE_ARTICLE) && !isTyped(i, Trait.OWNER)) {
                return false;
            }
        }
        return false;
    }

    /** {@code IT gives us six}, {@code a second 4090 came. So 2.} */
    private boolean isOfGpuGroup(int number) {
        boolean concluded = isTyped(number - 1, Trait.CONCLUDES) && state.isBreakAt(number + 1) && namesGpu();
        return remembered.has(SlotName.GPU) && (concluded || isAllotted(number));
    }

    /** {@code procurement can get us four only}, {@code IT gives us six}: what is handed out are the GPUs. */
    private boolean isAllotted(int number) {
        if (state.isUnitAt(number + 1)) {
            return false;
        }
        int end = number + 1;
        while (isTyped(end, Trait.NARROWS) || isTyped(end, Trait.SOLE)) {
            end++;
        }
        int verb = number - 1;
        while (isTyped(verb, Trait.NARROWS) || isTyped(verb, Trait.SOLE)) {
            verb--;
        }
        boolean ends = state.isBreakAt(end) || state.isAt(end, Cue.FROM) || state.isOfThemAt(end);
        verb = state.isAt(verb, Cue.PERSON) ? verb - 1 : verb;
        return ends && isTyped(verb, Trait.ALLOTS);
    }

    /** {@code a second 4090 came. So 2.} */
    private boolean namesGpu() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isGpuNumber(i) || state.isAt(i, Category.GPUS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTyped(int i, Trait trait) {
        return state.at(i) != null && state.hasTyped(i, trait);
    }
}
