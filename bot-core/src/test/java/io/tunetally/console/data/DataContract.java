package io.tunetally.console.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.console.CommandRun;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Stores;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Kind;
import io.tunetally.storage.Storage;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.ThreadMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data commands, with the same behaviour on each engine. */
abstract class DataContract {
    private static final PlatformId SLACK = new PlatformId("slack");
    private static final Installations.Id BOT = new Installations.Id(SLACK, "E1", "T1", "");
    private static final String TOKEN = "xoxb-a-token";

    /** The rows that {@link #fill} writes itself; the answered question adds those of the discussion. */
    private static final long OF_EACH_KIND = 8;

    @TempDir
    Path folder;

    /** The environment of one database. */
    private Map<String, String> environment;

    /** Returns the TUNETALLY_DB of a new, empty database; empty for the default. */
    abstract String freshUrl();

    @BeforeEach
    void anEmptyDatabase() {
        environment = environment(freshUrl());
    }

    private Map<String, String> environment(String url) {
        Map<String, String> made = new HashMap<>();
        made.put("XDG_DATA_HOME", folder.toString());
        made.put("TUNETALLY_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        if (!url.isEmpty()) {
            made.put("TUNETALLY_DB", url);
        }
        return made;
    }

    private CommandRun run(String input, String... arguments) {
        return CommandRun.of(environment, input, arguments);
    }

    private void fill() {
        run("cost 1k examples 3 epochs gpt-4o\n", "chat", "--conversation", "budget");
        try (Storage storage = Stores.open(environment, Clock.systemUTC())) {
            storage.threadMemory()
                    .remember(new ConversationId(SLACK, "T1", "C1", "1"), "recommend 1000 examples", new UserId("U1"));
            storage.teamDefaults().set(new TeamDefaults.Scope(SLACK, "T1", ""), "2000 examples");
            storage.deliveries().claim(SLACK, "Ev1");
            storage.actionKeys().keep(List.of("recommend"));
            storage.installations().save(BOT, TOKEN);
            storage.oauthStates().use(SLACK, "a state");
            storage.deletion().ofUser(SLACK, new UserId("U9"));
        }
    }

    private long count(Kind kind) {
        try (Storage storage = Stores.open(environment, Clock.systemUTC())) {
            return storage.archive().counts().of(kind);
        }
    }

    @Test
    void goesOnWithANamedConversationInAnotherProcess() {
        assertThat(run("cost 1k examples 3 epochs gpt-4o\n", "chat", "--conversation", "budget")
                        .out())
                .contains("$37.50");

        CommandRun later = run("what about 5 epochs\n", "chat", "--conversation", "budget");

        assertThat(later.out()).startsWith("GPT-4o").contains("$62.50");
        assertThat(later.err()).isEmpty();
        assertThat(run("what about 5 epochs\n", "chat", "--conversation", "other")
                        .out())
                .startsWith("Start with ");
    }

    @Test
    void followsItsOwnLinesAtOnce() {
        assertThat(run("cost 1k examples 3 epochs gpt-4o\nwhat about 5 epochs\n", "chat", "--conversation", "budget")
                        .out())
                .contains("$37.50", "$62.50");
    }

    @Test
    void countsByKind() {
        fill();

        CommandRun status = run("", "data", "status");

        assertThat(status.code()).isZero();
        assertThat(status.out()).contains("2  conversations", "1  installations", "1  deletions", "schema ");
    }

    @Test
    void exportsWithoutSecretsUnlessAsked() {
        fill();

        CommandRun plain = run("", "data", "export");
        CommandRun full = run("", "data", "export", "--with-secrets");

        assertThat(plain.out())
                .contains("\"canonical\":\"cost gpt-4o 1000 examples 3 epochs\"")
                .doesNotContain(TOKEN);
        long rows = full.out().lines().count();
        assertThat(plain.err()).contains("exported " + (rows - 1) + " rows, left out 1 with secrets");
        assertThat(full.out()).contains(TOKEN);
        assertThat(rows).isGreaterThanOrEqualTo(OF_EACH_KIND);
    }

    @Test
    void importsAnExport() {
        fill();
        String exported = run("", "data", "export", "--with-secrets").out();
        environment = environment(anotherUrl());

        CommandRun read = run(exported, "data", "import");

        assertThat(read.code()).isZero();
        assertThat(read.err()).contains("imported " + exported.lines().count() + " rows");
        assertThat(run("", "data", "export", "--with-secrets").out()).isEqualTo(exported);
        try (Storage storage = Stores.open(environment, Clock.systemUTC())) {
            assertThat(storage.installations().find(BOT).orElseThrow().secret()).isEqualTo(TOKEN);
        }
    }

