package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer shared while Discord fails is posted once, or its user is told and can press again. */
@Requirement("discord-18")
class SharingTest {
    private static final int EPHEMERAL = 64;

    @TempDir
    private Path folder;

    private FakeDiscord discord;
    private RunningDiscord running;
    private ObjectNode own;
    private String share;

    @BeforeEach
    void start() throws Exception {
        discord = new FakeDiscord();
        running = new RunningDiscord(discord, folder);
        JsonNode sent = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o", "private", true)))
                .message();
        own = Incoming.answer(Incoming.USER, true, sent);
        share = RunningDiscord.button(sent, "Share");
    }

    @AfterEach
    void stop() {
        running.close();
        discord.close();
        assertThat(discord.faults()).isEmpty();
    }

    @Test
    void sharesWhereTheAcknowledgementFailsAtFirst() throws Exception {
        discord.next(Kind.CALLBACK, 500, Map.of(), "{}");
        discord.interact(Incoming.press(share, own));

        assertThat(discord.take(Kind.CALLBACK).body().path("type").asInt()).isEqualTo(6);
        assertThat(discord.take(Kind.CALLBACK).body().path("type").asInt()).isEqualTo(6);
        assertShared();
    }

    @Test
    void sharesOnceWhereTheButtonCannotBeTakenAwayAtFirst() throws Exception {
        discord.next(Kind.ORIGINAL, 500, Map.of(), "{}");
        discord.interact(Incoming.press(share, own));

        discord.take(Kind.ORIGINAL);
        assertShared();
    }

    @Test
    void saysThatItCouldNotBeSharedAndDoesSoAtTheNextPress() throws Exception {
        discord.next(Kind.FOLLOWUP, 500, Map.of(), "{}");
        discord.interact(Incoming.press(share, own));
        discord.take(Kind.FOLLOWUP);
        Call notice = discord.take(Kind.FOLLOWUP);

        assertThat(notice.body().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(notice.text()).contains("could not be shared");
        assertThat(discord.waiting(Kind.ORIGINAL)).as("the button stays").isZero();

        discord.interact(Incoming.press(share, own));
        assertShared();
    }

    /** It may have arrived. */
    @Test
    void sendsItOnceWhereTheConnectionBreaksAndSaysThatItMayHaveBeenShared() throws Exception {
        running.expectTrouble("I/O error");
        discord.cut(Kind.FOLLOWUP);
        discord.interact(Incoming.press(share, own));
        assertThat(discord.take(Kind.FOLLOWUP).body().path("flags").asInt() & EPHEMERAL)
                .isZero();
        Call notice = discord.take(Kind.FOLLOWUP);

        assertThat(notice.body().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(notice.text()).contains("did not say whether it was shared");
    }

    @Test
    void sharesPlainerWhereDiscordRefusesAForm() throws Exception {
        discord.next(Kind.FOLLOWUP, 400, Map.of(), "{\"message\":\"Invalid Form Body\",\"code\":50035}");
        discord.interact(Incoming.press(share, own));

        discord.take(Kind.FOLLOWUP);
        assertShared();
        discord.take(Kind.CALLBACK);
        assertThat(discord.waiting(Kind.CALLBACK)).as("one callback only").isZero();
    }

    /** Discord takes five follow-ups there. */
    @Requirement("discord-8")
    @Test
    void sharesAtTheSecondPressWhereOnlyThePersonInstalledIt() throws Exception {
        discord.next(Kind.FOLLOWUP, 500, Map.of(), "{}");
        discord.interact(Incoming.inGuild(Incoming.press(share, own), "201", "2011", "1"));
        discord.take(Kind.FOLLOWUP);
        assertThat(discord.take(Kind.FOLLOWUP).text()).contains("could not be shared");

        discord.interact(Incoming.inGuild(Incoming.press(share, own), "201", "2011", "1"));
        assertShared();
    }

    @Test
    void saysWhoSharedItAlsoOnceItIsChanged() throws Exception {
        discord.interact(Incoming.press(share, own));
        discord.take(Kind.CALLBACK);
        JsonNode shared = discord.take(Kind.FOLLOWUP).message();

        discord.interact(Incoming.press(
                RunningDiscord.button(shared, "With 1 epoch"), Incoming.answer(Incoming.USER, false, shared)));

        Call changed = discord.take(Kind.CALLBACK);
        assertThat(changed.body().path("type").asInt()).isEqualTo(7);
        assertThat(changed.text()).contains("1 epoch", "-# Shared by ada").doesNotContain("$37.50");
    }

    /** The button stays where it cannot be taken away; another process knows by the store alone that it was pressed. */
    @Requirement("discord-27c")
    @Test
    void sharesOnceWhicheverProcessIsToldOfThePress() throws Exception {
        String gone = "{\"message\":\"Unknown Message\",\"code\":10008}";
        discord.next(Kind.ORIGINAL, 404, Map.of(), gone);
        discord.interact(Incoming.press(share, own));
        assertThat(discord.take(Kind.FOLLOWUP).text()).contains("-# Shared by ada");
        discord.take(Kind.ORIGINAL);
        running.close();

        running = new RunningDiscord(discord, folder);
        discord.interact(Incoming.press(share, own));
        Call told = discord.take(Kind.FOLLOWUP);
        assertThat(told.body().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(told.text()).contains("has been shared");
    }

    /** It is the same message with another answer. */
    @Test
    void sharesAlsoTheAnswerThatTookThePlaceOfASharedOne() throws Exception {
        String other = RunningDiscord.button(own, "With 1 epoch");
        discord.interact(Incoming.press(share, own));
        assertShared();
        discord.take(Kind.CALLBACK);

        Call changed = running.interact(Incoming.press(other, own));
        assertThat(changed.text()).contains("$12.50", "Share\n");
        discord.interact(Incoming.press(RunningDiscord.button(changed.message(), "Share"), own));
        discord.take(Kind.CALLBACK);
        Call shared = discord.take(Kind.FOLLOWUP);
        assertThat(shared.body().path("flags").asInt() & EPHEMERAL).isZero();
        assertThat(shared.text()).contains("$12.50", "-# Shared by ada");
    }

    private void assertShared() throws Exception {
        Call shared = discord.take(Kind.FOLLOWUP);
        assertThat(shared.body().path("flags").asInt() & EPHEMERAL).isZero();
        assertThat(shared.text()).contains("$37.50", "-# Shared by ada");
        assertThat(discord.take(Kind.ORIGINAL).text()).contains("$37.50").doesNotContain("Share\n");

        running.say(Incoming.direct("help"));
        assertThat(discord.waiting(Kind.FOLLOWUP)).isZero();
    }
}
