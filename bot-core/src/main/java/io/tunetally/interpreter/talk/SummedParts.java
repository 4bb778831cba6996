package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a total that is said with its parts, before or behind them: {@code 9,600 files: 5,200 motor, 2,900 health and 1,500 travel}. That the
 * numbers add up says more than the words around them, so nothing is added twice. Of the parts those are examples that the
 * message does not leave out: {@code motor goes to a different vendor}, {@code only health and travel go in}.
 */
public final class SummedParts {
    private static final BigDecimal FEWEST = BigDecimal.TEN;

    private static final int MOST_PARTS = 6;

    /** More numbers are a table. */
    private static final int MOST_COUNTS = 16;

    /** The most words between a number and the token word that makes it one of tokens: {@code 1,200 of the token things}. */
    private static final int REACH_OF_LENGTH = 4;

    /** The most words from a verb that takes a number off to that number. */
    private static final int REACH_OF_VERB = 4;

    /** The fewest and the most words from a part to the {@code in} of {@code they stay in}. */
    private static final int LEAST_OF_STAYING = 4;

    private static final int REACH_OF_STAYING = 30;

    /** The most words of {@code everything goes in}. */
    private static final int LONGEST_OF_ALL = 8;

    private final ParseState state;
    private final List<Integer> counts = new ArrayList<>();

    /**
     * A whole and its parts.
     *
     * @param whole the index of the total, or -1 if it is not said
     * @param parts the indexes of the numbers that are its parts
     */
    private record Equation(int whole, List<Integer> parts) {}

    private SummedParts(ParseState state) {
        this.state = state;
    }

    /** Reads them at the beginning of a conversation, before other numbers are read. */
    public static void read(ParseState state) {
        boolean open = !state.candidates.isStated(SlotName.TOTAL_TOKENS);
        if (open && state.remembered.isEmpty() && state.language == null && state.speaksOfTuning()) {
            new SummedParts(state).read();
        }
    }

    private void read() {
        ToldParts told = new ToldParts(state);
        for (int i = 0; i < state.size(); i++) {
            if (told.isCount(i) && isData(i) && !told.isRate(i)) {
                if (isPart(i) && staysIn(i)) {
                    state.setAside(i);
                } else {
                    counts.add(i);
                }
            }
        }
        if (counts.size() < 2 || counts.size() > MOST_COUNTS) {
            return;
        }
        Equation equation = equation();
        if (equation != null) {
            read(equation);
        } else {
            list();
        }
    }

    /** {@code 300 of the Swansea lot}, and behind another count {@code 90 are in Sami}. */
    private boolean isPart(int number) {
        return state.hasTyped(number + 1, Trait.PART_OF) || (!counts.isEmpty() && state.isAt(number + 1, Cue.IS));
    }

    /** {@code 300 of the Swansea lot have lost their photos, but they stay in}: nothing is taken off. */
    private boolean staysIn(int number) {
        int end = Math.min(state.sentence(number).end(), number + REACH_OF_STAYING);
        if (isFine(number, end)) {
            return true;
        }
        for (int in = number + LEAST_OF_STAYING; in < end; in++) {
            // "240 of them are in Latin" says where they are.
            boolean ofPart = in == number + LEAST_OF_STAYING;
            boolean last = state.isBreakAt(in + 1) || (state.isBreakAt(in + 2) && !ofPart);
            if (last && state.isAt(in, Cue.IN)) {
                boolean stays = state.hasTyped(in - 1, Trait.SETS_APART) || state.isAt(in - 1, Cue.IS);
                return stays && state.hasTyped(in - 2, Trait.REFERS_BACK) && !state.isAt(in - 2, Cue.NOT);
            }
        }
        return false;
    }

    /** {@code 240 of them are in Mixtec, which is fine}. */
    private boolean isFine(int number, int end) {
        for (int i = number + 1; i + 2 < end; i++) {
            boolean led = state.isBreakAt(i - 1)
                    && (state.hasTyped(i, Trait.RELATIVE) || state.hasTyped(i, Trait.REFERS_BACK));
            if (led && state.isAt(i + 1, Cue.IS) && state.hasTyped(i + 2, Trait.IS_FINE)) {
                return true;
            }
        }
        return false;
    }

    private boolean isData(int i) {
        Token token = state.token(i);
        if (token.use != Token.Use.NOTHING
                || state.candidates.isSettled(i)
                || token.numeral().isRange()
                || state.isAt(i - 1, Measure.DOLLAR)
                || state.isAt(i + 1, Cue.OUT)
                || value(i).compareTo(FEWEST) < 0) {
            return false;
        }
        boolean led = state.isAt(i - 1, Cue.EACH) || state.isAt(i - 1, Cue.PER) || isOfEach(i);
        for (int k = i + 1; k <= i + REACH_OF_LENGTH && !state.isBreakAt(k) && !state.isNumberAt(k); k++) {
            led |= state.isAt(k, Measure.TOKEN) || state.isAt(k, Cue.EACH) || state.isAt(k, Cue.PER);
        }
        return !led;
    }