    @Test
    void namesTheLineThatCannotBeImported() {
        CommandRun read = run("{\"kind\":\"team-defaults\",\"platform\":\"slack\"}\n", "data", "import");

        assertThat(read.code()).isEqualTo(ExitCode.USAGE);
        assertThat(read.err()).contains("line 1: team-defaults: ").contains(" is missing");
        assertThat(run("{\"kind\":\"x\"}\n", "data", "import").err()).contains("line 1: unknown kind 'x'");
        assertThat(run("\nwords\n", "data", "import").err()).contains("line 2 is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "18446744073709551617", "1e30", "1.5"})
    void importsNoNumberThatTheDatabaseCannotHold(String number) {
        String line = "{\"kind\":\"team-defaults\",\"platform\":\"slack\",\"space\":\"T1\",\"channel\":\"\","
                + "\"canonical\":\"2000 examples\",\"changed_at\":" + number + "}\n";

        CommandRun read = run(line, "data", "import");

        assertThat(read.code()).isEqualTo(ExitCode.USAGE);
        assertThat(read.err()).startsWith("tunetally: line 1: ").contains("changed_at is not a 64-bit whole number");
        assertThat(count(Kind.TEAM_DEFAULTS)).isZero();
    }

    @Test
    void reclaimsTheSpaceOfDeletedRows() {
        Instant now = Clock.systemUTC().instant();
        try (Storage storage = Stores.open(environment, Clock.systemUTC())) {
            storage.threadMemory()
                    .remember(IntStream.range(0, 2_000)
                            .mapToObj(n -> new ThreadMemory.Memory(
                                    new ConversationId(SLACK, "T1", "C1", "thread " + n),
                                    "recommend 1000 examples ".repeat(20),
                                    new UserId("U1"),
                                    now))
                            .toList());
        }
        fill();
        assertThat(run("", "data", "delete", "--platform", "slack", "--user", "U1")
                        .code())
                .isZero();
        long before = sizeBytes();

        CommandRun compacted = run("", "data", "compact");

        assertThat(compacted.err()).matches("tunetally: removed 0 expired rows; \\d+ [KM]B, now \\d+ [KM]B\n");
        assertThat(compacted.code()).isZero();
        assertThat(sizeBytes()).isLessThan(before - 500_000);
        assertThat(run("", "data", "export").out()).contains("\"canonical\":\"cost gpt-4o 1000 examples 3 epochs\"");
    }

    private long sizeBytes() {
        try (Storage storage = Stores.open(environment, Clock.systemUTC())) {
            return storage.health().sizeBytes();
        }
    }

    @Test
    void movesEverythingAndGoesOnThere() {
        fill();
        String target = anotherUrl();
        long rows = run("", "data", "export", "--with-secrets").out().lines().count();

        CommandRun moved = run("", "data", "migrate", "--to", target);

        assertThat(moved.err()).contains("all " + rows + " rows are in ");
        assertThat(moved.code()).isZero();
        CommandRun again = run("", "data", "migrate", "--to", target);
        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("already has " + rows + " rows; nothing was copied");
        environment = environment(target);
        assertThat(run("what about 5 epochs\n", "chat", "--conversation", "budget")
                        .out())
                .contains("$62.50");
        try (Storage storage = Stores.open(environment, Clock.systemUTC())) {
            assertThat(storage.installations().find(BOT).orElseThrow().secret()).isEqualTo(TOKEN);
            assertThat(storage.deliveries().claim(SLACK, "Ev1")).isFalse();
        }
    }

    /** Returns the URL of another empty database, on any engine. */
    abstract String anotherUrl();

    @Test
    void deletesAConversationAUserAndASpace() {
        fill();

        assertThat(run("", "data", "delete", "--conversation", "budget").err()).containsPattern("deleted \\d+ rows");
        assertThat(count(Kind.CONVERSATIONS)).isEqualTo(1);
        assertThat(run("", "data", "delete", "--platform", "slack", "--user", "U1")
                        .err())
                .contains("deleted 1 rows");
        assertThat(count(Kind.CONVERSATIONS)).isZero();
        assertThat(run("", "data", "delete", "--platform", "slack", "--space", "T1")
                        .err())
                .contains("deleted 2 rows");
        assertThat(count(Kind.INSTALLATIONS)).isZero();
        assertThat(count(Kind.DELETIONS)).isEqualTo(4);
        assertThat(run("", "data", "delete").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void rotatesTheKey() {
        fill();
        String next = Base64.getEncoder()
                .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        String old = String.valueOf(environment.get("TUNETALLY_KEY"));
        environment.put("TUNETALLY_KEY", next + "," + old);

        CommandRun rotated = run("", "data", "rotate-key");

        assertThat(rotated.code()).isZero();
        assertThat(rotated.err()).contains("re-encrypted 1 secrets");
        environment.put("TUNETALLY_KEY", next);
        assertThat(run("", "data", "export", "--with-secrets").out()).contains(TOKEN);
        environment.put("TUNETALLY_KEY", old);
        CommandRun refused = run("", "data", "export", "--with-secrets");
        assertThat(refused.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(refused.err()).contains("TUNETALLY_KEY");
    }

    @Test
    void isFoundWellByTheDoctor() {
        fill();

        CommandRun doctor = run("", "doctor");

        assertThat(doctor.code()).isZero();
        assertThat(doctor.out().lines().filter(line -> line.startsWith("ok  Data: ")))
                .singleElement()
                .asString()
                .contains(" KB", "schema ", "can be written, undamaged");
    }
}
