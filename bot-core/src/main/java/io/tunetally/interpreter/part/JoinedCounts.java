package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds counts of which only the first one names its things: {@code the legal team has vetted 4,200 clauses and the Pune team 3,850},
 * {@code the first batch was 1,500 captions. The second came back with 900. Train on both together}. Read before parts are taken
 * off, since these are taken off the sum.
 */
public final class JoinedCounts {
    /** Below it a number without a unit counts people, weeks or models as often as data. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** The most words for those who have the second count: {@code the branch in Pune}. */
    private static final int REACH_OF_OWNER = 4;

    /** The most words from a count to those that leave it out. */
    private static final int REACH_OF_LOSS = 12;

    /** The most tokens from a count to the words that take all of them. */
    private static final int REACH_OF_TAKEN = 60;

    private final ParseState state;

    private JoinedCounts(ParseState state) {
        this.state = state;
    }

    /** Reads the sum of a message with one count of examples. */
    public static void read(ParseState state) {
        boolean about = !state.terse && state.remembered.isEmpty() && state.candidates.has(SlotName.EXAMPLES);
        if (about) {
            new JoinedCounts(state).read();
        }
    }

    private void read() {
        List<SlotCandidates.Candidate> counts = state.candidates.of(SlotName.EXAMPLES);
        SlotCandidates.Candidate only = counts.size() == 1 ? counts.getFirst() : null;
        if (only == null
                || only.derived()
                || only.numeral().isRange()
                || only.numeral().isAmbiguous()) {
            return;
        }
        int one = only.token();
        List<Integer> summands = ofOwners(one);
        if (summands.isEmpty()) {
            summands = beforeTaken(one);
        }
        if (summands.isEmpty()) {
            summands = ofNextOwner(one);
        }
        if (!summands.isEmpty()) {
            summands.addFirst(one);
            add(summands);
        }
    }

    /** {@code ... 4,200 clauses and the Pune team 3,850}: a second owner and a number, without the verb and the things. */
    private List<Integer> ofOwners(int one) {
        List<Integer> summands = new ArrayList<>(0);
        int end = state.sentence(one).end();
        int from = Math.max(one, state.unitFinder.right(one)) + 1;
        for (int i = from; i < end; i++) {
            if (state.isNumberAt(i)) {
                if (!isSummand(i, end) || !isOwner(i)) {
                    return List.of();
                }
                summands.add(i);
            }
        }
        return summands;
    }

