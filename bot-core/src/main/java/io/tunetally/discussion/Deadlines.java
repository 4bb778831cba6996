package io.tunetally.discussion;

import io.tunetally.discussion.Figures.Ending;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The announced ends of an offer that are 30, 7 or 1 days ahead. */
public final class Deadlines {
    private static final List<Long> DAYS_AHEAD = List.of(1L, 7L, 30L);

    private final Figures figures;
    private final LocalDate today;

    public Deadlines(Figures figures, LocalDate today) {
        this.figures = figures;
        this.today = today;
    }

    /** Returns each end with the least number of days ahead that is reached: {@code 2027-01-14/30 2027-02-01/30}. */
    public String reached() {
        return figures.endings().stream()
                .flatMap(ending -> reached(ending).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Optional<String> reached(Ending ending) {
        long left = ChronoUnit.DAYS.between(today, ending.day());
        return DAYS_AHEAD.stream().filter(days -> left <= days).findFirst().map(days -> ending.day() + "/" + days);
    }

    /** True if a number of days ahead of an end is reached that was not yet when {@code before} was written. */
    public boolean isReachedAfter(String before, Ending ending) {
        List<String> known = List.of(before.split(" ", -1));
        return reached(ending).filter(each -> !known.contains(each)).isPresent();
    }

    /** {@code GPT-4o on OpenAI: from 2027-01-06 no new job for anyone.} */
    public static String text(Figures figures, Ending ending) {
        return figures.offer() + ": from " + ending.day() + " " + ending.text() + ".";
    }
}
