package io.tunetally.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.CoolDown;
import io.tunetally.bot.Work;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages: mentions in servers, and whatever is written in direct messages. Answered where they stand; an edited one anew. */
final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    /** An answer follows the edits of its question for so long. */
    private static final Duration FOLLOWED = Duration.ofMinutes(15);

    private static final int MOST_FOLLOWED = 10_000;

    private final Bot bot;
    private final DiscordSender sender;
    private final Claims claims;
    private final CoolDown coolDown;
    private final Work work;
    private final Turns turns;
    private final Cache<Long, Followed> followed = Caffeine.newBuilder()
            .maximumSize(MOST_FOLLOWED)
            .expireAfterWrite(FOLLOWED)
            .build();

    /**
     * An answer, perhaps still under way.
     *
     * @param answer empty where none could be sent
     * @param question a hash of what it is for: a link that Discord unfolds is an edit, too
     */
    private record Followed(CompletableFuture<Optional<DiscordSender.Sent>> answer, int question) {}

    Messages(Bot bot, DiscordSender sender, Claims claims, CoolDown coolDown, Work work, Turns turns) {
        this.bot = bot;
        this.sender = sender;
        this.claims = claims;
        this.coolDown = coolDown;
        this.work = work;
        this.turns = turns;
    }

    void received(Message message) {
        if (!isForUs(message)) {
            return;
        }
        CoolDown.Verdict verdict = coolDown.act(DiscordConversations.person(message.getAuthor()));
        boolean taken = switch (verdict) {
            case GO -> work.run("an answer to a message", () -> answer(message));
            case TELL ->
                work.run("a notice", () -> sender.reply(message, _ -> DiscordMessage.notice(Notices.coolDown())));
            case SILENT -> true;
        };
        if (!taken) {
            LOG.warn("too much work: message {} in channel {} is not answered", message.getId(), channel(message));
        }
    }

    /** A bot, a webhook and a reply's ping ask nothing; in a server only a mention in the text does. */
    private static boolean isForUs(Message message) {
        if (message.getAuthor().isBot() || message.getAuthor().isSystem() || message.isWebhookMessage()) {
            return false;
        }
        if (!message.isFromGuild()) {
            return true;
        }
        String text = message.getContentRaw();
        return mentions(message).anyMatch(text::contains);
    }

    /** How the bot is mentioned, newly and in old clients. */
    private static Stream<String> mentions(Message message) {
        String id = message.getJDA().getSelfUser().getId();
        return Stream.of("<@" + id + ">", "<@!" + id + ">");
    }

    private void answer(Message message) throws Exception {
        CompletableFuture<Optional<DiscordSender.Sent>> answer = new CompletableFuture<>();
        try {
            Optional<DiscordAnswers.Rendering> rendering = turns.of(() -> first(message, answer));
            if (rendering.isPresent()) {
                answer.complete(sender.reply(message, rendering.get()));
            }
        } finally {
            answer.complete(Optional.empty());
        }
    }

    /**
     * What is answered; empty where it was answered before. While the store says so, it is worked out already: should another
     * process have been first, it remembered the same.
     */
    private Optional<DiscordAnswers.Rendering> first(
            Message message, CompletableFuture<Optional<DiscordSender.Sent>> answer) throws InterruptedException {
        Optional<Claims.Claim> claim = claims.begin(message.getId());
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        LOG.info("message {} in channel {}", message.getId(), channel(message));
        followed.put(message.getIdLong(), new Followed(answer, question(message)));
        DiscordAnswers.Rendering rendering = rendering(message);
        return claim.get().isFirst() ? Optional.of(rendering) : Optional.empty();
    }

    private DiscordAnswers.Rendering rendering(Message message) {
        String text = mentions(message)
                .reduce(message.getContentRaw(), (raw, mention) -> raw.replace(mention, " "))
                .strip();
        Guild guild = message.isFromGuild() ? message.getGuild() : null;
        Envelope envelope = new Envelope(
                message.getId(),
                DiscordConversations.open(guild, message.getChannel(), message.getAuthor()),
                DiscordConversations.person(message.getAuthor()),
                true);
        Answer answer = bot.answer(new ChatEvent.Said(envelope, text, List.of()));
        return DiscordAnswers.post(answer);
    }

    private static int question(Message message) {
        return message.getContentRaw().hashCode();
    }

    private static String channel(Message message) {
        return message.getChannel().getId();
    }

    void edited(Message message) {
        Followed known = followed.getIfPresent(message.getIdLong());
        if (known == null || known.question() == question(message) || !isForUs(message)) {
            return;
        }
        followed.put(message.getIdLong(), new Followed(known.answer(), question(message)));
        if (coolDown.act(DiscordConversations.person(message.getAuthor())) == CoolDown.Verdict.GO) {
            work.run("an answer to an edited message", () -> {
                Optional<DiscordSender.Sent> answer = known.answer().get();
                if (answer.isPresent()) {
                    sender.edit(message.getChannel(), answer.get(), turns.of(() -> rendering(message)));
                }
            });
        }
    }

    /** The answer stays: others may have read it. */
    void deleted(long messageId) {
        followed.invalidate(messageId);
    }
}
