package io.tunetally.slack.transport;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import io.tunetally.slack.message.FormFields;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Saves 9 of the 11 us and 32 of the 35 kB that the SDK's parser takes (2026-11-28; a whole answer to a different question takes
 * some 440 kB). Reads a slash command from the form that it comes as over HTTP, in one pass where the SDK makes four.
 */
public final class CommandForm {
    /** No headers: none of them concerns a command. */
    private static final RequestHeaders NO_HEADERS = new RequestHeaders(Map.of());

    private CommandForm() {}

    /**
     * The command in a body; empty where something else is in it.
     *
     * @throws IllegalArgumentException where the form is malformed
     */
    public static Optional<SlashCommandRequest> of(String body, AppConfig config) {
        if (!body.contains("command=") || body.startsWith("{")) {
            return Optional.empty();
        }
        Map<String, String> fields = FormFields.of(body);
        if (!fields.containsKey("command") || fields.containsKey("payload")) {
            return Optional.empty();
        }
        SlashCommandRequest request = new SlashCommandRequest(body, payload(fields), NO_HEADERS);
        request.updateContext(config);
        return Optional.of(request);
    }

    private static SlashCommandPayload payload(Map<String, String> fields) {
        SlashCommandPayload payload = new SlashCommandPayload();
        payload.setToken(given(fields, "token"));
        payload.setApiAppId(given(fields, "api_app_id"));
        payload.setTeamId(given(fields, "team_id"));
        payload.setTeamDomain(given(fields, "team_domain"));
        payload.setEnterpriseId(given(fields, "enterprise_id"));
        payload.setEnterpriseName(given(fields, "enterprise_name"));
        payload.setChannelId(given(fields, "channel_id"));
        payload.setChannelName(given(fields, "channel_name"));
        payload.setUserId(given(fields, "user_id"));
        payload.setUserName(given(fields, "user_name"));
        payload.setCommand(given(fields, "command"));
        payload.setText(given(fields, "text"));
        payload.setResponseUrl(given(fields, "response_url"));
        payload.setTriggerId(given(fields, "trigger_id"));
        payload.setEnterpriseInstall("true".equals(fields.get("is_enterprise_install")));
        return payload;
    }

    /** The value of a field; null if it is empty, as in the SDK. */
    private static @Nullable String given(Map<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
