package io.tunetally.slack.send;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.files.FilesUploadV2Request;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import io.tunetally.bot.Incident;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.api.Retries;
import io.tunetally.slack.api.SendResult;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.BlockBudget;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages: paced, repeated when Slack says so, in a plainer form or at another place where it refuses. */
public final class SlackSender {
    private static final Logger LOG = LoggerFactory.getLogger(SlackSender.class);

    private final Slack slack;
    private final ChannelPace pace;
    private final Metrics metrics;
    private final Retries retries;
    private final ResponseAddresses addresses;
    private final RefusedTokens refused;
    private final PacedCalls calls;
    private final MessageEdits edits;

    public SlackSender(Slack slack, ChannelPace pace, ChannelPace.Pause pause, Metrics metrics, RefusedTokens refused) {
        this.slack = slack;
        this.refused = refused;
        this.pace = pace;
        this.metrics = metrics;
        this.retries = new Retries(pause, metrics);
        this.addresses = new ResponseAddresses(slack, pause, metrics);
        this.calls = new PacedCalls(slack, pace, retries, refused);
        this.edits = new MessageEdits(slack, calls);
    }

    /** Returns what changes the messages that are sent here. */
    public MessageEdits edits() {
        return edits;
    }

    /**
     * The place of a message.
     *
     * @param threadTs the thread, null for the channel itself
     * @param user who asked: gets the answer where the channel is closed to the bot
     * @param opens whether the thread begins with the message: until then Slack shows nothing there to one person
     */
    public record Place(
            String token, String channel, @Nullable String threadTs, String user, boolean opens) {
        /** A place in the channel itself, or in an existing thread. */
        public Place(String token, String channel, @Nullable String threadTs, String user) {
            this(token, channel, threadTs, user, false);
        }

        /** The same in a thread, which a place in the channel itself may open. */
        public Place inThread(@Nullable String thread) {
            return new Place(token, channel, thread, user, thread != null && threadTs == null);
        }

        /** The thread for a message to one user. */
        @Nullable String threadOfOne() {
            return opens ? null : threadTs;
        }

        /** Hides the token. */
        @Override
        public String toString() {
            return "Place[" + channel + " " + threadTs + " " + user + "]";
        }
    }

    /** The place that a message reached. */
    public enum Arrival {
        THERE,
        /** The asker's direct messages, with the reason. */
        ELSEWHERE,
        NOWHERE,
        /** Slack did not say. */
        UNCERTAIN
    }

    /**
     * Posts for everybody. Where it may not, the asker gets the answer as a direct message with what to do; where Slack does
     * not say whether it is there, the asker alone is shown it.
     */
    public Arrival post(Place place, SlackPost post) throws Exception {
        return post(place, post, (_, _) -> {});
    }

    /** Is told where a message stands. */
    @FunctionalInterface
    public interface Posted {
        void at(String channel, String ts);
    }

    /**
     * The same.
     *
     * @param posted is told where it stands, if Slack says so
     */
    public Arrival post(Place place, SlackPost post, Posted posted) throws Exception {
        SendResult sendResult = sent(place, post.rich());
        boolean tooBold = sendResult.kind() == SendResult.Kind.BLOCKS
                || (sendResult.kind() == SendResult.Kind.BROKEN && post.rich().isBold());
        if (tooBold) {
            LOG.warn("Slack refused blocks: {}; sent without a table", sendResult.error());
            sendResult = sentOrItsText(place, post.plain());
        }
        if (!sendResult.ts().isEmpty()) {
            posted.at(sendResult.channel(), sendResult.ts());
        }
        return sendResult.mayBeThere() ? perhapsThere(place, post.plain()) : arrival(sendResult, place, post.plain());
    }

    /** Does not post a message again that everybody may see already: the asker sees it for certain. */
    private Arrival perhapsThere(Place place, SlackMessage message) throws Exception {
        LOG.warn("Slack did not say whether a message is there, the asker alone is shown it");
        arrival(shownOrItsText(place, Notices.perhapsThere(message)), place, message);
        return Arrival.UNCERTAIN;
    }

