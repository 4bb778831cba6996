package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.ANN;
import static io.tunetally.storage.jdbc.Fixture.BOB;
import static io.tunetally.storage.jdbc.Fixture.DISCORD;
import static io.tunetally.storage.jdbc.Fixture.OTHER_REQUEST;
import static io.tunetally.storage.jdbc.Fixture.REQUEST;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.MovableClock;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Kind;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine does alike. */
abstract class StorageContract {
    private static final ConversationId THREAD = thread("T1", "C1", "1700.1");
    private static final TeamDefaults.Scope CHANNEL = new TeamDefaults.Scope(SLACK, "T1", "C1");
    private static final Installations.Id BOT = new Installations.Id(SLACK, "E1", "T1", "");
    private static final String TOKEN = "xoxb-a-token-of-a-workspace";
    private static final int RIVALS = 64;

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();
    private final List<JdbcStorage> open = new ArrayList<>();
    Place place;
    JdbcStorage storage;

    /** A new, empty database; with tables, as making them takes most of a test's time. */
    abstract Place freshPlace(Path folder) throws Exception;

    @BeforeEach
    void openStorage() throws Exception {
        place = freshPlace(folder);
        storage = open();
    }

    @AfterEach
    void closeStorage() {
        open.forEach(JdbcStorage::close);
    }

    Keys keys() {
        return new Keys.InFile(folder.resolve("key"));
    }

    /** The same database once more, as another process would have it. */
    JdbcStorage open() {
        return open(keys());
    }

    JdbcStorage open(Keys keys) {
        JdbcStorage opened = JdbcStorage.open(place, keys, Lifetimes.USUAL, clock);
        open.add(opened);
        return opened;
    }

    @Test
    void remembersTheLastRequestOverARestart() {
        storage.threadMemory().remember(THREAD, REQUEST, ANN);
        storage.threadMemory().remember(THREAD, OTHER_REQUEST, ANN);
        storage.close();

        assertThat(open().threadMemory().recall(THREAD)).contains(OTHER_REQUEST);
    }

    @Test
    void keepsConversationsApart() {
        storage.threadMemory().remember(THREAD, REQUEST, ANN);

        assertThat(storage.threadMemory().recall(thread("T2", "C1", "1700.1"))).isEmpty();
        assertThat(storage.threadMemory().recall(thread("T1", "C2", "1700.1"))).isEmpty();
        assertThat(storage.threadMemory().recall(thread("T1", "C1", ""))).isEmpty();
        assertThat(storage.threadMemory().recall(new ConversationId(DISCORD, "T1", "C1", "1700.1")))
                .isEmpty();
    }

    @Test
    void keepsWhatIsNotPlainAscii() {
        ConversationId odd = thread("Tü", "C'; DROP TABLE thread_memory", "线程");
        storage.threadMemory().remember(odd, "cost \"naïve\" 模型 🙂", ANN);

        assertThat(storage.threadMemory().recall(odd)).contains("cost \"naïve\" 模型 🙂");
    }

    @Test
    void forgetsAConversationWhenItsTimeIsOver() {
        storage.threadMemory().remember(THREAD, REQUEST, ANN);

        clock.pass(Duration.ofHours(24).minusMillis(1));
        assertThat(storage.threadMemory().recall(THREAD)).contains(REQUEST);
        clock.pass(Duration.ofMillis(1));
        assertThat(storage.threadMemory().recall(THREAD)).isEmpty();
    }

    @Test
    void forgetsAConversationWhenToldTo() {
        storage.threadMemory().remember(THREAD, REQUEST, ANN);
        storage.threadMemory().forget(THREAD);

        assertThat(storage.threadMemory().recall(THREAD)).isEmpty();
    }

    @Test
    void findsTheDefaultsOfAChannelBesideItsTeams() {
        assertThat(storage.teamDefaults().find(CHANNEL).team()).isEmpty();
        storage.teamDefaults().set(CHANNEL.team(), "2000 examples");
        storage.teamDefaults().set(CHANNEL, "5 epochs");

        TeamDefaults.Found found = storage.teamDefaults().find(CHANNEL);
        assertThat(found.team()).contains("2000 examples");
        assertThat(found.channel()).contains("5 epochs");
        assertThat(storage.teamDefaults().find(CHANNEL.team()).channel()).isEmpty();

        storage.teamDefaults().clear(CHANNEL);
        assertThat(storage.teamDefaults().find(CHANNEL).channel()).isEmpty();
        assertThat(storage.teamDefaults().find(CHANNEL).team()).contains("2000 examples");
    }

