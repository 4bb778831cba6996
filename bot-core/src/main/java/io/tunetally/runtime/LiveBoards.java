package io.tunetally.runtime;

import io.tunetally.bot.Boards;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ConversationId;
import io.tunetally.conversation.Assumptions;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.command.DiscussionAnswers;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the board of a thread up to date in the message that shows it. The changes of some seconds are one update, and the
 * updates of all threads come one after the other, at the adapter's pace.
 */
public final class LiveBoards implements Boards, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);
    private static final Duration CHANGES_OF = Duration.ofSeconds(2);

    /** More threads than change within seconds; the board of one that finds no room is updated by its next change. */
    private static final int MOST_WAITING = 1_000;

    private static final Reply MOVED =
            new Reply("The board of this discussion stands further down now.", List.of(), Audience.EVERYONE);

    private final DiscussionAnswers discussion;
    private final Assumptions assumptions;
    private final Editor editor;
    private final Duration changesOf;
    private final Set<ConversationId> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService updates = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("boards").factory());

    /** Replaces a message. */
    @FunctionalInterface
    public interface Editor {
        /** Returns false if the message is gone or cannot be changed any more. */
        boolean edit(ConversationId place, BoardMessage message, Reply reply) throws Exception;
    }

    public LiveBoards(DiscussionAnswers discussion, Assumptions assumptions, Editor editor) {
        this(discussion, assumptions, editor, CHANGES_OF);
    }

    /** @param changesOf how long an update waits for further changes */
    public LiveBoards(DiscussionAnswers discussion, Assumptions assumptions, Editor editor, Duration changesOf) {
        this.discussion = discussion;
        this.assumptions = assumptions;
        this.editor = editor;
        this.changesOf = changesOf;
        discussion.onChange(this::changed);
    }

    private void changed(ConversationId thread) {
        if (waiting.size() < MOST_WAITING && waiting.add(thread)) {
            run("a board was not updated", changesOf, () -> {
                waiting.remove(thread);
                update(thread);
            });
        }
    }

    private void update(ConversationId thread) throws Exception {
        DiscussionStore store = discussion.store();
        Optional<BoardMessage> message = store.board(thread);
        if (message.isPresent()
                && !editor.edit(thread, message.get(), discussion.board(thread, assumptions.in(thread)))) {
            store.forgetBoard(thread);
        }
    }

    /** A person's own plans may be private, so that a board of them stays as it was when the person showed it. */
    @Override
    public void shown(ConversationId discussed, BoardMessage message) {
        if (discussed.owner().isPresent()) {
            return;
        }
        run("the place of a board was not kept", Duration.ZERO, () -> {
            DiscussionStore store = discussion.store();
            Optional<BoardMessage> before = store.board(discussed);
            store.showBoard(discussed, message);
            if (before.isPresent() && !before.get().name().equals(message.name())) {
                editor.edit(discussed, before.get(), MOVED);
            }
        });
    }

    @Override
    public void replaced(ConversationId discussed, String message) {
        run("the place of a board was not forgotten", Duration.ZERO, () -> {
            DiscussionStore store = discussion.store();
            if (store.board(discussed)
                    .filter(shown -> shown.name().equals(message))
                    .isPresent()) {
                store.forgetBoard(discussed);
            }
        });
    }

    private interface Task {
        void run() throws Exception;
    }

    private void run(String failure, Duration after, Task task) {
        try {
            var _ = updates.schedule(() -> ran(failure, task), after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("{}: the process ends", failure);
        }
    }

    private static void ran(String failure, Task task) {
        try {
            task.run();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (StorageException unusable) {
            LOG.warn("{}: {}", failure, unusable.getMessage());
        } catch (Exception refused) { // Whatever the platform throws: the next change updates the board.
            LOG.warn(failure, refused);
        }
    }

    @Override
    public void close() {
        updates.shutdownNow();
    }
}