    /** The 14 of {@code each of our 14 depots}. */
    private boolean isOfEach(int number) {
        for (int k = number - 1; k >= number - 3; k--) {
            if (state.isAt(k, Cue.EACH) || state.isAt(k, Cue.EVERY)) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** Returns the first total that stands before or behind the neighbouring numbers that add up to it, or null. */
    private @Nullable Equation equation() {
        for (int first = 0; first + 2 < counts.size(); first++) {
            BigDecimal sum = value(counts.get(first));
            BigDecimal rest = sum;
            for (int last = first + 1; last < counts.size() && last <= first + MOST_PARTS; last++) {
                int number = counts.get(last);
                if (!isNear(counts.get(last - 1), number)) {
                    break;
                }
                boolean several = last - first >= 2;
                if (several && value(number).compareTo(sum) == 0 && isTotal(counts.get(last - 1), number)) {
                    return new Equation(number, List.copyOf(counts.subList(first, last)));
                }
                sum = sum.add(value(number));
                rest = rest.subtract(value(number));
                if (several && rest.signum() == 0) {
                    return new Equation(counts.get(first), List.copyOf(counts.subList(first + 1, last + 1)));
                }
            }
        }
        return null;
    }

    /** True of numbers of the same sentence or of neighbouring ones. */
    private boolean isNear(int one, int other) {
        int end = state.sentence(one).end();
        boolean near = other < end
                || (end + 1 < state.size() && other < state.sentence(end + 1).end());
        return near && isProse(one, other);
    }

    /** True of a number of the same sentence as its parts, or that words call a total. */
    private boolean isTotal(int part, int number) {
        boolean total = state.hasTyped(number - 1, Trait.CONCLUDES);
        for (int i = number + 1; i <= number + REACH_OF_LENGTH && !state.isBreakAt(i); i++) {
            total |= state.isAt(i, Cue.TOTAL);
        }
        return total || number < state.sentence(part).end();
    }

    /** False of the rows of a table and the lines of a log, whose labels stand before their numbers. */
    private boolean isProse(int one, int other) {
        for (int i = one + 1; i < other; i++) {
            Token token = state.token(i);
            if (token.kind == Token.Kind.BREAK || token.isSymbol('|') || token.isSymbol('#')) {
                return false;
            }
        }
        return true;
    }

    private void read(Equation equation) {
        if (heldOut(equation) || equation.parts().stream().anyMatch(this::isJudged) || isJudged(equation.whole())) {
            return;
        }
        PartNames names = new PartNames(state, equation.parts(), equation.whole());
        BitSet kept =
                new PartsTaken(state, names, equation.parts().size()).kept(Math.max(names.end(), equation.whole()));
        boolean all = kept.cardinality() == equation.parts().size();
        boolean open = isChanged(equation);
        if (all) {
            equation.parts().forEach(state::setAside);
            if (!open) {
                claim(SlotName.EXAMPLES, List.of(equation.whole()));
                state.candidates.state(SlotName.EXAMPLES);
            }
            return;
        }
        state.setAside(equation.whole());
        take(equation.parts(), kept, open);
    }

    /** Parts whose total is not said, if one of them is left out: {@code 850 main story, 2300 side quests, 5600 barks}, {@code skip the barks}. */
    private void list() {
        int first = 0;
        while (first < counts.size()) {
            int last = first + 1;
            while (last < counts.size() && isListed(counts.get(last - 1), counts.get(last))) {
                last++;
            }
            if (last - first >= 2 && last - first <= MOST_PARTS) {
                list(List.copyOf(counts.subList(first, last)));
            }
            first = last;
        }
    }

    /** False of a part of the one before it: {@code 1,360 interviews, and 240 of them are in Mixtec}. */
    private boolean isListed(int one, int other) {
        if (state.isOfThemAt(other + 1)) {
            return false;
        }
        for (int i = one + 1; i < other; i++) {
            if (state.isNumberAt(i) || state.isAt(i, Cue.EACH)) {
                return false;
            }
        }
        return other < state.sentence(one).end() && isProse(one, other);
    }

    private void list(List<Integer> parts) {
        PartNames names = new PartNames(state, parts, -1);
        if (parts.stream().anyMatch(this::isJudged)) {
            return;
        }
        BitSet kept = new BitSet();
        if (names.areAll()) {
            kept.or(new PartsTaken(state, names, parts.size()).kept(names.end()));
        } else {
            kept.set(0, parts.size());
        }
        if (kept.cardinality() < parts.size() || isAllTaken(names.end())) {
            take(parts, kept, isChanged(new Equation(-1, parts)));
        }
    }

    /** {@code 1,640 dogs, 1,090 cats and 270 others. Taking the lot}: the next sentence with words of its own takes everything. */
    private boolean isAllTaken(int end) {
        int next = end < state.size() ? state.sentence(end).end() + 1 : state.size();
        if (next >= state.size()
                || state.sentence(next).end() - next > LONGEST_OF_ALL
                || state.sentence(next).asks()) {
            return false;
        }
        boolean all = false;
        boolean taken = false;
        for (int i = next; i < state.sentence(next).end(); i++) {
            all |= (state.hasTyped(i, Trait.TAKES_ALL) && !state.isAt(i, Cue.THEM)) || state.isAt(i, Cue.ALL);
            taken |= state.hasTyped(i, Trait.GOES_IN) || state.isAt(i, Cue.TRAINING);
            if (state.isNumberAt(i) || state.isAt(i, Cue.NOT)) {
                return false;
            }
        }
        return all && taken;
    }

    private void take(List<Integer> parts, BitSet kept, boolean open) {
        List<Integer> taken = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if (kept.get(part)) {
                taken.add(parts.get(part));
            } else {
                state.setAside(parts.get(part));
            }
        }
        if (!open) {
            claim(SlotName.EXAMPLES, taken);
            state.candidates.state(SlotName.EXAMPLES);
        }
    }

    /** {@code 11,250 in train and 1,250 in val, so 12,500 overall}. */
    private boolean heldOut(Equation equation) {
        if (equation.parts().size() != 2) {
            return false;
        }
        int first = equation.parts().getFirst();
        int second = equation.parts().getLast();
        boolean split = isLabelled(first, Trait.TRAIN_SPLIT) && isLabelled(second, Trait.TEST_SPLIT);
        if (split) {
            state.setAside(equation.whole());
            claim(SlotName.EXAMPLES, List.of(first));
            claim(SlotName.HELD_OUT_EXAMPLES, List.of(second));
            state.candidates.state(SlotName.EXAMPLES);
        }
        return split;
    }

    /** True of a label beside a number: {@code val.jsonl 1,250}, {@code 800 in test}, {@code 500 validation}. */
    private boolean isLabelled(int number, Trait split) {
        int behind = number + 1;
        while (state.isAt(behind, Cue.IN) || state.isAt(behind, Cue.FOR) || state.isItemAt(behind)) {
            behind++;
        }
        int before = state.isAssignmentAt(number - 1) ? number - 2 : number - 1;
        return state.hasTyped(behind, split) || state.hasTyped(before, split) || isFileOf(before, split);
    }

    private boolean isFileOf(int file, Trait split) {
        Token token = state.at(file);
        if (token == null || token.kind != Token.Kind.CODE) {
            return false;
        }
        String name = state.typed(file, file);
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return state.compiledLexicon.is(split, name.substring(0, end));
    }

    /** True of a part whose own words say what becomes of it: {@code 800 duplicates}, {@code 200 for the test}, {@code 4,100 usable}. */
    private boolean isJudged(int number) {
        for (int i = number + 1; !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            boolean good = state.hasTyped(i, Trait.REMAINS) && !state.hasTyped(i, Trait.THE_REST);
            if (good || isLoss(i) || state.isAt(i, Cue.NOT) || state.hasTyped(i, Trait.TEST_SPLIT)) {
                return true;
            }
        }
        for (int i = number - 1; i >= number - REACH_OF_VERB && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (isLoss(i) || state.hasTyped(i, Trait.SHRINKS) || state.hasTyped(i, Trait.ARROW)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLoss(int i) {
        return state.hasTyped(i, Trait.DISCARDED)
                || state.hasTyped(i, Trait.LOSES)
                || state.isAt(i, Cue.DROP)
                || state.isAt(i, Cue.VALIDATION);
    }

    /** True if another number may change the sum: {@code 75 of theirs are duplicates}. */
    private boolean isChanged(Equation equation) {
        for (int number : counts) {
            if (number != equation.whole() && !equation.parts().contains(number)) {
                for (int i = state.sentence(number).first();
                        i < state.sentence(number).end();
                        i++) {
                    if (isLoss(i)) {
                        return true;
                    }
                }
            }
        }
        return state.has(Cue.VALIDATION) || state.has(Measure.PERCENT) || state.any(token -> token.isSymbol('%'));
    }

    private void claim(SlotName<?> slot, List<Integer> numbers) {
        BigDecimal sum = numbers.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        int first = numbers.getFirst();
        if (numbers.size() == 1) {
            state.candidates.add(slot, Amounts.counted(state.token(first).numeral()), first);
        } else {
            state.candidates.addDerived(slot, Numeral.of(sum), first);
            DecimalFormat format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
            state.candidates.explain(
                    slot,
                    sum,
                    String.join(
                            " + ",
                            numbers.stream()
                                    .map(number -> format.format(value(number)))
                                    .toList()));
        }
        for (int number : numbers) {
            state.candidates.settle(number);
            state.token(number).use = Token.Use.SLOT;
        }
    }
}
