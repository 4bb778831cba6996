package io.tunetally.slack;

import com.slack.api.model.block.LayoutBlock;
import io.tunetally.answer.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.interpreter.CanonicalText;
import io.tunetally.reply.Reply;
import java.util.Optional;

/** The bot's answers as messages. */
final class SlackAnswers {
    private final Bot bot;
    private final SlackFormatter posts = new SlackFormatter(SlackFormatter.Tables.NATIVE);
    private final SlackFormatter acks = new SlackFormatter(SlackFormatter.Tables.TEXT);

    SlackAnswers(Bot bot) {
        this.bot = bot;
    }

    /** For everybody: with a table where there is one, and the same without, should Slack refuse it. */
    Post post(ChatEvent event) {
        Reply reply = bot.answer(event).reply();
        return new Post(posts.format(reply), acks.format(reply));
    }

    /** For the asker alone, with the button to share it where it is an answer. */
    SlackMessage own(ChatEvent event) {
        Answer answer = bot.answer(event);
        SlackMessage message = acks.format(answer.reply());
        return shareButton(answer).filter(button -> message.blocks().size() < SlackLimits.BLOCKS)
                .map(message::with)
                .orElse(message);
    }

    /** The same without that button, once it was pressed. */
    SlackMessage shared(ChatEvent event) {
        return acks.format(bot.answer(event).reply());
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
