package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.count.Fates;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The features of two figures that belong together: groups and what each has, two addends, a whole and what is taken off it. */
public final class Relations {
    private static final int FATE_REACH = 12;

    /** The words beside a part that say of what it is one, and beside a whole that say that it is trained on. */
    private static final int REACH_OF_LINK = 4;

    private static final int REACH_OF_NUMBERED = 16;

    /** The words from {@code on top of that} to the number. */
    private static final int REACH_OF_GAIN = 5;

    /** The words between a number and the word for each that belongs to it. */
    private static final int EACH_REACH = 6;

    private static final int FARTHEST = 4;
    private static final int WORDS_OF_DISTANCE = 4;

    private static final Symbol[] COUNT = flags("COUNT");
    private static final Map<Token.Use, Symbol> USES = symbols("USE-", Token.Use.class);
    private static final Map<Measure, Symbol> UNITS = symbols("UNIT-", Measure.class);
    private static final Symbol NO_UNIT = Symbol.of("UNIT-NONE");

    private static final Symbol[] GROUPS_BEFORE = flags("GROUPS-BEFORE");
    private static final Symbol[] GROUPS_DISTANCE = numbered("GROUPS-DISTANCE", FARTHEST + 1);
    private static final Symbol[] GROUPS_IN_SENTENCE = flags("GROUPS-IN-SENTENCE");
    private static final Symbol[] GROUPS_EACH = numbered("GROUPS-EACH", 8);
    private static final Symbol[] GROUPS_COUNTED_FOR = numbered("GROUPS-COUNTED-FOR", 4);
    private static final Symbol[] GROUPS_FOR_EACH = flags("GROUPS-FOR-EACH");
    private static final Symbol[] GROUPS_TIMES = flags("GROUPS-TIMES");
    private static final Symbol[] GROUPS_LARGER = flags("GROUPS-LARGER");
    private static final Symbol[] GROUPS_NEXT = flags("GROUPS-NEXT");

    private static final Symbol[] DROPPED_BEFORE = flags("DROPPED-BEFORE");
    private static final Symbol[] DROPPED_NOUN = flags("DROPPED-NOUN");
    private static final Symbol[] DROPPED_FATE = flags("DROPPED-FATE");

    private static final Symbol[] ONE_NUMBERED = numbered("WITHOUT-NUMBERED", 3);
    private static final Symbol[] ONE_NAMED = flags("WITHOUT-ONE");
    private static final Symbol[] ONE_OF_NOTHING = flags("WITHOUT-ANY-WORD");

    private static final Symbol[] ADDENDS_LINK = numbered("ADDENDS-LINK", 4);
    private static final Symbol[] ADDENDS_GAIN = flags("ADDENDS-GAIN");
    private static final Symbol[] ADDENDS_NOUN = flags("ADDENDS-NOUN");
    private static final Symbol[] ADDENDS_DISTANCE = numbered("ADDENDS-DISTANCE", FARTHEST + 1);
    private static final Symbol[] ADDENDS_RATIO = numbered("ADDENDS-RATIO", 4);
    private static final Symbol[] ADDENDS_NEXT = flags("ADDENDS-NEXT");

    private static final Map<Components.Pair, Symbol[]> TAKEN_PLACE = taken("PLACE", 4);
    private static final Map<Components.Pair, Symbol[]> TAKEN_RATIO = taken("RATIO", 5);
    private static final Map<Components.Pair, Symbol[]> TAKEN_NOUN = taken("NOUN", 3);
    private static final Map<Components.Pair, Symbol[]> TAKEN_NEXT = taken("NEXT", FARTHEST + 1);
    private static final Map<Components.Pair, Symbol[]> TAKEN_LINK = taken("LINK", 8);
    private static final Map<Components.Pair, Symbol[]> TAKEN_TRAINED = taken("TRAINED", 3);

    private static final double[] SIZES = {10, 30, 100, 300, 1000, 3000, 10_000, 50_000};
    private static final Symbol[] SIZE = numbered("SIZE", SIZES.length + 1);
    private static final Symbol[] NAMED = flags("NAMED");
    private static final Symbol[] GROUPS_SIZE = numbered("GROUPS-SIZE", SIZES.length + 1);
    private static final Symbol[] GROUPS_OF = numbered("GROUPS-OF", SIZES.length + 1);

