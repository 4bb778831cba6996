package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import java.math.BigDecimal;

/** Counts that a word right beside them names as held out: {@code val 400}, {@code (40 test)}, {@code the dev split, 500 of them}. */
public final class NamedHeldOut {
    private final ParseState state;
    private final boolean validates;
    private final boolean relates;
    private final boolean brackets;

    public NamedHeldOut(ParseState state) {
        this.state = state;
        validates = state.has(Cue.VALIDATION);
        relates = state.hasTypedAnywhere(Trait.RELATIVE);
        brackets = state.text.text().indexOf('(') >= 0;
    }

    /** True if a word of the message names what is held out. */
    public boolean isInMessage() {
        return validates;
    }

    /** {@code the dev split, 500 of the items, must stay out}. */
    public boolean isApposed(int number) {
        return validates
                && state.isSymbolAt(number - 1, ',')
                && state.isAt(number - 2, Cue.VALIDATION)
                && (state.hasTyped(number + 1, Trait.PART_OF) || state.isItemAt(number + 1));
    }

    /** {@code 1,240 chats (40 test)}, {@code 900 letters (100 of them held out)}, {@code 2,000 cards of which 200 test}. */
    public boolean isInBrackets(int number) {
        boolean bracket = brackets && state.isSymbolAt(number - 1, '(');
        boolean ofWhich =
                relates && state.hasTyped(number - 1, Trait.RELATIVE) && state.hasTyped(number - 2, Trait.PART_OF);
        if (!bracket && !ofWhich) {
            return false;
        }
        int name = state.isOfThemAt(number + 1) ? number + 3 : number + 1;
        boolean tests = state.isAt(name, Cue.VALIDATION) || state.hasTyped(name, Trait.TESTS);
        boolean closed = state.isSymbolAt(name + 1, ')');
        boolean ends = closed || (bracket ? state.isItemAt(name + 1) : state.isBreakAt(name + 1));
        return tests && ends;
    }

    /** {@code (test: 300)}, {@code (of which test: 300)}. */
    public boolean isNamedInBrackets(int number) {
        int name = number - 2;
        return brackets
                && state.isAssignmentAt(number - 1)
                && state.hasTyped(name, Trait.TESTS)
                && state.isSymbolAt(number + 1, ')')
                && (state.isSymbolAt(name - 1, '(') || state.hasTyped(name - 1, Trait.RELATIVE));
    }

    /** {@code val 400}, {@code train 8,022 / holdout 892)}: the name of a part right before its count. */
    public boolean isNamed(int number) {
        boolean marked = state.isAssignmentAt(number - 1) || state.isAt(number - 1, Cue.IS);
        int name = marked ? number - 2 : number - 1;
        // "train 1800 test 200", "train 1800 rows test 200"
        int before = state.isUnitAt(name - 1) ? name - 3 : name - 2;
        boolean beside = state.terse && state.hasTyped(name, Trait.TESTS) && state.isAt(before, Cue.TRAINING);
        boolean setting = state.isSymbolAt(number - 1, '=') && !state.isUnitAt(number + 1);
        return (beside || state.isAt(name, Cue.VALIDATION)) && (setting || endsPart(number));
    }

    /** The 500 of {@code 5k train 500 dev 500 test}: in a list of splits each name stands behind its count. */
    public boolean isListed(int number) {
        if (!state.hasTyped(number + 1, Trait.SPLIT_NAME)
                || (state.isUnitAt(number + 2) && !state.isAt(number + 2, Measure.EXAMPLE))) {
            return false;
        }
        // "splitting 15k train / 2k eval", "326 train and 82 dev"
        boolean joined = state.isSlash(number - 1)
                || state.isSymbolAt(number - 1, ',')
                || state.isSymbolAt(number - 1, '+')
                || state.isAt(number - 1, Cue.AND);
        int train = joined ? number - 2 : number - 1;
        if (state.isAt(train, Cue.TRAINING) && state.isNumberAt(train - 1)) {
            return true;
        }
        if (!state.terse) {
            return false;
        }
        for (int i = number - 2; i >= 0; i--) {
            if (state.isNumberAt(i) && state.isAt(i + 1, Cue.TRAINING)) {
                return true;
            }
        }
        return false;
    }

    /** The 1k of {@code split 9k/1k train/eval}. */
    public boolean isPaired(int number) {
        return state.isSlash(number - 1)
                && state.isNumberAt(number - 2)
                && state.isAt(number + 1, Cue.TRAINING)
                && state.isSlash(number + 2)
                && state.hasTyped(number + 3, Trait.SPLIT_NAME);
    }

    /** The {@code test} of {@code 400 of them marked 'test only'}. */
    public boolean isMark(int i) {
        int mark = i - 1;
        while (isQuote(mark) || state.isAt(mark, Cue.FOR) || state.hasTyped(mark, Trait.SERVES_AS)) {
            mark--;
        }
        return state.hasTyped(mark, Trait.MARKED_AS)
                && (state.hasTyped(i, Trait.TESTS) || state.hasTyped(i, Trait.EVALUATES));
    }

    /** True of an opening quotation mark. */
    public boolean isQuote(int i) {
        return state.isSymbolAt(i, '\'') || state.isSymbolAt(i, '‘') || state.isSymbolAt(i, '“');
    }

    /** {@code 400 of them marked}, {@code 350 labelled}, {@code 500 of which carry the label}. */
    public boolean isMarkedBehind(int part) {
        boolean things = state.isItemAt(part + 1) && !state.hasTyped(part + 1, Trait.MARKED_AS);
        int of = things ? part + 2 : part + 1;
        boolean ofThem =
                state.isOfThemAt(of) || (state.hasTyped(of, Trait.PART_OF) && state.hasTyped(of + 1, Trait.RELATIVE));
        int mark = ofThem ? of + 2 : of;
        int said = state.isAt(mark, Trait.FORM_OF_BE) ? mark + 1 : mark;
        return state.hasTyped(said, Trait.MARKED_AS) && !state.isNumberAt(said);
    }

    /** The 700 of {@code rows_eval = 700}, the 800 of {@code --dev_rows 800}. */
    public boolean isColumn(int number) {
        int name = state.isAssignmentAt(number - 1) ? number - 2 : number - 1;
        int other = name - 2;
        boolean behind = state.isAssignmentAt(number - 1) && isTest(name) && state.isItemAt(other);
        return state.isSymbolAt(name - 1, '_') && (behind || (isTest(other) && state.isItemAt(name)));
    }

    private boolean isTest(int index) {
        return state.hasTyped(index, Trait.TESTS) || state.isAt(index, Cue.VALIDATION);
    }

    private boolean endsPart(int number) {
        return state.isBreakAt(number + 1)
                || state.isNumberAt(number + 1)
                || state.isAssignmentAt(number + 2)
                || state.isSymbolAt(number + 1, ')')
                || state.isSlash(number + 1)
                || (state.hasTyped(number + 1, Trait.FURTHER) && state.isBreakAt(number + 2))
                || state.isItemAt(number + 1);
    }

    /** The 900 of {@code train 900 val 100}: the word behind it is the name of the next. */
    public boolean isOfTraining(int number) {
        return validates
                && state.isAt(number - 1, Cue.TRAINING)
                && state.isAt(number + 1, Cue.VALIDATION)
                && state.isNumberAt(number + 2);
    }

    /** The 0.2 of {@code 5000 rows val_split 0.2}. */
    public boolean isFraction(int i) {
        return state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) < 0;
    }
}
