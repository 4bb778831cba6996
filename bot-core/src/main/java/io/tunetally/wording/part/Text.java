package io.tunetally.wording.part;

import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Small helpers for English text. */
public final class Text {
    private Text() {}

    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code 1 month}, {@code 6 months}. */
    public static String counted(long count, String noun) {
        return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 6 months}, {@code 2 weeks}, {@code 10 days}: a month has 30 days. */
    public static String period(long days) {
        if (days % Period.DAYS_PER_MONTH == 0) {
            return counted(days / Period.DAYS_PER_MONTH, "month");
        }
        return days % Period.DAYS_PER_WEEK == 0 ? counted(days / Period.DAYS_PER_WEEK, "week") : counted(days, "day");
    }

    /** {@code 36 hours}, {@code 1.5 hours}. */
    public static String hours(BigDecimal hours) {
        return Numbers.count(hours) + (hours.compareTo(BigDecimal.ONE) == 0 ? " hour" : " hours");
    }

    /** {@code A}, {@code A and B}, {@code A, B and C}. */
    public static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
