package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A way in which the requests of a day follow from the figures of a message. */
final class TrafficDerivation {
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);
    private static final int DECIMALS = 6;

    private final List<TrafficRole> roles;
    private final boolean goesOn;
    private final TrafficFigures.@Nullable Period period;
    private final int[] components;

    /**
     * Creates a derivation.
     *
     * @param roles what each figure is
     * @param goesOn whether the first figure is the rate that the conversation remembers, and a part of it
     * @param period the period of the rate, null if that is a day without a word for it
     * @param components what it is made of, for {@link TrafficComponents}
     */
    TrafficDerivation(
            List<TrafficRole> roles, boolean goesOn, TrafficFigures.@Nullable Period period, IntStream components) {
        this.roles = roles;
        this.goesOn = goesOn;
        this.period = period;
        this.components = components.toArray();
    }

    List<TrafficRole> roles() {
        return roles;
    }

    TrafficFigures.@Nullable Period period() {
        return period;
    }

    /** Returns what it is made of. */
    int[] components() {
        return components;
    }

    /** True if it has traffic at all. */
    boolean hasTraffic() {
        return base() >= 0;
    }

    /** Returns the figure of the rate; that of the span if one request comes in each; what is remembered if the message has neither; -1 without traffic. */
    int base() {
        for (int i = goesOn ? 1 : 0; i < roles.size(); i++) {
            if (roles.get(i) == TrafficRole.RATE) {
                return i;
            }
        }
        return goesOn ? 0 : figure(TrafficRole.SPAN);
    }

    TimeUnit unit() {
        return period == null ? TimeUnit.DAY : period.unit();
    }

    /** Returns the figure of a role; -1 if none has it. */
    int figure(TrafficRole role) {
        return roles.indexOf(role);
    }

    /** True of a rate a day that stands in the message as it is. */
    boolean isPlain() {
        boolean one = roles.stream().filter(TrafficRole::isUsed).count() == 1;
        return one && unit().days().filter(BigDecimal.ONE::equals).isPresent();
    }

    /** Returns the requests of a day; null without traffic. */
    @Nullable BigDecimal perDay(List<Figure> figures) {
        if (!hasTraffic()) {
            return null;
        }
        BigDecimal product = BigDecimal.ONE;
        BigDecimal rates = BigDecimal.ZERO;
        BigDecimal taken = BigDecimal.ZERO;
        BigDecimal hours = HOURS_PER_DAY;
        BigDecimal span = BigDecimal.ONE;
        for (int i = goesOn ? 1 : 0; i < roles.size(); i++) {
            BigDecimal value = figures.get(i).number();
            switch (roles.get(i)) {
                case RATE -> rates = rates.add(value);
                case TIMES -> product = product.multiply(value);
                case HOURS -> hours = value;
                case SPAN -> span = value;
                case TAKEN -> taken = value;
                case SHARE_SENT -> product = figures.get(i).shareOf().portion(product);
                case SHARE_SPARED ->
                    product = product.subtract(figures.get(i).shareOf().portion(product));
                case OTHER, SHARE_OTHER -> {}
            }
        }
        BigDecimal before = goesOn ? figures.getFirst().number().subtract(taken) : BigDecimal.ZERO;
        if (goesOn && rates.signum() == 0) {
            return rounded(before.multiply(product));
        }
        rates = goesOn ? rates : rates.subtract(taken);
        product = rates.signum() == 0 ? product : product.multiply(rates);
        BigDecimal daily =
                unit().days().isEmpty() ? product.multiply(unit().perHour()).multiply(hours) : unit().perDay(product);
        return rounded(daily.divide(span, MathContext.DECIMAL64).add(before));
    }

    private static BigDecimal rounded(BigDecimal perDay) {
        return perDay.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** Writes how they follow: {@code 22 × 10}, {@code 15 × 16 hours}, {@code 1,050 / 7 days}. */
    String arithmetic(List<Figure> figures) {
        List<String> factors = new ArrayList<>(counts(TrafficRole.TIMES, figures));
        // "20 messages an hour": the article is no factor that anyone wants to read.
        factors.removeIf("1"::equals);
        List<String> rates = new ArrayList<>(counts(TrafficRole.RATE, figures));
        List<String> taken = counts(TrafficRole.TAKEN, figures);
        boolean joins = goesOn && base() > 0;
        String less = taken.isEmpty() ? "" : " - " + taken.getFirst();
        String before = joins ? rates.removeFirst() + less + " + " : "";
        String sum = String.join(" + ", rates) + (joins ? "" : less);
        if (!rates.isEmpty()) {
            boolean several = rates.size() > 1 || (!less.isEmpty() && !joins);
            factors.add(several && !factors.isEmpty() ? "(" + sum + ")" : sum);
        }
        StringBuilder text = new StringBuilder(String.join(CountArithmetic.TIMES, factors));
        text.append(text.isEmpty() ? "1" : "");
        int sent = figure(TrafficRole.SHARE_SENT);
        int spared = figure(TrafficRole.SHARE_SPARED);
        if (sent >= 0) {
            text.append(", ").append(CountArithmetic.share(figures.get(sent))).append(" of it");
        } else if (spared >= 0) {
            text.append(", less ").append(CountArithmetic.share(figures.get(spared)));
        }
        return text.append(perPeriod(figures)).insert(0, before).toString();
    }

    private List<String> counts(TrafficRole role, List<Figure> figures) {
        return IntStream.range(0, roles.size())
                .filter(i -> roles.get(i) == role)
                .mapToObj(i -> CountArithmetic.number(figures.get(i).number()))
                .toList();
    }

    private String perPeriod(List<Figure> figures) {
        int hours = figure(TrafficRole.HOURS);
        int span = figure(TrafficRole.SPAN);
        if (unit().days().isEmpty()) {
            String units = unit() == TimeUnit.HOUR
                    ? ""
                    : CountArithmetic.TIMES + unit().perHour().toPlainString();
            String open = hours < 0
                    ? HOURS_PER_DAY.toPlainString()
                    : CountArithmetic.count(figures.get(hours).value());
            String each = span < 0
                    ? ""
                    : " / " + CountArithmetic.count(figures.get(span).value());
            return units + CountArithmetic.TIMES + open + " hours" + each;
        }
        long days = unit().days().orElseThrow().longValue()
                * (span < 0 ? 1 : figures.get(span).value());
        return days == 1 ? "" : " / " + CountArithmetic.count(days) + " days";
    }
}
