package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a data set as tools print them: {@code count 7800, mean 220.4, max 1333}, {@code n=2,840}. The count is
 * the number of examples; the mean is their length where the message speaks of tokens.
 */
final class Statistics {
    /** The most words between a count and its number: {@code scene count after the rewrite: 740}. */
    private static final int REACH = 6;

    /** The most words of a command before its result. */
    private static final int REACH_OF_COMMAND = 12;

    /** No example has fewer tokens. */
    private static final BigDecimal SHORTEST = BigDecimal.TEN;

    private final ParseState state;

    private Statistics(ParseState state) {
        this.state = state;
    }

    static void read(ParseState state) {
        new Statistics(state).read();
    }

    private void read() {
        if (state.hasTypedAnywhere(Trait.SUPPORT_COLUMN) && state.hasTypedAnywhere(Trait.METRIC)) {
            support();
        }
        if (state.speaksOfTuning() && namesFiles()) {
            files();
        }
        for (int i = 1; i < state.size(); i++) {
            if (isFree(i) && !state.candidates.has(SlotName.EXAMPLES) && isCount(i)) {
                claim(SlotName.EXAMPLES, i);
            }
        }
        if ((state.has(Measure.TOKEN) || namesLength())
                && (!state.candidates.has(SlotName.TOKENS_PER_EXAMPLE) || state.any(Statistics::isAverage))) {
            means();
        }
    }

    /** {@code recall 0.79, support 400}: how many were tested. */
    private void support() {
        for (int i = 1; i < state.size(); i++) {
            int name = isAssigned(i) ? i - 2 : i - 1;
            if (state.isNumberAt(i) && !state.isNumberAt(name) && state.hasTyped(name, Trait.SUPPORT_COLUMN)) {
                state.withdraw(i);
                state.candidates.settle(i);
            }
        }
    }

    /** Of a median and a mean the mean is paid for. */
    private void means() {
        int mean = average(Trait.MEAN);
        if (mean < 0 && !has(SlotName.TOKENS_PER_EXAMPLE)) {
            mean = average(null);
        }
        if (mean >= 0) {
            replace(mean);
        }
    }

