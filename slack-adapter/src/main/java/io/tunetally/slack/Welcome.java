package io.tunetally.slack;

import io.tunetally.bot.Work;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.Installations;
import java.util.List;

/** The one message that nobody asked for: to the person who installed, once. */
final class Welcome {
    private final Deliveries claims;
    private final SlackSender sender;
    private final Work work;

    Welcome(Deliveries claims, SlackSender sender, Work work) {
        this.claims = claims;
        this.sender = sender;
        this.work = work;
    }

    void to(Installations.Id installed, BotGrant grant) {
        String claim = "welcome "
                + ActionKeys.keyOf(String.join(" ", installed.enterprise(), installed.team(), grant.installer()));
        if (!grant.installer().isEmpty() && claims.claim(SlackConversations.SLACK, claim)) {
            SlackMessage message = new SlackFormatter(SlackFormatter.Tables.TEXT).format(reply());
            SlackSender.Place direct = new SlackSender.Place(grant.token(), grant.installer(), null, grant.installer());
            work.run("a welcome", () -> sender.post(direct, new SlackAnswers.Post(message, message)));
        }
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
