package io.tunetally.interpreter.quantity;

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
import java.util.function.Predicate;

/**
 * Chooses among several counts of data the one that is trained on, where the message tells: the sum of the others, the
 * part of a whole, the one that training is said of, the large one beside a few shots. Else they contradict each other.
 */
final class CountChoice {
    /** Up to here a number of examples beside a larger one is one of shots. */
    private static final BigDecimal MOST_SHOTS = BigDecimal.valueOf(20);

    /** A message with more counts than these is a list, of which none is chosen. */
    private static final int MOST_COUNTS = 16;

    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    private final ParseState state;

    private CountChoice(ParseState state) {
        this.state = state;
    }

    static void read(ParseState state) {
        CountChoice choice = new CountChoice(state);
        int counts = choice.counts().size();
        if (counts == 0 || counts > MOST_COUNTS) {
            return;
        }
        choice.add();
        if (!state.terse && choice.isOpen()) {
            choice.choose();
        }
    }

    /** {@code 1,200 + 800 rows}, {@code 1,200 mails, 400 forms plus 800 chats}: their sum, unless the message gives it. */
    private void add() {
        if (!state.any(token -> token.isSymbol('+') || token.is(Trait.PLUS))) {
            return;
        }
        for (int plus = state.size() - 2; plus > 0; plus--) {
            if (isPlus(plus) && isCount(plus + 1)) {
                List<Integer> summands = summands(plus);
                if (summands.size() > 1 && counts().stream().allMatch(count -> summands.contains(count.token()))) {
                    add(summands);
                }
                return;
            }
        }
    }

    /** Returns the indexes of the numbers around the last plus and of those before it, from the last one. */
    private List<Integer> summands(int lastPlus) {
        List<Integer> summands = new ArrayList<>(List.of(lastPlus + 1));
        int sign = lastPlus;
        while (isPlus(sign) || state.isBreakAt(sign)) {
            int summand = state.isNumberAt(sign - 1) ? sign - 1 : sign - 2;
            if (!state.isNumberAt(summand) || !(isCount(summand) || isOpen(summand))) {
                break;
            }
            summands.add(summand);
            sign = summand - 1;
        }
        return summands;
    }

    private void add(List<Integer> summands) {
        int last = summands.getFirst();
        BigDecimal total = summands.stream().map(this::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        summands.forEach(state.candidates::withdraw);
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(total), last);
        state.use(summands.getLast(), last, Token.Use.CONNECTIVE);
        state.token(last).use = Token.Use.SLOT;
    }

    private boolean isPlus(int i) {
        return state.isSymbolAt(i, '+') || state.hasTyped(i, Trait.PLUS);
    }

    private boolean isCount(int number) {
        return counts().stream().anyMatch(count -> count.token() == number);
    }

    private boolean isOpen(int number) {
        Token token = state.token(number);
        return token.use == Token.Use.NOTHING && number(number).compareTo(FEWEST) >= 0;
    }

    private BigDecimal number(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }

    private void choose() {
        BigDecimal largest = counts().stream().map(CountChoice::value).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal all = counts().stream().map(CountChoice::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean sum = counts().size() > 2 && all.compareTo(largest.multiply(BigDecimal.TWO)) == 0;
        if (sum) {
            keep(count -> value(count).compareTo(largest) == 0);
        }
        if (largest.compareTo(FEWEST) >= 0) {
            keep(count -> value(count).compareTo(MOST_SHOTS) > 0);
        }
        keep(count -> isPartOfThose(count.token()));
        keep(count -> isTrained(count.token()));
        keep(count -> !isMost(count.token()));
    }

    private boolean isOpen() {
        List<SlotCandidates.Candidate> counts = counts();
        return counts.size() > 1
                && counts.stream().noneMatch(count -> count.numeral().isAmbiguous())
                && counts.stream().map(CountChoice::value).distinct().count() > 1;
    }

    private List<SlotCandidates.Candidate> counts() {
        return state.candidates.all().stream()
                .filter(candidate -> candidate.slot() == SlotName.EXAMPLES && !candidate.replaced())
                .toList();
    }

    private static BigDecimal value(SlotCandidates.Candidate count) {
        return count.numeral().value().stripTrailingZeros();
    }

    /** Keeps those counts that the test holds for, if it tells them apart. */
    private void keep(Predicate<SlotCandidates.Candidate> test) {
        if (!isOpen() || counts().stream().noneMatch(test)) {
            return;
        }
        for (SlotCandidates.Candidate count : counts()) {
            if (!test.test(count)) {
                state.candidates.withdraw(count.token());
                state.token(count.token()).use = Token.Use.KNOWN_NON_SLOT;
            }
        }
    }

    /** {@code we labelled 410 of them}, {@code 6,000 of those tickets}. */
    private boolean isPartOfThose(int number) {
        return state.isAt(number + 1, Cue.OF) && state.isAt(number + 2, Cue.THEM);
    }

    /** {@code Excel takes 1,048,576 rows max}. */
    private boolean isMost(int number) {
        return state.isAt(number + 2, Cue.BUDGET);
    }

    /** {@code we tune on 6,000 tickets}, {@code the training set has 5,000}. */
    private boolean isTrained(int number) {
        return state.clause(number).namesTraining();
    }
}
