package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.storage.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The permission to change what a server assumes, in a server with a role that manages it and one that does not. */
@Requirement("discord-35")
class DefaultsPermissionTest {
    private static final String MANAGERS = "210";
    private static final String WRITERS = "211";
    private static final String BOB = "401";
    private static final String CHANGE = "defaults set 5 epochs";
    private static final String REFUSAL = "Only admins change what the whole team assumes";

    @TempDir
    private Path folder;

    private FakeDiscord discord;
    private RunningDiscord running;

    @BeforeEach
    void start() throws Exception {
        discord = new FakeDiscord(_ -> List.of(server()));
        running = new RunningDiscord(discord, folder);
    }

    @AfterEach
    void stop() {
        running.close();
        discord.close();
    }

    private static ObjectNode server() {
        ObjectNode server = Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS);
        server.withArray("roles")
                .add(Incoming.role(MANAGERS, "managers", Permission.MANAGE_SERVER.getRawValue()))
                .add(Incoming.role(WRITERS, "writers", Permission.MANAGE_CHANNEL.getRawValue()));
        return server;
    }

    private String say(String person, String text) throws Exception {
        ObjectNode message = Incoming.inGuild(Incoming.THREAD, "<@100> " + text);
        message.set("author", Incoming.user(person, "name of " + person));
        return running.say(message).text();
    }

    private long stored() {
        return running.storage().archive().counts().of(Kind.TEAM_DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, "discount together 15%", "price set gpt-4o training 20", "currency eur 0.92"})
    void refusesAMemberWhoDoesNotManageTheServer(String change) throws Exception {
        discord.join(BOB, WRITERS);

        assertThat(say(BOB, change)).contains(REFUSAL);
        assertThat(stored()).isZero();
        assertThat(say(BOB, "price list local")).contains("no prices of its own");
    }

    @Test
    void letsAMemberChangeThemWhoManagesTheServer() throws Exception {
        discord.join(BOB, WRITERS, MANAGERS);

        assertThat(say(BOB, CHANGE)).contains("The team assumes 5 epochs");
        assertThat(stored()).isEqualTo(1);
        assertThat(say(BOB, "discount together 15%")).contains("15 % off every price of Together AI");
    }

    @Test
    void letsTheOwnerChangeThemWithoutARole() throws Exception {
        discord.join(Incoming.USER);

        assertThat(say(Incoming.USER, CHANGE)).contains("The team assumes 5 epochs");
    }

    /** A role can be taken away between two messages. */
    @Test
    void asksDiscordForTheRolesOfEachMessage() throws Exception {
        discord.join(BOB, MANAGERS);
        assertThat(say(BOB, CHANGE)).contains("The team assumes 5 epochs");
        discord.join(BOB, WRITERS);

        assertThat(say(BOB, "defaults reset")).contains(REFUSAL);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void refusesAPersonWhoHasLeftTheServer() throws Exception {
        assertThat(say(BOB, CHANGE)).contains(REFUSAL);
    }

    @Test
    void refusesWhereDiscordDoesNotSay() throws Exception {
        discord.join(BOB, MANAGERS);
        discord.next(FakeDiscord.Kind.OTHER, 500, Map.of(), "{\"message\":\"500\",\"code\":0}");

        assertThat(say(BOB, CHANGE)).contains(REFUSAL);
        assertThat(say(BOB, CHANGE)).as("asked again the next time").contains("The team assumes 5 epochs");
    }

    /** Outside of servers a person's assumptions are the person's own. */
    @Test
    void needsNoPermissionInADirectMessage() throws Exception {
        assertThat(running.say(Incoming.direct(CHANGE)).text()).contains("The team assumes 5 epochs");
    }
}
