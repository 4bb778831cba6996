package io.tunetally.slack.install;

import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.Incident;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackFormatter;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Installations;
import io.tunetally.storage.bounded.Deduplicator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the one unsolicited message: to the person who installed, once. */
final class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Deduplicator deduplicator;
    private final SlackSender sender;
    private final Bulkhead bulkhead;

    Welcome(Deduplicator deduplicator, SlackSender sender, Bulkhead bulkhead) {
        this.deduplicator = deduplicator;
        this.sender = sender;
        this.bulkhead = bulkhead;
    }

    /** Sends it in the background; if there is too much work, at once, while the installer waits. */
    void to(Installations.Id installed, BotGrant grant) {
        if (grant.installer().isEmpty()) {
            return;
        }
        Bulkhead.Task welcome = () -> {
            String claim = "welcome "
                    + ActionKeys.keyOf(String.join(" ", installed.enterprise(), installed.team(), grant.installer()));
            if (deduplicator.isFirst(claim)) {
                send(grant);
            }
        };
        if (!bulkhead.run("a welcome", welcome)) {
            try {
                welcome.run();
            } catch (Exception unsent) {
                LOG.error("incident {}: a welcome was not sent", Incident.id(), unsent);
            }
        }
    }

    private void send(BotGrant grant) throws Exception {
        SlackMessage message = new SlackFormatter(SlackFormatter.Tables.TEXT).format(reply());
        SlackSender.Place direct = new SlackSender.Place(grant.token(), grant.installer(), null, grant.installer());
        sender.post(direct, new SlackPost(message, message));
    }

    private static Reply reply() {
        return new Reply(
                "TuneTally is installed",
                List.of(
                        Block.Text.of(
                                Span.plain("It says what fine-tuning an AI model will cost. In any channel, type")),
                        Block.Text.of(Span.code(Notices.COMMAND + " cost 1k examples 3 epochs llama 8b lora")),
                        Block.Text.of(Span.code(Notices.COMMAND + " gpt-4o vs llama 70b 1k examples")),
                        Block.Text.of(Span.code(Notices.COMMAND + " help")),
                        Block.Text.of(
                                Span.plain("Only you see the answer, until you share it. Mention me to be answered in a"
                                        + " thread, or write to me here. I read no channel's history."))),
                Audience.ASKER);
    }
}
