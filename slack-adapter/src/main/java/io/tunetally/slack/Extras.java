package io.tunetally.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import io.tunetally.chart.ChartException;
import io.tunetally.chart.ChartPicture;
import io.tunetally.reply.ChartSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What takes longer or more room than an answer: its chart as a picture, and all of one that was cut. */
final class Extras {
    private static final Logger LOG = LoggerFactory.getLogger(Extras.class);

    private final SlackAnswers answers;
    private final SlackSender sender;
    private final Background background;

    Extras(SlackAnswers answers, SlackSender sender, Background background) {
        this.answers = answers;
        this.sender = sender;
        this.background = background;
    }

    void register(App app) {
        app.blockAction(SlackButtons.CHART, (request, context) -> taken(request, context, this::chart));
        app.blockAction(SlackButtons.WHOLE, (request, context) -> taken(request, context, this::whole));
    }

    private interface Showing {
        void of(Press press) throws Exception;
    }

    private Response taken(BlockActionRequest request, ActionContext context, Showing showing) {
        Press press = Press.of(request.getPayload(), context);
        background.run("more of an answer", press.asker(sender), () -> showing.of(press));
        return context.ack();
    }

    private void chart(Press press) throws Exception {
        Optional<ChartSpec> spec = answers.chart(press.event());
        if (spec.isEmpty()) {
            say(press, Notices.unknownAction());
            return;
        }
        try {
            picture(press, spec.get(), ChartPicture.png(spec.get()));
        } catch (ChartException | IOException | SlackApiException | PictureRefused failed) {
            LOG.error("a chart was not shown", failed);
            say(press, Notices.noPicture());
        }
    }

    /** Whoever sees the message sees the picture, in its thread; where the bot may not post there, the one who pressed. */
    private void picture(Press press, ChartSpec spec, byte[] png) throws Exception {
        if (press.own()) {
            ownPicture(press, spec, png, Notices.noPicture());
            return;
        }
        try {
            sender.upload(press.place().inThread(press.threadOrMessage()), png, spec);
        } catch (PictureRefused refused) {
            LOG.warn("a picture was not taken where it belongs: {}", refused.error());
            ownPicture(press, spec, png, Notices.noPicture(refused.error()));
        }
    }

    private void ownPicture(Press press, ChartSpec spec, byte[] png, Map<String, Object> otherwise) throws Exception {
        String file = sender.upload(press.place().token(), png, spec);
        if (!sender.respond(press.responseUrl(), Notices.picture(file, spec))) {
            say(press, otherwise);
        }
    }

    /** For whoever sees the message; where the bot may not post there, for the one who pressed. */
    private void whole(Press press) throws Exception {
        SlackSender.Place place = press.place().inThread(press.threadOrMessage());
        boolean toAll = !press.own();
        for (SlackMessage piece : answers.whole(press.event())) {
            toAll = toAll && sender.postThere(place, piece);
            if (!toAll && !sender.respond(press.responseUrl(), piece.response("ephemeral", false))) {
                sender.postToPerson(place, piece);
            }
        }
    }

    private void say(Press press, Map<String, Object> notice) throws Exception {
        press.asker(sender).hears(notice);
    }
}
