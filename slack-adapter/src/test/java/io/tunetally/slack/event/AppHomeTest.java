package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import io.tunetally.storage.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("slack-27a")
class AppHomeTest {
    private final TestStore store = new TestStore(Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsHelpDefaultsPricesAndPrivacyWhenItIsOpened(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.homeOpened("Ev0", "messages"));
            running.event(Incoming.homeOpened("Ev1", "home"));
            JsonObject home = running.slack().home();

            assertThat(LimitsCheck.ofHome(home).visible())
                    .contains(
                            "Hello, I say what fine-tuning an AI model will cost",
                            "/finetune cost gpt-4o 1k examples",
                            "`cost 1k examples 3 epochs llama 8b lora`",
                            "Your team's defaults",
                            "*Guide prices*",
                            "*Published prices*",
                            " days ago)",
                            "Privacy",
                            "Delete my data")
                    .doesNotContain("Your recent estimates");
            assertThat(home.get("private_metadata").getAsString()).isEqualTo("D1");
            assertThat(running.slack().homesWaiting()).isZero();
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersItsButtonsAsADirectMessageThatGoesOn(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(Incoming.pressOnHome("command:0", "cost gpt-4o 1000 examples"));
            FakeSlack.Call answer = running.slack().post();
            running.event(Incoming.directMessage("Ev1", "what about 5 epochs"));

            assertThat(answer.get("channel")).isEqualTo("D1");
            assertThat(answer.get("text")).contains("$37.50");
            assertThat(running.slack().post().get("text")).contains("$62.50");
        }
    }

    @Test
    void showsWhatThePersonAskedLately() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.command("cost gpt-4o 1k examples");
            assertThat(store.memory().settle(Duration.ofSeconds(5))).isTrue();
            running.event(Incoming.homeOpened("Ev1", "home"));

            assertThat(LimitsCheck.ofHome(running.slack().home()).visible())
                    .contains("Your recent estimates", "`cost gpt-4o 1000 examples`");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void changesTheTeamsDefaultsByAForm(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            assertThat(running.interaction(Incoming.defaults(Map.of("epochs", "5", "model", "gpt-4o"))))
                    .isEqualTo(new JsonObject());
            assertThat(LimitsCheck.ofHome(running.slack().home()).visible()).contains("*Epochs*\n5", "*Model*\ngpt-4o");
            assertThat(LimitsCheck.of(running.command("cost 1k examples")).visible())
                    .contains("$62.50", "5 epochs (team default)");

            running.interaction(Incoming.pressOnHome("defaults", "defaults"));
            JsonObject form =
                    JsonParser.parseString(running.slack().post().get("view")).getAsJsonObject();
            assertThat(form.toString()).contains("\"initial_value\":\"5\"", "\"initial_value\":\"gpt-4o\"");

            running.interaction(Incoming.defaults(Map.of()));
            assertThat(LimitsCheck.ofHome(running.slack().home()).visible()).contains("are not set");
            assertThat(store.storage().archive().counts().of(Kind.TEAM_DEFAULTS))
                    .isZero();
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @Requirement("slack-15")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysSoWhereTheFormOfDefaultsDidNotOpenInTime(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("views.open", 200, Map.of(), "{\"ok\":false,\"error\":\"expired_trigger_id\"}");
            running.interaction(Incoming.pressOnHome("defaults", "defaults"));
            FakeSlack.Call refused = slack.post();
            store.gate().hang();
            running.interaction(Incoming.pressOnHome("defaults", "defaults"));
            FakeSlack.Call slow = slack.post();
            store.gate().goOn();

            for (FakeSlack.Call told : List.of(refused, slow)) {
                assertThat(told.method() + " " + told.get("channel")).isEqualTo("chat.postMessage D1");
                assertThat(told.get("text")).contains("did not open in time");
            }
        }
    }

    @Test
    void namesTheFieldOfADefaultThatIsWrong() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            JsonObject number = running.interaction(Incoming.defaults(Map.of("epochs", "many", "months", "6")));
            JsonObject ambiguous = running.interaction(Incoming.defaults(Map.of("examples", "1.000", "months", "6")));
            JsonObject model = running.interaction(Incoming.defaults(Map.of("model", "blorft", "months", "6")));
            JsonObject provider = running.interaction(Incoming.defaults(Map.of("provider", "nowhere", "months", "6")));

            assertThat(number.getAsJsonObject("errors").keySet()).containsExactly("epochs");
            assertThat(ambiguous.getAsJsonObject("errors").keySet()).containsExactly("examples");
            assertThat(model.getAsJsonObject("errors").keySet()).containsExactly("model");
            assertThat(provider.getAsJsonObject("errors").keySet()).containsExactly("provider");
            assertThat(store.storage().archive().counts().of(Kind.TEAM_DEFAULTS))
                    .isZero();
        }
    }

    @Requirement("slack-34")
    @ParameterizedTest
    @ValueSource(strings = {"forget me", "Forget-me!", "delete my data", "`forget me`", "*forget me*.", "_forget me_"})
    void forgetsAPersonWhoAsksForIt(String words) throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.command("cost gpt-4o 1k examples");

            assertThat(running.answer(words)).contains("Deleted", "5 entries");
            assertThat(store.storage().archive().counts().of(Kind.CONVERSATIONS))
                    .isZero();
            assertThat(running.answer("forget me")).contains("Nothing was stored");
        }
    }

    @Test
    void forgetsAPersonWhoPressesTheButtonAndShowsSo() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            running.command("cost gpt-4o 1k examples");
            running.interaction(Incoming.pressOnHome("command:9", "forget me"));

            assertThat(running.slack().post().get("text")).contains("Deleted");
            assertThat(LimitsCheck.ofHome(running.slack().home()).visible()).doesNotContain("recent estimates");
        }
    }

    @Requirement("slack-34")
    @Test
    void saysWhatIsStored() throws Exception {
        try (RunningSlack running = start(Mode.HTTP)) {
            running.event(Incoming.mention("Ev1", "privacy", "1700000000.000001"));

            assertThat(running.slack().post().get("text"))
                    .contains("What is stored", "forget me", "forget me\" deletes");
        }
    }

    private RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, store.bot(), store);
    }
}
