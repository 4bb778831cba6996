package io.tunetally.slack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Proves that a request comes from Slack: by the bytes of its body as they arrived, within five minutes either way. */
public final class Signature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;
    private final Duration window;

    public Signature(String signingSecret, Clock clock) {
        this(signingSecret, clock, WINDOW);
    }

    /** Creates a signature check with another window than five minutes either way. */
    public Signature(String signingSecret, Clock clock, Duration window) {
        this.key = new SecretKeySpec(signingSecret.getBytes(UTF_8), ALGORITHM);
        this.clock = clock;
        this.window = window;
    }

    /** The verdict on a signature. */
    public enum Verdict {
        /** Signed with the secret, just now. */
        GENUINE,
        /** Signed with the secret, at another time by this machine's clock. */
        UNTIMELY,
        /** Not signed with the secret. */
        WRONG
    }

    /**
     * Checks the headers of a body.
     *
     * @param timestamp the header {@code X-Slack-Request-Timestamp}, seconds since 1970
     * @param signature the header {@code X-Slack-Signature}, {@code v0=} and hexadecimal digits
     */
    public Verdict of(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()
                || !MessageDigest.isEqual(of(timestamp, body).getBytes(UTF_8), signature.getBytes(UTF_8))) {
            return Verdict.WRONG;
        }
        return ahead(timestamp).abs().compareTo(window) <= 0 ? Verdict.GENUINE : Verdict.UNTIMELY;
    }

    /** How far a time is ahead of this machine's clock; zero where it is none. */
    public Duration ahead(@Nullable String timestamp) {
        return timestamp == null || !SECONDS.matcher(timestamp).matches()
                ? Duration.ZERO
                : Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }

    public String of(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
