package io.tunetally.slack.install;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tunetally.bot.Bulkhead;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.Installations;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews tokens that expire, two hours before they do. A refresh token is good once, so one process alone uses it: the one
 * that claims it. Meanwhile the others go on with the token there is.
 */
final class TokenRotation {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRotation.class);

    /** Slack's tokens live for twelve hours. */
    private static final Duration EARLY = Duration.ofHours(2);

    /** The errors of a refresh token that Slack will never take again: lost before it was stored, or taken back. */
    private static final Set<String> FOR_GOOD = Set.of("invalid_refresh_token", "token_revoked", "account_inactive");

    /** Longer than Slack and the store have for a renewal. A process that crashes during one keeps the others waiting for it. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration WAIT = Duration.ofMillis(100);
    private static final int WAITS = 15;

    private final Slack slack;
    private final SlackSettings.Installation app;
    private final Installations installations;
    private final Deliveries leases;
    private final Bulkhead bulkhead;
    private final Clock clock;

    /** Why Slack takes a refresh token no more, by its key. */
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    /** Grants that the store has not taken yet, by the key of the refresh token that is stored: there is no other copy. */
    private final Map<String, BotGrant> unsaved = new ConcurrentHashMap<>();

    TokenRotation(
            Slack slack,
            SlackSettings.Installation app,
            Installations installations,
            Deliveries leases,
            Bulkhead bulkhead,
            Clock clock) {
        this.slack = slack;
        this.app = app;
        this.installations = installations;
        this.leases = leases;
        this.bulkhead = bulkhead;
        this.clock = clock;
    }

    /**
     * A grant whose token can be used now. One that expires soon is renewed beside that; only one that has expired is
     * waited for, and its renewal goes on where the caller does not wait any longer. Empty where it has expired and Slack
     * will give no new one: only who installs the app again gets one.
     *
     * @throws StorageException where it has expired and no new one is to be had now
     */
    Optional<BotGrant> usable(Installations.Found found) {
        BotGrant grant = current(found);
        if (!grant.expiresWithin(EARLY, clock.instant())) {
            return Optional.of(grant);
        }
        boolean expired = grant.expiresWithin(Duration.ZERO, clock.instant());
        Optional<BotGrant> good = expired ? Optional.empty() : Optional.of(grant);
        if (refused.containsKey(key(grant))) {
            return good;
        }
        if (!claims(grant)) {
            return expired ? renewedElsewhere(found, grant) : good;
        }
        Optional<Future<Optional<BotGrant>>> renewal = renewal(found, grant);
        return expired ? result(renewal) : good;
    }

    /**
     * Renews unused tokens that expire soon, one after the other, so that the first request after a night finds a good token: an
     * acknowledgement has no time for a renewal.
     */
    void renewAll() {
        for (Installations.Id id : installations.all(SlackConversations.SLACK)) {
            try {
                installations.find(id).filter(it -> it.id().equals(id)).ifPresent(this::renew);
            } catch (RuntimeException later) { // A failure of one must not stop the others.
                LOG.warn("the token of {} is not renewed yet: {}", id, later.toString());
            }
        }
    }

    private void renew(Installations.Found found) {
        BotGrant grant = current(found);
        boolean soon = grant.expiresWithin(EARLY, clock.instant());
        if (soon && !refused.containsKey(key(grant)) && claims(grant)) {
            var _ = result(renewal(found, grant));
        }
    }

    /** The stored grant, or a newer one that the store has not taken yet. */
    private BotGrant current(Installations.Found found) {
        BotGrant stored = stored(found);
        BotGrant grant = unsaved.getOrDefault(key(stored), stored);
        if (!grant.equals(stored)) {
            bulkhead.run("storing a renewed token", () -> save(found, grant));
        }
        return grant;
    }

    /** Runs a renewal on a thread of its own: an interrupt of the waiting caller does not stop it. */
    private Optional<Future<Optional<BotGrant>>> renewal(Installations.Found found, BotGrant grant) {
        Optional<Future<Optional<BotGrant>>> renewal = bulkhead.begin(() -> renewed(found, grant));
        if (renewal.isEmpty()) {
            release(grant);
        }
        return renewal;
    }

    private static Optional<BotGrant> result(Optional<Future<Optional<BotGrant>>> renewal) {
        try {
            return renewal.orElseThrow(() -> new StorageException("too much work to renew a token"))
                    .get();
        } catch (ExecutionException failed) {
            throw new StorageException("a token that has expired could not be renewed", failed);
        } catch (InterruptedException waitedLongEnough) {
            Thread.currentThread().interrupt();
            throw new StorageException("a token that has expired is not renewed yet", waitedLongEnough);
        }
    }

    /** Claims the refresh token; false while another caller uses it. */
    private boolean claims(BotGrant grant) {
        return leases.claim(SlackConversations.SLACK, claim(grant), LEASE);
    }

    private static String claim(BotGrant grant) {
        return "token rotation " + key(grant);
    }

    private static String key(BotGrant grant) {
        return ActionKeys.keyOf(SlackConversations.orEmpty(grant.refreshToken()));
    }

    private static BotGrant stored(Installations.Found found) {
        return SlackMessage.GSON.fromJson(found.secret(), BotGrant.class);
    }

    private Optional<BotGrant> renewed(Installations.Found found, BotGrant old) {
        OAuthV2AccessResponse refreshed;
        try {
            refreshed = refreshed(old);
        } catch (RuntimeException notNow) {
            LOG.error("a token could not be renewed now", notNow);
            release(old);
            throw notNow;
        }
        if (!refreshed.isOk()) {
            return refused(found, old, SlackConversations.orEmpty(refreshed.getError()));
        }
        BotGrant next = old.renewed(refreshed, clock.instant());
        unsaved.put(key(stored(found)), next);
        save(found, next);
        return Optional.of(next);
    }

    /** Handles a refused refresh token: another process may have used it and stored the result; otherwise it is not tried again. */
    private Optional<BotGrant> refused(Installations.Found found, BotGrant old, String error) {
        Optional<BotGrant> other = BotGrant.of(installations.find(found.id())).filter(it -> !key(it).equals(key(old)));
        if (other.isEmpty() && refused.put(key(old), error) == null) {
            LOG.error("Slack takes the refresh token of {} no more: {}; it must be installed again", found.id(), error);
            release(old);
        }
        return other.filter(it -> !it.expiresWithin(Duration.ZERO, clock.instant()));
    }

    /** Why Slack renews its token no more; empty where it does. */
    String refusal(Installations.Found found) {
        return refused.getOrDefault(key(current(found)), "");
    }

    /** Releases an unused refresh token for the next caller, in this process or another. */
    private void release(BotGrant grant) {
        try {
            leases.release(SlackConversations.SLACK, claim(grant));
        } catch (StorageException unusable) {
            LOG.warn("a claim could not be released, it ends with its lifetime", unusable);
        }
    }

    private void save(Installations.Found found, BotGrant next) {
        try {
            // Uninstalled or installed anew meanwhile: then that holds.
            Optional<String> now = installations
                    .find(found.id())
                    .filter(it -> it.id().equals(found.id()))
                    .map(Installations.Found::secret);
            if (now.equals(Optional.of(found.secret()))) {
                installations.save(found.id(), next.json());
                LOG.info("renewed the token of {}", found.id());
            }
            unsaved.remove(key(stored(found)), next);
        } catch (StorageException later) {
            LOG.error("a renewed token could not be stored, tried again at the next use", later);
        }
    }

    /** Slack's answer: new tokens, or a refusal for good. */
    private OAuthV2AccessResponse refreshed(BotGrant grant) {
        try {
            OAuthV2AccessResponse response = slack.methods()
                    .oauthV2Access(request -> request.clientId(app.clientId())
                            .clientSecret(app.clientSecret().reveal())
                            .grantType("refresh_token")
                            .refreshToken(grant.refreshToken()));
            String error = SlackConversations.orEmpty(response.getError());
            boolean given = response.isOk()
                    && !SlackConversations.orEmpty(response.getAccessToken()).isEmpty();
            if (!given && !FOR_GOOD.contains(error)) {
                throw new StorageException("Slack did not renew a token: " + error);
            }
            return response;
        } catch (IOException | SlackApiException unreachable) {
            throw new StorageException("Slack could not be asked for a new token", unreachable);
        }
    }

    private Optional<BotGrant> renewedElsewhere(Installations.Found found, BotGrant old) {
        try {
            for (int wait = 0; wait < WAITS; wait++) {
                Optional<BotGrant> other = BotGrant.of(installations.find(found.id()))
                        .filter(it -> !it.token().equals(old.token()));
                if (other.isPresent() || refused.containsKey(key(old))) {
                    return other;
                }
                Thread.sleep(WAIT);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new StorageException("another process is renewing a token that has expired");
    }
}
