package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.ComponentFeatures;
import io.tunetally.interpreter.derivation.Components;
import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.derivation.FigureFeatures;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What derivations of traffic are made of: the role of each figure, the period of the rate, how they stand to each other, and what the
 * result is to what the readers found.
 */
final class TrafficComponents implements ComponentFeatures {
    private static final int ROLE = 0;
    private static final int TIMES = 1;
    private static final int PERIOD = 2;
    private static final int NO_PERIOD = 3;
    private static final int HOURS = 4;
    private static final int SPAN = 5;
    private static final int ADDENDS = 6;
    private static final int TAKEN = 7;
    private static final int CHAIN_KEPT = 8;
    private static final int CHAIN_BROKEN = 9;
    private static final int PAIRS = 10 * FIGURES * ComponentFeatures.ROLES;
    private static final int AGREEMENTS = 16;
    private static final int SHAPES = PAIRS + AGREEMENTS;

    private static final int FARTHEST = 5;
    private static final int WORDS_OF_DISTANCE = 3;

    private static final Symbol[] AGREES = numbered("AGREES", AGREEMENTS);
    private static final Symbol[] PERIOD_DISTANCE = numbered("PERIOD-DISTANCE", FARTHEST + 1);
    private static final Symbol[] PERIOD_PLACE = numbered("PERIOD-PLACE", 4);
    private static final Symbol[] PERIOD_LED = numbered("PERIOD-LED", 4);
    private static final Symbol[] PERIOD_NEAREST = numbered("PERIOD-NEAREST", 4);
    private static final Symbol[] WITHOUT_PERIOD = numbered("WITHOUT-PERIOD", 2);
    private static final Symbol[] HOURS_NEXT = numbered("HOURS-NEXT", 4);
    private static final Symbol[] HOURS_LIKELY = numbered("HOURS-LIKELY", 3);
    private static final Symbol[] SPAN_NEXT = numbered("SPAN-NEXT", 4);
    private static final Map<TimeUnit, Symbol> UNITS = new EnumMap<>(TimeUnit.class);
    private static final Map<TimeUnit, Symbol> LED_UNITS = new EnumMap<>(TimeUnit.class);

    static {
        for (TimeUnit unit : TimeUnit.values()) {
            UNITS.put(unit, Symbol.of("PERIOD-" + unit.name()));
            LED_UNITS.put(unit, Symbol.of("PERIOD-A-" + unit.name()));
        }
    }

    private static final int LONGEST_DAY = 24;
    private static final int SHORT_DAY = 6;

    private final ParseState state;
    private final List<Figure> figures;
    private final List<TrafficFigures.Period> periods;
    private final FigureFeatures features;

    TrafficComponents(
            ParseState state, List<Figure> figures, List<TrafficFigures.Period> periods, FigureFeatures features) {
        this.state = state;
        this.figures = figures;
        this.periods = periods;
        this.features = features;
    }

    private static Symbol[] numbered(String name, int values) {
        return IntStream.range(0, values)
                .mapToObj(value -> Symbol.of(name + "-" + value))
                .toArray(Symbol[]::new);
    }

    static int role(int figure, TrafficRole role) {
        return ComponentFeatures.pair(ROLE, figure, role.number());
    }

    static int times(int times, int rate) {
        return ComponentFeatures.pair(TIMES, times, rate);
    }

    /** Returns the component of a rate and its period; without one that is a day. */
    static int period(int rate, int period) {
        return period < 0 ? ComponentFeatures.pair(NO_PERIOD, rate, 0) : ComponentFeatures.pair(PERIOD, rate, period);
    }

    /** Returns the component of two rates that add up. */
    static int addends(int one, int next) {
        return ComponentFeatures.pair(ADDENDS, one, next);
    }

    /** Returns the component of what no longer comes and that from which it is taken. */
    static int taken(int taken, int rate) {
        return ComponentFeatures.pair(TAKEN, taken, rate);
    }

    /** Returns the component of a number that is counted for each of another one, which is a factor or not. */
    static int chain(int counted, int each, boolean kept) {
        return ComponentFeatures.pair(kept ? CHAIN_KEPT : CHAIN_BROKEN, counted, each);
    }

    static int hours(int hours, int rate) {
        return ComponentFeatures.pair(HOURS, hours, rate);
    }

    static int span(int span, int period) {
        return ComponentFeatures.pair(SPAN, span, period);
    }

    /**
     * Returns what a result is to what the readers found.
     *
     * @param found what kind of traffic they found, below 3
     * @param result the kind of the result, below 3; 3 if it is the one that they found
     */
    static int agreement(int found, int result) {
        return PAIRS + found * 4 + result;
    }

