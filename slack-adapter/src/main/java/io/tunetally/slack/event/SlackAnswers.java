package io.tunetally.slack.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.FileQuestion;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.request.CanonicalText;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackButtons;
import io.tunetally.slack.message.SlackFormatter;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.storage.ThreadMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The bot's answers as messages. */
public final class SlackAnswers {
    private static final SlackFormatter POSTS = new SlackFormatter(SlackFormatter.Tables.NATIVE);
    private static final SlackFormatter NEWEST_POSTS = new SlackFormatter(SlackFormatter.Tables.NEWEST);
    private static final SlackFormatter PLAIN_POSTS = new SlackFormatter(SlackFormatter.Tables.TEXT);
    private static final SlackFormatter ACKS = new SlackFormatter(SlackFormatter.Tables.TEXT, Notices.COMMAND + " ");

    /** The size of the bot's own cache. Weak keys alone last until the next full collection, which a large heap delays. */
    private static final int MOST_KEPT = 500;

    private final Bot bot;
    private final ThreadMemory threads;
    private final PersonalData personal;
    private final SlackFormatter posts;
    private final Cache<Answer, SlackMessage> own = byObject();
    private final Cache<SlackMessage, String> acknowledgements = byObject();

    /**
     * Creates messages from the bot's answers.
     *
     * @param threads the bot's memory
     * @param newBlocks whether posts use blocks that not every workspace shows yet
     */
    public SlackAnswers(Bot bot, ThreadMemory threads, PersonalData personal, boolean newBlocks) {
        this.bot = bot;
        this.threads = threads;
        this.personal = personal;
        this.posts = posts(newBlocks);
    }

    /** Caches by identity: the bot returns the same object for a cached answer; both drop it together. */
    private static <K, V> Cache<K, V> byObject() {
        return Caffeine.newBuilder()
                .weakKeys()
                .maximumSize(MOST_KEPT)
                .executor(Runnable::run)
                .build();
    }

    private static SlackFormatter posts(boolean newBlocks) {
        return newBlocks ? NEWEST_POSTS : POSTS;
    }

    /**
     * A post for everybody, in a thread that the answer opens: from then on the thread remembers the request of its first answer,
     * for all who write in it.
     */
    SlackPost post(ChatEvent event, ConversationId thread) {
        Given given = given(event);
        remember(thread, given.remembered(), event);
        return post(given, posts);
    }

    /** A post on a training file, whose counts a thread remembers. Its buttons are those of the job, so there are no others. */
    SlackPost post(FileQuestion question, ConversationId thread) {
        Answer answer = bot.answer(question);
        Optional<String> remembered = answer.remembered().map(CanonicalText::write);
        remembered.ifPresent(
                command -> threads.remember(thread, command, question.envelope().user()));
        return post(new Given(answer.reply(), Optional.empty(), remembered, false), posts);
    }

    private void remember(ConversationId thread, Optional<String> request, ChatEvent event) {
        request.ifPresent(
                command -> threads.remember(thread, command, event.envelope().user()));
    }

    /** A post for everybody: with a table if there is one, and the same without, should Slack refuse it. */
    SlackPost post(ChatEvent event) {
        return post(given(event), posts);
    }

    private static SlackPost post(Given given, SlackFormatter posts) {
        return new SlackPost(given.message(posts, false), given.message(PLAIN_POSTS, false), given.isBoard());
    }

    /** The board of a thread, which replaces an earlier one. */
    public static SlackPost board(Reply reply, boolean newBlocks) {
        Given given = new Given(reply, Optional.empty(), Optional.empty(), true);
        return post(given, posts(newBlocks));
    }

    /** The message that answers a mention. */
    public static SlackMessage posted(Answer answer, boolean newBlocks) {
        return post(Given.of(answer), posts(newBlocks)).rich();
    }

    /** The message that acknowledges a command. */
    public static SlackMessage acknowledged(Answer answer) {
        return own(Given.of(answer));
    }

