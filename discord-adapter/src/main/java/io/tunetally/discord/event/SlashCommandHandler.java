package io.tunetally.discord.event;

import io.tunetally.bot.Choice;
import io.tunetally.bot.CommandSpec;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.Markup;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.discord.event.InteractionReplies.Response;
import io.tunetally.discord.install.SlashCommands;
import io.tunetally.discord.message.MessageText;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.send.FileDownloads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;

/** Slash commands, the message command and completion, as events of the bot. */
public final class SlashCommandHandler {
    private static final Pattern LAST_OF_SEVERAL = Pattern.compile(
            "(.*(?:" + CommandSpec.BETWEEN_VALUES + "))(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The commands whose answers only the asker sees. */
    private static final Set<String> ABOUT_OURSELVES = Set.of("help", "about", "privacy");

    private final DiscordBot bot;
    private final FileDownloads files;
    private final OwnData ownData;
    private final InteractionReplies replies;

    public SlashCommandHandler(DiscordBot bot, FileDownloads files, OwnData ownData, InteractionReplies replies) {
        this.bot = bot;
        this.files = files;
        this.ownData = ownData;
        this.replies = replies;
    }

    void asked(SlashCommandInteractionEvent event) {
        String verb = Objects.requireNonNullElse(event.getSubcommandName(), "");
        Map<String, String> options = options(event.getOptions());
        boolean privately =
                Boolean.parseBoolean(options.remove(SlashCommands.PRIVATE)) || ABOUT_OURSELVES.contains(verb);
        if (verb.equals(SlashCommands.FORGET_ME)) {
            replies.answerInItsTime(event, () -> ownData.forgotten(event.getUser()));
            return;
        }
        if (verb.equals(SlashCommands.EXPORT_ME)) {
            replies.answerInItsTime(event, () -> ownData.exported(event.getUser()));
            return;
        }
        // A command is its asker's own wherever it is used: a thread's memory is for mentions.
        Envelope own = DiscordConversations.envelope(event, true);
        Envelope envelope = privately || !event.isFromGuild() ? own : own.readByAll();
        OptionMapping file = event.getOption(SlashCommands.FILE);
        if (file != null) {
            String words = options.getOrDefault(SlashCommands.MESSAGE, "");
            replies.measure(
                    event,
                    privately,
                    file.getAsAttachment().getFileName(),
                    progress -> bot.answer(new FileQuestion(
                            envelope, Markup.MARKDOWN, words, files.of(file.getAsAttachment()), progress)));
            return;
        }
        ChatEvent asking = verb.equals(SlashCommands.ASK)
                ? new ChatEvent.Said(
                        envelope, Markup.MARKDOWN, options.getOrDefault(SlashCommands.MESSAGE, ""), List.of())
                : new ChatEvent.Commanded(envelope, verb, options);
        replies.answer(event, privately, () -> Response.of(bot.answer(asking, event.getJDA()), privately));
    }

    /** Estimates the message that a user points at; any author's. */
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
                () -> Response.of(
                        bot.answer(new ChatEvent.PointedAt(envelope, Markup.MARKDOWN, text), event.getJDA()), true));
    }

    static Map<String, String> options(List<OptionMapping> mappings) {
        Map<String, String> options = new LinkedHashMap<>();
        mappings.forEach(option -> options.put(option.getName(), option.getAsString()));
        return options;
    }

    /** Completes an option; never fails on half-typed input. */
    void completing(CommandAutoCompleteInteractionEvent event) {
        AutoCompleteQuery typing = event.getFocusedOption();
        replies.complete(
                event,
                () -> suggestions(event.getSubcommandName(), typing)
                        .filter(choice ->
                                !choice.value().isBlank() && choice.value().length() <= DiscordLimits.CHOICE)
                        .limit(DiscordLimits.CHOICES)
                        .map(SlashCommandHandler::shown)
                        .toList());
    }

    /** Shows the note beside a value if there is room for all of it. */
    private static Command.Choice shown(Choice choice) {
        String shown = choice.note().isEmpty() ? choice.value() : choice.value() + ": " + choice.note();
        return new Command.Choice(shown.length() <= DiscordLimits.CHOICE ? shown : choice.value(), choice.value());
    }

    /** The options of a command without a subcommand are those of {@code cost}. */
    private Stream<Choice> suggestions(@Nullable String verb, AutoCompleteQuery typing) {
        if (typing.getName().equals(SlashCommands.MESSAGE)) {
            return bot.complete(typing.getValue()).stream().map(completion -> new Choice(completion.text(), "", false));
        }
        String of = verb == null ? "cost" : verb;
        return bot.commands().stream()
                .filter(command -> command.verb().equals(of))
                .flatMap(command -> command.options().stream())
                .filter(option -> option.name().equals(typing.getName()))
                .flatMap(option -> suggestions(option, typing.getValue()));
    }

    /** Completes the last of several values, as in {@code gpt-4o vs lla}; the others stay. */
    private Stream<Choice> suggestions(CommandSpec.Option option, String typed) {
        Matcher last = LAST_OF_SEVERAL.matcher(typed);
        String before = last.matches() ? last.group(1) : "";
        Map<String, String> notes =
                bot.choices(option).stream().collect(Collectors.toMap(Choice::value, Choice::note, (one, _) -> one));
        return option.suggestions(last.matches() ? last.group(2) : typed).stream()
                .map(value -> new Choice(before + value, notes.getOrDefault(value, ""), false));
    }
}
