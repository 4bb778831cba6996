package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The shipped facts: OpenAI starts no job from 2027-01-06 and shuts GPT-4o mini down on 2027-01-14. */
final class MigrateCalendarTest {
    private static final String QUESTION = "migrate gpt-4o-mini 2k examples 20k requests/day";

    @Test
    void hasEachDateAheadAndTheLastDayToTrain() {
        Block.File file = file(Worded.today(QUESTION));

        assertThat(file.name()).isEqualTo("gpt-4o-mini-openai-dates.ics");
        assertThat(file.mediaType()).isEqualTo("text/calendar");
        assertThat(file.label()).isEqualTo("Calendar (.ics)");
        assertThat(events(file))
                .containsExactly(
                        "20270105 GPT-4o mini on OpenAI: last day to train a replacement",
                        "20270106 GPT-4o mini on OpenAI: no new training jobs",
                        "20270114 GPT-4o mini on OpenAI: shutdown");
    }

    @Test
    void explainsEachDateWithItsSource() {
        assertThat(lines(file(Worded.today(QUESTION)), "DESCRIPTION:"))
                .contains("No new job for anyone. Source: OpenAI: deprecations\\, seen 2026-11-10.");
    }

    @Test
    void remindsOfTheShutdownOnly() {
        String text = file(Worded.today(QUESTION)).text();

        assertThat(text.substring(text.indexOf(": shutdown"))).contains("TRIGGER:-P14D");
        assertThat(text.substring(0, text.indexOf(": shutdown"))).doesNotContain("VALARM");
    }

    @Test
    void isStampedWithTheDayOfTheAnswerAndAlwaysTheSame() {
        Block.File file = file(Worded.today(QUESTION));

        assertThat(lines(file, "DTSTAMP:")).containsOnly("20261125T000000Z");
        assertThat(file(Worded.today(QUESTION))).isEqualTo(file);
    }

    /** A second import must not add the same events again. */
    @Test
    void keepsTheIdsOfEventsFromDayToDayAndFromQuestionToQuestion() {
        List<String> today = lines(file(Worded.today(QUESTION)), "UID:");

        assertThat(today).doesNotHaveDuplicates();
        assertThat(lines(file(Worded.earlier(QUESTION)), "UID:")).containsAll(today);
        assertThat(lines(file(Worded.today("migrate gpt-4o-mini to together 9k examples")), "UID:"))
                .isEqualTo(today);
        assertThat(today).allMatch(id -> id.matches("[0-9a-f-]{36}@tunetally"));
    }

    @Test
    void hasOtherIdsForAnotherModel() {
        assertThat(lines(file(Worded.today("migrate gpt-4o 2k examples")), "UID:"))
                .doesNotContainAnyElementsOf(lines(file(Worded.today(QUESTION)), "UID:"));
    }

    @Test
    void namesTheModelsWhereAProviderIsLeft() {
        Block.File file = file(Worded.today("we have to leave openai, where to?"));

        assertThat(file.name()).isEqualTo("openai-dates.ics");
        assertThat(events(file))
                .contains(
                        "20270106 OpenAI: no new training jobs",
                        "20270114 GPT-4.1\\, GPT-4.1 mini\\, GPT-4o\\, GPT-4o mini on OpenAI: shutdown");
        assertThat(lines(file, "DTSTART;VALUE=DATE:"))
                .allMatch(date -> LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                        .isAfter(LocalDate.of(2026, 11, 25)));
    }

    @Test
    void isLeftOutWhereNoDateIsAhead() {
        Reply reply = Worded.today("migrate llama-3.1-8b on fireworks 2k examples");

        assertThat(reply.title()).contains("has no announced end");
        assertThat(reply.files()).isEmpty();
    }

    private static Block.File file(Reply reply) {
        assertThat(reply.files()).hasSize(1);
        return reply.files().getFirst();
    }

    private static List<String> events(Block.File file) {
        List<String> dates = lines(file, "DTSTART;VALUE=DATE:");
        List<String> summaries = lines(file, "SUMMARY:");
        return IntStream.range(0, dates.size())
                .mapToObj(n -> dates.get(n) + " " + summaries.get(n))
                .toList();
    }

    private static List<String> lines(Block.File file, String start) {
        return file.text()
                .replace("\r\n ", "")
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
