package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.Chains;
import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tries all ways in which the requests of a day may follow from the figures and periods of a message. */
final class TrafficSearch {
    private static final List<TimeUnit> UNITS = List.of(TimeUnit.values());
    private static final int MOST_TIMES = 3;
    private static final int MOST_RATES = 4;

    private final List<Figure> figures;
    private final List<TrafficFigures.Period> periods;
    private final Chains chains;
    private final TrafficFinding found;
    private final List<List<TrafficRole>> tried;
    private final Consumer<TrafficDerivation> sink;
    private final TrafficRole[] roles;
    private final int[] counts = new int[TrafficRole.ALL.size()];

    /**
     * Prepares a search.
     *
     * @param chains which figures are counted for each of another
     * @param found what the readers found
     * @param tried the roles that each figure may have
     * @param sink takes each derivation
     */
    TrafficSearch(
            List<Figure> figures,
            List<TrafficFigures.Period> periods,
            Chains chains,
            TrafficFinding found,
            List<List<TrafficRole>> tried,
            Consumer<TrafficDerivation> sink) {
        this.figures = figures;
        this.periods = periods;
        this.chains = chains;
        this.found = found;
        this.tried = tried;
        this.sink = sink;
        roles = new TrafficRole[figures.size()];
    }

    void run() {
        assign(0);
    }

    private void assign(int figure) {
        if (figure == figures.size()) {
            periods();
            return;
        }
        for (TrafficRole role : tried.get(figure)) {
            if (!isFull(role)) {
                roles[figure] = role;
                counts[role.number()]++;
                assign(figure + 1);
                counts[role.number()]--;
            }
        }
    }

    private boolean isFull(TrafficRole role) {
        return switch (role) {
            case OTHER, SHARE_OTHER -> false;
            case TIMES -> count(role) >= MOST_TIMES;
            case RATE -> count(role) >= MOST_RATES;
            case HOURS, SPAN, TAKEN, SHARE_SENT, SHARE_SPARED -> count(role) > 0;
        };
    }

    private int count(TrafficRole role) {
        return counts[role.number()];
    }

    private void periods() {
        int rate = base();
        if (rate < 0) {
            if (List.of(roles).stream().noneMatch(TrafficRole::isUsed)) {
                hand(rate, -1);
            }
            return;
        }
        if (figures.get(rate).isRemembered()) {
            boolean changed =
                    List.of(roles).stream().filter(TrafficRole::isUsed).count() > 1;
            if (changed && count(TrafficRole.HOURS) == 0 && count(TrafficRole.SPAN) == 0) {
                hand(rate, -1);
            }
            return;
        }
        for (int period = -1; period < periods.size(); period++) {
            TimeUnit unit = period < 0 ? TimeUnit.DAY : periods.get(period).unit();
            boolean hourly = unit.days().isEmpty();
            if ((hourly || count(TrafficRole.HOURS) == 0) && (period >= 0 || count(TrafficRole.SPAN) == 0)) {
                hand(rate, period);
            }
        }
    }

    /** Returns the figure of the rate of the message, that of the span if one request comes in each ({@code every 10 minutes}), or what is remembered. */
    private int base() {
        return new TrafficDerivation(List.of(roles), goesOn(), null, IntStream.empty()).base();
    }

    /** True if what is remembered is a part of it. */
    private boolean goesOn() {
        return figures.getFirst().isRemembered() && roles[0] == TrafficRole.RATE;
    }

    private void hand(int rate, int period) {
        List<Integer> components = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < roles.length; i++) {
            components.add(TrafficComponents.role(i, roles[i]));
            switch (roles[i]) {
                case RATE -> {
                    if (before >= 0) {
                        components.add(TrafficComponents.addends(before, i));
                    }
                    before = i;
                }
                case TIMES -> components.add(TrafficComponents.times(i, rate));
                case HOURS -> components.add(TrafficComponents.hours(i, rate));
                case SPAN -> components.add(TrafficComponents.span(i, period));
                case TAKEN -> components.add(TrafficComponents.taken(i, goesOn() ? 0 : rate));
                default -> {
                    // By itself.
                }
            }
        }
        if (rate >= 0 && !figures.get(rate).isRemembered()) {
            components.add(TrafficComponents.period(rate, period));
        }
        chains(components);
        TrafficFigures.Period of = period < 0 ? null : periods.get(period);
        TrafficDerivation derivation = new TrafficDerivation(List.of(roles), goesOn(), of, IntStream.empty());
        BigDecimal perDay = derivation.perDay(figures);
        if (perDay != null && perDay.signum() <= 0) {
            return;
        }
        components.add(TrafficComponents.agreement(found.kind(), found.agreement(derivation, figures)));
        components.add(TrafficComponents.shape(shape(of)));
        sink.accept(new TrafficDerivation(
                derivation.roles(), goesOn(), of, components.stream().mapToInt(Integer::intValue)));
    }

    /** Adds which of the factors are counted for each of another number, and whether that is a factor, too. */
    private void chains(List<Integer> components) {
        for (int own = 0; own < roles.length && chains.isAny(); own++) {
            for (int each = 0; each < roles.length && isFactor(roles[own]); each++) {
                if (chains.has(own, each)) {
                    components.add(TrafficComponents.chain(own, each, isFactor(roles[each])));
                }
            }
        }
    }

    private static boolean isFactor(TrafficRole role) {
        return role == TrafficRole.RATE || role == TrafficRole.TIMES;
    }

    private int shape(TrafficFigures.@Nullable Period period) {
        int code = goesOn() ? 1 : 0;
        code = code * 2 + count(TrafficRole.TAKEN);
        code = code * (MOST_RATES + 1) + count(TrafficRole.RATE);
        code = code * (MOST_TIMES + 1) + count(TrafficRole.TIMES);
        code = code * 2 + count(TrafficRole.HOURS);
        code = code * 2 + count(TrafficRole.SPAN);
        code = code * 3 + count(TrafficRole.SHARE_SENT) + 2 * count(TrafficRole.SHARE_SPARED);
        return code * (UNITS.size() + 1) + (period == null ? 0 : UNITS.indexOf(period.unit()) + 1);
    }
}
