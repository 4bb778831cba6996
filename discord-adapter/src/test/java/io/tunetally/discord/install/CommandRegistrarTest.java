package io.tunetally.discord.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.bot.CommandSpec;
import io.tunetally.discord.BesideFakeDiscord;
import io.tunetally.discord.DiscordGoldenTest;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** The commands as they are registered. */
@Requirement("discord-24")
class CommandRegistrarTest extends BesideFakeDiscord {
    private static final String EVERYWHERE = "/applications/100/commands";
    private static final String IN_GUILD = "/applications/100/guilds/200/commands";
    private static final Changes DEVELOPMENT = Changes.settings(Map.of("DISCORD_DEV_GUILD", Incoming.GUILD));

    private void startAndStop(Changes changes) throws Exception {
        new RunningDiscord(discord, folder, changes).close();
    }

    @Test
    void registersOnceAndNotAgainWhereNothingDiffers() throws Exception {
        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);

        startAndStop(Changes.NONE);
        assertThat(discord.waiting(Kind.REGISTRATION)).isZero();
    }

    @Requirement("discord-25")
    @Test
    void registersEveryCommandOfTheBotInEveryPlaceAndLanguage() throws Exception {
        startAndStop(Changes.NONE);

        JsonNode commands = discord.take(Kind.REGISTRATION).body();
        JsonNode finetune = named(commands, "finetune");
        List<String> verbs = DiscordGoldenTest.bot().commands().stream()
                .map(CommandSpec::verb)
                .toList();
        assertThat(finetune.path("options"))
                .extracting(command -> command.path("name").asText())
                .containsExactlyElementsOf(
                        Stream.of(List.of("ask", "dataset"), verbs, List.of("export-me", "forget-me"))
                                .flatMap(List::stream)
                                .toList());
        assertThat(named(commands, "Estimate cost").path("name_localizations")).hasSize(5);
        for (JsonNode command : finetune.path("options")) {
            assertThat(command.path("name_localizations"))
                    .as(command.path("name").asText())
                    .hasSize(5);
            assertThat(command.path("description_localizations"))
                    .as(command.path("name").asText())
                    .hasSize(5);
            for (JsonNode option : command.path("options")) {
                assertThat(option.path("description_localizations"))
                        .as(option.toString())
                        .hasSize(5);
            }
        }
        JsonNode cost = named(finetune.path("options"), "cost");
        assertThat(named(cost.path("options"), "model").path("required").asBoolean())
                .isTrue();
        assertThat(named(cost.path("options"), "model").path("autocomplete").asBoolean())
                .isTrue();
        assertThat(named(cost.path("options"), "examples").path("type").asInt()).isEqualTo(4);
        assertThat(named(cost.path("options"), "method").path("choices")).hasSize(2);
        assertThat(cost.path("name_localizations").path("de").asText()).isEqualTo("kosten");
    }

    @Requirement("discord-35")
    @Test
    void leavesTheDefaultsOfAServerToItsManagers() throws Exception {
        startAndStop(Changes.NONE);

        JsonNode defaults = named(discord.take(Kind.REGISTRATION).body(), "finetune-defaults");
        assertThat(defaults.path("default_member_permissions").asText())
                .isEqualTo(Permission.MANAGE_SERVER.getRawValue() + "");
        assertThat(defaults.path("contexts")).extracting(JsonNode::asInt).containsExactly(0);
        assertThat(defaults.path("integration_types"))
                .extracting(JsonNode::asInt)
                .containsExactly(0);
        assertThat(defaults.path("description_localizations")).hasSize(5);
        assertThat(defaults.path("options"))
                .hasSize(10)
                .allMatch(option -> !option.path("required").asBoolean())
                .allMatch(option -> option.path("description_localizations").size() == 5);
    }

    @Test
    void registersInTheServerForDevelopmentAloneAndTakesItsCopiesAwayLater() throws Exception {
        startAndStop(DEVELOPMENT);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(IN_GUILD);
        startAndStop(DEVELOPMENT);
        assertThat(discord.waiting(Kind.REGISTRATION)).isZero();

        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);
        Call emptied = discord.take(Kind.REGISTRATION);
        assertThat(emptied.path()).isEqualTo(IN_GUILD);
        assertThat(emptied.body()).isEmpty();

        startAndStop(Changes.NONE);
        assertThat(discord.waiting(Kind.REGISTRATION)).isZero();
    }

    private static String commandsIn(String server) {
        return "/applications/100/guilds/" + server + "/commands";
    }

    private static Changes development(String server) {
        return Changes.settings(Map.of("DISCORD_DEV_GUILD", server));
    }

    private void assertEmptied(String server) throws Exception {
        Call emptied = discord.take(Kind.REGISTRATION);
        assertThat(emptied.path()).isEqualTo(commandsIn(server));
        assertThat(emptied.body()).isEmpty();
    }

    @Test
    void registersInAServerOfAnotherShard() throws Exception {
        discord.close();
        discord = new FakeDiscord(
                shard -> List.of(Incoming.guild(shard == 0 ? Incoming.GUILD : "201", Incoming.USUAL_PERMISSIONS)));
        discord.recommendShards(2);
        startAndStop(development("201"));
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(commandsIn("201"));

        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);
        assertEmptied("201");
    }

    @Test
    void takesCopiesAwayAlsoFromAServerInAnOutage() throws Exception {
        ObjectNode server = Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS);
        discord.close();
        discord = new FakeDiscord(_ -> List.of(server));
        startAndStop(DEVELOPMENT);
        discord.take(Kind.REGISTRATION);
        server.put("unavailable", true);

        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);
        assertEmptied(Incoming.GUILD);
    }

    @Test
    void remembersCopiesThatItCouldNotTakeAway() throws Exception {
        startAndStop(DEVELOPMENT);
        discord.take(Kind.REGISTRATION);
        discord.breakCommandsOf(Incoming.GUILD, true);
        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);
        discord.breakCommandsOf(Incoming.GUILD, false);

        startAndStop(Changes.NONE);
        assertEmptied(Incoming.GUILD);
    }

    @Test
    void takesCopiesAwayThatWereRegisteredWithAnotherDatabase() throws Exception {
        startAndStop(DEVELOPMENT);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(IN_GUILD);
        String other = "jdbc:sqlite:" + folder.resolve("other.db");
        startAndStop(Changes.settings(Map.of("TUNETALLY_DB", other, "DISCORD_DEV_GUILD", Incoming.GUILD)));
        assertThat(discord.waiting(Kind.REGISTRATION)).isZero();

        startAndStop(Changes.settings(Map.of("TUNETALLY_DB", other)));
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);
        assertEmptied(Incoming.GUILD);
    }

    @Test
    void takesCopiesAwayFromEveryFormerServerForDevelopment() throws Exception {
        discord.close();
        discord = new FakeDiscord(_ -> List.of(
                Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS),
                Incoming.guild("201", Incoming.USUAL_PERMISSIONS)));
        startAndStop(DEVELOPMENT);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(IN_GUILD);
        startAndStop(development("201"));
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(commandsIn("201"));
        assertEmptied(Incoming.GUILD);
        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);
        assertEmptied("201");
    }

    @Test
    void namesAServerForDevelopmentThatItIsNotIn() throws Exception {
        try (WrittenLog log = new WrittenLog()) {
            startAndStop(development("999"));
            assertThat(log.messages())
                    .anyMatch(line -> line.contains("DISCORD_DEV_GUILD: the bot is in no server 999"));
        }
        assertThat(discord.waiting(Kind.REGISTRATION)).isZero();
    }

    @Test
    void leavesTheServersOfAnotherApplicationToIt() throws Exception {
        startAndStop(DEVELOPMENT);
        discord.take(Kind.REGISTRATION);
        discord.gateway().application("101");
        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo("/applications/101/commands");
        assertThat(discord.waiting(Kind.REGISTRATION)).isZero();
        discord.gateway().application("100");

        startAndStop(Changes.NONE);
        assertThat(discord.take(Kind.REGISTRATION).path()).isEqualTo(EVERYWHERE);
        assertEmptied(Incoming.GUILD);
    }

    @Test
    void answersMentionsAlsoWhereDiscordDoesNotTakeItsCommands() throws Exception {
        discord.next(
                Kind.REGISTRATION,
                400,
                Map.of(),
                "{\"message\":\"Max number of daily application command creates has been reached (200)\",\"code\":30034}");
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                    .contains("$37.50");
        }
    }

    @Test
    void answersMentionsAlsoWhereTheStoreDoesNotSayWhereCommandsAre() throws Exception {
        startAndStop(Changes.NONE);
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
                Statement statement = store.createStatement()) {
            statement.execute("ALTER TABLE installation RENAME TO elsewhere");
        }
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                    .contains("$37.50");
        }
    }

    private static JsonNode named(JsonNode all, String name) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