    @Test
    void seesWithinSecondsWhatAnotherProcessMadeTheDefault() {
        JdbcStorage other = open();
        assertThat(other.teamDefaults().find(CHANNEL).team()).isEmpty();
        storage.teamDefaults().set(CHANNEL.team(), "2000 examples");

        clock.pass(Duration.ofSeconds(5));
        assertThat(other.teamDefaults().find(CHANNEL).team()).contains("2000 examples");
    }

    @Test
    void givesADeliveryToOneOfManyRivals() throws Exception {
        JdbcStorage other = open();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> claims = new ArrayList<>();
        try (ExecutorService rivals = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int rival = 0; rival < RIVALS; rival++) {
                JdbcStorage mine = rival % 2 == 0 ? storage : other;
                claims.add(rivals.submit(() -> {
                    start.await();
                    return mine.deliveries().claim(SLACK, "Ev1");
                }));
            }
            start.countDown();
        }
        int won = 0;
        for (Future<Boolean> claim : claims) {
            won += claim.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
    }

    @Test
    void takesADeliveryForNewWhenItsTimeIsOver() {
        assertThat(storage.deliveries().claim(SLACK, "Ev1")).isTrue();
        assertThat(storage.deliveries().claim(DISCORD, "Ev1")).isTrue();

        clock.pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(storage.deliveries().claim(SLACK, "Ev1")).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(storage.deliveries().claim(SLACK, "Ev1")).isTrue();
        assertThat(storage.deliveries().claim(SLACK, "Ev1")).isFalse();
    }

    @Test
    void findsTheCommandsOfAMessageByTheirKeysInAnotherProcess() {
        storage.actionKeys().keep(List.of(REQUEST, OTHER_REQUEST, REQUEST));
        storage.actionKeys().keep(List.of(OTHER_REQUEST));
        JdbcStorage other = open();

        assertThat(other.actionKeys().command(ActionKeys.keyOf(REQUEST))).contains(REQUEST);
        assertThat(other.actionKeys().command(ActionKeys.keyOf(OTHER_REQUEST))).contains(OTHER_REQUEST);
        assertThat(other.actionKeys().command("never-kept")).isEmpty();
    }

    @Test
    void keepsAKeyAliveThatIsSentAgain() {
        storage.actionKeys().keep(List.of(REQUEST));
        clock.pass(Duration.ofDays(100));
        storage.actionKeys().keep(List.of(REQUEST));
        clock.pass(Duration.ofDays(100));

        assertThat(open().actionKeys().command(ActionKeys.keyOf(REQUEST))).contains(REQUEST);
        clock.pass(Duration.ofDays(100));
        assertThat(open().actionKeys().command(ActionKeys.keyOf(REQUEST))).isEmpty();
    }

    @Test
    void givesBackAnInstallationAsItWasSaved() {
        storage.installations().save(BOT, TOKEN);
        storage.installations().save(BOT, TOKEN + "-renewed");
        clock.pass(Duration.ofDays(1000));

        Installations.Found found = open().installations().find(BOT).orElseThrow();
        assertThat(found.secret()).isEqualTo(TOKEN + "-renewed");
        assertThat(found.toString()).doesNotContain(TOKEN);
        assertThat(storage.installations().find(new Installations.Id(SLACK, "E1", "T1", "U-ann")))
                .isEmpty();
    }

    @Test
    void findsTheOrganisationsInstallationWhereAWorkspaceHasNone() {
        storage.installations().save(new Installations.Id(SLACK, "E1", "", ""), "organisation");

        assertThat(storage.installations().find(BOT).orElseThrow().secret()).isEqualTo("organisation");
        storage.installations().save(BOT, "workspace");
        assertThat(storage.installations().find(BOT).orElseThrow().secret()).isEqualTo("workspace");
        assertThat(storage.installations().find(new Installations.Id(SLACK, "", "T1", "")))
                .isEmpty();
    }

