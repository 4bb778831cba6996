package io.tunetally.discord.send;

import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.jda.JdaInternals;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.Notices;
import io.tunetally.operations.Metrics;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction.ResponseType;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the replies to one interaction: its one callback, within three seconds, and follow-ups. Bypasses JDA, which allows a
 * callback one attempt. Everything here throws {@link ErrorResponseException} where Discord does not take it in the end.
 */
public final class Callback implements PendingAnswers.Waiter {
    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final String ORIGINAL = "@original";

    /** The attempts at a request that may be repeated; the pause before the second is the shortest. */
    private static final int ATTEMPTS = 4;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Interaction event;
    private final Metrics.Requests counts;
    private final long begun = System.nanoTime();
    private volatile State state = State.OPEN;

    private enum State {
        OPEN,
        /** "Thinking..." is seen by everybody. */
        THINKING,
        THINKING_PRIVATELY,
        /** The message of a component stays as it is for now. */
        EDITING,
        ANSWERED
    }

    public Callback(Interaction event, Metrics.Requests counts) {
        this.event = event;
        this.counts = counts;
    }

    /** Tells Discord that the answer takes longer. */
    public void think(boolean privately) {
        if (state == State.OPEN) {
            DataObject data = flagged(DataObject.empty(), privately);
            callBack(ResponseType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE, data);
            state = privately ? State.THINKING_PRIVATELY : State.THINKING;
        }
    }

    /** Shows a message in place of "thinking...", until the answer replaces it; drops it if Discord does not take it. */
    public void show(DiscordMessage message) throws InterruptedException {
        if (state != State.THINKING && state != State.THINKING_PRIVATELY) {
            return;
        }
        try {
            editOriginal(message);
        } catch (ErrorResponseException refused) {
            LOG.warn("Discord did not take a progress message: {}", refused.getMessage());
        }
    }

    /** Tells Discord that the message whose component was used will change, or that nothing will. */
    public void edit() {
        if (state == State.OPEN) {
            callBack(ResponseType.DEFERRED_MESSAGE_UPDATE, DataObject.empty());
            state = State.EDITING;
        }
    }

    public void open(Modal form) {
        callBack(ResponseType.MODAL, form.toData());
        state = State.ANSWERED;
    }

    /** Sends a message for everybody, or for those who see "thinking...". */
    public void answer(DiscordMessage message) throws InterruptedException {
        send(message, false);
    }

    /** Sends a message for the asker alone. */
    public void tell(DiscordMessage message) throws InterruptedException {
        switch (state) {
            case OPEN, THINKING_PRIVATELY -> send(message, true);
            case THINKING -> {
                // The first follow-up of a deferred answer takes its place and has the same readers.
                delete();
                followUp(message, true);
            }
            case EDITING, ANSWERED -> followUp(message, true);
        }
    }

    /** Replaces the message whose component was used. */
    public void replace(DiscordMessage message) throws InterruptedException {
        if (message.hasFiles()) {
            edit();
        }
        if (state == State.OPEN) {
            callBack(
                    ResponseType.MESSAGE_UPDATE,
                    MessageEditData.fromCreateData(message.data()).toData());
            state = State.ANSWERED;
        } else {
            editOriginal(message);
        }
    }

    /** Sends one more message; without a repeat, as it could be seen twice. */
    public void followUp(DiscordMessage message, boolean privately) {
        MessageCreateData data = message.data();
        request(
                        Route.Interactions.CREATE_FOLLOWUP.compile(application(), event.getToken()),
                        body(flagged(data.toData(), privately), data.getAllDistinctFiles()))
                .complete();
    }

    /** Says at the end of the process that no answer comes. Before its callback an interaction is said by Discord to have failed. */
    @Override
    public void turnAway() throws InterruptedException {
        switch (state) {
            case THINKING, THINKING_PRIVATELY -> {
                delete();
                followUp(DiscordMessage.notice(Notices.restarting()), true);
            }
            case EDITING -> followUp(DiscordMessage.notice(Notices.restarting()), true);
            case OPEN, ANSWERED -> {}
        }
    }

