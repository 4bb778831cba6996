package io.tunetally.discord.event;

import io.tunetally.bot.CoolDown;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.install.SlashCommands;
import io.tunetally.discord.install.UninstallHandler;
import io.tunetally.discord.message.Notices;
import io.tunetally.operations.Metrics;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.http.HttpRequestEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dispatches Discord's events to their handlers. Runs on the gateway's threads, so nothing here waits. */
public final class DiscordEvents extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordEvents.class);

    private final MessageHandler messageHandler;
    private final SlashCommandHandler slashCommandHandler;
    private final ServerDefaults defaults;
    private final ButtonHandler buttonHandler;
    private final InteractionReplies replies;
    private final UninstallHandler uninstallHandler;
    private final CoolDown coolDown;
    private final Metrics metrics;
    private volatile boolean open = true;
    private volatile Instant lastEvent = Instant.EPOCH;

    public DiscordEvents(
            MessageHandler messageHandler,
            SlashCommandHandler slashCommandHandler,
            ServerDefaults defaults,
            ButtonHandler buttonHandler,
            InteractionReplies replies,
            UninstallHandler uninstallHandler,
            CoolDown coolDown,
            Metrics metrics) {
        this.messageHandler = messageHandler;
        this.slashCommandHandler = slashCommandHandler;
        this.defaults = defaults;
        this.buttonHandler = buttonHandler;
        this.replies = replies;
        this.uninstallHandler = uninstallHandler;
        this.coolDown = coolDown;
        this.metrics = metrics;
    }

    /** When Discord was heard of last; a heartbeat is answered about every 40 seconds. */
    public Instant lastEvent() {
        return lastEvent;
    }

    @Override
    public void onGenericEvent(GenericEvent event) {
        if (!(event instanceof HttpRequestEvent)) {
            lastEvent = Instant.now();
        }
    }

    public boolean isStopping() {
        return !open;
    }

    /** Takes no more. */
    public void stop() {
        open = false;
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        if (open) {
            messageHandler.received(event.getMessage());
        } else {
            messageHandler.turnAway(event.getMessage());
        }
    }

    @Override
    public void onMessageUpdate(MessageUpdateEvent event) {
        if (open) {
            messageHandler.edited(event.getMessage());
        }
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
        messageHandler.deleted(event.getMessageIdLong());
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        if (!admits(event, event.getFullCommandName())) {
            return;
        }
        if (event.getName().equals(SlashCommands.DEFAULTS)) {
            defaults.asked(event);
        } else {
            slashCommandHandler.asked(event);
        }
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        if (admits(event, event.getName())) {
            slashCommandHandler.estimate(event);
        }
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        if (open) {
            slashCommandHandler.completing(event);
        } else {
            event.replyChoiceStrings().queue(_ -> {}, late -> LOG.debug("no completion", late));
        }
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        if (admits(event, "a button")) {
            buttonHandler.pressed(event);
        }
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        if (admits(event, "a menu")) {
            buttonHandler.picked(event);
        }
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        if (admits(event, "a form")) {
            buttonHandler.submitted(event);
        }
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        uninstallHandler.left(event.getGuild().getId());
    }

    @Override
    public void onUnavailableGuildLeave(UnavailableGuildLeaveEvent event) {
        uninstallHandler.left(event.getGuildId());
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        LOG.info("shard {} lost its connection", event.getJDA().getShardInfo().getShardId());
        metrics.reconnecting();
    }

    /** The line holds ids and the command's name, never a message's text. */
    private boolean admits(IReplyCallback event, String what) {
        if (!open) {
            replies.refuse(event, Notices.restarting());
            return false;
        }
        LOG.info(
                "{} in server {}, channel {}",
                what,
                Optional.ofNullable(event.getGuild())
                        .map(guild -> guild.getId())
                        .orElse("-"),
                event.getChannelId());
        return switch (coolDown.act(DiscordConversations.person(event.getUser()))) {
            case GO -> true;
            case TELL, SILENT -> {
                replies.answer(event, true, () -> InteractionReplies.Response.notice(Notices.coolDown()));
                yield false;
            }
        };
    }
}