    @Test
    void deletesWhatAWorkspaceInstalledButNotAFreshInstallation() {
        Installations.Id person = new Installations.Id(SLACK, "E1", "T1", "U-ann");
        Installations.Id elsewhere = new Installations.Id(SLACK, "E1", "T2", "");
        storage.installations().save(BOT, TOKEN);
        storage.installations().save(person, TOKEN);
        storage.installations().save(elsewhere, TOKEN);
        clock.pass(Duration.ofSeconds(10));
        storage.installations().save(BOT, "fresh");

        int deleted = storage.installations().deleteAll(SLACK, "E1", "T1", clock.instant());

        assertThat(deleted).isEqualTo(1);
        assertThat(storage.installations().find(person)).isEmpty();
        assertThat(storage.installations().find(BOT).orElseThrow().secret()).isEqualTo("fresh");
        assertThat(storage.installations().find(elsewhere)).isPresent();
        assertThat(storage.installations().delete(elsewhere)).isTrue();
        assertThat(storage.installations().delete(elsewhere)).isFalse();
    }

    @Test
    void takesAStateOfAnInstallationOnceAndInTime() {
        String state = storage.oauthStates().issue(SLACK);
        String late = storage.oauthStates().issue(SLACK);
        JdbcStorage other = open();

        assertThat(other.oauthStates().consume(DISCORD, state)).isFalse();
        assertThat(other.oauthStates().consume(SLACK, state)).isTrue();
        assertThat(storage.oauthStates().consume(SLACK, state)).isFalse();
        assertThat(storage.oauthStates().consume(SLACK, "made-up")).isFalse();
        clock.pass(Duration.ofMinutes(10));
        assertThat(storage.oauthStates().consume(SLACK, late)).isFalse();
    }

    @Test
    void deletesAConversation() {
        storage.threadMemory().remember(THREAD, REQUEST, ANN);
        storage.threadMemory().remember(thread("T1", "C1", "1700.2"), REQUEST, ANN);

        Counts deleted = storage.deletion().ofConversation(THREAD);

        assertThat(deleted.of(Kind.CONVERSATIONS)).isEqualTo(1);
        assertThat(Fixture.rows(place, "SELECT thread FROM thread_memory")).containsExactly("1700.2");
    }

    @Test
    void deletesAPersonsOwnConversationsAndLeavesThoseOfSeveral() {
        storage.threadMemory().remember(thread("T1", "D-ann", ""), REQUEST, ANN);
        storage.threadMemory().remember(thread("T1", "C1", "both"), REQUEST, ANN);
        storage.threadMemory().remember(thread("T1", "C1", "both"), REQUEST, BOB);
        storage.threadMemory().remember(thread("T1", "C1", "both"), REQUEST, ANN);
        storage.threadMemory().remember(thread("T1", "C1", "bob"), REQUEST, BOB);
        storage.installations().save(new Installations.Id(SLACK, "", "T1", "U-ann"), TOKEN);
        storage.installations().save(new Installations.Id(SLACK, "", "T1", ""), TOKEN);

        Counts deleted = storage.deletion().ofUser(SLACK, ANN);

        assertThat(deleted.total()).isEqualTo(2);
        assertThat(Fixture.rows(place, "SELECT thread FROM thread_memory ORDER BY thread"))
                .containsExactly("bob", "both");
        assertThat(Fixture.rows(place, "SELECT member FROM installation")).containsExactly("");
        assertThat(Fixture.rows(place, "SELECT * FROM deletion")).noneMatch(row -> row.contains(ANN.value()));
    }

    @Test
    void makesAConversationOnesOwnAgainAfterTheOthersWasForgotten() {
        storage.threadMemory().remember(THREAD, REQUEST, BOB);
        clock.pass(Duration.ofHours(25));
        storage.threadMemory().remember(THREAD, REQUEST, ANN);

        storage.deletion().ofUser(SLACK, ANN);

        assertThat(Fixture.rows(place, "SELECT * FROM thread_memory")).isEmpty();
    }