    /**
     * Posts a shared answer for everybody; if the bot is no member, at the response address, which does not say what
     * became of it.
     *
     * @param opened told the thread that the message is in or that begins with it, where that is known
     * @param refused runs where it is certain that it is not there, before the asker hears so
     */
    public Arrival share(
            Place place, String responseUrl, SlackMessage message, Consumer<String> opened, Runnable refused)
            throws Exception {
        SendResult sendResult = sentOrItsText(place, message);
        if (sendResult.kind() == SendResult.Kind.PLACE || sendResult.kind() == SendResult.Kind.TOKEN) {
            SendResult responded = addresses.send(responseUrl, message.toAll(place.threadTs()));
            if (responded.mayBeThere()) {
                return Arrival.UNCERTAIN;
            }
            sendResult = responded.isTaken() ? responded : sendResult;
        }
        if (!sendResult.isTaken()) {
            refused.run();
            return arrival(sendResult, place, message);
        }
        String thread = Objects.requireNonNullElse(place.threadTs(), sendResult.ts());
        if (!thread.isEmpty()) {
            opened.accept(thread);
        }
        return Arrival.THERE;
    }

    /** Shows a message to one person in a channel; as a direct message with the reason where it cannot be shown there. */
    public void postToPerson(Place place, SlackMessage message) throws Exception {
        arrival(shownOrItsText(place, message), place, message);
    }

    private SendResult shownOrItsText(Place place, SlackMessage message) throws Exception {
        SendResult sendResult = shown(place, message);
        return sendResult.kind() == SendResult.Kind.BLOCKS
                ? shown(place, SlackMessage.ofText(message.text()))
                : sendResult;
    }

    /**
     * Shows an answer to one person. A response address shows it in the channel, so in a thread it comes second, where the bot
     * is no member.
     */
    public void showOwn(Place place, @Nullable String responseUrl, SlackMessage message) throws Exception {
        boolean shown = place.threadTs() != null && shown(place, message).isTaken();
        if (!shown && !respond(responseUrl, message.response("ephemeral", false))) {
            postToPerson(place, message);
        }
    }

    /** The place that a message reached by Slack's first answer; if its place was refused, it is sent to the asker. */
    private Arrival arrival(SendResult first, Place place, SlackMessage message) throws Exception {
        boolean elsewhere =
                first.kind() == SendResult.Kind.PLACE && !place.channel().equals(place.user());
        SendResult sendResult = elsewhere
                ? sentOrItsText(
                        new Place(place.token(), place.user(), null, place.user()),
                        withReason(message, place.channel(), first.error()))
                : first;
        if (!sendResult.isTaken()) {
            undelivered(sendResult, "a message reached no user: " + first.error());
            return first.mayBeThere() ? Arrival.UNCERTAIN : Arrival.NOWHERE;
        }
        return elsewhere ? Arrival.ELSEWHERE : Arrival.THERE;
    }

    /** Names the place in the message, except in direct messages. */
    private static SlackMessage withReason(SlackMessage message, String channel, String error) {
        return SlackConversations.isDirect(channel) ? message : Notices.elsewhere(message, channel, error);
    }

    /** Sends a message; if Slack refuses its blocks, its text alone. */
    private SendResult sentOrItsText(Place place, SlackMessage message) throws Exception {
        SendResult sendResult = sent(place, message);
        return sendResult.kind() == SendResult.Kind.BLOCKS
                ? sent(place, SlackMessage.ofText(message.text()))
                : sendResult;
    }

    /**
     * Posts for everybody, there and nowhere else; where Slack does not say whether it is there, the asker alone is shown it.
     *
     * @return whether Slack took it, or may have
     */
    public boolean postThere(Place place, SlackMessage message) throws Exception {
        SendResult sendResult = sent(place, message);
        if (sendResult.mayBeThere()) {
            perhapsThere(place, message);
        } else if (!sendResult.isTaken()) {
            LOG.warn("a message was not taken where it belongs: {}", sendResult.error());
        }
        return sendResult.isTaken() || sendResult.mayBeThere();
    }

    /** Repeats the call if Slack does not confirm it: one user may see it twice. */
    private SendResult shown(Place place, SlackMessage message) throws Exception {
        ChatPostEphemeralRequest request = ChatPostEphemeralRequest.builder()
                .token(place.token())
                .channel(place.channel())
                .threadTs(place.threadOfOne())
                .user(place.user())
                .text(message.text())
                .blocks(PacedCalls.blocks(message))
                .build();
        return SlackConversations.isDirect(place.channel()) || place.channel().equals(place.user())
                ? calls.post(place, message, Retries.Again.ALWAYS)
                : calls.inTurn(
                        place.token(),
                        place.channel(),
                        Retries.Again.ALWAYS,
                        () -> slack.methods().chatPostEphemeral(request));
    }

