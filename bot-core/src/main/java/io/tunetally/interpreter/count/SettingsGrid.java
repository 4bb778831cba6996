package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a search over settings, each combination of which is a run: {@code 3 learning rates x 2 ranks}, {@code an ablation over
 * r=8,16,32 and lr 1e-4,2e-4}, {@code lr{1e-5,5e-5} r{8,16}}. Seeds multiply them: {@code 9 combinations, 2 seeds each}.
 */
public final class SettingsGrid {
    private static final BigDecimal MOST_VALUES = BigDecimal.valueOf(100);

    /** The most words between two numbers of settings. */
    private static final int REACH = 3;

    private static final Pattern LISTED = Pattern.compile("[0-9.e-]+([,/][0-9.e-]+)*");

    /** What only a setting is as small as: {@code 1e-4, 2e-4}. */
    private static final Pattern SMALL = Pattern.compile("\\d(?:\\.\\d+)?e-\\d");

    private static final Pattern VALUE_END = Pattern.compile("[,/]");

    private final ParseState state;
    private final List<EpochChoices.Choice> epochs = new ArrayList<>(0);

    /**
     * A setting with several values.
     *
     * @param token the index of the number of its values, or of the first of them
     * @param last the index of the last token that belongs to it
     * @param seeds whether only the seed changes
     */
    private record Setting(int token, int last, BigDecimal values, boolean seeds) {}

    private SettingsGrid(ParseState state) {
        this.state = state;
    }

    /** Claims the number of combinations as the number of runs. */
    public static void read(ParseState state) {
        boolean searched = state.hasTypedAnywhere(Trait.SEARCHES_SETTINGS);
        boolean settings = searched || state.hasTypedAnywhere(Trait.SETTINGS) || state.has(Category.KNOBS);
        if (settings && !state.candidates.has(SlotName.RUNS)) {
            new SettingsGrid(state).read(searched);
        }
    }