    private static final double[] REMEMBERED_RATIOS = {0.02, 0.1, 0.3, 0.6, 1, 1.5, 4, 20};
    private static final int SAME = REMEMBERED_RATIOS.length + 1;
    private static final Symbol GOES_ON = Symbol.of("GOES-ON");
    private static final Symbol[] TO_REMEMBERED = numbered("TO-REMEMBERED", SAME + 1);
    private static final Map<Components.Pair, Symbol[]> OF_REMEMBERED = ofRemembered();

    private static final double[] ADDEND_RATIOS = {3, 10, 40};
    private static final double[] TAKEN_RATIOS = {0.02, 0.1, 0.3, 0.6};

    private final ParseState state;
    private final Nouns nouns;
    private final List<Figure> figures;
    private final Fates fates;

    public Relations(ParseState state, Nouns nouns, List<Figure> figures, Fates fates) {
        this.state = state;
        this.nouns = nouns;
        this.figures = figures;
        this.fates = fates;
    }

    private static Symbol[] flags(String name) {
        return numbered(name, 2);
    }

    private static Symbol[] numbered(String name, int values) {
        Symbol[] symbols = new Symbol[values];
        for (int value = 0; value < values; value++) {
            symbols[value] = Symbol.of(name + "-" + value);
        }
        return symbols;
    }

