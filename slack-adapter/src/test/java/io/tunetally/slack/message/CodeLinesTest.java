package io.tunetally.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.slack.api.SlackLimits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Requirement("slack-20b")
class CodeLinesTest {
    @Test
    void fillsAsManyMessagesAsItTakesWithSectionsThatSlackTakes() {
        String text = lines(250, "<");
        List<List<String>> messages = CodeLines.messages(text);

        assertThat(messages).hasSizeBetween(2, 4);
        assertThat(messages)
                .allSatisfy(message -> assertThat(
                                message.stream().mapToInt(Mrkdwn::fencedLength).sum())
                        .isLessThanOrEqualTo(SlackLimits.BLOCKS_TEXT - Notices.ADDED_CHARACTERS));
        assertThat(messages.stream().flatMap(List::stream))
                .allSatisfy(
                        section -> assertThat(Mrkdwn.fencedLength(section)).isLessThanOrEqualTo(SlackLimits.SECTION));
        assertThat(messages.stream().flatMap(List::stream).collect(Collectors.joining("\n")))
                .isEqualTo(text);
    }

    @Test
    void saysHowMuchIsMissingAfterFourMessages() {
        List<List<String>> messages = CodeLines.messages(lines(5_000, "x"));

        assertThat(messages).hasSize(4);
        long shown =
                messages.stream().flatMap(List::stream).flatMap(String::lines).count() - 1;
        assertThat(messages.getLast().getLast()).isEqualTo("... " + (5_000 - shown) + " more lines");
        assertThat(shown).isGreaterThan(400);
    }

    private static String lines(int count, String character) {
        return IntStream.range(0, count)
                .mapToObj(n -> n + " " + character.repeat(20))
                .collect(Collectors.joining("\n"));
    }
}