    /** The chart of an answer, where it has one. */
    Optional<ChartSpec> chart(ChatEvent event) {
        return charts(given(event).reply()).findFirst();
    }

    /** The file of an answer, where it has one. */
    Optional<Block.File> file(ChatEvent event) {
        return given(event).reply().files().stream().findFirst();
    }

    private static Stream<ChartSpec> charts(Reply reply) {
        return reply.blocks().stream().filter(Block.Chart.class::isInstance).map(chart -> ((Block.Chart) chart).spec());
    }

    /** The full text of an answer that was cut, as messages. */
    List<SlackMessage> whole(ChatEvent event) {
        return ACKS.whole(given(event).reply());
    }

    /** A message for the asker alone, with the button to share it if it is an answer. */
    SlackMessage own(ChatEvent event) {
        return personal.answers(event) ? own(given(event)) : own.get(bot.answer(event), SlackAnswers::acknowledged);
    }

    /** A message as the JSON that acknowledges a command. */
    String acknowledgement(SlackMessage message) {
        return acknowledgements.get(message, it -> SlackMessage.GSON.toJson(it.answer()));
    }

    private static SlackMessage own(Given given) {
        return given.message(ACKS, true);
    }

    /** The same without that button, once it was pressed. */
    Shared shared(ChatEvent event) {
        Given given = given(event);
        return new Shared(
                given.message(ACKS, false),
                given.reply().audience() == Audience.ASKER,
                thread -> remember(thread, given.remembered(), event));
    }

    /** Whether an answer is for the asker alone, in any channel. */
    boolean isPrivate(ChatEvent event) {
        return personal.isPrivate(event);
    }

    private Given given(ChatEvent event) {
        Optional<Reply> own = personal.answer(event);
        if (own.isPresent()) {
            return new Given(own.get(), Optional.empty(), Optional.empty(), false);
        }
        Given given = Given.of(bot.answer(event));
        return new Given(personal.completed(event, given.reply()), given.again(), given.remembered(), given.isBoard());
    }

    /**
     * An answer, with its request in canonical text.
     *
     * @param again the request that the answer's buttons ask again
     * @param remembered the request that a thread remembers
     */
    private record Given(Reply reply, Optional<String> again, Optional<String> remembered, boolean isBoard) {
        static Given of(Answer answer) {
            return new Given(
                    answer.reply(),
                    answer.answered().map(CanonicalText::write),
                    answer.remembered().map(CanonicalText::write),
                    answer.isBoard());
        }

        /** A message of it, with the buttons that belong to an answer. */
        SlackMessage message(SlackFormatter formatter, boolean own) {
            Optional<String> command = again.filter(text -> text.length() <= SlackButtons.LONGEST_OF_AN_ANSWER);
            SlackMessage message = command.map(
                            text -> formatter.format(reply, 1, SlackButtons.charactersForAnswer(reply, text)))
                    .orElseGet(() -> formatter.format(reply));
            List<String> actions = new ArrayList<>();
            if (own) {
                actions.add(SlackButtons.SHARE);
            }
            if (charts(reply).findFirst().isPresent()) {
                actions.add(SlackButtons.CHART);
            }
            if (!reply.files().isEmpty()) {
                actions.add(SlackButtons.FILE);
            }
            if (message.cut()) {
                actions.add(SlackButtons.WHOLE);
            }
            return command.filter(_ -> !actions.isEmpty())
                    .map(text -> message.with(SlackButtons.forAnswer(actions, reply, text)))
                    .orElse(message);
        }
    }

    /**
     * An answer that its asker shares with a channel.
     *
     * @param aside whether it is for the asker alone after all, as a refusal is
     * @param opens is told the thread under it, which from then on remembers its request
     */
    record Shared(SlackMessage message, boolean aside, Consumer<ConversationId> opens) {}
}
