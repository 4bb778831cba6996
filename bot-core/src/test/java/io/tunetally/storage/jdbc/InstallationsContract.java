package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.DISCORD;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.storage.Installations;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Installations and the keys that encrypt their secrets, the same on every engine. */
interface InstallationsContract extends OpenStorage {
    Installations.Id BOT = new Installations.Id(SLACK, "E1", "T1", "");
    String TOKEN = "xoxb-a-token-of-a-workspace";

    @Test
    default void givesBackAnInstallationAsItWasSaved() {
        storage().installations().save(BOT, TOKEN);
        storage().installations().save(BOT, TOKEN + "-renewed");
        clock().pass(Duration.ofDays(1000));

        Installations.Found found = open().installations().find(BOT).orElseThrow();
        assertThat(found.secret()).isEqualTo(TOKEN + "-renewed");
        assertThat(found.toString()).doesNotContain(TOKEN);
        assertThat(storage().installations().find(new Installations.Id(SLACK, "E1", "T1", "U-ann")))
                .isEmpty();
    }

    @Test
    default void findsTheOrganisationsInstallationWhereAWorkspaceHasNone() {
        storage().installations().save(new Installations.Id(SLACK, "E1", "", ""), "organisation");

        assertThat(storage().installations().find(BOT).orElseThrow().secret()).isEqualTo("organisation");
        storage().installations().save(BOT, "workspace");
        assertThat(storage().installations().find(BOT).orElseThrow().secret()).isEqualTo("workspace");
        assertThat(storage().installations().find(new Installations.Id(SLACK, "", "T2", "")))
                .isEmpty();
    }

    @Test
    default void findsAWorkspaceThatIsSaidToBelongToAnotherOrganisation() {
        Installations.Id alone = new Installations.Id(SLACK, "", "T1", "");
        storage().installations().save(alone, "before it joined");
        storage().installations().save(new Installations.Id(SLACK, "", "T2", ""), "somebody else");
        assertThat(storage().installations().find(BOT).orElseThrow().id()).isEqualTo(alone);

        clock().pass(Duration.ofSeconds(1));
        storage().installations().save(new Installations.Id(SLACK, "E9", "T1", ""), "later");
        assertThat(storage().installations().find(BOT).orElseThrow().secret()).isEqualTo("later");
        storage().installations().save(new Installations.Id(SLACK, "E1", "", ""), "organisation");
        assertThat(storage().installations().find(BOT).orElseThrow().secret()).isEqualTo("organisation");
        assertThat(storage().installations().find(new Installations.Id(SLACK, "E2", "", "")))
                .as("an organisation of its own")
                .isEmpty();
    }

    @Test
    default void namesAllInstallationsOfAPlatform() {
        Installations.Id other = new Installations.Id(SLACK, "", "T2", "");
        storage().installations().save(BOT, TOKEN);
        storage().installations().save(other, TOKEN);
        storage().installations().save(new Installations.Id(DISCORD, "", "G1", ""), TOKEN);

        assertThat(storage().installations().all(SLACK)).containsExactly(other, BOT);
    }

    @Test
    default void deletesAWorkspacesInstallationsButNotAFreshOne() {
        Installations.Id person = new Installations.Id(SLACK, "E1", "T1", "U-ann");
        Installations.Id elsewhere = new Installations.Id(SLACK, "E1", "T2", "");
        storage().installations().save(BOT, TOKEN);
        storage().installations().save(person, TOKEN);
        storage().installations().save(elsewhere, TOKEN);
        clock().pass(Duration.ofSeconds(10));
        storage().installations().save(BOT, "fresh");

        int deleted = storage().installations().deleteAll(SLACK, "E1", "T1", clock().instant());

        assertThat(deleted).isEqualTo(1);
        assertThat(storage().installations().find(person)).isEmpty();
        assertThat(storage().installations().find(BOT).orElseThrow().secret()).isEqualTo("fresh");
        assertThat(storage().installations().find(elsewhere)).isPresent();
        assertThat(storage().installations().delete(elsewhere)).isTrue();
        assertThat(storage().installations().delete(elsewhere)).isFalse();
    }

    @Test
    default void storesNoSecretInTheClear() {
        storage().installations().save(BOT, TOKEN);
        String state = "a state that came back";
        storage().oauthStates().use(SLACK, state);

        assertThat(Fixture.rows(place(), "SELECT * FROM installation"))
                .hasSize(1)
                .noneMatch(row -> row.contains("xoxb"));
        assertThat(Fixture.rows(place(), "SELECT * FROM oauth_state"))
                .hasSize(1)
                .noneMatch(row -> row.contains(state));
    }

