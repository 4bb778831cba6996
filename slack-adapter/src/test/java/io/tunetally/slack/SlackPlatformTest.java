package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.Requirement;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.runtime.Platform;
import io.tunetally.settings.SettingsException;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.message.SlackFormatter;
import io.tunetally.slack.message.SlackMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class SlackPlatformTest {
    private static final Map<String, String> COMPLETE =
            Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1");

    private final ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();
    private final SlackPlatform platform = new SlackPlatform(new PrintStream(diagnostics, true, UTF_8));

    @Test
    void isFoundByTheConsole() {
        assertThat(ServiceLoader.load(Platform.class))
                .singleElement()
                .isInstanceOf(SlackPlatform.class)
                .extracting(Platform::name)
                .isEqualTo("slack");
    }

    @Test
    void namesEverySettingThatIsMissingOneALine() {
        assertThat(platform.run(Map.of())).isEqualTo(78);

        assertThat(diagnostics.toString(UTF_8).lines())
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactly("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET");
        assertThat(diagnostics.toString(UTF_8).lines())
                .containsExactlyElementsOf(platform.missingSettings(Map.of()))
                .allMatch(line -> line.contains("https://"));
    }

    @Test
    void printsTheMessageThatAMentionIsAnsweredWith() {
        Reply reply = new Reply("GPT-4o: $37.50", List.of(), Audience.EVERYONE);
        Answer answer = new Answer(new Outcome.Failed("1"), reply);

        JsonObject payload =
                JsonParser.parseString(platform.payload(answer, Map.of())).getAsJsonObject();

        assertThat(payload)
                .isEqualTo(SlackMessage.GSON.toJsonTree(new SlackFormatter(SlackFormatter.Tables.NATIVE)
                        .format(reply)
                        .payload()));
        assertThat(payload.keySet()).containsExactly("text", "blocks", "unfurl_links", "unfurl_media");
    }

    @Test
    void printsTheNewestBlocksWhereTheAdapterWouldSendThem() {
        Reply reply = new Reply(
                "Prices",
                List.of(new Block.Table(List.of(Block.Column.text("GPU")), List.of(List.of("H100")))),
                Audience.EVERYONE);
        Answer answer = new Answer(new Outcome.Failed("1"), reply);

        assertThat(platform.payload(answer, Map.of("SLACK_NEW_BLOCKS", "on"))).contains("\"data_table\"");
        assertThat(platform.payload(answer, Map.of())).doesNotContain("data_table");
        assertThatThrownBy(() -> platform.payload(answer, Map.of("SLACK_NEW_BLOCKS", "maybe")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SLACK_NEW_BLOCKS");
    }

    @Requirement("slack-46")
    @ParameterizedTest
    @CsvSource({"auth.test, SLACK_BOT_TOKEN", "apps.connections.open, SLACK_APP_TOKEN"})
    void namesATokenThatSlackDoesNotTake(String method, String setting, @TempDir Path folder) throws Exception {
        try (FakeSlack slack = new FakeSlack()) {
            for (int connection = 0; connection < 2; connection++) {
                slack.next(method, 200, Map.of(), "{\"ok\":false,\"error\":\"invalid_auth\"}");
            }
            Map<String, String> environment = new HashMap<>(COMPLETE);
            environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
            environment.put("SLACK_APP_TOKEN", "xapp-wrong");
            environment.put("SLACK_API_URL", slack.apiUrl());
            environment.put("TUNETALLY_OPS_PORT", "off");
            environment.put("TUNETALLY_DB", "jdbc:sqlite:" + folder.resolve("t.db"));

            assertThat(platform.run(environment)).isEqualTo(78);
            assertThat(diagnostics.toString(UTF_8))
                    .startsWith(setting + ": Slack does not take it (invalid_auth).")
                    .contains("https://api.slack.com/apps");
        }
    }

    @Requirement("slack-46")
    @Test
    void namesThePortThatIsTaken(@TempDir Path folder) throws Exception {
        try (FakeSlack slack = new FakeSlack();
                ServerSocket taken = new ServerSocket(0)) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "SLACK_BOT_TOKEN",
                    FakeSlack.BOT_TOKEN,
                    "SLACK_SIGNING_SECRET",
                    "s",
                    "SLACK_API_URL",
                    slack.apiUrl(),
                    "TUNETALLY_OPS_PORT",
                    "off"));
            environment.put("SLACK_PORT", String.valueOf(taken.getLocalPort()));
            environment.put("TUNETALLY_DB", "jdbc:sqlite:" + folder.resolve("t.db"));

            assertThat(platform.run(environment)).isEqualTo(69);
            assertThat(diagnostics.toString(UTF_8))
                    .contains("SLACK_PORT: port " + taken.getLocalPort(), "give another port");
        }
    }

    @Test
    void needsNoBotTokenWhereWorkspacesInstallItThemselves() {
        assertThat(platform.missingSettings(
                        Map.of("SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "s", "SLACK_SIGNING_SECRET", "s")))
                .isEmpty();
    }

    @Test
    void rehearsesAgainstAStandInWithoutLookingAtTheEnvironment(@TempDir Path folder) throws Exception {
        Path database = folder.resolve("rehearsal.db");

        int code = platform.rehearse(Map.of(
                "TUNETALLY_DB",
                "jdbc:sqlite:" + database,
                "SLACK_APP_TOKEN",
                "nonsense",
                "TUNETALLY_CONFIG",
                "/nowhere"));

        assertThat(code).as(diagnostics.toString(UTF_8)).isZero();
        assertThat(database).isNotEmptyFile();
    }

    @Test
    void rehearsesInNoDatabaseThatHoldsAnything() {
        assertThatThrownBy(() -> platform.rehearse(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("TUNETALLY_DB");
    }
}
