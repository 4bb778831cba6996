package io.tunetally.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.property.DateOrDateTimeProperty;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CalendarTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate LAST_OF_YEAR = LocalDate.of(2026, 12, 31);

    @Test
    void writesAnEventOfOneDayWithAReminder() {
        CalendarEvent event = new CalendarEvent("1@tunetally", LAST_OF_YEAR, "GPT-4o: shutdown", "It ends.", 14);

        assertThat(CalendarText.of(List.of(event), TODAY)).isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//TuneTally//TuneTally//EN
                        BEGIN:VEVENT
                        UID:1@tunetally
                        DTSTAMP:20261127T000000Z
                        DTSTART;VALUE=DATE:20261231
                        DTEND;VALUE=DATE:20270101
                        SUMMARY:GPT-4o: shutdown
                        DESCRIPTION:It ends.
                        TRANSP:TRANSPARENT
                        BEGIN:VALARM
                        ACTION:DISPLAY
                        DESCRIPTION:GPT-4o: shutdown
                        TRIGGER;RELATED=START:-P14D
                        END:VALARM
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void isValidToAnotherReader(String summary) {
        CalendarEvent event = new CalendarEvent("1@tunetally", LAST_OF_YEAR, summary, "two\nlines, " + summary, 14);

        ICalendar read = Biweekly.parse(CalendarText.of(List.of(event), TODAY)).first();

        assertThat(read.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(read.getEvents()).singleElement().satisfies(shown -> {
            assertThat(shown.getUid().getValue()).isEqualTo("1@tunetally");
            assertThat(shown.getSummary().getValue()).isEqualTo(summary);
            assertThat(shown.getDescription().getValue()).isEqualTo("two\nlines, " + summary);
            assertThat(shown.getDateStart().getValue().hasTime()).isFalse();
            assertThat(day(shown.getDateStart())).isEqualTo("20261231");
            assertThat(day(shown.getDateEnd())).isEqualTo("20270101");
            assertThat(shown.getAlarms())
                    .singleElement()
                    .satisfies(alarm ->
                            assertThat(alarm.getTrigger().getDuration()).hasToString("-P14D"));
        });
    }

    @Test
    void remindsOnlyWhereThatIsAsked() {
        assertThat(text("GPT-4o", 0)).doesNotContain("VALARM");
    }

    @Test
    void writesEventsInTheirOrder() {
        CalendarEvent first = new CalendarEvent("1", LAST_OF_YEAR, "first", "", 0);
        CalendarEvent second = new CalendarEvent("2", TODAY, "second", "", 0);

        assertThat(unfolded(CalendarText.of(List.of(first, second), TODAY)))
                .filteredOn(line -> line.startsWith("SUMMARY"))
                .containsExactly("SUMMARY:first", "SUMMARY:second");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            a, b; c            | a\\, b\\; c
            C:\\new            | C:\\\\new
            \\, is escaped     | \\\\\\, is escaped
            "two\nlines"       | two\\nlines
            "two\r\nlines"     | two\\nlines
            "old\rline"        | old\\nline
            "END:VEVENT\r\n"   | END:VEVENT\\n
            "a\u0007bell"      | a bell
            """)
    void escapesWhatWouldEndOrSplitAText(String typed, String written) {
        assertThat(unfolded(text(typed, 0))).contains("SUMMARY:" + written, "DESCRIPTION:" + written);
    }

    static Stream<String> longTexts() {
        return Stream.of(
                "x".repeat(67),
                "x".repeat(68),
                "word ".repeat(100).strip(),
                "é".repeat(200),
                "漢字".repeat(100),
                "x" + "\uD83D\uDE00".repeat(100),
                "a,b;c\\".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void foldsLinesAt75OctetsBetweenCharacters(String summary) {
        String text = text(summary, 0);

        assertThat(text.split("\r\n")).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n", "\r", "\uFFFD");
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(line);
        });
        String escaped = summary.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
        assertThat(unfolded(text)).contains("SUMMARY:" + escaped);
    }

    @Test
    void foldsNoLineThatFits() {
        int room = 75 - "SUMMARY:".length();

        assertThat(text("x".repeat(room), 0)).contains("\r\nSUMMARY:" + "x".repeat(room) + "\r\n");
        assertThat(text("x".repeat(room + 1), 0)).contains("\r\nSUMMARY:" + "x".repeat(room) + "\r\n x\r\n");
    }

    @Test
    void endsEachLineAsTheFormatWants() {
        String text = text("two\nlines, and more than one line of the file holds in its seventy-five octets", 14);

        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    private static String text(String text, int reminderDays) {
        return CalendarText.of(List.of(new CalendarEvent("1", LAST_OF_YEAR, text, text, reminderDays)), TODAY);
    }

    private static String day(DateOrDateTimeProperty date) {
        return date.getValue().getRawComponents().toString(false, false);
    }

    private static List<String> unfolded(String text) {
        return List.of(text.replace("\r\n ", "").split("\r\n"));
    }
}