    @Test
    default void opensNoSecretThatWasCopiedToAnotherRow() {
        storage().installations().save(BOT, TOKEN);
        Installations.Id thief = new Installations.Id(SLACK, "E1", "T9", "");
        storage().installations().save(thief, "mine");
        Fixture.execute(
                place(),
                "UPDATE installation SET sealed = (SELECT sealed FROM installation WHERE team = 'T1') WHERE team ="
                        + " 'T9'");

        assertThatThrownBy(() -> storage().installations().find(thief)).isInstanceOf(StorageException.class);
        assertThat(storage().installations().find(BOT).orElseThrow().secret()).isEqualTo(TOKEN);
    }

    @Test
    default void encryptsEverySecretAnewWithANewKey() {
        storage().installations().save(BOT, TOKEN);
        JdbcStorage other = open();
        String before = Fixture.rows(place(), "SELECT sealed FROM installation").getFirst();

        assertThat(storage().rotateKey()).isEqualTo(1);

        String after = Fixture.rows(place(), "SELECT sealed FROM installation").getFirst();
        assertThat(keyNumber(after)).isNotEqualTo(keyNumber(before));
        assertThat(other.installations().find(BOT).orElseThrow().secret()).isEqualTo(TOKEN);
        other.installations().save(BOT, "renewed");
        assertThat(storage().rotateKey()).isEqualTo(1);
        assertThat(keys().read()).hasSize(2);
        assertThat(open().installations().find(BOT).orElseThrow().secret()).isEqualTo("renewed");
    }

    @Test
    default void movesToAKeyOfTheSettings() {
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
    default void saysHowItIs() {
        assertThat(storage().health().trouble()).isEmpty();
        assertThat(storage().health().schema()).isEqualTo(String.valueOf(Schema.VERSION));
        assertThat(storage().health().sizeBytes()).isGreaterThan(1_000);
    }

    @Test
    default void saysThatItsSecretsCannotBeRead() {
        storage().installations().save(BOT, TOKEN);
        Keys others = new Keys.InFile(folder().resolve("another-key"));

        assertThat(open(others).health().trouble()).contains("TUNETALLY_KEY");
    }

    @Test
    default void makesNoKeyInThePlaceOfALostOne() throws IOException {
        Path key = folder().resolve("key");
        storage().installations().save(BOT, TOKEN);
        Files.delete(key);
        JdbcStorage later = open();

        for (ThrowingCallable use : List.<ThrowingCallable>of(
                later::checkKey,
                () -> later.installations().find(BOT),
                () -> later.installations().save(new Installations.Id(SLACK, "", "T2", ""), TOKEN),
                later::rotateKey)) {
            assertThatThrownBy(use)
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith("TUNETALLY_KEY: ")
                    .hasMessageContaining("The key file " + key + " is not there. Put it back");
        }
        assertThat(later.health().trouble()).contains("1 stored secrets", "is not there");
        assertThat(key).doesNotExist();
    }

    @Test
    default void deletesInstallationsOfALostKeyAndStartsAgain() throws IOException {
        Installations.Id other = new Installations.Id(SLACK, "", "T2", "");
        storage().installations().save(BOT, TOKEN);
        Files.delete(folder().resolve("key"));

        assertThat(storage().installations().deleteUnreadable()).isEqualTo(1);

        storage().checkKey();
        storage().installations().save(other, TOKEN);
        assertThat(open().installations().find(other).orElseThrow().secret()).isEqualTo(TOKEN);
        assertThat(storage().installations().deleteUnreadable()).isZero();
    }

    @Test
    default void servesThoseWhoseSecretsCanBeReadWhereOthersCannot() {
        storage().installations().save(BOT, TOKEN);
        JdbcStorage other = open(new Keys.Given(Base64.getEncoder().encodeToString(new byte[32])));
        assertThatThrownBy(other::checkKey).hasMessageContaining("NEW,OLD");

        other.installations().save(new Installations.Id(SLACK, "", "T2", ""), TOKEN);
        other.checkKey();
        assertThat(other.health().trouble()).contains("1 stored secrets");
    }

    @Test
    default void makesNoKeyBeforeThereIsASecret() {
        storage().checkKey();

        assertThat(storage().health().trouble()).isEmpty();
        assertThat(folder().resolve("key")).doesNotExist();
    }

    private static String keyNumber(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 5));
    }
}