    /** Says something to the asker alone without waiting for Discord. */
    public void tellWithoutWaiting(DiscordMessage message) {
        DataObject data = flagged(message.data().toData(), true);
        Consumer<Throwable> refused = failure -> LOG.warn("Discord did not take a notice: {}", failure.getMessage());
        callBackAction(ResponseType.CHANNEL_MESSAGE_WITH_SOURCE, data).queue(_ -> acknowledged(), failure -> {
            if (failure instanceof ErrorResponseException first && DiscordRefusals.isTheirs(first)) {
                callBackAction(ResponseType.CHANNEL_MESSAGE_WITH_SOURCE, data).queue(_ -> acknowledged(), refused);
            } else {
                refused.accept(failure);
            }
        });
    }

    private void send(DiscordMessage message, boolean privately) throws InterruptedException {
        if (message.hasFiles()) {
            think(privately);
        }
        if (state == State.OPEN) {
            callBack(
                    ResponseType.CHANNEL_MESSAGE_WITH_SOURCE,
                    flagged(message.data().toData(), privately));
            state = State.ANSWERED;
        } else {
            editOriginal(message);
        }
    }

    private void editOriginal(DiscordMessage message) throws InterruptedException {
        repeated(() -> {
            MessageEditData data = MessageEditData.fromCreateData(message.data());
            return request(
                    Route.Interactions.EDIT_FOLLOWUP.compile(application(), event.getToken(), ORIGINAL),
                    body(data.toData(), data.getAllDistinctFiles()));
        });
    }

    private void delete() throws InterruptedException {
        repeated(() -> JdaInternals.request(
                event.getJDA(), Route.Interactions.DELETE_FOLLOWUP.compile(application(), event.getToken(), ORIGINAL)));
        state = State.ANSWERED;
    }

    /** Repeats a callback at once if Discord or the network failed. If the first one arrived after all, that is as good. */
    private void callBack(ResponseType type, DataObject data) {
        try {
            callBackAction(type, data).complete();
        } catch (ErrorResponseException refused) {
            if (!DiscordRefusals.isTheirs(refused)) {
                throw refused;
            }
            LOG.warn("Discord did not take a callback, trying it again: {}", refused.getMessage());
            again(type, data);
        }
        acknowledged();
    }

    private void again(ResponseType type, DataObject data) {
        try {
            callBackAction(type, data).complete();
        } catch (ErrorResponseException refused) {
            if (refused.getErrorResponse() != ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED) {
                throw refused;
            }
        }
    }

    private void acknowledged() {
        counts.acknowledged(Duration.ofNanos(System.nanoTime() - begun));
    }

    private RestAction<Void> callBackAction(ResponseType type, DataObject data) {
        return request(
                Route.Interactions.CALLBACK.compile(event.getId(), event.getToken()),
                json(DataObject.empty().put("type", type.getRaw()).put("data", data)));
    }

    /** Makes a request anew for each attempt, since a file is read only once. */
    private interface Attempt {
        RestAction<Void> make();
    }

    private static void repeated(Attempt attempt) throws InterruptedException {
        for (int left = ATTEMPTS - 1; ; left--) {
            try {
                attempt.make().complete();
                return;
            } catch (ErrorResponseException refused) {
                if (left == 0 || !DiscordRefusals.isTheirs(refused)) {
                    throw refused;
                }
                LOG.warn("Discord did not take an edit, trying it again: {}", refused.getMessage());
                Thread.sleep(PAUSE.multipliedBy(1L << (ATTEMPTS - 1 - left)));
            }
        }
    }

    private RestAction<Void> request(Route.CompiledRoute route, RequestBody body) {
        return JdaInternals.request(event.getJDA(), route, body);
    }

    private String application() {
        return event.getJDA().getSelfUser().getApplicationId();
    }

    private static DataObject flagged(DataObject message, boolean privately) {
        return privately
                ? message.put("flags", message.getInt("flags", 0) | Message.MessageFlag.EPHEMERAL.getValue())
                : message;
    }

    private static RequestBody body(DataObject message, Collection<? extends AttachedFile> files) {
        return files.isEmpty()
                ? json(message)
                : AttachedFile.createMultipartBody(files, message).build();
    }

    private static RequestBody json(DataObject data) {
        return RequestBody.create(data.toJson(), JSON);
    }
}
