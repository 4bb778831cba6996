package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.Incoming;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "Estimate cost" on a message, and what counts as its words. */
@Requirement("discord-6")
class EstimateMessageTest extends BesideRunningDiscord {

    @Test
    void estimatesAMessageForItselfAndRemembersNothingOfIt() throws Exception {
        Map<String, Object> before = Map.of("message", "cost llama 8b 10k examples 5 epochs", "private", true);
        running.interact(Incoming.slash("ask", before));

        assertThat(running.interact(Incoming.messageCommand("fine-tune gpt-4o, 1k examples"))
                        .text())
                .contains("$37.50");
        running.interact(Incoming.messageCommand("never mind"));
        assertThat(running.interact(Incoming.slash("ask", Map.of("message", "what about 6 epochs", "private", true)))
                        .text())
                .contains("### Llama 3.1 8B", "10,000 examples");
    }

    @Test
    void readsWhatAMessageForwardsOrEmbedsWhereItSaysNothingItself() throws Exception {
        String text = "cost gpt-4o 1k examples";
        assertThat(running.say(Incoming.forwarding(Incoming.direct(""), text)).text())
                .contains("$37.50");
        assertThat(running.interact(Incoming.messageCommand(Incoming.forwarding(Incoming.inGuild(""), text)))
                        .text())
                .contains("$37.50");

        ObjectNode embedding = Incoming.inGuild("");
        embedding
                .withArray("embeds")
                .addObject()
                .put("type", "rich")
                .put("title", "Plan")
                .put("description", text);
        assertThat(running.interact(Incoming.messageCommand(embedding)).text()).contains("$37.50");

        ObjectNode card = Incoming.inGuild("").put("flags", 1 << 15);
        card.withArray("components").addObject().put("type", 10).put("id", 1).put("content", text);
        assertThat(running.interact(Incoming.messageCommand(card)).text()).contains("$37.50");
    }

    @Test
    void estimatesAMessageWithoutTextPolitely() throws Exception {
        assertThat(running.interact(Incoming.messageCommand("")).text()).contains("no text in that message");
    }
}
