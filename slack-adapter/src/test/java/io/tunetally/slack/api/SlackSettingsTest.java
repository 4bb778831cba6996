package io.tunetally.slack.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.Secret;
import io.tunetally.settings.SettingsException;
import io.tunetally.slack.api.SlackSettings.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackSettingsTest {
    private static final Map<String, String> SOCKET_MODE =
            Map.of("SLACK_BOT_TOKEN", "xoxb-1-hidden", "SLACK_APP_TOKEN", "xapp-1-hidden");

    @Test
    void namesEverySettingThatIsMissing() {
        assertThat(problems(Map.of()))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("SLACK_BOT_TOKEN: missing.")
                                .contains("xoxb-", "https://api.slack.com/apps"),
                        line -> assertThat(line)
                                .startsWith("SLACK_APP_TOKEN: missing.")
                                .contains("xapp-", "or give SLACK_SIGNING_SECRET", "connections:write"),
                        line -> assertThat(line)
                                .startsWith("SLACK_SIGNING_SECRET: missing.")
                                .contains("or give SLACK_APP_TOKEN", "Basic Information"));
    }

    @Test
    void takesSocketModeWhereThereIsAnAppToken() {
        SlackSettings settings = SlackSettings.read(with("SLACK_SIGNING_SECRET", "abc"));

        assertThat(settings.transport()).isEqualTo(new Transport.SocketMode(new Secret("xapp-1-hidden")));
        assertThat(settings.botToken()).contains(new Secret("xoxb-1-hidden"));
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
        assertThat(settings.port()).isEqualTo(3000);
        assertThat(settings.operations()).isEqualTo(new OperationsPort.On(9090));
    }

    @Test
    void takesHttpModeOtherwise() {
        SlackSettings settings =
                SlackSettings.read(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s", "SLACK_PORT", "0"));

        assertThat(settings.transport()).isEqualTo(new Transport.Http(new Secret("s")));
        assertThat(settings.port()).isZero();
    }

    @Test
    void needsNoBotTokenForManyWorkspaces() {
        SlackSettings settings = SlackSettings.read(Map.of(
                "SLACK_CLIENT_ID",
                "1.2",
                "SLACK_CLIENT_SECRET",
                "c",
                "SLACK_SIGNING_SECRET",
                "s",
                "SLACK_SCOPES",
                "a, b"));

        assertThat(settings.botToken()).isEmpty();
        assertThat(settings.installation())
                .contains(new SlackSettings.Installation("1.2", new Secret("c"), List.of("a", "b")));
    }

    @Test
    void wantsTheClientsIdAndSecretTogether() {
        assertThat(problems(Map.of("SLACK_CLIENT_ID", "1.2", "SLACK_SIGNING_SECRET", "s")))
                .singleElement()
                .asString()
                .startsWith("SLACK_CLIENT_SECRET: missing.");
        assertThat(problems(with("SLACK_CLIENT_SECRET", "c")))
                .singleElement()
                .asString()
                .startsWith("SLACK_CLIENT_ID: missing.");
    }

    @Test
    void saysWhatIsMalformedButNotTheSecret() {
        assertThat(problems(Map.of("SLACK_BOT_TOKEN", "xapp-1-hidden", "SLACK_APP_TOKEN", "xapp 1-hidden")))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("SLACK_BOT_TOKEN: does not begin with xoxb-."),
                        line -> assertThat(line).startsWith("SLACK_APP_TOKEN: has a blank in it."))
                .noneMatch(line -> line.contains("hidden"));
        assertThat(problems(with("SLACK_PORT", "70000")))
                .singleElement()
                .asString()
                .startsWith("SLACK_PORT: \"70000\" is not a port number.");
        assertThat(problems(with("SLACK_ADDRESS", "example.com")))
                .singleElement()
                .asString()
                .startsWith("SLACK_ADDRESS: \"example.com\" is no address.")
                .contains("0.0.0.0 or ::");
        assertThat(problems(with("SLACK_DEFAULTS_BY", "nobody")))
                .singleElement()
                .asString()
                .startsWith("SLACK_DEFAULTS_BY: \"nobody\" is neither admins nor everyone.");
        assertThat(problems(with("SLACK_API_URL", "slack.com")))
                .singleElement()
                .asString()
                .startsWith("SLACK_API_URL: \"slack.com\" is not a URL with http or https.");
        assertThat(problems(with("TUNETALLY_OPS_PORT", "on")))
                .singleElement()
                .asString()
                .startsWith("TUNETALLY_OPS_PORT: \"on\" is not a port number.");
    }

    @Test
    void hidesSecretsInItsTextForm() {
        SlackSettings settings = SlackSettings.read(with("TUNETALLY_DB", "jdbc:postgresql://h/d?password=hidden"));

        assertThat(settings.storage().url())
                .hasValueSatisfying(url -> assertThat(url.reveal()).endsWith("password=hidden"));
        assertThat(settings.toString()).contains("***").doesNotContain("hidden");
    }

    @Test
    void servesOperationsAtTheAddressThatIsSet() {
        assertThat(SlackSettings.read(with("TUNETALLY_OPS_ADDRESS", "0.0.0.0")).operations())
                .isEqualTo(new OperationsPort.On(9090, InetAddress.ofLiteral("0.0.0.0")));
        assertThat(SlackSettings.read(with("TUNETALLY_OPS_ADDRESS", "::1")).operations())
                .isEqualTo(new OperationsPort.On(9090, InetAddress.ofLiteral("::1")));
        for (String none : List.of("localhost", "10.0.0.256", "http://127.0.0.1", "127.0.0.1:9090")) {
            assertThat(problems(with("TUNETALLY_OPS_ADDRESS", none)))
                    .singleElement()
                    .asString()
                    .startsWith("TUNETALLY_OPS_ADDRESS: \"" + none + "\" is not an IP address.");
        }
    }

    @Test
    void listensOnThisMachineAndLetsAdminsChangeDefaultsUnlessItIsToldOtherwise() {
        SlackSettings usual = SlackSettings.read(with("SLACK_PORT", "0"));

        assertThat(usual.address().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(usual.defaultsBy()).isEqualTo(SlackSettings.DefaultsBy.ADMINS);
        assertThat(SlackSettings.read(with("SLACK_ADDRESS", "0.0.0.0"))
                        .address()
                        .isAnyLocalAddress())
                .isTrue();
        assertThat(SlackSettings.read(with("SLACK_ADDRESS", "::")).address().isAnyLocalAddress())
                .isTrue();
        assertThat(SlackSettings.read(with("SLACK_DEFAULTS_BY", "everyone")).defaultsBy())
                .isEqualTo(SlackSettings.DefaultsBy.EVERYONE);
    }

    @Test
    void switchesOperationsOff() {
        assertThat(SlackSettings.read(with("TUNETALLY_OPS_PORT", "off")).operations())
                .isEqualTo(new OperationsPort.Off());
    }

    @Test
    void endsTheApiBaseWithASlash() {
        assertThat(SlackSettings.read(with("SLACK_API_URL", "http://localhost:8080/api"))
                        .apiUrl())
                .isEqualTo(URI.create("http://localhost:8080/api/"));
    }

    @Test
    void readsTheFileWhereTheEnvironmentSaysNothing(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("tunetally.yaml"), "slack:\n  port: 4000\n  botToken: xoxb-file\n  scopes: [a]\n");
        Map<String, String> environment = Map.of(
                "TUNETALLY_CONFIG", folder.toString(), "SLACK_APP_TOKEN", "xapp-1", "SLACK_BOT_TOKEN", "xoxb-env");

        SlackSettings settings = SlackSettings.read(environment);

        assertThat(settings.port()).isEqualTo(4000);
        assertThat(settings.botToken()).contains(new Secret("xoxb-env"));
    }

    @Test
    void namesThePlaceOfAMalformedValueInTheFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tunetally.yaml"), "slack:\n  port: many\n");

        assertThat(problems(with("TUNETALLY_CONFIG", folder.toString())))
                .singleElement()
                .asString()
                .startsWith(folder.resolve("tunetally.yaml")
                        + ":2: slack.port (SLACK_PORT): \"many\" is not a port number.");
    }

    @Test
    void namesTheKnownKeysWhereTheFileHasAnotherOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tunetally.yaml"), "slack:\n  bot: {token: x}\n");

        assertThat(problems(with("TUNETALLY_CONFIG", folder.toString())))
                .singleElement()
                .asString()
                .startsWith(
                        folder.resolve("tunetally.yaml") + ":2: unknown key slack.bot; known here: address, apiUrl,");
    }

    private static Map<String, String> with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(SOCKET_MODE);
        environment.put(variable, value);
        return environment;
    }

    private static List<String> problems(Map<String, String> environment) {
        return assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SlackSettings.read(environment))
                .actual()
                .problems();
    }
}
