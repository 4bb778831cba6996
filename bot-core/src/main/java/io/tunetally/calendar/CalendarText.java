package io.tunetally.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** The text of an iCalendar file (RFC 5545). */
public final class CalendarText {
    public static final String MEDIA_TYPE = "text/calendar";

    /** The maximum length of a line in UTF-8, without its end. */
    private static final int LINE_OCTETS = 75;

    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    /**
     * Returns a calendar of events.
     *
     * @param asOf the day of the information; the time of writing is not part of the text
     */
    public static String of(List<CalendarEvent> events, LocalDate asOf) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//TuneTally//TuneTally//EN");
        events.forEach(event -> calendar.event(event, asOf));
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private void event(CalendarEvent event, LocalDate asOf) {
        line("BEGIN", "VEVENT");
        line("UID", escaped(event.uid()));
        line("DTSTAMP", DATE.format(asOf) + "T000000Z");
        line("DTSTART;VALUE=DATE", DATE.format(event.date()));
        line("DTEND;VALUE=DATE", DATE.format(event.date().plusDays(1)));
        line("SUMMARY", escaped(event.summary()));
        line("DESCRIPTION", escaped(event.description()));
        line("TRANSP", "TRANSPARENT");
        if (event.reminderDays() > 0) {
            reminder(event);
        }
        line("END", "VEVENT");
    }

    private void reminder(CalendarEvent event) {
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", escaped(event.summary()));
        line("TRIGGER", "-P" + event.reminderDays() + "D");
        line("END", "VALARM");
    }

    private static String escaped(String value) {
        String marked = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
        return FORBIDDEN.matcher(LINE_BREAK.matcher(marked).replaceAll("\\\\n")).replaceAll(" ");
    }

    /** Writes a line, folded between characters where it is too long. */
    private void line(String name, String value) {
        int octets = 0;
        for (int character : (name + ":" + value).codePoints().toArray()) {
            int length = octets(character);
            if (octets + length > LINE_OCTETS) {
                text.append(LINE_END).append(' ');
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += length;
        }
        text.append(LINE_END);
    }

    /** Returns the length of a character in UTF-8. */
    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
