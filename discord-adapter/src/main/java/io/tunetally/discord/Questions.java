package io.tunetally.discord;

import io.tunetally.bot.CommandSpec;
import io.tunetally.bot.Completion;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.Envelope;
import io.tunetally.conversation.BoundedCalls;
import io.tunetally.discord.InteractionReplies.Response;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slash commands, the message command and completion, as events of the bot. */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private static final Pattern LAST_OF_SEVERAL = Pattern.compile(
            "(.*(?:" + CommandSpec.BETWEEN_VALUES + "))(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What concerns the asker alone is shown to the asker alone. */
    private static final Set<String> ABOUT_OURSELVES = Set.of("help", "about", "privacy");

    /** What is deferred may take long, and somebody who wants to be forgotten should not have to ask twice. */
    private static final Duration DELETED_WITHIN = Duration.ofSeconds(10);

    private final BoundedCalls deletions = new BoundedCalls();
    private final DiscordBot bot;
    private final Deletion deletion;
    private final InteractionReplies replies;

    Questions(DiscordBot bot, Deletion deletion, InteractionReplies replies) {
        this.bot = bot;
        this.deletion = deletion;
        this.replies = replies;
    }

    void asked(SlashCommandInteractionEvent event) {
        String verb = Objects.requireNonNullElse(event.getSubcommandName(), "");
        Map<String, String> options = options(event.getOptions());
        boolean privately =
                Boolean.parseBoolean(options.remove(SlashCommands.PRIVATE)) || ABOUT_OURSELVES.contains(verb);
        if (verb.equals(SlashCommands.FORGET_ME)) {
            replies.answerInItsTime(event, () -> forget(event));
            return;
        }
        // A command is its asker's own wherever it is used: what a thread remembers is for mentions.
        Envelope envelope = DiscordConversations.envelope(event, true);
        ChatEvent asking = verb.equals(SlashCommands.ASK)
                ? new ChatEvent.Said(envelope, options.getOrDefault(SlashCommands.MESSAGE, ""), List.of())
                : new ChatEvent.Commanded(envelope, verb, options);
        replies.answer(event, privately, () -> Response.of(bot.answer(asking, event.getJDA()), privately));
    }

    /** Reads anybody's message for whoever points at it. */
    void estimate(MessageContextInteractionEvent event) {
        String text = MessageText.of(event.getTarget());
        if (text.isBlank()) {
            replies.answer(event, true, () -> Response.notice(Notices.noText()));
            return;
        }
        Envelope envelope = DiscordConversations.envelope(event, true);
        replies.answer(
                event,
                true,
                () -> Response.of(bot.answer(new ChatEvent.PointedAt(envelope, text), event.getJDA()), true));
    }

    private Response forget(SlashCommandInteractionEvent event) {
        try {
            long rows = deletions.within(
                    DELETED_WITHIN,
                    () -> deletion.ofUser(DiscordConversations.DISCORD, DiscordConversations.person(event.getUser()))
                            .total());
            return Response.notice(Notices.forgotten(rows));
        } catch (StorageException unusable) {
            LOG.warn("somebody could not be forgotten: {}", unusable.getMessage());
            return Response.notice(Notices.notForgotten());
        }
    }

    private static Map<String, String> options(List<OptionMapping> mappings) {
        Map<String, String> options = new LinkedHashMap<>();
        mappings.forEach(option -> options.put(option.getName(), option.getAsString()));
        return options;
    }

    /** Never fails on what is half typed. */
    void completing(CommandAutoCompleteInteractionEvent event) {
        AutoCompleteQuery typing = event.getFocusedOption();
        replies.complete(
                event,
                () -> suggestions(event.getSubcommandName(), typing)
                        .filter(choice -> !choice.isBlank() && choice.length() <= DiscordLimits.CHOICE)
                        .limit(DiscordLimits.CHOICES)
                        .toList());
    }

    private Stream<String> suggestions(@Nullable String verb, AutoCompleteQuery typing) {
        if (typing.getName().equals(SlashCommands.MESSAGE)) {
            return bot.complete(typing.getValue()).stream().map(Completion::text);
        }
        return bot.commands().stream()
                .filter(command -> command.verb().equals(verb))
                .flatMap(command -> command.options().stream())
                .filter(option -> option.name().equals(typing.getName()))
                .flatMap(option -> suggestions(option, typing.getValue()));
    }

    /** Where several are typed, as in {@code gpt-4o vs lla}, the last is completed and the others stay. */
    private static Stream<String> suggestions(CommandSpec.Option option, String typed) {
        Matcher last = LAST_OF_SEVERAL.matcher(typed);
        return last.matches()
                ? option.suggestions(last.group(2)).stream().map(suggestion -> last.group(1) + suggestion)
                : option.suggestions(typed).stream();
    }
}