    /** Returns the index of the first free number behind {@code mean}, or behind any average; -1 if there is none. */
    private int average(@Nullable Trait trait) {
        for (int i = 1; i < state.size(); i++) {
            int name = averageOf(i);
            boolean named = name >= 0 && (trait == null || state.hasTyped(name, trait));
            if (named && (isFree(i) || (trait != null && isLength(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the average that a number is assigned to: {@code mean 220}, {@code mean_len=410}; else -1. */
    private int averageOf(int i) {
        int name = isAssigned(i) || (state.isAt(i - 1, Cue.OF) && state.isNumberAt(i)) ? i - 2 : i - 1;
        if (state.isAt(name, Cue.AVERAGE) && (name == i - 1 || isAssigned(i))) {
            return name;
        }
        return isAssigned(i) || isLengthAlone(i) ? lengthName(name) : -1;
    }

    /** The 734 of {@code 18,422 examples, avg length 734}: without a unit of its own it is one of tokens. */
    private boolean isLengthAlone(int i) {
        return isOpen(i)
                && !state.isUnitAt(i + 1)
                && !state.isPercentAt(i + 1)
                && !state.isRateAt(i + 1)
                && state.token(i).numeral().value().compareTo(SHORTEST) >= 0;
    }

    /** Returns the index of the {@code mean} of {@code mean_len}, {@code mean length}, or -1. */
    private int lengthName(int last) {
        if (last < 0 || !state.hasTyped(last, Trait.NAMES_LENGTH)) {
            return -1;
        }
        int average = state.isSymbolAt(last - 1, '_') ? last - 2 : last - 1;
        return state.isAt(average, Cue.AVERAGE) ? average : -1;
    }

    private boolean namesLength() {
        for (int i = 2; state.has(Cue.AVERAGE) && i < state.size(); i++) {
            boolean unit = state.isUnitAt(i + 1) && !state.isSymbolAt(i + 2, '=') && !state.isSymbolAt(i + 2, ':');
            boolean alone = state.isNumberAt(i)
                    && isLengthAlone(i)
                    && lengthName(state.isAt(i - 1, Cue.OF) ? i - 2 : i - 1) >= 0;
            if (alone || (!unit && isAssigned(i) && lengthName(i - 2) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** {@code wc -l train.jsonl = 41208}, {@code 8120 train.jsonl}, {@code len(train_ds) = 28400}: lines that a tool counted. */
    private void files() {
        BigDecimal sum = BigDecimal.ZERO;
        List<Integer> trained = new ArrayList<>(0);
        int total = -1;
        for (int i = 0; i < state.size(); i++) {
            if (!state.isNumberAt(i)
                    || state.token(i).use == Token.Use.SLOT
                    || state.token(i).numeral().isAmbiguous()) {
                continue;
            }
            int file = countedFile(i);
            if (file >= 0) {
                sum = sum.add(state.token(i).numeral().value());
                if (isValidation(file)) {
                    state.ignore(i);
                    state.candidates.settle(i);
                } else {
                    trained.add(i);
                }
            } else if (isLineStart(i) && state.isAt(i + 1, Cue.TOTAL) && !trained.isEmpty()) {
                total = i;
            }
        }
        if (total >= 0 && state.token(total).numeral().value().compareTo(sum) == 0) {
            state.ignore(total);
            state.candidates.settle(total);
        }
        if (!has(SlotName.EXAMPLES)) {
            for (int count : trained) {
                claim(SlotName.EXAMPLES, count);
                state.candidates.settle(count);
            }
        }
    }

    private boolean namesFiles() {
        if (!state.any(token -> token.kind == Token.Kind.CODE || token.isSymbol('('))) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            if (isDataFile(i) || (state.isSymbolAt(i, '(') && state.hasTyped(i - 1, Trait.COUNTS))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the name of the file whose lines a number counts, or -1. */
    private int countedFile(int number) {
        if (isLineStart(number) && isDataFile(number + 1)) {
            return number + 1;
        }
        int command = isLineStart(number) && state.isBreakAt(number + 1) ? commandBefore(number - 1) : -1;
        if (command >= 0) {
            return command;
        }
        int mark = number - 1;
        if (isDataFile(mark) && state.isItemAt(number + 1)) {
            return mark;
        }
        boolean said = isAssigned(number)
                || state.isAt(mark, Trait.ARROW)
                || state.hasTyped(mark, Trait.ARROW)
                || state.isAt(mark, Cue.IS)
                || state.hasTyped(mark, Trait.STATES)
                || state.hasTyped(mark, Trait.PRINTS);
        if (said && isDataFile(mark - 1)) {
            return mark - 1;
        }
        return said && state.isSymbolAt(mark - 1, ')') ? argument(mark - 1) : -1;
    }

    /** Returns the file of {@code wc -l train.jsonl}, the line before its result, or -1. */
    private int commandBefore(int end) {
        int file = -1;
        for (int i = end - 1;
                i >= Math.max(0, end - REACH_OF_COMMAND) && state.token(i).kind != Token.Kind.BREAK;
                i--) {
            file = isDataFile(i) ? i : file;
            if (file >= 0 && state.hasTyped(i, Trait.COUNTS)) {
                return file;
            }
        }
        return -1;
    }

    private boolean isLineStart(int number) {
        Token before = state.at(number - 1);
        return before == null || before.kind == Token.Kind.BREAK;
    }

    /** Returns the index of the {@code train} of {@code len(train_ds)}, or -1. */
    private int argument(int close) {
        for (int open = close - 1; open > close - REACH && open > 0; open--) {
            if (state.isSymbolAt(open, '(')) {
                return state.hasTyped(open - 1, Trait.COUNTS) ? open + 1 : -1;
            }
        }
        return -1;
    }

    private boolean isDataFile(int i) {
        Token token = state.at(i);
        if (token == null || token.kind != Token.Kind.CODE) {
            return false;
        }
        String name = state.typed(i, i);
        return state.compiledLexicon.is(Trait.DATA_FILE, name.substring(name.lastIndexOf('.') + 1));
    }

    /** {@code valid.jsonl}, {@code val_ds}. */
    private boolean isValidation(int file) {
        String name = state.typed(file, file);
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return state.isAt(file, Cue.VALIDATION)
                || state.compiledLexicon.is(Trait.VALIDATION_FILE, name.substring(0, end));
    }

    private boolean isLength(int i) {
        return state.candidates.all().stream()
                .anyMatch(candidate -> candidate.slot() == SlotName.TOKENS_PER_EXAMPLE && candidate.token() == i);
    }

    private boolean isFree(int i) {
        return isOpen(i) || (isAssigned(i) && state.token(i).use != Token.Use.SLOT);
    }

    private static boolean isAverage(Token token) {
        return token.is(Cue.AVERAGE);
    }

    private boolean has(SlotName<?> slot) {
        return state.candidates.has(slot);
    }

    /** {@code median 140 tokens, mean 190}: what is paid for is the mean. */
    private void replace(int mean) {
        state.candidates.all().stream()
                .filter(candidate -> candidate.slot() == SlotName.TOKENS_PER_EXAMPLE)
                .map(SlotCandidates.Candidate::token)
                .toList()
                .forEach(state.candidates::withdraw);
        state.candidates.settleOpenTokens();
        claim(SlotName.TOKENS_PER_EXAMPLE, mean);
    }

    private boolean isOpen(int i) {
        Token token = state.token(i);
        return token.isNumber()
                && token.use == Token.Use.NOTHING
                && !token.numeral().isInBillions();
    }

    private boolean isAssigned(int i) {
        Token mark = state.at(i - 1);
        return mark != null && (mark.isSymbol('=') || mark.isSymbol(':')) && state.isNumberAt(i);
    }

    /** A count beside a mean, or one that its name assigns. */
    private boolean isCount(int i) {
        boolean assigned = isAssigned(i);
        int name = assigned ? i - 2 : i - 1;
        boolean named = (name >= 0 && state.hasTyped(name, Trait.COUNT_NAME)) || isCountOfClause(name, assigned);
        boolean evaluates = state.has(Cue.VALIDATION) || state.has(Measure.EVALUATION);
        return named && (state.has(Cue.AVERAGE) || state.isAt(name, Cue.SIZE) || (assigned && !evaluates));
    }

    /** {@code scene count after the rewrite: 740}, {@code set size 8,250}. */
    private boolean isCountOfClause(int name, boolean assigned) {
        if (state.isAt(name, Cue.SIZE) && state.isAt(name - 1, Category.TOPICS)) {
            return true;
        }
        boolean count = false;
        int first = Math.max(state.clause(Math.max(name, 0)).first(), name - REACH);
        for (int i = first; assigned && i <= name; i++) {
            count |= state.hasTyped(i, Trait.COUNT_NOUN);
        }
        return count;
    }

    /** Counts are whole: a mean of 220.4 tokens is 220. */
    private void claim(SlotName<?> slot, int i) {
        Numeral numeral = Amounts.counted(state.token(i).numeral());
        Numeral whole = numeral.isRange() || numeral.isAmbiguous()
                ? numeral
                : Numeral.of(numeral.value().setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE));
        state.candidates.add(slot, whole, i);
        state.token(i).use = Token.Use.SLOT;
    }
}