    private void read(boolean searched) {
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            Setting setting = isOfEpochs(i) ? epochs(i) : isCounted(i) ? counted(i) : isNamed(i) ? listed(i) : null;
            if (setting != null) {
                settings.add(setting);
                i = setting.last();
            }
        }
        boolean onlySeeds = settings.stream().allMatch(Setting::seeds);
        boolean grid = settings.size() > 1 && (searched || areJoined(settings));
        boolean again = state.mayEdit() && state.remembered.has(SlotName.RUNS);
        if (onlySeeds || (!grid && !((searched || again) && settings.size() == 1))) {
            return;
        }
        for (Setting setting : settings) {
            state.use(setting.token(), setting.last(), Token.Use.CONNECTIVE);
        }
        if (countsRuns()) {
            return;
        }
        claimEpochs();
        BigDecimal runs = settings.stream().map(Setting::values).reduce(BigDecimal.ONE, BigDecimal::multiply);
        int first = settings.getFirst().token();
        state.candidates.addDerived(SlotName.RUNS, Numeral.of(runs), first);
        state.candidates.settle(first);
        String factors = settings.stream()
                .map(setting -> setting.values().toPlainString())
                .collect(Collectors.joining(" × "));
        state.candidates.explain(SlotName.RUNS, runs, factors);
        state.token(first).use = Token.Use.SLOT;
        if (state.mayEdit() && state.remembered.has(SlotName.EXAMPLES)) {
            state.impliesEdit();
        }
    }

    /** True of the 2 of {@code 2 epoch settings}. */
    private boolean isOfEpochs(int number) {
        return state.isCountAt(number)
                && state.isAt(number + 1, Measure.EPOCH)
                && state.hasTyped(number + 2, Trait.CHOICE_OF_SETTING);
    }

    /** Returns that setting with the epochs that are listed behind it: {@code 2 epoch settings (1 and 3)}. */
    private Setting epochs(int number) {
        int first = state.isSymbolAt(number + 3, ':') || isBracket(number + 3) ? number + 4 : number + 3;
        int last = number + 2;
        for (int i = first;
                state.isCountAt(i) && state.token(i).numeral().value().signum() > 0;
                i++) {
            epochs.add(new EpochChoices.Choice(i, state.token(i).numeral().value(), BigDecimal.ONE));
            last = i;
            boolean joined = state.isSymbolAt(i + 1, ',')
                    || state.isSlash(i + 1)
                    || state.isAt(i + 1, Cue.AND)
                    || state.isAt(i + 1, Cue.OR);
            i += joined ? 1 : 0;
            if (!joined) {
                break;
            }
        }
        return new Setting(
                number,
                isEnd(last + 1) ? last + 1 : last,
                state.token(number).numeral().value(),
                false);
    }

    private void claimEpochs() {
        if (!epochs.isEmpty()) {
            EpochChoices.claim(state, epochs);
        }
    }

    /** True of the 3 of {@code 3 learning rates} and of {@code 3 seeds}. */
    private boolean isCounted(int number) {
        return state.isCountAt(number)
                && (state.hasTyped(number + 1, Trait.SETTINGS)
                        || state.hasTyped(number + 1, Trait.SEEDS)
                        || isFactorOfKnob(number))
                && state.token(number).numeral().value().signum() > 0
                && state.token(number).numeral().value().compareTo(MOST_VALUES) <= 0
                && !state.token(number).numeral().isRange();
    }

    /** True of the 4 of {@code 3 seeds x 4 lr}; that of {@code seed 3 x 4 lr} is no value. */
    private boolean isFactorOfKnob(int number) {
        return state.isAt(number + 1, Category.KNOBS)
                && (state.isTimesSign(number - 1) || state.isTimesSign(number + 2))
                && !state.isNumberAt(number + 2);
    }

    private Setting counted(int number) {
        boolean seeds = !state.hasTyped(number + 1, Trait.SETTINGS) && !isFactorOfKnob(number);
        return new Setting(number, number + 1, state.token(number).numeral().value(), seeds);
    }

    /** True of the name of a setting: {@code r}, {@code lr}, {@code rank}. */
    private boolean isNamed(int name) {
        return state.isAt(name, Category.KNOBS);
    }

    /** Returns the setting whose values are listed behind its name, {@code r=8,16,32}, or null if there is one value. */
    private @Nullable Setting listed(int name) {
        int first = state.isAssignmentAt(name + 1) || isBracket(name + 1) ? name + 2 : name + 1;
        boolean bracketed = isBracket(first - 1);
        int values = 0;
        int last = first;
        for (int i = first; isValue(i) && (i == first || bracketed || !state.token(i).spaced || isSmall(i)); i += 2) {
            values += VALUE_END.split(state.typed(i, i), -1).length;
            last = i;
            if (!state.isSymbolAt(i + 1, ',') && !state.isSlash(i + 1)) {
                break;
            }
        }
        last = bracketed && isEnd(last + 1) ? last + 1 : last;
        return values < 2 ? null : new Setting(first, last, BigDecimal.valueOf(values), false);
    }

    /** The bracket of {@code lr{1e-5,5e-5}} and of {@code r in [8,16]}. */
    private boolean isBracket(int i) {
        return state.isSymbolAt(i, '{') || state.isSymbolAt(i, '[') || state.isSymbolAt(i, '(');
    }

    private boolean isEnd(int i) {
        return state.isSymbolAt(i, '}') || state.isSymbolAt(i, ']') || state.isSymbolAt(i, ')');
    }

    private boolean isSmall(int i) {
        return SMALL.matcher(state.typed(i, i)).matches();
    }

    private boolean isValue(int i) {
        Token token = state.at(i);
        return token != null
                && (token.isNumber() || token.kind == Token.Kind.CODE)
                && LISTED.matcher(state.typed(i, i)).matches();
    }

    /**
     * {@code 3 learning rates x 2 ranks}, {@code lr{1e-5,5e-5} r{8,16}}, {@code 9 combinations, 2 seeds each}, {@code 9 combinations
     * with 2 seeds each}.
     */
    private boolean areJoined(List<Setting> settings) {
        for (int k = 1; k < settings.size(); k++) {
            int from = settings.get(k - 1).last() + 1;
            int end = settings.get(k).token();
            boolean seeds = settings.get(k).seeds()
                    && (state.isSymbolAt(from, ',') || state.hasTyped(from, Trait.HAVING))
                    && state.isAt(settings.get(k).last() + 1, Cue.EACH);
            boolean joined = end - from <= REACH
                    && (seeds
                            || (isEnd(from - 1) && isBracket(end - 1))
                            || state.isTimesSign(from)
                            || state.isAt(from, Cue.AND)
                            || state.hasTyped(from, Trait.BY));
            if (!joined) {
                return false;
            }
        }
        return true;
    }

    /** {@code 3 seeds x 2 learning rates = 6 runs}. */
    private boolean countsRuns() {
        for (int i = 0; i < state.size(); i++) {
            int unit = state.isNumberAt(i) && state.token(i).use == Token.Use.NOTHING ? state.unitFinder.right(i) : -1;
            if (state.isAt(unit, Measure.RUN)) {
                return true;
            }
        }
        return false;
    }
}
