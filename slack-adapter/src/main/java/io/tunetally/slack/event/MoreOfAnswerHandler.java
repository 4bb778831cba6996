package io.tunetally.slack.event;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import io.tunetally.chart.ChartException;
import io.tunetally.chart.ChartPicture;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.slack.api.NotProcessedException;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackButtons;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.send.FileRefusedException;
import io.tunetally.slack.send.SlackFile;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.bounded.Deduplicator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles the buttons for an answer's chart, as a picture, its file, and the full text of an answer that was cut. */
public final class MoreOfAnswerHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MoreOfAnswerHandler.class);

    private final SlackAnswers answers;
    private final Deduplicator deduplicator;
    private final SlackSender sender;
    private final Background background;

    public MoreOfAnswerHandler(
            SlackAnswers answers, Deduplicator deduplicator, SlackSender sender, Background background) {
        this.answers = answers;
        this.deduplicator = deduplicator;
        this.sender = sender;
        this.background = background;
    }

    public void register(App app) {
        app.blockAction(SlackButtons.CHART, (request, context) -> taken(request, context, this::chart));
        app.blockAction(SlackButtons.FILE, (request, context) -> taken(request, context, this::file));
        app.blockAction(SlackButtons.WHOLE, (request, context) -> taken(request, context, this::whole));
    }

    private interface Showing {
        /**
         * Returns true if every reader of the message sees it.
         *
         * @param giveBack lets it be pressed again; run before the presser is told that it is not there for all
         */
        boolean of(Press press, Runnable giveBack) throws Exception;
    }

    private Response taken(BlockActionRequest request, ActionContext context, Showing showing) {
        Press press = Press.of(request.getPayload(), context);
        String what = request.getPayload().getActions().getFirst().getActionId();
        background.run("more of an answer", press.recipient(sender), () -> {
            if (press.own()) {
                showing.of(press, () -> {});
            } else {
                once(press, press.once(what), showing);
            }
        });
        return context.ack();
    }

    /** Shows it once per message: after the first press, every reader has it. */
    private void once(Press press, String what, Showing showing) throws Exception {
        if (!deduplicator.isFirst(what)) {
            say(press, Notices.alreadyPosted());
            return;
        }
        Runnable giveBack = deduplicator.releaseOnce(what);
        boolean posted = false;
        try {
            posted = showing.of(press, giveBack);
        } finally {
            if (!posted) {
                giveBack.run();
            }
        }
    }

    private boolean chart(Press press, Runnable giveBack) throws Exception {
        Optional<ChartSpec> spec = answers.chart(press.event());
        if (spec.isEmpty()) {
            refuse(press, giveBack, Notices.unknownAction());
            return false;
        }
        try {
            return picture(press, giveBack, spec.get(), ChartPicture.png(spec.get()));
        } catch (ChartException | IOException | SlackApiException | FileRefusedException failed) {
            LOG.error("a chart was not shown", failed);
            refuse(press, giveBack, Notices.noPicture());
            return false;
        }
    }

    /** Uploads the picture to the message's thread; if the bot may not post there, for the presser alone. */
    private boolean picture(Press press, Runnable giveBack, ChartSpec spec, byte[] png) throws Exception {
        if (press.own()) {
            ownPicture(press, spec, png, Notices.noPicture());
            return false;
        }
        try {
            sender.upload(press.place().inThread(press.threadOrMessage()), SlackFile.picture(png, spec));
            return true;
        } catch (FileRefusedException refused) {
            LOG.warn("a picture was not taken where it belongs: {}", refused.error());
            giveBack.run();
            ownPicture(press, spec, png, Notices.noPicture(refused.error()));
            return false;
        } catch (IOException failed) {
            LOG.error("Slack did not say that it took a picture", failed);
            refuse(
                    press,
                    giveBack,
                    failed instanceof NotProcessedException ? Notices.noPicture() : Notices.perhapsPicture());
            return false;
        }
    }

    private void ownPicture(Press press, ChartSpec spec, byte[] png, Map<String, Object> otherwise) throws Exception {
        String file = sender.upload(press.place().token(), SlackFile.picture(png, spec));
        if (!sender.respond(press.responseUrl(), Notices.picture(file, spec))) {
            say(press, otherwise);
        }
    }

    private boolean file(Press press, Runnable giveBack) throws Exception {
        Optional<Block.File> file = answers.file(press.event());
        if (file.isEmpty()) {
            refuse(press, giveBack, Notices.unknownAction());
            return false;
        }
        try {
            return isSeenByOne(press) ? ownFile(press, file.get()) : threadFile(press, giveBack, file.get());
        } catch (SlackApiException | FileRefusedException refused) {
            LOG.error("a file was not sent", refused);
            refuse(
                    press,
                    giveBack,
                    refused instanceof FileRefusedException it && it.lacksScope()
                            ? Notices.filesNotAllowed()
                            : Notices.noFile());
            return false;
        } catch (IOException failed) {
            LOG.error("Slack did not say that it took a file", failed);
            refuse(press, giveBack, failed instanceof NotProcessedException ? Notices.noFile() : Notices.perhapsFile());
            return false;
        }
    }

    /** In direct messages, an ephemeral message has the same one reader as a post. */
    private static boolean isSeenByOne(Press press) {
        return press.own() && !SlackConversations.isDirect(press.channel());
    }

    /** Uploads the file to the message's thread; if the bot may not post there, to the presser's direct messages. */
    private boolean threadFile(Press press, Runnable giveBack, Block.File file) throws Exception {
        try {
            sender.upload(press.place().inThread(press.threadOrMessage()), SlackFile.of(file));
            return true;
        } catch (FileRefusedException refused) {
            if (refused.lacksScope()) {
                throw refused;
            }
            LOG.warn("a file was not taken where it belongs: {}", refused.error());
            giveBack.run();
            return ownFile(press, file);
        }
    }

    /** Uploads the file to the presser's direct messages: an ephemeral message shows pictures, but no other file. */
    private boolean ownFile(Press press, Block.File file) throws Exception {
        boolean there = sender.uploadDirectly(press.place(), SlackFile.of(file), Notices.file(file.name()));
        say(press, there ? Notices.directFile() : Notices.noFile());
        return false;
    }

    /** Posts the full text in the message's thread; if the bot may not post there, for the presser alone. */
    private boolean whole(Press press, Runnable giveBack) throws Exception {
        SlackSender.Place place = press.place().inThread(press.threadOrMessage());
        boolean toAll = !press.own();
        for (SlackMessage piece : answers.whole(press.event())) {
            toAll = toAll && sender.postThere(place, piece);
            if (!toAll) {
                giveBack.run();
                tellAlone(press, place, piece);
            }
        }
        return toAll;
    }

    private void tellAlone(Press press, SlackSender.Place place, SlackMessage piece) throws Exception {
        if (!sender.respond(press.responseUrl(), piece.response("ephemeral", false))) {
            sender.postToPerson(place, piece);
        }
    }

    private void refuse(Press press, Runnable giveBack, Map<String, Object> notice) throws Exception {
        giveBack.run();
        say(press, notice);
    }

    private void say(Press press, Map<String, Object> notice) throws Exception {
        press.recipient(sender).tell(notice);
    }
}
