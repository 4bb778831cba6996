package io.tunetally.discord.event;

import io.tunetally.bot.TeamSettings;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.discord.event.InteractionReplies.Response;
import io.tunetally.discord.install.SlashCommands;
import io.tunetally.discord.message.Notices;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.bounded.StoreCalls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows and changes a server's defaults, by a command of its own: the server's settings say who may use it, by default the members
 * who may manage the server.
 */
public final class ServerDefaults {
    private static final Logger LOG = LoggerFactory.getLogger(ServerDefaults.class);

    private final TeamSettings settings;
    private final StoreCalls calls;
    private final InteractionReplies replies;

    public ServerDefaults(TeamSettings settings, StoreCalls calls, InteractionReplies replies) {
        this.settings = settings;
        this.calls = calls;
        this.replies = replies;
    }

    /** Sets the typed options, the others stay; without any, shows all. */
    void asked(SlashCommandInteractionEvent event) {
        Guild guild = event.getGuild();
        if (guild == null || guild.isDetached()) {
            replies.answer(event, true, () -> Response.notice(Notices.noServer()));
            return;
        }
        Map<String, String> typed = SlashCommandHandler.options(event.getOptions());
        boolean clear = Boolean.parseBoolean(typed.remove(SlashCommands.CLEAR));
        TeamDefaults.Scope scope = new TeamDefaults.Scope(DiscordConversations.DISCORD, guild.getId(), "");
        replies.answer(event, true, () -> Response.own(changed(scope, clear, typed)));
    }

    private Reply changed(TeamDefaults.Scope scope, boolean clear, Map<String, String> typed)
            throws InteractionReplies.NotAnswerable {
        try {
            Map<String, String> values = new LinkedHashMap<>(
                    clear ? Map.of() : calls.within(DiscordLimits.STORE_CALL, () -> settings.values(scope)));
            values.putAll(typed);
            Map<String, String> wrong = clear || !typed.isEmpty()
                    ? calls.within(DiscordLimits.STORE_CALL, () -> settings.change(scope, values))
                    : Map.of();
            return wrong.isEmpty()
                    ? shown(calls.within(DiscordLimits.STORE_CALL, () -> settings.values(scope)))
                    : refused(wrong);
        } catch (StorageException unusable) {
            LOG.warn("the defaults of server {} cannot be used: {}", scope.space(), unusable.getMessage());
            throw new InteractionReplies.NotAnswerable(Notices.noDefaults());
        }
    }

    private static Reply shown(Map<String, String> values) {
        if (values.isEmpty()) {
            return new Reply(
                    "This server has no defaults of its own",
                    List.of(
                            Block.Text.of(
                                    Span.plain(
                                            "A value that a message does not say is that of the reference job. Type options to set some."))),
                    Audience.ASKER);
        }
        return new Reply(
                "Where a message does not say otherwise, this server assumes",
                List.of(
                        facts(values),
                        Block.Text.of(
                                Span.code("/" + SlashCommands.DEFAULTS + " " + SlashCommands.CLEAR + ":True"),
                                Span.plain(" takes them all away."))),
                Audience.ASKER);
    }

    private static Reply refused(Map<String, String> wrong) {
        return new Reply("Nothing was changed", List.of(facts(wrong)), Audience.ASKER);
    }

    private static Block facts(Map<String, String> values) {
        return new Block.Facts(values.entrySet().stream()
                .map(value -> Block.Fact.of(EstimateForm.label(value.getKey()), Span.plain(value.getValue())))
                .toList());
    }
}
