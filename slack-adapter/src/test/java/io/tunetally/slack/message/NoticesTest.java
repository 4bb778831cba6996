package io.tunetally.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tunetally.Requirement;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.ReplyFormatterContract;
import io.tunetally.reply.SampleReplies;
import io.tunetally.reply.Span;
import io.tunetally.slack.fake.LimitsCheck;
import io.tunetally.slack.install.InstallPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notices added to a message that may have no room left. */
@Requirement("slack-20a")
class NoticesTest {
    private static final String COMMAND =
            "cost gpt-4o 1000 examples ".repeat(100).substring(0, 1_000);
    private static final String NAME = "<&>".repeat(100);
    private static final String UNKNOWN = "an_error_that_is_not_documented_as_yet_" + "x".repeat(100);

    @ParameterizedTest
    @EnumSource(SlackFormatter.Tables.class)
    void findsRoomInEveryMessageAndIsInItsText(SlackFormatter.Tables tables) {
        SlackFormatter formatter = new SlackFormatter(tables);
        Stream.of(
                        Stream.of(manySmallBlocks()),
                        SampleReplies.usual(),
                        SampleReplies.oversize(),
                        SampleReplies.generated(ReplyFormatterContract.GENERATED).stream())
                .flatMap(samples -> samples)
                .forEach(sample -> {
                    SlackMessage answer = answer(formatter, sample);
                    holds(sample.name(), elsewhere(Notices.filesNotEnabled(answer)), "I read only the text", "C12345");
                    holds(sample.name(), Notices.perhapsThere(Notices.filesNotEnabled(answer)), "Slack did not say");
                    holds(sample.name(), elsewhere(Notices.shared(answer, NAME)), "Asked by &lt;", "C12345");
                    holds(sample.name(), Notices.alreadyShared(answer), "shared already");
                });
    }

    /** With them a name could make what stands beside it read backwards. */
    @Requirement("slack-19b")
    @Test
    void leavesNoDirectionOverridesInNames() {
        String name = "ada\u202Egpj.exe\u202C \u2066x\u2069 \u202A\u202B\u202D\u2067\u2068y";
        SlackMessage answer = Notices.shared(SlackMessage.ofText("$37.50"), name);
        OAuthV2AccessResponse granted = new OAuthV2AccessResponse();
        OAuthV2AccessResponse.Team team = new OAuthV2AccessResponse.Team();
        team.setId("T1");
        team.setName(name);
        granted.setTeam(team);
        granted.setAppId("A1");

        assertThat(answer.text()).endsWith("Asked by adagpj.exe x y");
        assertThat(InstallPage.installed(granted).html()).contains("It is ready in adagpj.exe x y:");
        for (String shown : List.of(
                Mrkdwn.of(Span.plain(name)), Mrkdwn.of(Span.code(name)), Mrkdwn.plain(name), Mrkdwn.fenced(name))) {
            assertThat(shown)
                    .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]")
                    .contains("adagpj.exe x y");
        }
    }

    /** Of which none shares a block with the one before. */
    private static SampleReplies.Sample manySmallBlocks() {
        List<Block> notes = IntStream.range(0, 100)
                .<Block>mapToObj(n -> new Block.Notes(Block.Tone.NOTE, List.of(List.of(Span.plain("note " + n)))))
                .toList();
        return new SampleReplies.Sample("many small blocks", new Reply("$37.50", notes, Audience.EVERYONE));
    }

    private static SlackMessage elsewhere(SlackMessage answer) {
        return Notices.elsewhere(answer, "C12345", UNKNOWN);
    }

    private static SlackMessage answer(SlackFormatter formatter, SampleReplies.Sample sample) {
        List<String> all = new ArrayList<>(List.of(SlackButtons.SHARE, SlackButtons.CHART, SlackButtons.WHOLE));
        if (!sample.reply().files().isEmpty()) {
            all.add(SlackButtons.FILE);
        }
        return formatter
                .format(sample.reply(), 1, SlackButtons.charactersForAnswer(sample.reply(), COMMAND))
                .with(SlackButtons.forAnswer(all, sample.reply(), COMMAND));
    }

    private static void holds(String name, SlackMessage message, String... sentences) {
        LimitsCheck check = LimitsCheck.of(SlackFormatterTest.json(message));
        assertThat(check.broken()).as(name).isEmpty();
        assertThat(message.text()).as(name).contains(sentences);
        assertThat(message.blocks().toString()).as(name).contains(sentences);
    }
}
