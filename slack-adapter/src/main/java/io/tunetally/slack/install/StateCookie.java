package io.tunetally.slack.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tunetally.slack.api.SlackConversations;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Binds an installation to the browser it was begun in: the state is in a cookie, too. A link to an attacker's installation finds
 * no such cookie in the victim's browser.
 */
final class StateCookie {
    private static final String NAME = "tunetally-install";
    private static final String ATTRIBUTES = "; Path=/slack; Secure; HttpOnly; SameSite=Lax; Max-Age=";

    private StateCookie() {}

    /** Sets it for as long as a state is good. */
    static String set(String state, Duration lifetime) {
        return NAME + "=" + state + ATTRIBUTES + lifetime.toSeconds();
    }

    /** Takes it away. */
    static String removed() {
        return NAME + "=" + ATTRIBUTES + 0;
    }

    /**
     * Whether a browser has the cookie of a state.
     *
     * @param cookies the header {@code Cookie}: {@code name=value; name=value}
     */
    static boolean isOf(String state, @Nullable String cookies) {
        for (String cookie : SlackConversations.orEmpty(cookies).split(";", -1)) {
            String pair = cookie.strip();
            if (pair.startsWith(NAME + "=")) {
                String value = pair.substring(NAME.length() + 1);
                return !value.isEmpty() && MessageDigest.isEqual(value.getBytes(UTF_8), state.getBytes(UTF_8));
            }
        }
        return false;
    }
}
