package io.tunetally.slack.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tunetally.slack.api.Signature;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * States of installations, as {@code nonce.seconds.signature}. The signature, made with the app's client secret, proves to every process
 * that one of them issued it, so nothing is stored before a person comes back with it.
 */
public final class InstallState {
    private static final int NONCE_BYTES = 32;

    private final Signature signature;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * States of one app.
     *
     * @param goodFor how long after it was issued one may come back, in whichever process
     */
    public InstallState(String clientSecret, Clock clock, Duration goodFor) {
        this.signature = new Signature(clientSecret, clock, goodFor);
        this.clock = clock;
    }

    /** A new one that cannot be guessed. */
    public String issue() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String seconds = String.valueOf(clock.instant().getEpochSecond());
        return nonce + "." + seconds + "." + signature.of(seconds, nonce.getBytes(UTF_8));
    }

    /** Whether it was issued and has not expired; that it was not used before is for the store to say. */
    boolean isGood(String state) {
        String[] parts = state.split("\\.", -1);
        return parts.length == 3
                && signature.of(parts[1], parts[2], parts[0].getBytes(UTF_8)) == Signature.Verdict.GENUINE;
    }
}
