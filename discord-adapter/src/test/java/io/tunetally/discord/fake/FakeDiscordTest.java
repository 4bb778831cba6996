package io.tunetally.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The faults that the fake must find: the other tests rely on it. */
class FakeDiscordTest {
    private static final String NOBODY = "\"allowed_mentions\":{\"parse\":[]}";
    private static final String TEXT = "{\"content\":\"a\"," + NOBODY + "}";
    private static final String V2 =
            "{\"flags\":32768,\"components\":[{\"type\":10,\"content\":\"a\"}]," + NOBODY + "}";

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeDiscord discord;

    @BeforeEach
    void start() throws Exception {
        discord = new FakeDiscord();
    }

    @AfterEach
    void stop() {
        discord.finish();
        client.close();
    }

    private JsonNode send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
                .header("Authorization", "Bot " + FakeDiscord.TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Bodies.read(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private ObjectNode begun(ObjectNode interaction) {
        discord.begin(interaction);
        return interaction;
    }

    private void callback(ObjectNode interaction, int type, String data) throws Exception {
        String path = "interactions/%s/%s/callback"
                .formatted(
                        interaction.path("id").asText(),
                        interaction.path("token").asText());
        send("POST", path, "{\"type\":" + type + ",\"data\":" + data + "}");
    }

    private void original(ObjectNode interaction, String body) throws Exception {
        String token = interaction.path("token").asText();
        send("PATCH", "webhooks/100/" + token + "/messages/@original", body);
    }

    private static ObjectNode slash() {
        return Incoming.slash("cost", Map.of("model", "gpt-4o"));
    }

    @Test
    void givesAnAttachmentByItsSignedAddressAndFindsATokenThere() throws Exception {
        String url = discord.attachments()
                .attach(discord.fileServer(), "a.jsonl", new byte[] {'x'}, Attachments.Behaviour.SENT)
                .path("url")
                .asText();

        assertThat(client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("x");
        assertThat(client.send(
                                HttpRequest.newBuilder(URI.create(url.replaceFirst("\\?.*", "")))
                                        .header("Authorization", "Bot " + FakeDiscord.TOKEN)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(discord.faults()).containsExactly("the file server was sent a token");
    }

    @Test
    void findsAnInteractionThatIsNeverAnswered() {
        begun(slash());
        discord.finish();

        assertThat(discord.faults()).singleElement().asString().startsWith("never answered");
    }

    @Test
    void findsADeferralThatIsNeverAnswered() throws Exception {
        ObjectNode answered = begun(slash());
        callback(answered, 5, "{}");
        original(answered, TEXT);
        callback(begun(slash()), 5, "{}");
        discord.finish();

        assertThat(discord.faults()).singleElement().asString().startsWith("deferred and never answered");
    }

    @Test
    void findsNoFaultInAnInteractionWhoseAnswerItRefused() throws Exception {
        discord.next(FakeDiscord.Kind.CALLBACK, 500, Map.of(), "{}");
        callback(begun(slash()), 4, TEXT);
        discord.finish();

        assertThat(discord.faults()).isEmpty();
    }

    @Requirement("discord-12")
    @Test
    void looksAlsoAtWhatItWasToldToRefuse() throws Exception {
        discord.next(FakeDiscord.Kind.POST, 500, Map.of(), "{}");
        send("POST", "channels/300/messages", "{\"content\":\"a\"}");

        assertThat(discord.faults()).singleElement().asString().startsWith("allowed_mentions");
    }

    @Test
    void findsAMessageThatLosesItsFlag() throws Exception {
        JsonNode posted = send("POST", "channels/300/messages", V2);
        send("PATCH", "channels/300/messages/" + posted.path("id").asText(), TEXT);

        assertThat(discord.faults()).singleElement().asString().startsWith("drops the flag");
    }

    @Test
    void findsAnAnswerThatLosesItsFlag() throws Exception {
        ObjectNode pressed = begun(Incoming.press("v1|say|0|=help", Incoming.answer("400", false, Bodies.read(V2))));
        callback(pressed, 7, TEXT);
        assertThat(discord.faults()).singleElement().asString().startsWith("drops the flag");

        discord.faults().clear();
        ObjectNode deferred = begun(Incoming.press("v1|say|0|=help", Incoming.answer("400", false, Bodies.read(V2))));
        callback(deferred, 6, "{}");
        original(deferred, TEXT);
        assertThat(discord.faults()).singleElement().asString().startsWith("drops the flag");

        discord.faults().clear();
        ObjectNode another = begun(Incoming.press("v1|say|0|=help", Incoming.answer("400", false, Bodies.read(V2))));
        callback(another, 5, "{}");
        original(another, TEXT);
        assertThat(discord.faults()).as("a message of its own").isEmpty();
    }

    @Test
    void holdsAttachmentsAgainstWhatIsShown() throws Exception {
        String picture = "{\"flags\":32768,\"components\":[{\"type\":12,\"items\":[{\"description\":\"a\","
                + "\"media\":{\"url\":\"attachment://a.png\"}}]},{\"type\":10,\"content\":\"a\"}]," + NOBODY;
        send("POST", "channels/300/messages", picture + "}");
        send(
                "POST",
                "channels/300/messages",
                V2.replace("{\"flags", "{\"attachments\":[{\"filename\":\"b\"}],\"flags"));
        assertThat(discord.faults()).hasSize(2).allMatch(fault -> fault.startsWith("attached is"));

        discord.faults().clear();
        send("POST", "channels/300/messages", picture + ",\"attachments\":[{\"filename\":\"a.png\"}]}");
        assertThat(discord.faults()).isEmpty();
    }

    @Test
    void holdsCallbacksAgainstWhatTheyAnswer() throws Exception {
        ObjectNode form =
                Incoming.submit("v1|form|0|=cost", Map.of(), Incoming.answer("400", false, Bodies.read("{}")));
        callback(
                begun(form),
                9,
                "{\"title\":\"a\",\"custom_id\":\"a\",\"components\":[{\"type\":18,\"label\":\"a\",\"component\":{\"type\":4}}]}");
        callback(begun(slash()), 8, "{}");
        callback(begun(slash()), 7, TEXT);
        callback(begun(Incoming.typing("cost", "model", "g")), 4, TEXT);

        assertThat(discord.faults())
                .hasSize(4)
                .allMatch(fault -> fault.matches("broken: callback \\d to interaction \\d.*"));
    }

    @Test
    void findsAChoiceThatIsOfferedTwice() throws Exception {
        String twice = "{\"choices\":[{\"name\":\"a\",\"value\":\"%s\"},{\"name\":\"b\",\"value\":\"c\"}]}";
        callback(begun(Incoming.typing("cost", "model", "g")), 8, twice.formatted("a"));
        assertThat(discord.faults()).isEmpty();

        callback(begun(Incoming.typing("cost", "model", "g")), 8, twice.formatted("c"));
        assertThat(discord.faults()).singleElement().asString().startsWith("broken: two choices");
    }

    @Test
    void makesOneMessageOfANonce() throws Exception {
        String body = "{\"nonce\":\"1\",\"enforce_nonce\":true," + TEXT.substring(1);
        JsonNode first = send("POST", "channels/300/messages", body);
        JsonNode second = send("POST", "channels/300/messages", body);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(discord.messages()).isEqualTo(1);
        send("POST", "channels/300/messages", body.replace("\"1\"", "\"2\""));
        assertThat(discord.messages()).isEqualTo(2);
    }

    @Test
    void looksAtTheNamesOfAMenusCommand() throws Exception {
        String command = "[{\"type\":3,\"name\":\"%s\",\"name_localizations\":{\"de\":\"%s\"},"
                + "\"contexts\":[0,1,2],\"integration_types\":[0,1]}]";
        send("PUT", "applications/100/commands", command.formatted("Estimate cost", "Kosten schätzen"));
        assertThat(discord.faults()).isEmpty();

        send("PUT", "applications/100/commands", command.formatted("Estimate cost", "K".repeat(33)));
        assertThat(discord.faults()).singleElement().asString().startsWith("a name");
    }
}
