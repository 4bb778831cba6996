package io.tunetally.discord.install;

import io.tunetally.bot.CommandSpec;
import io.tunetally.discord.api.Translations;
import io.tunetally.discord.message.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * Builds the commands that Discord registers from the bot's own: for servers, direct messages and users who install the app for
 * themselves.
 */
public final class SlashCommands {
    public static final String ASK = "ask";
    public static final String MESSAGE = "message";
    public static final String DATASET = "dataset";
    public static final String FILE = "file";
    public static final String PRIVATE = "private";
    public static final String FORGET_ME = "forget-me";
    public static final String EXPORT_ME = "export-me";
    public static final String DEFAULTS = "finetune-defaults";
    public static final String CLEAR = "clear";
    static final String ESTIMATE = "Estimate cost";

    private SlashCommands() {}

    public static List<CommandData> of(List<CommandSpec> specs) {
        List<SubcommandData> subcommands = new ArrayList<>();
        subcommands.add(ask());
        subcommands.add(dataset());
        specs.forEach(spec -> subcommands.add(subcommand(spec)));
        subcommands.add(new SubcommandData(EXPORT_ME, "Show what is stored about me"));
        subcommands.add(new SubcommandData(FORGET_ME, "Delete what is stored about me"));
        SlashCommandData finetune = Commands.slash(Notices.COMMAND, "What fine-tuning a model will cost")
                .addSubcommands(subcommands);
        return List.of(everywhere(finetune), everywhere(Commands.message(ESTIMATE)), defaults(specs));
    }

    /** The command of a server's defaults; separate, as Discord lets a server restrict whole commands only. */
    private static CommandData defaults(List<CommandSpec> specs) {
        List<OptionData> options = specs.stream()
                .filter(spec -> spec.verb().equals("cost"))
                .flatMap(spec -> spec.options().stream())
                .filter(option -> !option.name().equals(PRIVATE))
                .map(option -> option(option).setRequired(false))
                .collect(Collectors.toCollection(ArrayList::new));
        options.add(new OptionData(OptionType.BOOLEAN, CLEAR, "Take away all that was set before"));
        return Commands.slash(DEFAULTS, "What this server assumes where a message does not say otherwise")
                .addOptions(options)
                .setContexts(InteractionContextType.GUILD)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                .setLocalizationFunction(new Translations());
    }

    private static CommandData everywhere(CommandData command) {
        return command.setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL)
                .setLocalizationFunction(new Translations());
    }

    private static SubcommandData ask() {
        return new SubcommandData(ASK, "Ask in your own words")
                .addOptions(
                        new OptionData(OptionType.STRING, MESSAGE, "For example: cost gpt-4o 1k examples", true, true),
                        new OptionData(OptionType.BOOLEAN, PRIVATE, "Show the answer to me only"));
    }

    private static SubcommandData dataset() {
        return new SubcommandData(DATASET, "Measure a training file and price it")
                .addOptions(
                        new OptionData(
                                OptionType.ATTACHMENT, FILE, "JSON Lines, JSON, CSV or text, also gzipped", true),
                        new OptionData(OptionType.STRING, MESSAGE, "For example: llama 70b lora 3 epochs"),
                        new OptionData(OptionType.BOOLEAN, PRIVATE, "Show the answer to me only"));
    }

    private static SubcommandData subcommand(CommandSpec spec) {
        return new SubcommandData(spec.verb(), spec.description())
                .addOptions(spec.options().stream().map(SlashCommands::option).toList());
    }

    private static OptionData option(CommandSpec.Option option) {
        boolean suggests = !option.known().isEmpty();
        OptionData data =
                new OptionData(type(option.type()), option.name(), option.description(), option.required(), suggests);
        option.choices().forEach(choice -> data.addChoice(choice, choice));
        option.most().ifPresent(most -> data.setRequiredRange(1, most));
        return data;
    }

    private static OptionType type(CommandSpec.Type type) {
        return switch (type) {
            case TEXT -> OptionType.STRING;
            case WHOLE_NUMBER -> OptionType.INTEGER;
            case YES_NO -> OptionType.BOOLEAN;
        };
    }
}
