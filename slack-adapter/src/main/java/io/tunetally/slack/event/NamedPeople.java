package io.tunetally.slack.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.BotDecorator;
import io.tunetally.chat.ChatEvent;
import io.tunetally.reply.People;
import io.tunetally.reply.Reply;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.api.Workspaces;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot, whose answers name people by the names that Slack has for their ids at the moment: a mention would notify each of
 * them. Names are cached for ten minutes and never stored.
 */
public final class NamedPeople implements BotDecorator {
    private static final Logger LOG = LoggerFactory.getLogger(NamedPeople.class);
    private static final int MOST_KEPT = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration ASKED_WITHIN = Duration.ofMillis(700);

    private final Bot bot;
    private final Slack slack;
    private final Workspaces workspaces;
    private final StoreCalls calls;
    private final Cache<Person, String> names =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    private record Person(String space, String id) {}

    public NamedPeople(Bot bot, Slack slack, Workspaces workspaces, StoreCalls calls) {
        this.bot = bot;
        this.slack = slack;
        this.workspaces = workspaces;
        this.calls = calls;
    }

    @Override
    public Answer answer(ChatEvent event) {
        Answer answer = bot.answer(event);
        Reply named = named(answer.reply(), event.envelope().conversation().space());
        return named.equals(answer.reply()) ? answer : new Answer(answer.outcome(), named);
    }

    /** Names the people in a reply to a workspace; the same object where there are none. */
    public Reply named(Reply reply, String space) {
        return People.in(reply).isEmpty() ? reply : People.named(reply, id -> name(new Person(space, id)));
    }

    /** The name, or the id where Slack does not tell it now. */
    private String name(Person person) {
        String known = names.getIfPresent(person);
        if (known != null) {
            return known;
        }
        try {
            Optional<String> name = calls.within(ASKED_WITHIN, () -> asked(person));
            name.ifPresent(told -> names.put(person, told));
            return name.orElse(person.id());
        } catch (StorageException unreachable) {
            LOG.warn("a name could not be looked up: {}", unreachable.getMessage());
            return person.id();
        }
    }

    private Optional<String> asked(Person person) {
        Optional<Workspace> workspace = workspaces.find("", person.space());
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        try {
            UsersInfoResponse told =
                    slack.methods(workspace.get().token()).usersInfo(request -> request.user(person.id()));
            return told.isOk() ? Optional.ofNullable(told.getUser().getName()) : Optional.empty();
        } catch (IOException | SlackApiException unreachable) {
            throw new StorageException("users.info: " + unreachable.getMessage(), unreachable);
        }
    }

    @Override
    public Bot bot() {
        return bot;
    }
}
