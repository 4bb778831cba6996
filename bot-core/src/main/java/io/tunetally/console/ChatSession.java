package io.tunetally.console;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.UserId;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A conversation at the console: accepts a message, or the number of a choice from the last answer. */
final class ChatSession {
    private static final int LONGEST_NUMBER = 2;
    private static final Pattern SPOKEN = Pattern.compile("\\s*([\\p{L}\\p{N}_-]{1,30}):\\s+(.*)", Pattern.DOTALL);

    private final Bot bot;
    private final String conversation;
    private final boolean people;
    private List<Action> choices = List.of();

    ChatSession(Bot bot, String conversation) {
        this(bot, conversation, false);
    }

    /** @param people whether each line begins with who says it */
    ChatSession(Bot bot, String conversation, boolean people) {
        this.bot = bot;
        this.people = people;
        this.conversation = conversation;
    }

    Reply answer(String line) {
        Matcher spoken = SPOKEN.matcher(line);
        boolean names = people && spoken.matches();
        String text = names ? spoken.group(2) : line;
        ChatEvent.Said said = names
                ? CommandContext.said(text, conversation, new UserId(spoken.group(1)))
                : CommandContext.said(text, conversation);
        int chosen = number(text.strip());
        boolean isChoice = chosen >= 1 && chosen <= choices.size();
        Answer answer = isChoice
                ? bot.answer(new ChatEvent.Chose(
                        said.envelope(), choices.get(chosen - 1).command()))
                : NamedFile.in(said).map(bot::answer).orElseGet(() -> bot.answer(said));
        Reply reply = answer.reply();
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