    @Test
    void deletesAllOfAWorkspaceAndNothingOfAnother() {
        for (String space : List.of("T1", "T2")) {
            storage.threadMemory().remember(thread(space, "C1", "a"), REQUEST, ANN);
            storage.threadMemory().remember(thread(space, "C2", "b"), REQUEST, BOB);
            storage.teamDefaults().set(new TeamDefaults.Scope(SLACK, space, ""), "2000 examples");
            storage.teamDefaults().set(new TeamDefaults.Scope(SLACK, space, "C1"), "5 epochs");
            storage.installations().save(new Installations.Id(SLACK, "E1", space, ""), TOKEN);
            storage.installations().save(new Installations.Id(SLACK, "E1", space, "U-ann"), TOKEN);
        }
        assertThat(storage.teamDefaults().find(CHANNEL).channel()).isPresent();
        clock.pass(Duration.ofMinutes(1));

        Counts deleted = storage.deletion().ofSpace(SLACK, "T1", clock.instant());

        assertThat(deleted.total()).isEqualTo(6);
        assertThat(Fixture.rows(place, "SELECT DISTINCT space FROM thread_memory"))
                .containsExactly("T2");
        assertThat(Fixture.rows(place, "SELECT DISTINCT space FROM team_defaults"))
                .containsExactly("T2");
        assertThat(Fixture.rows(place, "SELECT DISTINCT team FROM installation"))
                .containsExactly("T2");
        assertThat(storage.teamDefaults().find(CHANNEL).channel()).isEmpty();
    }

    @Test
    void keepsWhatCameAfterTheWorkspaceLeftAndInstalledAgain() {
        storage.threadMemory().remember(thread("T1", "C1", "old"), REQUEST, ANN);
        Instant left = clock.instant();
        clock.pass(Duration.ofMinutes(1));
        storage.installations().save(BOT, TOKEN);
        storage.threadMemory().remember(THREAD, REQUEST, ANN);
        storage.teamDefaults().set(CHANNEL, "5 epochs");

        Counts deleted = storage.deletion().ofSpace(SLACK, "T1", left);

        assertThat(deleted.total()).isEqualTo(1);
        assertThat(storage.threadMemory().recall(THREAD)).contains(REQUEST);
        assertThat(storage.teamDefaults().find(CHANNEL).channel()).contains("5 epochs");
        assertThat(storage.installations().find(BOT)).isPresent();
    }

    @Test
    void tellsWhatAPersonAskedLatelyAndNothingThatOthersAskedToo() {
        storage.threadMemory().remember(thread("T1", "C1", "a"), REQUEST, ANN);
        clock.pass(Duration.ofSeconds(1));
        storage.threadMemory().remember(thread("T1", "C1", "b"), OTHER_REQUEST, ANN);
        clock.pass(Duration.ofSeconds(1));
        storage.threadMemory().remember(thread("T1", "C1", "c"), REQUEST, ANN);
        storage.threadMemory().remember(thread("T1", "C1", "d"), "models", ANN);
        storage.threadMemory().remember(thread("T1", "C1", "d"), "recommend", BOB);
        storage.threadMemory().remember(thread("T2", "C1", "a"), "worth it", ANN);

        assertThat(storage.recentRequests().of(SLACK, "T1", ANN, 5)).containsExactly(REQUEST, OTHER_REQUEST);
        assertThat(storage.recentRequests().of(SLACK, "T1", ANN, 1)).containsExactly(REQUEST);
        clock.pass(Duration.ofHours(25));
        assertThat(storage.recentRequests().of(SLACK, "T1", ANN, 5)).isEmpty();
    }

    @Test
    void logsDeletionsWithoutNamingAnybody() {
        storage.deletion().ofSpace(SLACK, "T1", clock.instant());
        clock.pass(Duration.ofSeconds(1));
        storage.threadMemory().remember(THREAD, REQUEST, ANN);
        storage.deletion().ofUser(SLACK, ANN);

        List<Deletion.Entry> log = storage.deletion().log(10);

        assertThat(log)
                .extracting(Deletion.Entry::subject)
                .containsExactly(Deletion.Subject.USER, Deletion.Subject.SPACE);
        assertThat(log.getFirst().rows()).isEqualTo(1);
        assertThat(log.getFirst().at()).isEqualTo(clock.instant());
        assertThat(log.getFirst().digest()).isEqualTo(Digest.of("slack", "U-ann"));
        assertThat(storage.deletion().log(1)).hasSize(1);
    }

