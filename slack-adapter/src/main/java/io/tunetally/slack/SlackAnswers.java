package io.tunetally.slack;

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
    private final PersonalData personal;

    /**
     * Answers.
     *
     * @param threads what the bot remembers
     */
    SlackAnswers(Bot bot, ThreadMemory threads, PersonalData personal) {
        this.bot = bot;
        this.threads = threads;
        this.personal = personal;
    }

    /**
     * For everybody, in a thread that the answer opens: from then on the thread remembers what its first answer was about,
     * for all who write in it.
     */
    Post post(ChatEvent event, ConversationId thread) {
        Given given = given(event);
        given.request()
                .ifPresent(command ->
                        threads.remember(thread, command, event.envelope().user()));
        return post(given.reply());
    }

    /** For everybody: with a table where there is one, and the same without, should Slack refuse it. */
    Post post(ChatEvent event) {
        return post(given(event).reply());
    }

    private static Post post(Reply reply) {
        return new Post(POSTS.format(reply), ACKS.format(reply));
    }

    /** For the asker alone, with the button to share it where it is an answer. */
    SlackMessage own(ChatEvent event) {
        return own(given(event));
    }

    /** For the asker alone, of a message that need not ask anything: whoever points at it wants its cost. */
    SlackMessage estimate(Function<String, ChatEvent> said, String text) {
        Answer answer = bot.answer(said.apply(text));
        return answer.outcome() instanceof Outcome.NotUnderstood
                ? own(said.apply("cost " + text))
                : own(Given.of(answer));
    }

    private static SlackMessage own(Given given) {
        SlackMessage message = ACKS.format(given.reply());
        return given.request()
                .filter(command -> command.length() <= SlackLimits.BUTTON_VALUE)
                .filter(command -> message.blocks().size() < SlackLimits.BLOCKS)
                .map(SlackButtons::share)
                .map(message::with)
                .orElse(message);
    }

    /** The same without that button, once it was pressed. */
    SlackMessage shared(ChatEvent event) {
        return ACKS.format(given(event).reply());
    }

    private Given given(ChatEvent event) {
        Optional<Reply> forgotten = personal.forget(event);
        if (forgotten.isPresent()) {
            return new Given(forgotten.get(), Optional.empty());
        }
        Given given = Given.of(bot.answer(event));
        return new Given(personal.completed(event, given.reply()), given.request());
    }

    /**
     * What is answered.
     *
     * @param request what was answered, in canonical text, where that can be asked again
     */
    private record Given(Reply reply, Optional<String> request) {
        static Given of(Answer answer) {
            Optional<String> request = answer.outcome() instanceof Outcome.Answered answered
                    ? Optional.of(CanonicalText.write(answered.inquiry().request()))
                    : Optional.empty();
            return new Given(answer.reply(), request.filter(text -> !text.isBlank()));
        }
    }

    /**
     * A message and what stands in for it.
     *
     * @param plain the same without blocks that Slack could refuse
     */
    record Post(SlackMessage rich, SlackMessage plain) {}
}
