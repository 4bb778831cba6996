package io.tunetally.discord.transport;

import io.tunetally.discord.api.DiscordSetting;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Discord's advice on its gateway, requested before any connection. JDA requests it, too, but gives up for good after five
 * failures, so it is requested here and passed to JDA.
 *
 * @param url where the gateway is
 * @param shards how many Discord recommends
 * @param atOnce how many of them may connect at a time
 */
record GatewayAdvice(String url, int shards, int atOnce) {
    private static final int NO_SUCH_THING = 404;
    private static final int UNAUTHORIZED = 401;

    /** Discord cannot be asked now, whether its network, its servers or its limits are why. */
    static final class NotNow extends IOException {
        private static final long serialVersionUID = 1;

        private final Duration atLeast;

        private NotNow(String why, Duration atLeast) {
            super(why);
            this.atLeast = atLeast;
        }

        /** How long Discord said to wait; zero where it did not. */
        Duration atLeast() {
            return atLeast;
        }
    }

    /**
     * Requests it once.
     *
     * @throws SettingsException where Discord does not take the token, or is not at this address
     * @throws IOException where it cannot be asked now
     */
    static GatewayAdvice ask(OkHttpClient client, DiscordSettings settings) throws IOException {
        Request request = new Request.Builder()
                .url(HttpUrl.get(settings.apiUrl() + "gateway/bot"))
                .header("authorization", "Bot " + settings.token().reveal())
                .header("user-agent", RestConfig.USER_AGENT)
                .build();
        try (Response response = client.newCall(request).execute()) {
            return read(response);
        }
    }

    private static GatewayAdvice read(Response response) throws IOException {
        if (response.code() == UNAUTHORIZED) {
            throw LostShards.tokenRefused();
        }
        if (response.code() == NO_SUCH_THING) {
            throw new SettingsException(List.of(
                    DiscordSetting.API_URL + ": Discord's API is not there, as 'gateway/bot' was answered 404. It is "
                            + DiscordSetting.API_URL.what() + ": " + DiscordSetting.API_URL.where()));
        }
        if (!response.isSuccessful()) {
            throw new NotNow("'gateway/bot' was answered " + response.code(), pause(response));
        }
        try {
            DataObject advice = DataObject.fromJson(response.body().bytes());
            return new GatewayAdvice(
                    advice.getString("url"),
                    advice.getInt("shards"),
                    advice.getObject("session_start_limit").getInt("max_concurrency", 1));
        } catch (ParsingException unreadable) {
            throw new NotNow("the answer to 'gateway/bot' cannot be read", Duration.ZERO);
        }
    }

    private static Duration pause(Response response) {
        String seconds = response.header("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }
}
