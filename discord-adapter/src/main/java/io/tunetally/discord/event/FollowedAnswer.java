package io.tunetally.discord.event;

import io.tunetally.chat.ChatEvent;
import io.tunetally.discord.send.DiscordSender;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An answer, perhaps still under way.
 *
 * @param answer empty where none could be sent
 * @param question a hash of what it is for: a link that Discord unfolds is an edit, too
 * @param order held while it is replaced
 * @param earlier how its question was read last; empty before that was done
 */
record FollowedAnswer(
        CompletableFuture<Optional<DiscordSender.Sent>> answer,
        int question,
        ReentrantLock order,
        AtomicReference<Optional<ChatEvent.Earlier>> earlier) {
    FollowedAnswer(int question) {
        this(new CompletableFuture<>(), question, new ReentrantLock(), new AtomicReference<>(Optional.empty()));
    }

    FollowedAnswer edited(int otherQuestion) {
        return new FollowedAnswer(answer, otherQuestion, order, earlier);
    }
}