    @Test
    void refusesToDeleteNobody() {
        assertThatThrownBy(() -> storage.deletion().ofUser(SLACK, new UserId("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.deletion().ofSpace(SLACK, "", clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sweepsWhatHasExpiredAndNothingElse() {
        for (int each = 0; each < 1_201; each++) {
            storage.deliveries().claim(SLACK, "old-" + each);
        }
        storage.threadMemory().remember(THREAD, REQUEST, ANN);
        storage.oauthStates().issue(SLACK);
        storage.installations().save(BOT, TOKEN);
        clock.pass(Duration.ofMinutes(15));
        storage.deliveries().claim(SLACK, "new");

        Counts swept = storage.retention().sweep();

        assertThat(swept.of(Kind.DELIVERIES)).isEqualTo(1_201);
        assertThat(swept.of(Kind.OAUTH_STATES)).isEqualTo(1);
        assertThat(swept.total()).isEqualTo(1_202);
        assertThat(Fixture.rows(place, "SELECT delivery_id FROM delivery")).containsExactly("new");
        assertThat(storage.threadMemory().recall(THREAD)).isPresent();
        assertThat(storage.installations().find(BOT)).isPresent();
        clock.pass(Duration.ofDays(1));
        assertThat(storage.retention().sweep().of(Kind.CONVERSATIONS)).isEqualTo(1);
        assertThat(storage.retention().sweep().total()).isZero();
    }

    @Test
    void storesNoSecretInTheClear() {
        storage.installations().save(BOT, TOKEN);
        String state = storage.oauthStates().issue(SLACK);

        assertThat(Fixture.rows(place, "SELECT * FROM installation")).hasSize(1).noneMatch(row -> row.contains("xoxb"));
        assertThat(Fixture.rows(place, "SELECT * FROM oauth_state")).hasSize(1).noneMatch(row -> row.contains(state));
    }

    @Test
    void opensNoSecretThatWasCopiedToAnotherRow() {
        storage.installations().save(BOT, TOKEN);
        Installations.Id thief = new Installations.Id(SLACK, "E1", "T9", "");
        storage.installations().save(thief, "mine");
        Fixture.execute(
                place,
                "UPDATE installation SET sealed = (SELECT sealed FROM installation WHERE team = 'T1') WHERE team = 'T9'");

        assertThatThrownBy(() -> storage.installations().find(thief)).isInstanceOf(StorageException.class);
        assertThat(storage.installations().find(BOT).orElseThrow().secret()).isEqualTo(TOKEN);
    }

    @Test
    void encryptsEverySecretAnewWithANewKey() {
        storage.installations().save(BOT, TOKEN);
        JdbcStorage other = open();
        String before = Fixture.rows(place, "SELECT sealed FROM installation").getFirst();

        assertThat(storage.rotateKey()).isEqualTo(1);

        String after = Fixture.rows(place, "SELECT sealed FROM installation").getFirst();
        assertThat(keyNumber(after)).isNotEqualTo(keyNumber(before));
        assertThat(other.installations().find(BOT).orElseThrow().secret()).isEqualTo(TOKEN);
        other.installations().save(BOT, "renewed");
        assertThat(storage.rotateKey()).isEqualTo(1);
        assertThat(keys().read()).hasSize(2);
        assertThat(open().installations().find(BOT).orElseThrow().secret()).isEqualTo("renewed");
    }

    @Test
    void movesToAKeyOfTheSettings() {
        String old = Base64.getEncoder().encodeToString(new byte[32]);
        String next =
                Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        open(new Keys.Given(old)).installations().save(BOT, TOKEN);

        assertThat(open(new Keys.Given(next + "," + old)).rotateKey()).isEqualTo(1);

        assertThat(open(new Keys.Given(next))
                        .installations()
                        .find(BOT)
                        .orElseThrow()
                        .secret())
                .isEqualTo(TOKEN);
        assertThatThrownBy(() -> open(new Keys.Given(old)).installations().find(BOT))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("TUNETALLY_KEY");
    }

    @Test
    void saysHowItIs() {
        assertThat(storage.health().trouble()).isEmpty();
        assertThat(storage.health().schema()).isEqualTo(String.valueOf(Schema.VERSION));
        assertThat(storage.health().sizeBytes()).isGreaterThan(1_000);
    }

    @Test
    void saysThatItsSecretsCannotBeRead() {
        storage.installations().save(BOT, TOKEN);
        Keys others = new Keys.InFile(folder.resolve("another-key"));

        assertThat(open(others).health().trouble()).contains("TUNETALLY_KEY");
    }

    private static String keyNumber(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 5));
    }
}
