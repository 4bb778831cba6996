package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The memory that an edited question is read with, and that its conversation goes on from. */
@Requirement("discord-10")
class EditsTest extends BesideRunningDiscord {
    @Test
    void readsAnEditedQuestionWithoutItsOldWording() throws Exception {
        say("cost llama 8b 1k examples on together");
        ObjectNode second = question("what about 2k examples");
        assertThat(running.say(second).text()).contains("Llama 3.1 8B", "2,000 examples");

        assertThat(edited(second, "what about 5 epochs"))
                .contains("### Llama 3.1 8B", "1,000 examples (from the thread)", "5 epochs");
    }

    /** A later request neither changes the answer to an old question nor is forgotten because of it. */
    @Test
    void readsAnOldQuestionAsOfItsTimeAndGoesOnFromTheLatest() throws Exception {
        say("cost gpt-4o 1k examples");
        ObjectNode second = question("what about 5 epochs");
        running.say(second);
        say("cost mistral 7b 10k examples on together");

        assertThat(edited(second, "what about 6 epochs"))
                .contains("GPT-4o", "6 epochs")
                .doesNotContain("Mistral");
        assertThat(say("what about 2 epochs")).contains("Mistral 7B", "10,000 examples", "2 epochs");
    }

    @Test
    void goesOnFromTheLatestQuestionAsItWasEdited() throws Exception {
        say("cost gpt-4o 1k examples");
        ObjectNode second = question("what about 5 epochs");
        running.say(second);
        edited(second, "what about gpt-4o-mini");
        assertThat(edited(second, "what about 2k examples")).contains("GPT-4o on OpenAI", "2,000 examples");

        assertThat(say("what about 6 epochs")).contains("GPT-4o on OpenAI", "2,000 examples", "6 epochs");
    }

    @Test
    void goesOnFromAQuestionThatCouldBeReadOnlyOnceItWasEdited() throws Exception {
        ObjectNode question = question("wibble wobble");
        running.say(question);
        assertThat(edited(question, "cost gpt-4o 1k examples")).contains("$37.50");

        assertThat(say("what about 5 epochs")).contains("GPT-4o on OpenAI", "$62.50");
    }

    @Test
    void answersAMentionThatAnEditAdds() throws Exception {
        ObjectNode message = Incoming.inGuild("cost gpt-4o 1k examples");
        discord.gateway().dispatch("MESSAGE_CREATE", message);

        discord.gateway().dispatch("MESSAGE_UPDATE", mentioning(message));
        FakeDiscord.Call answer = discord.take(Kind.POST);
        assertThat(answer.text()).contains("$37.50");
        assertThat(answer.body().at("/message_reference/message_id").asText())
                .isEqualTo(message.path("id").asText());

        assertThat(edited(message, "cost gpt-4o 2k examples"))
                .as("and follows it from then on")
                .contains("$75.00");
    }

    /** A message from before this process may have been answered by the previous one. */
    @Test
    void answersNoMentionInAMessageFromBeforeItBegan() throws Exception {
        ObjectNode old = Incoming.inGuild("cost gpt-4o 1k examples");
        old.put("id", Incoming.id(Duration.ofMinutes(1)));
        discord.gateway().dispatch("MESSAGE_UPDATE", mentioning(old));

        assertThat(say("help")).contains("What fine-tuning a model will cost");
        assertThat(discord.waiting(Kind.POST)).isZero();
    }

    /** Discord sends an edit when it unfolds a link. */
    @Test
    void answersNoUneditedMention() throws Exception {
        ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
        discord.gateway().dispatch("MESSAGE_UPDATE", message);

        assertThat(say("help")).contains("What fine-tuning a model will cost");
        assertThat(discord.waiting(Kind.POST)).isZero();
    }

    /** The message, edited so that it mentions the bot. */
    private static ObjectNode mentioning(ObjectNode message) {
        ObjectNode edited = message.deepCopy()
                .put("content", "<@100> " + message.path("content").asText())
                .put("edited_timestamp", Instant.now().toString());
        edited.withArray("mentions").add(Incoming.bot());
        return edited;
    }

    private static ObjectNode question(String text) {
        return Incoming.inGuild(Incoming.THREAD, "<@100> " + text);
    }

    private String say(String text) throws Exception {
        return running.say(question(text)).text();
    }

    /** The answer once its question says something else. */
    private String edited(ObjectNode question, String text) throws Exception {
        discord.gateway().dispatch("MESSAGE_UPDATE", question.deepCopy().put("content", "<@100> " + text));
        return discord.take(Kind.EDIT).text();
    }
}