    /** A sentence of the adapter itself at a response address; at its place where there is none or it is not taken there. */
    public void tell(@Nullable String responseUrl, Place place, Map<String, Object> notice) throws Exception {
        boolean addressed = responseUrl != null && !responseUrl.isEmpty();
        if (!addressed || !respond(responseUrl, notice)) {
            tell(place, notice);
        }
    }

    /** A sentence of the adapter itself, which who asked alone sees. */
    public void tell(Place place, Map<String, Object> notice) throws Exception {
        String text = String.valueOf(notice.get("text"));
        postToPerson(place, new SlackMessage(text, List.of(BlockBudget.section(text)), false));
    }

    /** Uploads a file that stands nowhere yet; the id of the file. */
    public String upload(String token, SlackFile file) throws Exception {
        return uploaded(Retries.Again.ALWAYS, file.request(token).build())
                .getFile()
                .getId();
    }

    /** Uploads a file to where everybody sees it. */
    public void upload(Place place, SlackFile file) throws Exception {
        FilesUploadV2Request request = file.request(place.token())
                .channel(place.channel())
                .threadTs(place.threadTs())
                .build();
        FilesUploadV2Response _ = pace.inTurn(place.channel(), () -> uploaded(Retries.Again.NOT_DONE, request));
    }

    private FilesUploadV2Response uploaded(Retries.Again again, FilesUploadV2Request request) throws Exception {
        try {
            return retries.of(again, () -> slack.methods().filesUploadV2(request));
        } catch (SlackFilesUploadV2Exception failed) {
            FileRefusedException file = new FileRefusedException(failed);
            refused.heard(request.getToken(), file.error());
            throw file;
        }
    }

    /**
     * Uploads a file to a user's direct messages, under a message that announces it: Slack takes no file for a user, and
     * names the channel of their direct messages in the answer to a message alone.
     *
     * @return whether it is there; false if Slack does not take the message
     */
    public boolean uploadDirectly(Place place, SlackFile file, SlackMessage announcement) throws Exception {
        Place direct = new Place(place.token(), place.user(), null, place.user());
        SendResult sendResult = sent(direct, announcement);
        if (!sendResult.isTaken()) {
            LOG.warn("a file was not announced to its user: {}", sendResult.error());
            return false;
        }
        upload(new Place(place.token(), sendResult.channel(), null, place.user()), file);
        return true;
    }

    /** Shows a user's App Home. */
    public void publish(String token, String user, View view) throws Exception {
        SendResult sendResult = calls.result(
                token,
                Retries.Again.ALWAYS,
                () -> slack.methods(token)
                        .viewsPublish(request -> request.userId(user).view(view)));
        if (!sendResult.isTaken()) {
            undelivered(sendResult, "App Home was not shown");
        }
    }

    /** Counts and logs a lost message; a refused token is logged once for all of them. */
    private void undelivered(SendResult sendResult, String what) {
        metrics.undelivered();
        if (sendResult.kind() != SendResult.Kind.TOKEN) {
            LOG.error("incident {}: {}: {}", Incident.id(), what, sendResult.error());
        }
    }

    /**
     * Opens a form after a user's action; the trigger is good for three seconds.
     *
     * @return whether Slack opened it
     */
    public boolean open(String token, String triggerId, View view) throws IOException, SlackApiException {
        ViewsOpenResponse response = slack.methods(token)
                .viewsOpen(request -> request.triggerId(triggerId).view(view));
        SendResult sendResult = calls.heard(token, response);
        if (!sendResult.isTaken()) {
            undelivered(sendResult, "a form did not open");
        }
        return sendResult.isTaken();
    }

    /**
     * Answers at a response address: to one person, or in the place of a message.
     *
     * @return whether Slack said that it took it
     */
    public boolean respond(@Nullable String address, Map<String, Object> body) throws InterruptedException {
        return addresses.send(address, body).isTaken();
    }

    private SendResult sent(Place place, SlackMessage message) throws Exception {
        return calls.post(place, message);
    }
}