    static int shape(int code) {
        return SHAPES + code;
    }

    @Override
    public String label(int component) {
        return ComponentFeatures.isRole(component)
                ? TrafficRole.ALL.get(component % ComponentFeatures.ROLES).label()
                : RELATION;
    }

    @Override
    public void read(int component, WordSymbols words, FeatureSink sink) {
        if (component >= SHAPES) {
            sink.add(FeatureKind.FACT, Symbol.of("SHAPE-" + (component - SHAPES)), Symbol.NONE);
        } else if (component >= PAIRS) {
            add(sink, AGREES, component - PAIRS);
        } else {
            int one = ComponentFeatures.figure(component);
            int other = component % ComponentFeatures.ROLES;
            switch (component / (FIGURES * ComponentFeatures.ROLES)) {
                case ROLE -> features.read(figures.get(one), words, sink);
                case TIMES ->
                    features.relations().read(Components.Pair.GROUPS, figures.get(one), figures.get(other), sink);
                case ADDENDS ->
                    features.relations().read(Components.Pair.ADDENDS, figures.get(one), figures.get(other), sink);
                case PERIOD -> period(figures.get(one), periods.get(other), words, sink);
                case NO_PERIOD -> add(sink, WITHOUT_PERIOD, periods.isEmpty() ? 0 : 1);
                case TAKEN ->
                    features.relations().read(Components.Pair.REMOVED, figures.get(one), figures.get(other), sink);
                case CHAIN_KEPT, CHAIN_BROKEN ->
                    features.chains()
                            .read(one, other, component / (FIGURES * ComponentFeatures.ROLES) == CHAIN_KEPT, sink);
                case HOURS -> hours(figures.get(one), figures.get(other), sink);
                case SPAN -> span(figures.get(one), periods.get(other), sink);
                default -> throw new IllegalArgumentException("no component: " + component);
            }
        }
    }

    private static void add(FeatureSink sink, Symbol[] symbols, int value) {
        sink.add(FeatureKind.FACT, symbols[value], Symbol.NONE);
    }

    private void period(Figure rate, TrafficFigures.Period period, WordSymbols words, FeatureSink sink) {
        boolean before = period.token() < rate.first();
        boolean sentence = state.sentence(period.token()) == state.sentence(rate.first());
        boolean nearestToRate = isNearest(rate.first(), period);
        boolean nearestToPeriod = isNearest(period.token(), rate);
        add(sink, PERIOD_DISTANCE, distance(period.token(), rate.first()));
        add(sink, PERIOD_PLACE, (before ? 2 : 0) + (sentence ? 1 : 0));
        add(sink, PERIOD_LED, (period.led() ? 2 : 0) + (sentence ? 1 : 0));
        add(sink, PERIOD_NEAREST, (nearestToRate ? 2 : 0) + (nearestToPeriod ? 1 : 0));
        Map<TimeUnit, Symbol> units = period.led() ? LED_UNITS : UNITS;
        Symbol unit = Objects.requireNonNull(units.get(period.unit()));
        sink.add(FeatureKind.FACT, unit, Symbol.NONE);
        features.beside().read(period.token(), period.token(), unit, words, sink);
    }

    private boolean isNearest(int rate, TrafficFigures.Period period) {
        int own = Math.abs(period.token() - rate);
        return periods.stream().noneMatch(other -> Math.abs(other.token() - rate) < own);
    }

    private boolean isNearest(int period, Figure rate) {
        int own = Math.abs(rate.first() - period);
        return figures.stream().noneMatch(other -> !other.isShare() && Math.abs(other.first() - period) < own);
    }

    private static int distance(int one, int other) {
        return Math.min(FARTHEST, (Math.abs(one - other) + WORDS_OF_DISTANCE - 1) / WORDS_OF_DISTANCE);
    }

    private void hours(Figure hours, Figure rate, FeatureSink sink) {
        boolean unit = periods.stream().anyMatch(each -> each.unit() == TimeUnit.HOUR && each.isBehind(hours));
        boolean sentence = state.sentence(hours.first()) == state.sentence(rate.first());
        add(sink, HOURS_NEXT, (unit ? 2 : 0) + (sentence ? 1 : 0));
        add(sink, HOURS_LIKELY, hours.value() == LONGEST_DAY ? 0 : hours.value() < SHORT_DAY ? 1 : 2);
    }

    private void span(Figure span, TrafficFigures.Period period, FeatureSink sink) {
        add(sink, SPAN_NEXT, (period.isBehind(span) ? 2 : 0) + (period.led() ? 1 : 0));
    }
}