    /** {@code I've 460 queries with answers. Our Sheila has another 390 from the Rotherham hall}: the next sentence adds those of others. */
    private List<Integer> ofNextOwner(int one) {
        int first = state.sentence(one).end() + 1;
        int end = first < state.size() ? state.sentence(first).end() : 0;
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i)) {
                boolean another = state.hasTyped(i - 1, Trait.ANOTHER) && state.hasTyped(ownedBy(i), Trait.OWNS);
                boolean source = state.isAt(i + 1, Cue.FROM) || state.isBreakAt(i + 1);
                boolean added = another && source && isOpen(i) && value(i).compareTo(FEWEST) >= 0;
                List<Integer> summands = new ArrayList<>(1);
                if (added && !asks(first, end) && !hasLoss(i)) {
                    summands.add(i);
                }
                return summands;
            }
        }
        return List.of();
    }

    /** Returns the index of the verb of {@code has another 390}, {@code has a further 600}. */
    private int ownedBy(int number) {
        return state.isAt(number - 2, Cue.ARTICLE) ? number - 3 : number - 2;
    }

    private boolean asks(int first, int end) {
        return state.sentence(first).asks() || state.isSymbolAt(end, '?');
    }

    /** True if the words of a number or the sentence behind it leave it out. */
    private boolean hasLoss(int number) {
        int end = Math.min(state.size(), number + REACH_OF_LOSS);
        Parts parts = new Parts(state);
        for (int i = number + 1; i < end; i++) {
            if (parts.isLeftOutAt(i) || state.isAt(i, Cue.NOT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwner(int number) {
        int first = number - 1;
        boolean named = false;
        while (first >= number - REACH_OF_OWNER && isOfOwner(first)) {
            named |= state.token(first).kind == Token.Kind.WORD;
            first--;
        }
        return named && (state.isAt(first, Cue.AND) || state.isSymbolAt(first, ',') || state.isSymbolAt(first, ';'));
    }

    private boolean isOfOwner(int i) {
        Token token = state.at(i);
        if (token == null || token.isNumber()) {
            return false;
        }
        boolean name = token.kind == Token.Kind.WORD
                && !Corrections.concludes(state, i)
                && !state.hasTyped(i, Trait.MEAN)
                && !state.hasTyped(i, Trait.LOSES)
                && !state.hasTyped(i, Trait.DISCARDED)
                && !state.hasTyped(i, Trait.REMAINS)
                && !state.hasTyped(i, Trait.THE_REST)
                && !state.hasTyped(i, Trait.TESTS)
                && !state.hasTyped(i, Trait.MINUS)
                && !state.hasTyped(i, Trait.RELATIVE)
                && !state.hasTyped(i, Trait.LATER)
                && !state.hasTyped(i, Trait.RESULTS)
                && !state.hasTyped(i, Trait.SPREAD)
                && !state.hasTyped(i, Trait.COLLECTS)
                && !state.hasTyped(i, Trait.STATES);
        boolean everyday = token.lexeme != null
                && (token.is(Category.FUNCTIONS) || token.is(Category.TOPICS) || token.is(Category.COURTESIES))
                && !state.hasTyped(i, Trait.CONTAINS)
                && !state.hasTyped(i, Trait.AFTER)
                && !state.hasTyped(i, Trait.AFTERWARDS);
        return name || everyday || state.hasTyped(i, Trait.HEADS);
    }

    /** {@code ... Second batch came back with 900. ... train on both}: all open numbers up to the words that take all of them. */
    private List<Integer> beforeTaken(int one) {
        int taken = taken(one);
        List<Integer> summands = new ArrayList<>(0);
        for (int i = one + 1; i < taken; i++) {
            boolean open = state.isNumberAt(i) && isOpen(i) && value(i).compareTo(FEWEST) >= 0;
            if (open) {
                if (!isSummand(i, state.sentence(i).end()) || !isAnother(i)) {
                    return List.of();
                }
                summands.add(i);
            }
        }
        return summands;
    }

    /** Returns the index of {@code both}, {@code everything} or {@code alike} behind a count, or -1. */
    private int taken(int one) {
        int end = Math.min(state.size(), one + REACH_OF_TAKEN);
        for (int i = one + 1; i < end; i++) {
            boolean all = state.isAt(i, Cue.ALL) && !state.isNumberAt(i + 1) && !state.isAt(i + 1, Cue.OF);
            if (!state.isNumberAt(i) && (all || state.hasTyped(i, Trait.TAKES_BOTH))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code the second came back with 900}, {@code the third another 200}, {@code since then we wrote 350 more}. */
    private boolean isAnother(int number) {
        if (state.hasTyped(number + 1, Trait.MORE) || state.hasTyped(number - 1, Trait.ANOTHER)) {
            return true;
        }
        int first = state.sentence(number).first();
        for (int i = number - 1; i >= first && !state.isNumberAt(i); i--) {
            boolean ordinal = state.hasTyped(i, Trait.SECOND)
                    || state.hasTyped(i, Trait.THIRD)
                    || state.hasTyped(i, Trait.FOURTH)
                    || state.hasTyped(i, Trait.FIFTH)
                    || state.hasTyped(i, Trait.THE_REST)
                    || state.hasTyped(i, Trait.ANOTHER);
            if (ordinal) {
                return true;
            }
        }
        return false;
    }

    /** A number of nothing else that ends its clause: {@code 900.}, {@code 350 more}. */
    private boolean isSummand(int number, int end) {
        int next = state.hasTyped(number + 1, Trait.MORE) ? number + 2 : number + 1;
        return isOpen(number)
                && value(number).compareTo(FEWEST) >= 0
                && (next >= end || state.isBreakAt(next) || state.isAt(next, Cue.AND));
    }

    private boolean isOpen(int number) {
        Token token = state.token(number);
        Numeral numeral = token.numeral();
        return token.use == Token.Use.NOTHING
                && !token.isYear()
                && !numeral.isRange()
                && !numeral.isInBillions()
                && !Amounts.count(numeral).isAmbiguous()
                && !state.isSymbolAt(number - 1, '$')
                && !state.isPercentAt(number + 1);
    }

    private void add(List<Integer> summands) {
        BigDecimal total = summands.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && value(i).compareTo(total) == 0) {
                return;
            }
        }
        int last = summands.getLast();
        summands.forEach(state.candidates::withdraw);
        for (int summand : summands) {
            state.use(summand, summand, Token.Use.CONNECTIVE);
        }
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(total), last);
        state.token(last).use = Token.Use.SLOT;
        summands.forEach(state.candidates::settle);
    }

    private BigDecimal value(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
