package io.tunetally.slack.install;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.storage.Installations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grant of a workspace that installed the app; stored, encrypted, as JSON.
 *
 * @param refreshToken exchanged for the next token; null if tokens do not expire
 * @param expiresAtMillis when the token expires, null where it does not
 * @param installer the person who installed, empty once it is stored
 */
record BotGrant(
        String token,
        String botUser,
        @Nullable String refreshToken,
        @Nullable Long expiresAtMillis,
        String installer,
        String appId,
        String scopes) {
    /**
     * Reads Slack's answer to a code.
     *
     * @throws IllegalArgumentException where it granted no bot
     */
    static BotGrant of(OAuthV2AccessResponse granted, Instant now) {
        if (SlackConversations.orEmpty(granted.getAccessToken()).isEmpty()) {
            throw new IllegalArgumentException("Slack granted no bot token");
        }
        return new BotGrant(
                granted.getAccessToken(),
                SlackConversations.orEmpty(granted.getBotUserId()),
                granted.getRefreshToken(),
                expiry(granted, now),
                granted.getAuthedUser() == null
                        ? ""
                        : SlackConversations.orEmpty(granted.getAuthedUser().getId()),
                SlackConversations.orEmpty(granted.getAppId()),
                SlackConversations.orEmpty(granted.getScope()));
    }

    /** The id of a new installation. */
    static Installations.Id idOf(OAuthV2AccessResponse granted) {
        String enterprise = granted.getEnterprise() == null
                ? ""
                : SlackConversations.orEmpty(granted.getEnterprise().getId());
        boolean whole = granted.isEnterpriseInstall() || granted.getTeam() == null;
        String team = whole ? "" : SlackConversations.orEmpty(granted.getTeam().getId());
        if (enterprise.isEmpty() && team.isEmpty()) {
            throw new IllegalArgumentException("Slack names neither a workspace nor an organisation");
        }
        return new Installations.Id(SlackConversations.SLACK, enterprise, team, "");
    }

    /** The same without the person, who is welcomed once and need not be known after that. */
    BotGrant withoutInstaller() {
        return new BotGrant(token, botUser, refreshToken, expiresAtMillis, "", appId, scopes);
    }

    /** The same with the tokens that took the place of the old ones. */
    BotGrant renewed(OAuthV2AccessResponse refreshed, Instant now) {
        return new BotGrant(
                refreshed.getAccessToken(),
                botUser,
                refreshed.getRefreshToken() == null ? refreshToken : refreshed.getRefreshToken(),
                expiry(refreshed, now),
                "",
                appId,
                scopes);
    }

    private static @Nullable Long expiry(OAuthV2AccessResponse granted, Instant now) {
        Integer seconds = granted.getExpiresIn();
        return seconds == null ? null : now.plusSeconds(seconds).toEpochMilli();
    }

    /** Whether the token expires within a time; one that does not expire never does. */
    boolean expiresWithin(Duration time, Instant now) {
        return refreshToken != null
                && expiresAtMillis != null
                && !now.plus(time).isBefore(Instant.ofEpochMilli(expiresAtMillis));
    }

    static Optional<BotGrant> of(Optional<Installations.Found> found) {
        return found.map(it -> SlackMessage.GSON.fromJson(it.secret(), BotGrant.class));
    }

    String json() {
        return SlackMessage.GSON.toJson(this);
    }

    /** Hides the tokens and the person. */
    @Override
    public String toString() {
        return "BotGrant[" + botUser + "]";
    }
}
