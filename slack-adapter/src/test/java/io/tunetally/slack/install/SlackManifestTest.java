package io.tunetally.slack.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import io.tunetally.Requirement;
import io.tunetally.bot.Bot;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackApp;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.fake.FakeScopes;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.message.Notices;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@Requirement({"slack-17", "slack-25", "slack-30"})
class SlackManifestTest {
    private static final Path FILE = Path.of("..", "config", "slack-manifest.yaml");

    private final Bot bot = SlackGoldenTest.bot();

    @Test
    void isTheFileThatIsShipped() throws IOException {
        String generated = SlackManifest.yaml(bot.commands());
        if ("write".equals(System.getProperty("tunetally.golden"))) {
            Files.writeString(FILE, generated, UTF_8);
        }

        assertThat(Files.readString(FILE, UTF_8)).isEqualTo(generated);
    }

    @Test
    void keepsSlacksLimits() throws IOException {
        JsonNode command = manifest().at("/features/slash_commands/0");

        assertThat(command.get("usage_hint").asText()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(manifest().at("/display_information/description").asText()).hasSizeLessThanOrEqualTo(140);
        manifest()
                .at("/features/shortcuts")
                .forEach(shortcut -> assertThat(shortcut.get("name").asText()).hasSizeLessThanOrEqualTo(24));
    }

    /** A command's address is {@code url}, that of events and interactions {@code request_url}. */
    @Test
    void saysWhatHttpModeChanges() {
        assertThat(SlackManifest.yaml(bot.commands()))
                .contains(
                        "# HTTP mode: socket_mode_enabled: false; url: https://<your host>/slack/events for the command in slash_commands;",
                        "# request_url: https://<your host>/slack/events in event_subscriptions and in interactivity.");
    }

    @Test
    void asksForTheScopesThatInstallationAsksFor() throws IOException {
        SlackSettings settings = SlackSettings.read(
                Map.of("SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "s", "SLACK_SIGNING_SECRET", "s"));

        assertThat(manifest().at("/oauth_config/scopes/bot"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(settings.installation().orElseThrow().scopes());
    }

    @Test
    void namesOnlyWhatHasAHandler() throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.HTTP, bot)) {
            for (JsonNode command : manifest().at("/features/slash_commands")) {
                assertThat(running.command(command.get("command").asText(), "cost gpt-4o 1k examples")
                                .get("text")
                                .getAsString())
                        .contains("$37.50");
            }
            for (JsonNode shortcut : manifest().at("/features/shortcuts")) {
                JsonObject used = shortcut.get("type").asText().equals("global")
                        ? Incoming.globalShortcut()
                        : Incoming.messageShortcut(
                                "cost gpt-4o 1k examples", running.slack().responseUrl());
                used.addProperty("callback_id", shortcut.get("callback_id").asText());
                running.interaction(used);
            }
            assertThat(running.slack().post().method()).isEqualTo("views.open");
            assertThat(running.slack().response().get("text").getAsString()).contains("$37.50");
        }
    }

    /** Slack sends what the manifest names, and the handlers take it: the one is never without the other. */
    @Test
    void namesAllThatHasAHandler() throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.HTTP, bot)) {
            assertThat(keys(running, "eventHandlers")
                            .map(SlackManifestTest::kind)
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(SlackManifest.EVENTS.stream()
                            .map(SlackManifestTest::kind)
                            .toList());
            assertThat(keys(running, "slashCommandHandlers")).containsExactly(pattern(Notices.COMMAND));
            for (String type : List.of("global", "message")) {
                List<String> named = StreamSupport.stream(
                                manifest().at("/features/shortcuts").spliterator(), false)
                        .filter(shortcut -> shortcut.get("type").asText().equals(type))
                        .map(shortcut -> pattern(shortcut.get("callback_id").asText()))
                        .toList();
                assertThat(keys(running, type + "ShortcutHandlers")).containsExactlyInAnyOrderElementsOf(named);
            }
        }
    }

    @Test
    void asksForEveryScopeThatIsNeededAndNoOther() {
        assertThat(SlackManifest.SCOPES).containsExactlyInAnyOrderElementsOf(FakeScopes.needed());
    }

    /** The SDK has no list of its handlers: their names, as it keeps them. */
    private static Stream<String> keys(RunningSlack running, String handlers) throws ReflectiveOperationException {
        Field app = SlackApp.class.getDeclaredField("app");
        Field map = App.class.getDeclaredField(handlers);
        app.setAccessible(true);
        map.setAccessible(true);
        return ((Map<?, ?>) map.get(app.get(running.app()))).keySet().stream().map(String::valueOf);
    }

    /** The SDK keeps a name as a pattern. */
    private static String pattern(String name) {
        return "^" + Pattern.quote(name) + "$";
    }

    /** {@code message.im} of the manifest and a message's subtypes have one kind of event. */
    private static String kind(String event) {
        return event.replaceFirst("[.:].*", "");
    }

    private static JsonNode manifest() throws IOException {
        return new YAMLMapper().readTree(Files.readString(FILE, UTF_8));
    }
}
