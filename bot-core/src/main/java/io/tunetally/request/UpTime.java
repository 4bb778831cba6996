package io.tunetally.request;

/** A part of the week in which an endpoint is up, as people name it. */
public enum UpTime {
    ALWAYS(24, 24, 7),
    /** Nine to five from Monday to Friday, unless other hours are said. */
    OFFICE_HOURS(8, 8, 5),
    /** All day but the night, which has 8 to 12 hours. */
    DAYTIME(12, 16, 0),
    NIGHTS(8, 12, 0),
    HALF_DAYS(12, 12, 0),
    WEEKDAYS(0, 0, 5),
    WEEKENDS(0, 0, 2),
    ALL_BUT_SUNDAYS(0, 0, 6);

    private final int fewestHours;
    private final int mostHours;
    private final int days;

    /**
     * Creates a part of the week.
     *
     * @param fewestHours hours of each of its days; 0 if it does not say which
     * @param days its days of a week; 0 if it does not say which
     */
    UpTime(int fewestHours, int mostHours, int days) {
        this.fewestHours = fewestHours;
        this.mostHours = mostHours;
        this.days = days;
    }

    /** Returns the fewest hours of each of its days, 0 if it does not say which. */
    public int fewestHours() {
        return fewestHours;
    }

    public int mostHours() {
        return mostHours;
    }

    /** Returns its days of a week, 0 if it does not say which. */
    public int daysOfWeek() {
        return days;
    }

    /** True if it is the same for everyone, and no guess at when a night or an office begins. */
    public boolean isExact() {
        return this != OFFICE_HOURS && fewestHours == mostHours;
    }
}
