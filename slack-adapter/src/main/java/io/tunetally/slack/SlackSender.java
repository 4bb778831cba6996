package io.tunetally.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.files.FilesUploadV2Request;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.tunetally.bot.Incident;
import io.tunetally.operations.Metrics;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Cut;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages: paced, repeated when Slack says so, in a plainer form or at another place where it refuses. */
final class SlackSender {
    private static final Logger LOG = LoggerFactory.getLogger(SlackSender.class);
    private static final Set<String> REFUSED_BLOCKS =
            Set.of("invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format", "msg_too_long");
    private static final Set<String> NOT_THERE =
            Set.of("not_in_channel", "channel_not_found", "is_archived", "restricted_action");
    private static final int SERVER_ERROR = 500;

    /** A use is one of five, so the same is sent twice at most. */
    private static final int RESPONSES = 2;

    private final Slack slack;
    private final ChannelPace pace;
    private final ChannelPace.Pause pause;
    private final Metrics metrics;
    private final Retries retries;

    SlackSender(Slack slack, ChannelPace pace, ChannelPace.Pause pause, Metrics metrics) {
        this.slack = slack;
        this.pace = pace;
        this.pause = pause;
        this.metrics = metrics;
        this.retries = new Retries(pause, metrics);
    }

    /**
     * Where a message goes.
     *
     * @param threadTs the thread, null for the channel itself
     * @param user who asked: gets the answer where the channel is closed to the bot
     */
    record Place(String token, String channel, @Nullable String threadTs, String user) {
        Place inThread(@Nullable String thread) {
            return new Place(token, channel, thread, user);
        }
    }

    /** Where a message came to. */
    enum Arrival {
        THERE,
        /** In the asker's direct messages, with the reason. */
        ELSEWHERE,
        NOWHERE
    }

    /** Posts for everybody. Where it may not, the asker gets the answer as a direct message with what to do. */
    Arrival post(Place place, SlackAnswers.Post post) throws Exception {
        Arrival arrival = Arrival.THERE;
        String error = sent(place, post.rich());
        if (REFUSED_BLOCKS.contains(error) || error.startsWith("status 5")) {
            LOG.warn("Slack refused blocks: {}; sent without a table", error);
            error = sent(place, post.plain());
        }
        if (NOT_THERE.contains(error)) {
            arrival = Arrival.ELSEWHERE;
            Place direct = new Place(place.token(), place.user(), null, place.user());
            error = sent(direct, Notices.elsewhere(post.plain(), place.channel(), error));
        }
        if (!error.isEmpty()) {
            metrics.undelivered();
            LOG.error("incident {}: a message could not be posted: {}", Incident.id(), error);
            return Arrival.NOWHERE;
        }
        return arrival;
    }

    /** Shows a message to one person in a channel; as a direct message with the reason where it cannot be shown there. */
    void postToPerson(Place place, SlackMessage message) throws Exception {
        String error = shown(place, message);
        if (NOT_THERE.contains(error)) {
            Place direct = new Place(place.token(), place.user(), null, place.user());
            error = sent(direct, Notices.elsewhere(message, place.channel(), error));
        }
        if (!error.isEmpty()) {
            metrics.undelivered();
            LOG.error("incident {}: a message to one person could not be posted: {}", Incident.id(), error);
        }
    }

    /**
     * Shows a message to one person in a channel or thread, and nowhere else.
     *
     * @return whether Slack took it
     */
    boolean show(Place place, SlackMessage message) throws Exception {
        String error = shown(place, message);
        if (!error.isEmpty()) {
            LOG.warn("a message to one person was not taken where it belongs: {}", error);
        }
        return error.isEmpty();
    }

    /**
     * Posts for everybody, there and nowhere else.
     *
     * @return whether Slack took it
     */
    boolean postThere(Place place, SlackMessage message) throws Exception {
        String error = sent(place, message);
        if (!error.isEmpty()) {
            LOG.warn("a message was not taken where it belongs: {}", error);
        }
        return error.isEmpty();
    }

    private String shown(Place place, SlackMessage message) throws Exception {
        ChatPostEphemeralRequest request = ChatPostEphemeralRequest.builder()
                .token(place.token())
                .channel(place.channel())
                .threadTs(place.threadTs())
                .user(place.user())
                .text(message.text())
                .blocks(blocks(message))
                .build();
        return SlackConversations.isDirect(place.channel()) || place.channel().equals(place.user())
                ? sent(place, message)
                : paced(place.channel(), () -> slack.methods().chatPostEphemeral(request));
    }

    /** A sentence of the adapter itself at a response address; at its place where there is none or it is not taken there. */
    void tell(String responseUrl, Place place, Map<String, Object> notice) throws Exception {
        if (responseUrl.isEmpty() || !respond(responseUrl, notice)) {
            tell(place, notice);
        }
    }

