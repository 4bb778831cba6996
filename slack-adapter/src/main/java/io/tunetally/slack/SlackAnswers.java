package io.tunetally.slack;

import com.slack.api.model.block.LayoutBlock;
import io.tunetally.answer.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.interpreter.CanonicalText;
import io.tunetally.reply.Reply;
import io.tunetally.storage.ThreadMemory;
import java.util.Optional;
import java.util.function.Function;

/** The bot's answers as messages. */
final class SlackAnswers {
    private static final SlackFormatter POSTS = new SlackFormatter(SlackFormatter.Tables.NATIVE);
    private static final SlackFormatter ACKS = new SlackFormatter(SlackFormatter.Tables.TEXT);

    private final Bot bot;
    private final ThreadMemory threads;

    /**
     * Answers.
     *
     * @param threads what the bot remembers
     */
    SlackAnswers(Bot bot, ThreadMemory threads) {
        this.bot = bot;
        this.threads = threads;
    }

    /**
     * For everybody, in a thread that the answer opens: from then on the thread remembers what its first answer was about,
     * for all who write in it.
     */
    Post post(ChatEvent event, ConversationId thread) {
        Answer answer = bot.answer(event);
        if (answer.outcome() instanceof Outcome.Answered answered) {
            threads.remember(
                    thread,
                    CanonicalText.write(answered.inquiry().request()),
                    event.envelope().user());
        }
        return post(answer);
    }

    /** For everybody: with a table where there is one, and the same without, should Slack refuse it. */
    Post post(ChatEvent event) {
        return post(bot.answer(event));
    }

    private static Post post(Answer answer) {
        Reply reply = answer.reply();
        return new Post(POSTS.format(reply), ACKS.format(reply));
    }

    /** For the asker alone, with the button to share it where it is an answer. */
    SlackMessage own(ChatEvent event) {
        return own(bot.answer(event));
    }

    /** For the asker alone, of a message that need not ask anything: whoever points at it wants its cost. */
    SlackMessage estimate(Function<String, ChatEvent> said, String text) {
        Answer answer = bot.answer(said.apply(text));
        return answer.outcome() instanceof Outcome.NotUnderstood ? own(said.apply("cost " + text)) : own(answer);
    }

    private static SlackMessage own(Answer answer) {
        SlackMessage message = ACKS.format(answer.reply());
        return shareButton(answer)
                .filter(button -> message.blocks().size() < SlackLimits.BLOCKS)
                .map(message::with)
                .orElse(message);
    }

    /** The same without that button, once it was pressed. */
    SlackMessage shared(ChatEvent event) {
        return ACKS.format(bot.answer(event).reply());
    }

    private static Optional<LayoutBlock> shareButton(Answer answer) {
        if (!(answer.outcome() instanceof Outcome.Answered answered)) {
            return Optional.empty();
        }
        String command = CanonicalText.write(answered.inquiry().request());
        return command.isBlank() || command.length() > SlackLimits.BUTTON_VALUE
                ? Optional.empty()
                : Optional.of(SlackButtons.share(command));
    }

    /**
     * A message and what stands in for it.
     *
     * @param plain the same without blocks that Slack could refuse
     */
    record Post(SlackMessage rich, SlackMessage plain) {}
}
