package io.tunetally.slack.event;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import io.tunetally.bot.Bulkhead;
import io.tunetally.slack.message.AskedBy;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackButtons;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.bounded.Deduplicator;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Buttons. Each carries the command it stands for, so one of any age, from before any restart, still works. */
public final class ButtonHandler {
    /** Where the button cannot be taken away it stays; what only its reader sees is gone when Slack is opened anew. */
    private static final Duration SHARED_ONCE_WITHIN = Duration.ofDays(1);

    private final SlackAnswers answers;
    private final AppHome home;
    private final Deduplicator deduplicator;
    private final SlackSender sender;
    private final Background background;

    public ButtonHandler(
            SlackAnswers answers, AppHome home, Deduplicator deduplicator, SlackSender sender, Background background) {
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

    /** Whoever asked changes the answer for all; it goes on saying whose it is. */
    private void replace(Press press) throws Exception {
        SlackPost post = answers.post(press.event()).map(answer -> of(press, answer));
        if (PersonalData.isPrivate(press.event())) {
            sender.postToPerson(press.place(), post.plain());
            return;
        }
        boolean replaced = sender.respond(press.responseUrl(), post.rich().response("in_channel", true))
                || (post.rich().isBold()
                        && sender.respond(press.responseUrl(), post.plain().response("in_channel", true)));
        if (!replaced) {
            sender.post(press.place(), post);
        }
    }

    private static SlackMessage of(Press press, SlackMessage answer) {
        return press.asked()
                .map(asked -> (asked.shared() ? Notices.shared(answer, press.name()) : answer).with(asked))
                .orElse(answer);
    }

    /** Posts the answer for everybody, once, and takes the button away. What can be shown to the asker alone leaves it as it is. */
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

    /** What did not come to where it was to be shared can be shared again, from when the asker hears so. */
    private void shareOnce(Press press, SlackAnswers.Shared answer, String share) throws Exception {
        SlackSender.Arrival arrival = SlackSender.Arrival.NOWHERE;
        AtomicBoolean claimed = new AtomicBoolean(true);
        Runnable giveBack = () -> {
            // Once: it may be somebody else's by then.
            if (claimed.getAndSet(false)) {
                deduplicator.release(share);
            }
        };
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

    private void take(Press press, Bulkhead.Piece piece) {
        background.run("a button", press.recipient(sender), piece);
    }
}