    /** A sentence of the adapter itself, which who asked alone sees. */
    void tell(Place place, Map<String, Object> notice) throws Exception {
        String text = String.valueOf(notice.get("text"));
        postToPerson(place, new SlackMessage(text, List.of(Sheet.section(text)), false));
    }

    /** Uploads a picture that stands nowhere yet; the id of the file. */
    String upload(String token, byte[] png, ChartSpec spec) throws Exception {
        FilesUploadV2Request request = file(token, png, spec).build();
        return retries.of(() -> slack.methods().filesUploadV2(request).getFile().getId());
    }

    /** Uploads a picture into a thread. */
    void upload(Place place, @Nullable String threadTs, byte[] png, ChartSpec spec) throws Exception {
        FilesUploadV2Request request = file(place.token(), png, spec)
                .channel(place.channel())
                .threadTs(threadTs)
                .build();
        retries.of(() -> slack.methods().filesUploadV2(request));
    }

    private static FilesUploadV2Request.FilesUploadV2RequestBuilder file(String token, byte[] png, ChartSpec spec) {
        return FilesUploadV2Request.builder()
                .token(token)
                .fileData(png)
                .filename("chart.png")
                .title(spec.title())
                .altTxt(Cut.to(spec.inWords(), SlackLimits.ALT_TEXT));
    }

    /** Shows somebody their App Home. */
    void publish(String token, String user, View view) throws Exception {
        String error = error(() -> slack.methods(token)
                .viewsPublish(request -> request.userId(user).view(view)));
        if (!error.isEmpty()) {
            metrics.undelivered();
            LOG.error("incident {}: App Home was not shown: {}", Incident.id(), error);
        }
    }

    /** Opens a form for whoever just did something; the trigger is good for three seconds. */
    void open(String token, String triggerId, View view) throws IOException, SlackApiException {
        ViewsOpenResponse response = slack.methods(token)
                .viewsOpen(request -> request.triggerId(triggerId).view(view));
        if (!response.isOk()) {
            LOG.error("incident {}: a form did not open: {}", Incident.id(), response.getError());
        }
    }

    /**
     * Answers at a response address, which Slack takes up to five times within half an hour.
     *
     * @return whether Slack took it
     */
    boolean respond(String address, Map<String, Object> body) throws InterruptedException {
        Optional<Duration> again = Optional.of(Duration.ZERO);
        boolean taken = false;
        for (int attempt = 1; attempt <= RESPONSES && !taken && again.isPresent(); attempt++) {
            if (!again.get().isZero()) {
                pause.forThe(again.get());
            }
            try (Response response = slack.getHttpClient().postJsonBody(address, body)) {
                String text = response.body().string();
                taken = response.isSuccessful() && !text.contains("\"ok\":false");
                again = againAfter(response);
                if (!taken) {
                    LOG.warn("a response address did not take an answer: {} {}", response.code(), text);
                }
            } catch (IOException unreachable) {
                LOG.warn("a response address could not be reached", unreachable);
                again = Optional.of(Duration.ofSeconds(1));
            }
        }
        return taken;
    }

    /** How long Slack asks to wait before the same is sent again; empty where that helps nothing. */
    private Optional<Duration> againAfter(Response response) {
        if (response.code() != Retries.TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        metrics.rateLimited();
        return Optional.of(Retries.retryAfter(response.header("Retry-After"))).filter(Retries::isShort);
    }

    private String sent(Place place, SlackMessage message) throws Exception {
        ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                .token(place.token())
                .channel(place.channel())
                .threadTs(place.threadTs())
                .text(message.text())
                .blocks(blocks(message))
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
        return paced(place.channel(), () -> slack.methods().chatPostMessage(request));
    }

    /** None at all where there are none: Slack would show the message empty. */
    private static @Nullable List<LayoutBlock> blocks(SlackMessage message) {
        return message.blocks().isEmpty() ? null : message.blocks();
    }

    /** The error Slack gave, empty where it took the message. */
    private String paced(String channel, Sending sending) throws Exception {
        return pace.inTurn(channel, () -> error(sending));
    }

    private String error(Sending sending) throws Exception {
        try {
            SlackApiTextResponse response = retries.of(sending::send);
            return response.isOk() ? "" : SlackConversations.orEmpty(response.getError());
        } catch (SlackApiException refused) {
            int status = refused.getResponse().code();
            return status >= SERVER_ERROR ? "status " + status : "rate limited or refused, status " + status;
        } catch (IOException unreachable) {
            return "not reached: " + unreachable;
        }
    }

    private interface Sending {
        SlackApiTextResponse send() throws IOException, SlackApiException;
    }
}