    private static <E extends Enum<E>> Map<E, Symbol> symbols(String prefix, Class<E> type) {
        Map<E, Symbol> symbols = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            symbols.put(each, Symbol.of(prefix + each.name()));
        }
        return symbols;
    }

    private static Map<Components.Pair, Symbol[]> taken(String name, int values) {
        Map<Components.Pair, Symbol[]> symbols = new EnumMap<>(Components.Pair.class);
        for (Components.Pair kind :
                List.of(Components.Pair.REMOVED, Components.Pair.HELD_OUT, Components.Pair.TAKEN_OFF_SUM)) {
            symbols.put(kind, numbered(kind.name() + "-" + name, values));
        }
        return symbols;
    }

    private static Map<Components.Pair, Symbol[]> ofRemembered() {
        Map<Components.Pair, Symbol[]> symbols = new EnumMap<>(Components.Pair.class);
        for (Components.Pair kind : Components.Pair.values()) {
            symbols.put(kind, numbered(kind.name() + "-OF-REMEMBERED", SAME));
        }
        return symbols;
    }

    /** Returns what a map of all values of its keys holds. */
    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static void add(FeatureSink sink, Symbol[] symbols, boolean holds) {
        add(sink, symbols, holds ? 1 : 0);
    }

    private static void add(FeatureSink sink, Symbol[] symbols, int value) {
        sink.add(FeatureKind.FACT, symbols[value], Symbol.NONE);
    }

    /** Gives what a number is by itself. */
    public void number(Figure number, boolean counts, FeatureSink sink) {
        add(sink, SIZE, step((double) number.value(), SIZES));
        add(sink, COUNT, counts);
        add(sink, NAMED, !number.noun().isEmpty());
        sink.add(FeatureKind.FACT, known(USES.get(state.token(number.first()).use)), Symbol.NONE);
        Measure unit = state.measureAt(state.unitFinder.right(number.first()));
        sink.add(FeatureKind.FACT, unit == null ? NO_UNIT : known(UNITS.get(unit)), Symbol.NONE);
    }

    /** Gives that a conversation goes on, and how large a number is beside the one that it remembers. */
    public void conversation(Figure figure, FeatureSink sink) {
        Figure before = figures.getFirst();
        if (before.isRemembered()) {
            sink.add(FeatureKind.FACT, GOES_ON, Symbol.NONE);
            if (!figure.isShare()) {
                boolean same = figure.value() == before.value();
                add(sink, TO_REMEMBERED, same ? SAME : ratio(figure, before));
            }
        }
    }

    private static int ratio(Figure figure, Figure before) {
        return step((double) figure.value() / before.value(), REMEMBERED_RATIOS);
    }

    /** Gives how two figures stand to each other. */
    public void read(Components.Pair kind, Figure one, Figure other, FeatureSink sink) {
        if (kind != Components.Pair.WITHOUT_ONE && (one.isRemembered() || other.isRemembered())) {
            Figure own = one.isRemembered() ? other : one;
            Figure before = one.isRemembered() ? one : other;
            add(sink, known(OF_REMEMBERED.get(kind)), ratio(own, before));
            return;
        }
        switch (kind) {
            case GROUPS -> groups(one, other, sink);
            case DROPPED_GROUPS -> dropped(one, other, sink);
            case WITHOUT_ONE -> withoutOne(one, sink);
            case ADDENDS -> addends(one, other, sink);
            case REMOVED, HELD_OUT, TAKEN_OFF_SUM -> taken(kind, one, other, sink);
            case ROLE, CHAIN_KEPT, CHAIN_BROKEN -> throw new IllegalArgumentException("no relation: " + kind);
        }
    }

    private void groups(Figure groups, Figure data, FeatureSink sink) {
        int low = Math.min(groups.first(), data.first());
        int high = Math.max(groups.first(), data.first());
        boolean between = hasEach(low + 1, high);
        boolean behindData = hasEach(data.first() + 1, data.first() + EACH_REACH);
        boolean behindGroups = hasEach(groups.first() + 1, groups.first() + EACH_REACH);
        boolean countedFor = nouns.isCountedFor(groups.noun());
        boolean times = false;
        for (int i = low + 1; i < high; i++) {
            times |= state.isTimesSign(i) || state.isSymbolAt(i, 'x');
        }
        add(sink, GROUPS_BEFORE, groups.first() < data.first());
        add(sink, GROUPS_DISTANCE, distance(low, high));
        add(sink, GROUPS_IN_SENTENCE, state.sentence(low) == state.sentence(high));
        add(sink, GROUPS_EACH, (between ? 4 : 0) + (behindData ? 2 : 0) + (behindGroups ? 1 : 0));
        add(sink, GROUPS_COUNTED_FOR, (countedFor ? 2 : 0) + (between || behindData ? 1 : 0));
        add(sink, GROUPS_FOR_EACH, nouns.isForEach(data, groups));
        add(sink, GROUPS_TIMES, times);
        add(sink, GROUPS_LARGER, groups.value() > data.value());
        add(sink, GROUPS_SIZE, step((double) groups.value(), SIZES));
        add(sink, GROUPS_OF, step((double) data.value(), SIZES));
        add(sink, GROUPS_NEXT, numbersBetween(low, high) == 0);
    }

    private void dropped(Figure dropped, Figure groups, FeatureSink sink) {
        add(sink, DROPPED_BEFORE, dropped.first() < groups.first());
        add(sink, DROPPED_NOUN, isSame(dropped.noun(), groups.noun()));
        add(sink, DROPPED_FATE, isLost(dropped.first() + 1, dropped.first() + FATE_REACH));
    }

    /** The 9 of {@code box 9 is not to be trusted}, and the {@code one} of {@code one of them pulled out}. */
    private void withoutOne(Figure groups, FeatureSink sink) {
        int numbered = 0;
        boolean one = false;
        for (int i = 1; i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && i != groups.first()
                    && !groups.noun().isEmpty()
                    && nouns.stem(i - 1).equals(groups.noun())) {
                numbered = Math.max(numbered, isLost(i + 1, i + REACH_OF_NUMBERED) ? 2 : 1);
            }
            one |= state.hasTyped(i, Trait.ONE_ALONE) && isLost(i + 1, i + FATE_REACH);
        }
        add(sink, ONE_NUMBERED, numbered);
        add(sink, ONE_NAMED, one);
        add(sink, ONE_OF_NOTHING, numbered == 0 && !one);
    }

    private void addends(Figure one, Figure next, FeatureSink sink) {
        boolean and = false;
        for (int i = one.first() + 1; i < next.first(); i++) {
            and |= state.isAt(i, Cue.AND) || state.isSymbolAt(i, '+');
        }
        boolean sentence = state.sentence(one.first()) == state.sentence(next.first());
        add(sink, ADDENDS_LINK, (and ? 2 : 0) + (sentence ? 1 : 0));
        add(sink, ADDENDS_GAIN, gains(next));
        add(sink, ADDENDS_NOUN, isSame(one.noun(), next.noun()));
        add(sink, ADDENDS_DISTANCE, distance(one.first(), next.first()));
        double ratio = (double) Math.max(one.value(), next.value()) / Math.min(one.value(), next.value());
        add(sink, ADDENDS_RATIO, step(ratio, ADDEND_RATIOS));
        add(sink, ADDENDS_NEXT, numbersBetween(one.first(), next.first()) == 0);
    }

    /** {@code on top of that there are 480}: words right before a number say that it comes in addition. */
    private boolean gains(Figure next) {
        int first = Math.max(state.sentence(next.first()).first(), next.first() - REACH_OF_GAIN);
        for (int i = first; i < next.first(); i++) {
            if (fates.isAdded(i) || state.hasTyped(i, Trait.ANOTHER) || state.isAt(i, Cue.ADD)) {
                return true;
            }
        }
        return false;
    }

    private void taken(Components.Pair kind, Figure part, Figure whole, FeatureSink sink) {
        boolean sentence = state.sentence(part.first()) == state.sentence(whole.first());
        int low = Math.min(part.first(), whole.first());
        int high = Math.max(part.first(), whole.first());
        int noun = part.noun().isEmpty() ? 0 : isSame(part.noun(), whole.noun()) ? 1 : 2;
        add(sink, known(TAKEN_PLACE.get(kind)), (part.first() > whole.first() ? 2 : 0) + (sentence ? 1 : 0));
        add(sink, known(TAKEN_RATIO.get(kind)), step((double) part.value() / whole.value(), TAKEN_RATIOS));
        add(sink, known(TAKEN_NOUN.get(kind)), noun);
        add(sink, known(TAKEN_NEXT.get(kind)), Math.min(FARTHEST, numbersBetween(low, high)));
        add(sink, known(TAKEN_LINK.get(kind)), link(part, low, high));
        add(sink, known(TAKEN_TRAINED.get(kind)), trained(part, whole));
    }

    /**
     * Returns how the words beside a part say of what it is one: 4 for {@code of which} and {@code of them}, which say that the whole has it, 2
     * for {@code another}, which says that it comes beside, 1 for {@code the}.
     */
    private int link(Figure part, int low, int high) {
        boolean of = isOfData(part.last() + 1) || isOfData(part.last() + 2);
        for (int i = Math.max(low + 1, part.first() - REACH_OF_LINK); i < part.first() && !of; i++) {
            of = isOfData(i) || state.hasTyped(i, Trait.INCLUDES);
        }
        boolean beside = false;
        for (int i = Math.max(low + 1, part.first() - 2); i <= part.last() + 2 && i < state.size() && !beside; i++) {
            beside = i != part.first()
                    && i != high
                    && !state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.ANOTHER) || state.isAt(i, Cue.ADD) || state.hasTyped(i, Trait.GROWS));
        }
        boolean definite = state.hasTyped(part.first() - 1, Trait.DEFINITE_ARTICLE);
        return (of ? 4 : 0) + (beside ? 2 : 0) + (definite ? 1 : 0);
    }

    /** True of {@code of which}, {@code of these}, {@code of them}. */
    private boolean isOfData(int of) {
        return (state.hasTyped(of, Trait.PART_OF) || state.isAt(of, Cue.FROM))
                && (state.isAt(of + 1, Cue.THEM)
                        || state.hasTyped(of + 1, Trait.RELATIVE)
                        || state.hasTyped(of + 1, Trait.PRONOUN));
    }

    /** Returns 2 if words right beside the whole say that it is trained on, 1 if some between it and the part do, so that it may lack the part. */
    private int trained(Figure part, Figure whole) {
        int end = part.first() > whole.first() ? part.first() : state.size();
        int trained = 0;
        for (int i = Math.max(0, whole.first() - REACH_OF_LINK); i < Math.min(end, whole.last() + FATE_REACH); i++) {
            if (state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TRAINS)) {
                boolean beside = Math.abs(i - whole.first()) <= REACH_OF_LINK;
                trained = Math.max(trained, beside ? 2 : 1);
            }
        }
        return trained;
    }

    private static boolean isSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private static int step(double value, double[] bounds) {
        int step = 0;
        while (step < bounds.length && value >= bounds[step]) {
            step++;
        }
        return step;
    }

    private static int distance(int low, int high) {
        return Math.min(FARTHEST, (high - low) / WORDS_OF_DISTANCE);
    }

    private int numbersBetween(int low, int high) {
        int between = 0;
        for (Figure figure : figures) {
            between += !figure.isShare() && figure.first() > low && figure.first() < high ? 1 : 0;
        }
        return between;
    }

    private boolean hasEach(int from, int end) {
        for (int i = from; i < Math.min(end, state.size()); i++) {
            if (nouns.isEach(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLost(int from, int end) {
        for (int i = from; i < Math.min(end, state.size()); i++) {
            if (fates.isLoss(i)) {
                return true;
            }
        }
        return false;
    }
}
