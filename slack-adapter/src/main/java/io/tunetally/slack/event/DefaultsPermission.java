package io.tunetally.slack.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import io.tunetally.slack.api.SlackSettings.DefaultsBy;
import io.tunetally.slack.message.Notices;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks whether a user may change a workspace's defaults. Slack's answer about admins is cached for ten minutes. */
public final class DefaultsPermission {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultsPermission.class);
    private static final int MOST_KEPT = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** The share of Slack's three seconds for opening or taking a form; the store has a second and a half. */
    private static final Duration ASKED_WITHIN = Duration.ofMillis(700);

    private final Slack slack;
    private final DefaultsBy by;
    private final StoreCalls calls;
    private final Cache<Person, Boolean> admins =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    private record Person(String space, String user) {}

    public DefaultsPermission(Slack slack, DefaultsBy by, StoreCalls calls) {
        this.slack = slack;
        this.by = by;
        this.calls = calls;
    }

    /** The notice for a person who may not; empty for one who may. */
    public Optional<Map<String, Object>> refusal(String token, String space, String user) {
        if (by == DefaultsBy.EVERYONE) {
            return Optional.empty();
        }
        Person person = new Person(space, user);
        Boolean known = admins.getIfPresent(person);
        if (known == null) {
            UsersInfoResponse answer;
            try {
                answer = calls.within(ASKED_WITHIN, () -> asked(token, user));
            } catch (StorageException unreachable) {
                LOG.warn("the permission to change defaults could not be checked: {}", unreachable.getMessage());
                return Optional.of(Notices.adminsUnknown());
            }
            if (!answer.isOk()) {
                LOG.warn("Slack refused to tell the permission to change defaults: users.info: {}", answer.getError());
                return Optional.of(
                        "missing_scope".equals(answer.getError()) ? Notices.adminsNotTold() : Notices.adminsUnknown());
            }
            known = isAdmin(answer.getUser());
            admins.put(person, known);
        }
        return known ? Optional.empty() : Optional.of(Notices.adminsOnly());
    }

    private UsersInfoResponse asked(String token, String user) {
        try {
            return slack.methods(token).usersInfo(request -> request.user(user));
        } catch (IOException | SlackApiException unreachable) {
            throw new StorageException("users.info: " + unreachable.getMessage(), unreachable);
        }
    }

    private static boolean isAdmin(User user) {
        return user.isAdmin() || user.isOwner() || user.isPrimaryOwner();
    }
}
