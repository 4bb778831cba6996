package io.tunetally.slack.event;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import io.tunetally.bot.Boards;
import io.tunetally.bot.Bulkhead;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.UserId;
import io.tunetally.slack.message.AskedBy;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.PostedBoard;
import io.tunetally.slack.message.SlackButtons;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.bounded.Deduplicator;
import java.time.Duration;

/** Handles buttons. Each carries its command, so a button of any age, from before any restart, still works. */
public final class ButtonHandler {
    /** Covers a button that could not be removed: an ephemeral message is gone when Slack is opened anew. */
    private static final Duration SHARED_ONCE_WITHIN = Duration.ofDays(1);

    private final SlackAnswers answers;
    private final AppHome home;
    private final Deduplicator deduplicator;
    private final SlackSender sender;
    private final Boards boards;
    private final Background background;

    /** @param boards is told where a press shows a board, or replaces one */
    public ButtonHandler(
            SlackAnswers answers,
            AppHome home,
            Deduplicator deduplicator,
            SlackSender sender,
            Boards boards,
            Background background) {
        this.boards = boards;
        this.answers = answers;
        this.home = home;
        this.deduplicator = deduplicator;
        this.sender = sender;
        this.background = background;
    }

    public void register(App app) {
        app.blockAction(SlackButtons.COMMAND, this::command);
        app.blockAction(SlackButtons.SHARE, this::share);
    }

    private Response command(BlockActionRequest request, ActionContext context) {
        Press press = Press.of(request.getPayload(), context);
        take(press, () -> {
            if (press.onHome()) {
                sender.post(press.place(), answers.post(press.event()));
                home.show(press.token(), press.team(), press.user(), press.channel());
            } else if (press.own()) {
                replaceOwn(press);
            } else if (press.ofAnother()) {
                sender.showOwn(press.place(), press.responseUrl(), answers.own(press.event()));
            } else {
                replace(press);
            }
        });
        return context.ack();
    }

    private void replaceOwn(Press press) throws Exception {
        SlackMessage answer = answers.own(press.event());
        if (!sender.respond(press.responseUrl(), answer.response("ephemeral", true))) {
            sender.postToPerson(press.place(), answer);
        }
    }

    /** Replaces the answer for all readers, at the asker's press; it keeps the asker's name. */
    private void replace(Press press) throws Exception {
        SlackPost post = answers.post(press.event()).map(answer -> of(press, answer));
        if (answers.isPrivate(press.event())) {
            sender.postToPerson(press.place(), post.plain());
            return;
        }
        boolean replaced = sender.respond(press.responseUrl(), post.rich().response("in_channel", true))
                || (post.rich().isBold()
                        && sender.respond(press.responseUrl(), post.plain().response("in_channel", true)));
        if (replaced) {
            board(press, post);
        } else {
            sender.post(press.place(), post);
        }
    }

    private void board(Press press, SlackPost post) {
        String asker = press.asked().map(AskedBy::user).orElse(press.user());
        String message = new PostedBoard(press.channel(), press.messageTs()).name();
        press.discussion().ifPresent(discussion -> {
            if (post.isBoard()) {
                boards.shown(discussion, new BoardMessage(message, new UserId(asker)));
            } else {
                boards.replaced(discussion, message);
            }
        });
    }

    private static SlackMessage of(Press press, SlackMessage answer) {
        return press.asked()
                .map(asked -> (asked.shared() ? Notices.shared(answer, press.name()) : answer).with(asked))
                .orElse(answer);
    }

    /** Posts the answer for everybody, once, and removes the button. A refusal goes to the asker alone, and the button stays. */
    private Response share(BlockActionRequest request, ActionContext context) {
        Press press = Press.of(request.getPayload(), context);
        take(press, () -> {
            String share = press.once("share");
            SlackAnswers.Shared answer = answers.shared(press.event());
            if (answer.aside()) {
                press.recipient(sender).tell(answer.message().response("ephemeral", false));
            } else if (deduplicator.isFirst(share, SHARED_ONCE_WITHIN)) {
                shareOnce(press, answer, share);
            } else {
                sender.respond(
                        press.responseUrl(),
                        Notices.alreadyShared(answer.message()).response("ephemeral", true));
            }
        });
        return context.ack();
    }

    /** Shares an answer; one that did not arrive can be shared again once the asker is told so. */
    private void shareOnce(Press press, SlackAnswers.Shared answer, String share) throws Exception {
        SlackSender.Arrival arrival = SlackSender.Arrival.NOWHERE;
        Runnable giveBack = deduplicator.releaseOnce(share);
        try {
            arrival = sender.share(
                    press.place(),
                    press.responseUrl(),
                    Notices.shared(answer.message(), press.name()).with(new AskedBy(press.user(), true)),
                    thread -> answer.opens().accept(press.conversationIn(thread)),
                    giveBack);
            if (arrival == SlackSender.Arrival.THERE) {
                sender.respond(press.responseUrl(), answer.message().response("ephemeral", true));
            }
        } finally {
            if (arrival != SlackSender.Arrival.THERE) {
                giveBack.run();
            }
        }
        if (arrival == SlackSender.Arrival.NOWHERE) {
            press.recipient(sender).tell(Notices.notShared());
        } else if (arrival == SlackSender.Arrival.UNCERTAIN) {
            press.recipient(sender).tell(Notices.perhapsShared());
        }
    }

    private void take(Press press, Bulkhead.Task task) {
        background.run("a button", press.recipient(sender), task);
    }
}
