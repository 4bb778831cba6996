package io.tunetally.console;

import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import java.util.List;

/** A conversation at the console: accepts a message, or the number of a choice from the last answer. */
final class ChatSession {
    private static final int LONGEST_NUMBER = 2;

    private final Bot bot;
    private final String conversation;
    private List<Action> choices = List.of();

    ChatSession(Bot bot, String conversation) {
        this.bot = bot;
        this.conversation = conversation;
    }

    Reply answer(String line) {
        ChatEvent.Said said = CommandContext.said(line, conversation);
        int chosen = number(line.strip());
        boolean isChoice = chosen >= 1 && chosen <= choices.size();
        Reply reply = bot.answer(
                        isChoice
                                ? new ChatEvent.Chose(
                                        said.envelope(), choices.get(chosen - 1).command())
                                : said)
                .reply();
        choices = choices(reply);
        return reply;
    }

    /** Returns the choices as the reply numbers them: each block starts at one, so the last block is meant. */
    private static List<Action> choices(Reply reply) {
        List<Action> last = List.of();
        for (Block block : reply.blocks()) {
            if (block instanceof Block.Choices offered) {
                last = offered.actions();
            }
        }
        return last;
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : 0;
    }
}
