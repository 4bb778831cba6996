package io.tunetally.slack.api;

import io.tunetally.settings.FileSettings;
import io.tunetally.settings.Links;
import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.Secret;
import io.tunetally.settings.Setting;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.SettingsReader;
import io.tunetally.settings.StorageSettings;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Slack adapter needs.
 *
 * @param botToken the token of the one workspace; none where workspaces install the app themselves
 * @param address that the port listens at
 * @param port of HTTP mode and of the installation pages; 0 takes a free one
 * @param installation how workspaces install the app themselves
 * @param newBlocks whether answers use blocks that not every workspace shows yet
 * @param files the limits of training files; empty if none are measured
 * @param defaultsBy who may change a workspace's defaults
 * @param apiUrl base of the Web API, ends with a slash
 */
public record SlackSettings(
        Optional<Secret> botToken,
        Transport transport,
        InetAddress address,
        int port,
        Optional<Installation> installation,
        boolean newBlocks,
        Optional<FileSettings> files,
        DefaultsBy defaultsBy,
        URI apiUrl,
        OperationsPort operations,
        StorageSettings storage,
        Links links) {
    private static final String USUAL_SCOPES =
            "commands,chat:write,app_mentions:read,im:history,files:write,users:read";

    /** The scope that reading files needs. */
    public static final String SCOPE_OF_FILES = "files:read";

    /** Who may change a workspace's defaults. */
    public enum DefaultsBy {
        /** Its admins and owners, whom Slack tells apart where the app has the scope {@code users:read}. */
        ADMINS,
        EVERYONE
    }

    /** How events arrive. */
    public sealed interface Transport {
        /** Through a WebSocket that the adapter opens: no public address is needed. */
        record SocketMode(Secret appToken) implements Transport {}

        /** As requests to {@code POST /slack/events}, proven by a signature. */
        record Http(Secret signingSecret) implements Transport {}
    }

    /** The app's credentials for installation into many workspaces. */
    public record Installation(String clientId, Secret clientSecret, List<String> scopes) {
        public Installation {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Reads the settings; the app token decides for Socket Mode.
     *
     * @throws SettingsException with all that is missing or malformed
     */
    public static SlackSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        boolean files = onOrOff(reader, SlackSetting.FILES);
        Optional<Installation> installation = installation(reader, files);
        Optional<Secret> botToken = reader.secret(SlackSetting.BOT_TOKEN, "xoxb-", "xoxe.xoxb-");
        boolean manyWorkspaces = reader.isGiven(SlackSetting.CLIENT_ID) || reader.isGiven(SlackSetting.CLIENT_SECRET);
        if (botToken.isEmpty() && !manyWorkspaces) {
            reader.missing(SlackSetting.BOT_TOKEN, "");
        }
        Optional<Transport> transport = transport(reader);
        InetAddress address = reader.parsed(SlackSetting.ADDRESS, SlackSettings::address, "is no address")
                .orElse(InetAddress.ofLiteral("127.0.0.1"));
        int port = reader.port(SlackSetting.PORT, 3000);
        DefaultsBy defaultsBy = reader.parsed(
                        SlackSetting.DEFAULTS_BY, SlackSettings::defaultsBy, "is neither admins nor everyone")
                .orElse(DefaultsBy.ADMINS);
        URI apiUrl = reader.baseUrl(SlackSetting.API_URL, "https://slack.com/api/");
        boolean newBlocks = newBlocks(reader);
        OperationsPort operations = OperationsPort.from(reader, 9090);
        StorageSettings storage = StorageSettings.from(reader);
        FileSettings fileLimits = FileSettings.from(reader);
        Links links = Links.from(reader);
        reader.check();
        return new SlackSettings(
                botToken,
                transport.orElseThrow(),
                address,
                port,
                installation,
                newBlocks,
                files ? Optional.of(fileLimits) : Optional.empty(),
                defaultsBy,
                apiUrl,
                operations,
                storage,
                links);
    }

    /**
     * Whether answers use blocks that not every workspace shows yet; the other settings may be missing.
     *
     * @throws SettingsException where it is said in another way than on or off
     */
    public static boolean newBlocks(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        boolean newBlocks = newBlocks(reader);
        reader.check();
        return newBlocks;
    }

    private static boolean newBlocks(SettingsReader reader) {
        return onOrOff(reader, SlackSetting.NEW_BLOCKS);
    }

    private static boolean onOrOff(SettingsReader reader, Setting setting) {
        return reader.parsed(setting, SlackSettings::onOrOff, "is neither on nor off")
                .orElse(false);
    }

    /** By its digits: a name would be looked up somewhere else. */
    private static Optional<InetAddress> address(String value) {
        try {
            return Optional.of(InetAddress.ofLiteral(value));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<DefaultsBy> defaultsBy(String value) {
        return switch (value) {
            case "admins" -> Optional.of(DefaultsBy.ADMINS);
            case "everyone" -> Optional.of(DefaultsBy.EVERYONE);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> onOrOff(String value) {
        return switch (value) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Transport> transport(SettingsReader reader) {
        Optional<Secret> appToken = reader.secret(SlackSetting.APP_TOKEN, "xapp-");
        Optional<Secret> signingSecret = reader.secret(SlackSetting.SIGNING_SECRET);
        if (appToken.isEmpty() && signingSecret.isEmpty()) {
            reader.missing(SlackSetting.APP_TOKEN, "SLACK_SIGNING_SECRET for HTTP mode");
            reader.missing(SlackSetting.SIGNING_SECRET, "SLACK_APP_TOKEN for Socket Mode");
        }
        return appToken.<Transport>map(Transport.SocketMode::new).or(() -> signingSecret.map(Transport.Http::new));
    }

    private static Optional<Installation> installation(SettingsReader reader, boolean files) {
        Optional<String> clientId = reader.text(SlackSetting.CLIENT_ID);
        Optional<Secret> clientSecret = reader.secret(SlackSetting.CLIENT_SECRET);
        if (clientId.isEmpty() && clientSecret.isPresent()) {
            reader.missing(SlackSetting.CLIENT_ID, "");
        }
        if (clientSecret.isEmpty() && clientId.isPresent()) {
            reader.missing(SlackSetting.CLIENT_SECRET, "");
        }
        List<String> scopes = Arrays.stream(reader.text(SlackSetting.SCOPES)
                        .orElse(files ? USUAL_SCOPES + "," + SCOPE_OF_FILES : USUAL_SCOPES)
                        .split(",", -1))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
        return clientId.flatMap(id -> clientSecret.map(secret -> new Installation(id, secret, scopes)));
    }
}
