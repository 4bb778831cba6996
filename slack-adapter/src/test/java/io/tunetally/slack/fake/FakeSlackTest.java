package io.tunetally.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fake that would let anything pass proves nothing: each of its rules, broken. */
class FakeSlackTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeSlack slack = fake();

    private static FakeSlack fake() {
        try {
            return new FakeSlack();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @AfterEach
    void close() {
        slack.close();
        http.close();
    }

    @Test
    void opensOneFormForATrigger() throws Exception {
        String trigger = FakeTriggers.issue();

        assertThat(open(trigger, form())).contains("\"ok\":true");
        assertThat(open(trigger, form())).contains("exchanged_trigger_id");
        slack.provoked("a form was not opened: exchanged_trigger_id");
        assertThat(slack.faults()).isEmpty();
    }

    @Test
    void opensNoFormForATriggerOfMoreThanThreeSeconds() throws Exception {
        assertThat(open(FakeTriggers.issuedBefore(Duration.ofMillis(3_001)), form()))
                .contains("expired_trigger_id");
        assertThat(open("made up", form())).contains("invalid_trigger_id");
        assertThat(slack.faults()).hasSize(2);
    }

    @Test
    void givesAFileToTheTokenOfABotWithTheScopeOnly() throws Exception {
        String url = slack.fileUrl("F1");
        slack.shared().share(url, "F1", "a.jsonl", "{}".getBytes(StandardCharsets.UTF_8), SharedFiles.Behaviour.SENT);

        assertThat(file(url, "Bearer " + FakeSlack.BOT_TOKEN).body()).contains("Sign in");
        slack.scopes().grantFiles();
        assertThat(file(url, "Bearer " + FakeSlack.BOT_TOKEN).body()).isEqualTo("{}");
        assertThat(slack.faults()).isEmpty();
        assertThat(file(url, "Bearer xoxb-other").statusCode()).isEqualTo(200);
        slack.provoked("a file was asked for without the token of a bot: Bearer xoxb-other");
    }

    private HttpResponse<String> file(String url, String authorization) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", authorization)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void takesAResponseAddressForHalfAnHourAndFiveTimes() throws Exception {
        String old = slack.responseUrl();
        slack.pass(Duration.ofMinutes(31));
        String fresh = slack.responseUrl();

        assertThat(post(old, "{\"text\":\"late\"}").body()).contains("expired_url");
        for (int use = 0; use < 5; use++) {
            assertThat(post(fresh, "{\"text\":\"in time\"}").statusCode()).isEqualTo(200);
        }
        assertThat(post(fresh, "{\"text\":\"once more\"}").body()).contains("used_url");
        assertThat(post(fresh.replaceAll("[0-9]+$", "99"), "{\"text\":\"made up\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "title, 25",
        "submit, 25",
        "close, 25",
        "label, 2001",
        "hint, 2001",
        "placeholder, 151",
        "option, 76",
        "description, 76",
        "value, 151",
        "private_metadata, 3001",
        "callback_id, 256",
        "block_id, 256",
        "action_id, 256"
    })
    void refusesAFormWithATextThatIsTooLong(String what, int length) {
        JsonObject form = form();
        assertThat(ModalCheck.faultsOf(form)).isEmpty();
        JsonObject block = form.getAsJsonArray("blocks").get(0).getAsJsonObject();
        JsonObject element = block.getAsJsonObject("element");
        JsonObject option = element.getAsJsonArray("options").get(0).getAsJsonObject();
        String text = "x".repeat(length);
        switch (what) {
            case "title", "submit", "close" -> form.getAsJsonObject(what).addProperty("text", text);
            case "label", "hint" -> block.getAsJsonObject(what).addProperty("text", text);
            case "placeholder" -> element.getAsJsonObject(what).addProperty("text", text);
            case "option" -> option.getAsJsonObject("text").addProperty("text", text);
            case "description" -> option.getAsJsonObject(what).addProperty("text", text);
            case "value" -> option.addProperty(what, text);
            case "block_id" -> block.addProperty(what, text);
            case "action_id" -> element.addProperty(what, text);
            default -> form.addProperty(what, text);
        }

        assertThat(ModalCheck.faultsOf(form)).containsExactly(what + ": " + length + " is not 1 to " + (length - 1));
    }

    @Test
    void refusesAFormWithTooManyOptionsOrABlockTwice() {
        JsonObject form = form();
        JsonObject block = form.getAsJsonArray("blocks").get(0).getAsJsonObject();
        form.getAsJsonArray("blocks").add(block.deepCopy());
        JsonArray options = block.getAsJsonObject("element").getAsJsonArray("options");
        IntStream.range(0, 100).forEach(_ -> options.add(options.get(0).deepCopy()));

        assertThat(ModalCheck.faultsOf(form)).containsExactly("options: 101 is not 1 to 100", "twice: \"b\"");
    }

    @Test
    void findsFaultWithAnAcknowledgementOfWhatIsNoForm() {
        slack.acknowledgements().checkInteraction(Incoming.globalShortcut(), json("{\"text\":\"hello\"}"));

        assertThat(slack.faults())
                .singleElement()
                .asString()
                .startsWith("an acknowledgement has a body without a reader");
    }

    @Test
    void findsFaultWithTheErrorOfAFieldThatIsNotThere() {
        JsonObject submission = Incoming.submission("gpt-4o", "1000");
        slack.acknowledgements()
                .checkInteraction(submission, json("{\"response_action\":\"errors\",\"errors\":{\"model\":\"?\"}}"));
        assertThat(slack.faults()).isEmpty();

        slack.acknowledgements()
                .checkInteraction(submission, json("{\"response_action\":\"errors\",\"errors\":{\"colour\":\"?\"}}"));

        assertThat(slack.faults())
                .singleElement()
                .asString()
                .startsWith("errors of fields that the form does not have");
    }

    @Test
    void findsFaultWithAFormInAnAcknowledgementThatIsTooLong() {
        JsonObject answer = json("{\"response_action\":\"update\"}");
        JsonObject form = form();
        form.getAsJsonObject("title").addProperty("text", "x".repeat(25));
        answer.add("view", form);

        slack.acknowledgements().checkInteraction(Incoming.submission("gpt-4o", "1000"), answer);
        slack.acknowledgements()
                .checkInteraction(Incoming.submission("gpt-4o", "1000"), json("{\"response_action\":\"dance\"}"));

        assertThat(slack.faults()).hasSize(2).first().asString().startsWith("title: 25");
    }

    @Test
    void findsFaultWithATableInAnAcknowledgement() {
        slack.acknowledgements().checkAcknowledgement(json("""
                {"text":"t","blocks":[{"type":"table","column_settings":[{"align":"left"}],
                 "rows":[[{"type":"raw_text","text":"a"}],[{"type":"raw_text","text":"b"}]]}]}"""));

        assertThat(slack.faults()).containsExactly("in an acknowledgement: table");
    }

    @Test
    void findsFaultWithAMessageWithoutRecipient() throws Exception {
        post(slack.apiUrl() + "chat.postEphemeral", "channel=C1&text=hello");

        assertThat(slack.faults()).singleElement().asString().startsWith("a message to one person without a recipient");
    }

    @Test
    void findsFaultWithAnAcknowledgementThatDoesNotCome() throws Exception {
        WebSocketClient deaf = new WebSocketClient(URI.create(slack.sockets().url())) {
            @Override
            public void onOpen(ServerHandshake handshake) {}

            @Override
            public void onMessage(String message) {}

            @Override
            public void onClose(int code, String reason, boolean remote) {}

            @Override
            public void onError(Exception failure) {}
        };
        deaf.connectBlocking();
        slack.sockets().opened(1);
        slack.sockets().waitFor(Duration.ofMillis(10));

        slack.sockets().deliver("slash_commands", new JsonObject());

        assertThat(slack.faults()).containsExactly("not acknowledged: slash_commands");
        deaf.closeBlocking();
    }

    private static JsonObject form() {
        return json("""
                {"type":"modal","callback_id":"f","title":{"type":"plain_text","text":"T"},
                 "submit":{"type":"plain_text","text":"S"},"close":{"type":"plain_text","text":"C"},
                 "private_metadata":"p",
                 "blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"L"},
                   "hint":{"type":"plain_text","text":"H"},
                   "element":{"type":"static_select","action_id":"a","placeholder":{"type":"plain_text","text":"P"},
                     "options":[{"text":{"type":"plain_text","text":"O"},"value":"v",
                       "description":{"type":"plain_text","text":"D"}}]}}]}""");
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private String open(String trigger, JsonObject form) throws Exception {
        return post(
                        slack.apiUrl() + "views.open",
                        "trigger_id=" + trigger.replace(" ", "+") + "&view="
                                + URLEncoder.encode(form.toString(), UTF_8))
                .body();
    }

    private HttpResponse<String> post(String address, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + FakeSlack.BOT_TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
