package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.ANN;
import static io.tunetally.storage.jdbc.Fixture.BOB;
import static io.tunetally.storage.jdbc.Fixture.REQUEST;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Kind;
import io.tunetally.storage.TeamDefaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deletion on request and by time, the same on every engine. */
interface DeletionContract extends OpenStorage {
    ConversationId THREAD = thread("T1", "C1", "1700.1");
    TeamDefaults.Scope CHANNEL = new TeamDefaults.Scope(SLACK, "T1", "C1");
    Installations.Id BOT = new Installations.Id(SLACK, "E1", "T1", "");
    String TOKEN = "xoxb-a-token-of-a-workspace";

    @Test
    default void deletesAConversation() {
        storage().threadMemory().remember(THREAD, REQUEST, ANN);
        storage().threadMemory().remember(thread("T1", "C1", "1700.2"), REQUEST, ANN);

        Counts deleted = storage().deletion().ofConversation(THREAD);

        assertThat(deleted.of(Kind.CONVERSATIONS)).isEqualTo(1);
        assertThat(Fixture.rows(place(), "SELECT thread FROM thread_memory")).containsExactly("1700.2");
    }

    @Test
    default void deletesAPersonsOwnConversationsAndLeavesThoseOfSeveral() {
        storage().threadMemory().remember(thread("T1", "D-ann", ""), REQUEST, ANN);
        storage().threadMemory().remember(thread("T1", "C1", "both"), REQUEST, ANN);
        storage().threadMemory().remember(thread("T1", "C1", "both"), REQUEST, BOB);
        storage().threadMemory().remember(thread("T1", "C1", "both"), REQUEST, ANN);
        storage().threadMemory().remember(thread("T1", "C1", "bob"), REQUEST, BOB);
        storage().installations().save(new Installations.Id(SLACK, "", "T1", "U-ann"), TOKEN);
        storage().installations().save(new Installations.Id(SLACK, "", "T1", ""), TOKEN);

        Counts deleted = storage().deletion().ofUser(SLACK, ANN);

        assertThat(deleted.total()).isEqualTo(2);
        assertThat(Fixture.rows(place(), "SELECT thread FROM thread_memory ORDER BY thread"))
                .containsExactly("bob", "both");
        assertThat(Fixture.rows(place(), "SELECT member FROM installation")).containsExactly("");
        assertThat(Fixture.rows(place(), "SELECT * FROM deletion")).noneMatch(row -> row.contains(ANN.value()));
    }

    @Test
    default void deletesAPersonsOwnInOneWorkspaceOnly() {
        for (String space : List.of("T1", "T2")) {
            storage().threadMemory().remember(thread(space, "D-ann", ""), REQUEST, ANN);
            storage().installations().save(new Installations.Id(SLACK, "", space, "U-ann"), TOKEN);
        }

        Counts deleted = storage().deletion().ofUser(SLACK, "T1", ANN);

        assertThat(deleted.total()).isEqualTo(2);
        assertThat(Fixture.rows(place(), "SELECT space FROM thread_memory")).containsExactly("T2");
        assertThat(Fixture.rows(place(), "SELECT team FROM installation")).containsExactly("T2");
        assertThat(storage().deletion().log(1).getFirst().digest()).isEqualTo(Digest.of("slack", "T1", "U-ann"));
    }

    @Test
    default void makesAConversationOnesOwnAgainAfterTheOthersWasForgotten() {
        storage().threadMemory().remember(THREAD, REQUEST, BOB);
        clock().pass(Duration.ofHours(25));
        storage().threadMemory().remember(THREAD, REQUEST, ANN);

        storage().deletion().ofUser(SLACK, ANN);

        assertThat(Fixture.rows(place(), "SELECT * FROM thread_memory")).isEmpty();
    }

    @Test
    default void deletesAllOfAWorkspaceAndNothingOfAnother() {
        for (String space : List.of("T1", "T2")) {
            storage().threadMemory().remember(thread(space, "C1", "a"), REQUEST, ANN);
            storage().threadMemory().remember(thread(space, "C2", "b"), REQUEST, BOB);
            storage().teamDefaults().set(new TeamDefaults.Scope(SLACK, space, ""), "2000 examples");
            storage().teamDefaults().set(new TeamDefaults.Scope(SLACK, space, "C1"), "5 epochs");
            storage().installations().save(new Installations.Id(SLACK, "E1", space, ""), TOKEN);
            storage().installations().save(new Installations.Id(SLACK, "E1", space, "U-ann"), TOKEN);
        }
        assertThat(storage().teamDefaults().find(CHANNEL).channel()).isPresent();
        clock().pass(Duration.ofMinutes(1));

        Counts deleted = storage().deletion().ofSpace(SLACK, "T1", clock().instant());

        assertThat(deleted.total()).isEqualTo(6);
        assertThat(Fixture.rows(place(), "SELECT DISTINCT space FROM thread_memory"))
                .containsExactly("T2");
        assertThat(Fixture.rows(place(), "SELECT DISTINCT space FROM team_defaults"))
                .containsExactly("T2");
        assertThat(Fixture.rows(place(), "SELECT DISTINCT team FROM installation"))
                .containsExactly("T2");
        assertThat(storage().teamDefaults().find(CHANNEL).channel()).isEmpty();
    }

