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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the board of a thread up to date in the message that shows it. The changes of some seconds are one update. The updates of
 * a thread come one after the other, those of different threads beside each other.
 */
public final class LiveBoards implements Boards, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);
    private static final Duration CHANGES_OF = Duration.ofSeconds(2);

    private static final Duration EDIT_WITHIN = Duration.ofSeconds(20);

    /** More threads than change within seconds; the board of one that finds no room is updated by its next change. */
    private static final int MOST_WAITING = 1_000;

    private static final Reply MOVED =
            new Reply("The board of this discussion stands further down now.", List.of(), Audience.EVERYONE);

    private final DiscussionAnswers discussion;
    private final Assumptions assumptions;
    private final Editor editor;
    private final Duration changesOf;
    private final Duration editWithin;
    private final Set<ConversationId> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadLanes lanes = new ThreadLanes(MOST_WAITING);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("boards").factory());
    private final ExecutorService edits = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("edit-", 0).factory());

    /** Replaces a message. */
    @FunctionalInterface
    public interface Editor {
        /** Returns false if the message is gone or cannot be changed any more. */
        boolean edit(ConversationId place, BoardMessage message, Reply reply) throws Exception;
    }

    public LiveBoards(DiscussionAnswers discussion, Assumptions assumptions, Editor editor) {
        this(discussion, assumptions, editor, CHANGES_OF, EDIT_WITHIN);
    }

    /**
     * Creates the boards.
     *
     * @param changesOf how long an update waits for further changes
     * @param editWithin how long the adapter may take to replace a message, with its repeats
     */
    public LiveBoards(
            DiscussionAnswers discussion,
            Assumptions assumptions,
            Editor editor,
            Duration changesOf,
            Duration editWithin) {
        this.discussion = discussion;
        this.assumptions = assumptions;
        this.editor = editor;
        this.changesOf = changesOf;
        this.editWithin = editWithin;
        discussion.onChange(this::changed);
    }

    private void changed(ConversationId thread) {
        if (waiting.size() < MOST_WAITING && waiting.add(thread)) {
            try {
                var _ = timer.schedule(() -> updateInTurn(thread), changesOf.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closing) {
                LOG.debug("a board was not updated: the process ends");
            }
        }
    }

    private void updateInTurn(ConversationId thread) {
        waiting.remove(thread);
        run(thread, "a board was not updated", () -> update(thread));
    }

    private void update(ConversationId thread) throws Exception {
        DiscussionStore store = discussion.store();
        Optional<BoardMessage> message = store.board(thread);
        if (message.isEmpty()) {
            return;
        }
        if (!edit(thread, message.get(), discussion.board(thread, assumptions.in(thread)))) {
            store.forgetBoard(thread, message.get().name());
        } else if (isElsewhere(store.board(thread), message.get())) {
            // Another process has moved the board during the edit, which may have come after the note of that.
            edit(thread, message.get(), MOVED);
        }
    }

    private static boolean isElsewhere(Optional<BoardMessage> shown, BoardMessage message) {
        return shown.filter(now -> !now.name().equals(message.name())).isPresent();
    }

    /** A person's own plans may be private, so that a board of them stays as it was when the person showed it. */
    @Override
    public void shown(ConversationId discussed, BoardMessage message) {
        if (discussed.owner().isPresent()) {
            return;
        }
        run(discussed, "the place of a board was not kept", () -> {
            Optional<BoardMessage> before = discussion.store().showBoard(discussed, message);
            if (isElsewhere(before, message)) {
                edit(discussed, before.orElseThrow(), MOVED);
            }
        });
    }

    @Override
    public void replaced(ConversationId discussed, String message) {
        run(
                discussed,
                "the place of a board was not forgotten",
                () -> discussion.store().forgetBoard(discussed, message));
    }

    private interface Task {
        void run() throws Exception;
    }

    private void run(ConversationId thread, String failure, Task task) {
        if (!lanes.run(thread, () -> ran(failure, task))) {
            LOG.warn("{}: too many wait, or the process ends", failure);
        }
    }

    /** An adapter may repeat an edit for minutes; the next change of the board makes it anew. */
    private boolean edit(ConversationId thread, BoardMessage message, Reply reply) throws Exception {
        Future<Boolean> edited = edits.submit(() -> editor.edit(thread, message, reply));
        try {
            return edited.get(editWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof Exception cause ? cause : refused;
        } catch (TimeoutException throttled) {
            throw new TimeoutException("the platform did not take it within " + editWithin);
        } finally {
            edited.cancel(true);
        }
    }

    private static void ran(String failure, Task task) {
        try {
            task.run();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (StorageException | TimeoutException unusable) {
            LOG.warn("{}: {}", failure, unusable.getMessage());
        } catch (Exception refused) { // Any exception of the platform: the next change updates the board.
            LOG.warn(failure, refused);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        lanes.close();
        edits.shutdownNow();
    }
}
