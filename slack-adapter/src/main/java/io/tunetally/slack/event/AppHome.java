package io.tunetally.slack.event;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.TeamSettings;
import io.tunetally.slack.api.CompleteRequests;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.OptionForm;
import io.tunetally.slack.message.SlackButtons;
import io.tunetally.slack.message.SlackFormatter;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows App Home, anew whenever it is opened and when something on it has changed. */
public final class AppHome {
    private static final Logger LOG = LoggerFactory.getLogger(AppHome.class);
    private static final String FORM = "defaults_form";
    /** The limit of storing a form; with the lookup of the workspace it stays below the three seconds that Slack waits. */
    public static final Duration STORED_WITHIN = Duration.ofMillis(1_500);

    /** Slack opens a form within three seconds of the press only. */
    public static final Duration READ_WITHIN = Duration.ofMillis(1_500);

    private static final SlackFormatter FORMATTER = new SlackFormatter(SlackFormatter.Tables.TEXT);

    private final HomeReply home;
    private final TeamSettings team;
    private final SlackSender sender;
    private final Background background;
    private final StoreCalls calls;
    private final DefaultsPermission permission;
    private final OptionForm form;

    public AppHome(
            HomeReply home,
            TeamSettings team,
            SlackSender sender,
            Background background,
            StoreCalls calls,
            DefaultsPermission permission) {
        this.home = home;
        this.team = team;
        this.sender = sender;
        this.background = background;
        this.calls = calls;
        this.permission = permission;
        this.form = new OptionForm(FORM, "Team defaults", "Save", team.options());
    }

    public void register(App app) {
        app.event(AppHomeOpenedEvent.class, this::opened);
        app.blockAction(SlackButtons.DEFAULTS, this::edit);
        app.viewSubmission(FORM, this::submitted);
    }

    private Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
        AppHomeOpenedEvent event = payload.getEvent();
        if ("home".equals(event.getTab())) {
            // Opening a tab asks for nothing, so a failure sends no message; the next opening shows it.
            boolean taken = background.begin(
                    "App Home",
                    _ -> {},
                    publishing(
                            context.getBotToken(),
                            SlackConversations.orEmpty(context.getTeamId()),
                            CompleteRequests.id(event.getUser(), "user"),
                            SlackConversations.orEmpty(event.getChannel())));
            if (!taken) {
                LOG.warn("too much work to show App Home");
            }
        }
        return context.ack();
    }

    /**
     * Shows it to one user, beside the acknowledgement.
     *
     * @param channel the user's direct messages, which answer its buttons
     */
    void show(String token, String space, String user, String channel) {
        String direct = SlackConversations.orEmpty(channel);
        SlackSender.Place place = new SlackSender.Place(token, direct.isEmpty() ? user : direct, null, user);
        background.run("App Home", notice -> sender.tell(place, notice), publishing(token, space, user, channel));
    }

    private Bulkhead.Task publishing(String token, String space, String user, String channel) {
        return () -> sender.publish(token, user, view(space, user, channel));
    }

    private View view(String space, String user, String channel) {
        List<LayoutBlock> blocks =
                new ArrayList<>(FORMATTER.format(home.of(space, user)).blocks());
        blocks.add(SlackButtons.defaults());
        return View.builder()
                .type("home")
                .blocks(blocks)
                .privateMetadata(SlackConversations.orEmpty(channel))
                .build();
    }

    private Response edit(BlockActionRequest request, ActionContext context) {
        String trigger = request.getPayload().getTriggerId();
        String token = context.getBotToken();
        TeamDefaults.Scope scope = scope(context.getTeamId());
        String channel =
                SlackConversations.orEmpty(request.getPayload().getView().getPrivateMetadata());
        Background.Recipient recipient = Press.of(request.getPayload(), context).recipient(sender);
        String user = request.getPayload().getUser().getId();
        background.run("the form of defaults", recipient, () -> {
            Optional<Map<String, Object>> refusal = permission.refusal(token, scope.space(), user);
            if (refusal.isPresent()) {
                recipient.tell(refusal.get());
                return;
            }
            Optional<View> view = filled(scope);
            view.ifPresent(it -> it.setPrivateMetadata(channel));
            if (view.isEmpty() || !sender.open(token, trigger, view.get())) {
                recipient.tell(Notices.notOpened());
            }
        });
        return context.ack();
    }

    /** The form with the current values; empty if they cannot be read before the trigger expires. */
    private Optional<View> filled(TeamDefaults.Scope scope) {
        try {
            return Optional.of(form.view(calls.within(READ_WITHIN, () -> team.values(scope))));
        } catch (StorageException unusable) {
            LOG.error("a team's defaults could not be read", unusable);
            return Optional.empty();
        }
    }

    /** Stores the form; a wrong field is named and the typed values stay. */
    private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        Map<String, String> typed = form.typed(view.getState());
        TeamDefaults.Scope scope = scope(context.getTeamId());
        String user = request.getPayload().getUser().getId();
        Optional<Map<String, Object>> refusal = permission.refusal(context.getBotToken(), scope.space(), user);
        if (refusal.isPresent()) {
            return ErrorMiddleware.json(Notices.atField(form.firstField(), refusal.get()));
        }
        Map<String, String> errors = changed(scope, typed);
        if (!errors.isEmpty()) {
            return context.ackWithErrors(errors);
        }
        show(
                context.getBotToken(),
                SlackConversations.orEmpty(context.getTeamId()),
                user,
                SlackConversations.orEmpty(view.getPrivateMetadata()));
        return context.ack();
    }

    private Map<String, String> changed(TeamDefaults.Scope scope, Map<String, String> typed) {
        try {
            return calls.within(STORED_WITHIN, () -> team.change(scope, typed));
        } catch (StorageException unusable) {
            LOG.error("a team's defaults could not be stored", unusable);
            return Map.of(form.firstField(), "This cannot be stored at the moment. Please try again in a minute.");
        }
    }

    private static TeamDefaults.Scope scope(@Nullable String space) {
        return new TeamDefaults.Scope(SlackConversations.SLACK, SlackConversations.orEmpty(space), "");
    }
}
