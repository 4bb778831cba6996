package io.tunetally.slack.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.model.block.DividerBlock;
import io.tunetally.MovableClock;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.RecordedPause;
import io.tunetally.slack.message.PostedBoard;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages of the bot that others replace: what says how far a file is, and boards. */
class MessageEditsTest {
    private static final SlackSender.Place CHANNEL = new SlackSender.Place(FakeSlack.BOT_TOKEN, "C1", null, "U1");
    private static final PostedBoard BOARD = new PostedBoard("C1", FakeSlack.POSTED);
    private static final SlackMessage TEXT = SlackMessage.ofText("plain");
    private static final SlackPost POST = new SlackPost(
            new SlackMessage("rich", List.of(DividerBlock.builder().build()), false), TEXT);

    private final FakeSlack fake = new FakeSlack();
    private final Slack slack = NoReplayClient.client(fake.config());
    private final MovableClock clock = new MovableClock();
    private final RecordedPause pause = new RecordedPause(clock);
    private final Metrics metrics = new Metrics("slack", new Health());
    private final MessageEdits edits =
            new SlackSender(slack, new ChannelPace(clock, pause), pause, metrics, new RefusedTokens(metrics)).edits();

    MessageEditsTest() throws IOException {}

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
        assertThat(fake.faults()).isEmpty();
    }

    /** Without a list Slack would keep the blocks. */
    @Test
    void takesTheBlocksAwayWithAMessageThatTextReplaces() throws Exception {
        assertThat(edits.replace(CHANNEL, FakeSlack.POSTED, new SlackPost(TEXT, TEXT)))
                .isTrue();
        assertThat(fake.update().parameters()).containsEntry("text", "plain").containsEntry("blocks", "[]");

        assertThat(edits.replace(FakeSlack.BOT_TOKEN, BOARD, new SlackPost(TEXT, TEXT)))
                .isTrue();
        assertThat(fake.update().parameters()).containsEntry("blocks", "[]");
    }

    @Test
    void replacesByThePlainFormWhereSlackRefusesTheBlocks() throws Exception {
        fake.next("chat.update", 200, Map.of(), "{\"ok\":false,\"error\":\"invalid_blocks\"}");
        assertThat(edits.replace(CHANNEL, FakeSlack.POSTED, POST)).isTrue();
        assertThat(fake.update().get("text")).isEqualTo("plain");

        fake.next("chat.update", 200, Map.of(), "{\"ok\":false,\"error\":\"invalid_blocks\"}");
        assertThat(edits.replace(FakeSlack.BOT_TOKEN, BOARD, POST)).isTrue();
        assertThat(fake.update().get("text")).isEqualTo("plain");
    }

    @Test
    void saysThatAMessageIsGone() throws Exception {
        String gone = "{\"ok\":false,\"error\":\"message_not_found\"}";
        fake.next("chat.update", 200, Map.of(), gone);
        assertThat(edits.replace(CHANNEL, FakeSlack.POSTED, POST)).isFalse();

        fake.next("chat.update", 200, Map.of(), gone);
        assertThat(edits.replace(FakeSlack.BOT_TOKEN, BOARD, POST)).isFalse();
        assertThat(fake.updatesWaiting()).isZero();
    }

    @Test
    void failsForABoardWhereSlackCannotBeReached() {
        fake.close();
        assertThatThrownBy(() -> edits.replace(FakeSlack.BOT_TOKEN, BOARD, POST))
                .isInstanceOf(IOException.class);
    }
}
