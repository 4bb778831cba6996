package io.tunetally.wording;

import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.PromptSaving;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** The words of a break-even: when tuning pays for itself, or why it never does. */
final class BreakEvenVerdict {
    static final String OR_NEVER = " or never";

    private BreakEvenVerdict() {}

    /** Returns the prompt that tuning must save, and what it costs beside the untuned model if it saves none. */
    static String of(PromptSaving saving, BreakEven comparison) {
        boolean dearer = isUntunedCheaper(comparison);
        return (dearer
                        ? Numbers.money(comparison.tuned().monthly()) + " a month, untuned "
                                + Numbers.money(comparison.base()) + "; "
                        : "")
                + "pays back within " + Text.period(saving.days()) + (dearer ? " only if" : " if")
                + " tuning saves " + Numbers.range(saving.low(), saving.high()) + " prompt tokens a request";
    }

    /** True if the untuned model costs less a month than the tuned one, with the same prompt. */
    static boolean isUntunedCheaper(BreakEven comparison) {
        return comparison.tuned().monthly().high().compareTo(comparison.base().high()) > 0;
    }

    /** Returns when tuning pays back at the given traffic, or why it never does. */
    static String of(BreakEven comparison) {
        if (comparison.isAgainstBill()) {
            return againstBill(comparison);
        }
        return switch (comparison.result()) {
            case BreakEven.Result.PaysBack back -> requests(back) + " (" + time(back.months()) + " at this traffic)";
            case BreakEven.Result.EndsFirst ends ->
                "does not pay back before it ends on " + ends.ending().date() + " ("
                        + time(ends.otherwise().months()) + " without the end)";
            case BreakEven.Result.NoSaving _ ->
                "never pays back: " + Numbers.money(comparison.base()) + " a month untuned, "
                        + Numbers.money(comparison.tuned().monthly()) + " tuned";
            case BreakEven.Result.HostingEatsSaving eats ->
                "never pays back below "
                        + Numbers.count(eats.leastRequestsPerDay().setScale(0, RoundingMode.CEILING))
                        + " requests a day, where " + withoutRequests(comparison.tuned(), "costs", "cost")
                        + " more than they save";
        };
    }

    /** {@code costs $31.20 a month where you pay $410.00 today: it saves $378.80 a month and pays back after ...}. */
    private static String againstBill(BreakEven comparison) {
        return againstToday(comparison)
                + switch (comparison.result()) {
                    case BreakEven.Result.PaysBack back -> saved(comparison) + paidBack(comparison, back);
                    case BreakEven.Result.EndsFirst ends ->
                        saved(comparison) + ", but ends on " + ends.ending().date() + " before training is paid back ("
                                + time(ends.otherwise().months()) + " without the end)";
                    case BreakEven.Result.NoSaving _, BreakEven.Result.HostingEatsSaving _ -> ": it never pays back";
                };
    }

    private static String againstToday(BreakEven comparison) {
        return "costs " + Numbers.money(comparison.tuned().monthly()) + " a month where you pay "
                + Numbers.money(comparison.base()) + " today";
    }

    private static String paidBack(BreakEven comparison, BreakEven.Result.PaysBack back) {
        return comparison.tuned().once().isZero()
                ? ""
                : " and " + requests(back) + " (" + time(back.months()) + " at this traffic)";
    }

    /** {@code : it saves $378.80 a month}; of ranges that overlap, the most. */
    private static String saved(BreakEven comparison) {
        Money most = comparison.base().high().minus(comparison.tuned().monthly().low());
        Money least = comparison.base().low().minus(comparison.tuned().monthly().high());
        return ": it saves "
                + (least.isPositive() ? Numbers.money(new Band(least, most)) : "up to " + Numbers.money(most))
                + " a month";
    }

    /** Returns how much traffic a bill pays for on the tuned model, where none was said. */
    static String withoutTraffic(BreakEven comparison, BigDecimal assumed) {
        Quote tuned = comparison.tuned();
        if (tuned.sum(Part.INFERENCE).isZero()) {
            return againstToday(comparison) + ", whatever the traffic"
                    + (comparison.result() instanceof BreakEven.Result.NoSaving
                            ? ": it never pays back"
                            : saved(comparison));
        }
        return TodaysBill.requestsPaidFor(comparison.base().low().usd(), tuned, assumed)
                .map(requests -> "costs less than the " + Numbers.money(comparison.base()) + " a month of today up to "
                        + Numbers.count(requests) + " requests a day: say how many there are")
                .orElseGet(
                        () -> "costs " + Numbers.money(tuned.sum(Part.HOSTING).plus(tuned.sum(Part.STORAGE)))
                                + " a month before any request where you pay " + Numbers.money(comparison.base())
                                + " today: it never pays back");
    }

    /** Returns hosting and storage, as far as they are charged, with a verb: {@code hosting eats}. */
    static String withoutRequests(Quote tuned, String singular, String plural) {
        List<String> paid = Stream.of(Part.HOSTING, Part.STORAGE)
                .filter(part -> !tuned.sum(part).isZero())
                .map(Labels::part)
                .toList();
        return String.join(" and ", paid) + " " + (paid.size() == 1 ? singular : plural);
    }

    /** Returns a time in months; in days if both ends are less than a month, each in its own unit if only one is. */
    static String time(BreakEven.Ends months) {
        BigDecimal high = months.high();
        if (high == null) {
            return time(months.low()) + OR_NEVER;
        }
        if (isUnderAMonth(months.low()) != isUnderAMonth(high)) {
            return time(months.low()) + " to " + time(high);
        }
        return isUnderAMonth(high)
                ? counted(ends(new BreakEven.Ends(wholeDays(months.low()), wholeDays(high)), 0), "day")
                : counted(ends(months, 1), "month");
    }

    private static String time(BigDecimal months) {
        return time(new BreakEven.Ends(months, months));
    }

    private static boolean isUnderAMonth(BigDecimal months) {
        return months.compareTo(BigDecimal.ONE) < 0;
    }

    static String counted(String count, String noun) {
        boolean open = count.endsWith(OR_NEVER);
        String number = open ? count.substring(0, count.length() - OR_NEVER.length()) : count;
        return number + " " + noun + (number.equals("1") ? "" : "s") + (open ? OR_NEVER : "");
    }

    /** {@code pays back after 75,000 requests}. */
    static String requests(BreakEven.Result.PaysBack back) {
        return "pays back after " + counted(ends(back.requests(), 0), "request");
    }

    static String ends(BreakEven.Ends ends, int decimals) {
        BigDecimal high = ends.high();
        String low = Numbers.count(ends.low().setScale(decimals, RoundingMode.HALF_UP));
        if (high == null) {
            return low + OR_NEVER;
        }
        String highText = Numbers.count(high.setScale(decimals, RoundingMode.HALF_UP));
        return low.equals(highText) ? low : low + "-" + highText;
    }

    private static BigDecimal wholeDays(BigDecimal months) {
        return months.multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH)).setScale(0, RoundingMode.CEILING);
    }
}
