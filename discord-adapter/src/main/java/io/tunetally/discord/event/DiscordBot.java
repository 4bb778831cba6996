package io.tunetally.discord.event;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.Choice;
import io.tunetally.bot.CommandSpec;
import io.tunetally.bot.Completion;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.FileQuestion;
import io.tunetally.discord.install.Invitation;
import io.tunetally.discord.install.SlashCommands;
import io.tunetally.discord.message.Notices;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.settings.Links;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;

/**
 * Adds Discord's own parts to the bot's answers about itself: how to install it, how to delete one's data, and the operator's
 * pages.
 *
 * @param bot the bot of all platforms
 */
public record DiscordBot(Bot bot, Links links) {
    /**
     * The answer to an event.
     *
     * @param jda where it came from
     */
    Answer answer(ChatEvent event, JDA jda) {
        Answer answer = bot.answer(event);
        return bot.service(event)
                .map(service -> completed(
                        answer,
                        switch (service) {
                            case RESET, GREETING, THANKS -> Stream.empty();
                            case ABOUT -> Stream.of(installing(jda.getSelfUser().getApplicationId()));
                            case PRIVACY, FORGET_ME, EXPORT_ME -> Stream.concat(Stream.of(forgetting()), operators());
                        }))
                .orElse(answer);
    }

    /** The answer to a training file, which is read meanwhile. */
    Answer answer(FileQuestion question) {
        return bot.answer(question);
    }

    List<Completion> complete(String text) {
        return bot.complete(text, text.length());
    }

    List<CommandSpec> commands() {
        return bot.commands();
    }

    List<Choice> choices(CommandSpec.Option option) {
        return bot.choices(option);
    }

    private static Answer completed(Answer answer, Stream<Block> more) {
        Reply reply = answer.reply();
        List<Block> blocks = new ArrayList<>(reply.blocks());
        more.forEach(blocks::add);
        return new Answer(answer.outcome(), new Reply(reply.title(), blocks, reply.audience()));
    }

    private static Block installing(String applicationId) {
        return Block.Text.of(
                new Span.Link("Add it to a server", Invitation.toServer(applicationId)),
                Span.plain(" or "),
                new Span.Link("to your own account", Invitation.toAccount(applicationId)),
                Span.plain("."));
    }

    private static Block forgetting() {
        return Block.Text.of(
                Span.code("/" + Notices.COMMAND + " " + SlashCommands.FORGET_ME),
                Span.plain(" deletes what is stored about you, everywhere; "),
                Span.code("/" + Notices.COMMAND + " " + SlashCommands.EXPORT_ME),
                Span.plain(" shows it."));
    }

    private Stream<Block> operators() {
        return Stream.of(
                        links.privacy().map(address -> page("Privacy policy", address)),
                        links.terms().map(address -> page("Terms of service", address)),
                        links.support().map(address -> page("Support", address)))
                .flatMap(Optional::stream);
    }

    /** Discord links web pages only; another address can be read. */
    private static Block page(String name, URI address) {
        return Block.Text.of(
                "mailto".equals(address.getScheme())
                        ? Span.plain(name + ": " + address.getSchemeSpecificPart())
                        : new Span.Link(name, address.toString()));
    }
}
