package io.tunetally.wording.part;

import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.util.List;
import java.util.stream.Collectors;

/** Words what a limit on the monthly cost of running rules out. */
public final class MonthlyLimitWording {
    private static final int NAMED = 3;

    private MonthlyLimitWording() {}

    /** {@code Running it costs $5,760 a month, above your $200}. */
    static String of(Band month, Money limit) {
        String costs = "Running it costs " + Numbers.money(month) + " a month, ";
        String yours = " your " + Numbers.money(limit);
        return costs + Numbers.within(month, limit, "within", "which may be above", "above") + yours;
    }

    /** {@code Within $200.00 a month: }, before what is run at that cost. */
    public static String verdict(Band month, Money limit) {
        return Numbers.within(month, limit, "Within ", "Perhaps within ", "Not within ") + Numbers.money(limit)
                + " a month: ";
    }

    /** {@code Above $200 a month to run: Qwen3.5 9B ($5,760), Qwen3 8B ($5,760) and 5 more}. */
    public static String leftOut(List<Quote> dear, Money limit) {
        int more = dear.size() - NAMED;
        boolean all = dear.stream().allMatch(quote -> quote.monthly().low().compareTo(limit) > 0);
        return (all ? "Above " : "Perhaps above ") + Numbers.money(limit) + " a month to run: "
                + dear.stream()
                        .limit(NAMED)
                        .map(quote -> quote.offer().model().name() + " (" + Numbers.money(quote.monthly()) + ")")
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