    @Test
    default void deletesAllOfTheWorkspacesThatAnOrganisationsInstallationServed() {
        storage().installations().save(new Installations.Id(SLACK, "E1", "", ""), TOKEN);
        for (String space : List.of("T1", "T2", "T3")) {
            storage().threadMemory().remember(thread(space, "C1", "a"), REQUEST, ANN);
            storage().teamDefaults().set(new TeamDefaults.Scope(SLACK, space, ""), "2000 examples");
        }
        storage().installations().serves(SLACK, "E1", "T1");
        storage().installations().serves(SLACK, "E1", "T1");
        storage().installations().serves(SLACK, "E1", "T2");
        storage().installations().serves(SLACK, "E2", "T3");
        clock().pass(Duration.ofMinutes(1));

        storage().deletion().ofSpace(SLACK, "E1", clock().instant());

        assertThat(storage().deletion().spaces(SLACK)).containsExactly("T3");
        assertThat(Fixture.rows(place(), "SELECT * FROM installation")).isEmpty();
        assertThat(Fixture.rows(place(), "SELECT team FROM organisation_team")).containsExactly("T3");
    }

    @Test
    default void namesTheWorkspacesOfWhichSomethingIsStored() {
        storage().threadMemory().remember(thread("T1", "C1", "a"), REQUEST, ANN);
        storage().threadMemory().remember(thread("T1", "C2", "b"), REQUEST, ANN);
        storage().threadMemory().remember(thread("", "D1", ""), REQUEST, ANN);
        storage().teamDefaults().set(new TeamDefaults.Scope(SLACK, "T2", ""), "2000 examples");

        assertThat(storage().deletion().spaces(SLACK)).containsExactlyInAnyOrder("T1", "T2");
        assertThat(storage().deletion().spaces(new PlatformId("discord"))).isEmpty();
    }

    @Test
    default void keepsDataOfAReinstallation() {
        storage().threadMemory().remember(thread("T1", "C1", "old"), REQUEST, ANN);
        Instant left = clock().instant();
        clock().pass(Duration.ofMinutes(1));
        storage().installations().save(BOT, TOKEN);
        storage().threadMemory().remember(THREAD, REQUEST, ANN);
        storage().teamDefaults().set(CHANNEL, "5 epochs");

        Counts deleted = storage().deletion().ofSpace(SLACK, "T1", left);

        assertThat(deleted.total()).isEqualTo(1);
        assertThat(storage().threadMemory().recall(THREAD)).contains(REQUEST);
        assertThat(storage().teamDefaults().find(CHANNEL).channel()).contains("5 epochs");
        assertThat(storage().installations().find(BOT)).isPresent();
    }

    @Test
    default void logsDeletionsWithoutPersonalData() {
        storage().deletion().ofSpace(SLACK, "T1", clock().instant());
        clock().pass(Duration.ofSeconds(1));
        storage().threadMemory().remember(THREAD, REQUEST, ANN);
        storage().deletion().ofUser(SLACK, ANN);

        List<Deletion.Entry> log = storage().deletion().log(10);

        assertThat(log)
                .extracting(Deletion.Entry::subject)
                .containsExactly(Deletion.Subject.USER, Deletion.Subject.SPACE);
        assertThat(log.getFirst().rows()).isEqualTo(1);
        assertThat(log.getFirst().at()).isEqualTo(clock().instant());
        assertThat(log.getFirst().digest()).isEqualTo(Digest.of("slack", "U-ann"));
        assertThat(storage().deletion().log(1)).hasSize(1);
    }

    @Test
    default void refusesToDeleteWithoutAUser() {
        assertThatThrownBy(() -> storage().deletion().ofUser(SLACK, new UserId("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage().deletion().ofUser(SLACK, "", ANN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage().deletion().ofSpace(SLACK, "", clock().instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void sweepsOnlyExpiredRows() {
        for (int each = 0; each < 1_201; each++) {
            storage().deliveries().claim(SLACK, "old-" + each);
        }
        storage().threadMemory().remember(THREAD, REQUEST, ANN);
        storage().oauthStates().use(SLACK, "a state");
        storage().installations().save(BOT, TOKEN);
        clock().pass(Duration.ofMinutes(15));
        storage().deliveries().claim(SLACK, "new");

        Counts swept = storage().retention().sweep();

        assertThat(swept.of(Kind.DELIVERIES)).isEqualTo(1_201);
        assertThat(swept.of(Kind.OAUTH_STATES)).isEqualTo(1);
        assertThat(swept.total()).isEqualTo(1_202);
        assertThat(Fixture.rows(place(), "SELECT delivery_id FROM delivery")).containsExactly("new");
        assertThat(storage().threadMemory().recall(THREAD)).isPresent();
        assertThat(storage().installations().find(BOT)).isPresent();
        clock().pass(Duration.ofDays(1));
        assertThat(storage().retention().sweep().of(Kind.CONVERSATIONS)).isEqualTo(1);
        assertThat(storage().retention().sweep().total()).isZero();
    }
}
