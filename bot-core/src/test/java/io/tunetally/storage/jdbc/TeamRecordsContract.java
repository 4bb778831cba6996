package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.ANN;
import static io.tunetally.storage.jdbc.Fixture.BOB;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.storage.Archive;
import io.tunetally.storage.Kind;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.storage.bounded.StoreCalls;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a team keeps, the same on every engine. */
interface TeamRecordsContract extends OpenStorage {
    ConversationId TEAM = thread("T1", "", "");
    ConversationId DISCUSSION = thread("T1", "C1", "1700.1");

    private TeamRecord quote(long number, UserId owner, boolean personal) {
        Instant now = clock().instant();
        return new TeamRecord(
                TEAM,
                "quote",
                "%010d".formatted(number),
                owner,
                personal,
                "{\"n\":\"" + number + "\"}",
                now,
                now.plus(Duration.ofDays(1)));
    }

    private TeamRecords records() {
        return storage().teamRecords();
    }

    @Test
    default void findsARecordInItsPlaceAndReplacesIt() {
        records().put(List.of(quote(1, ANN, false)));
        records().put(List.of(quote(1, BOB, false).with("{}")));

        assertThat(records().find(TEAM, "quote", "0000000001"))
                .map(record -> record.owner().value() + record.body())
                .contains("U-bob{}");
        assertThat(records().find(DISCUSSION, "quote", "0000000001")).isEmpty();
        assertThat(records().find(TEAM, "bill", "0000000001")).isEmpty();
    }

    @Test
    default void storesNothingOfATransactionThatFails() {
        assertThatThrownBy(() -> records().inOneTransaction(transaction -> {
                    long number = transaction.next(TEAM, "quotes", 1);
                    transaction.put(List.of(quote(number, ANN, false)));
                    assertThat(transaction.find(TEAM, "quote", "0000000001")).isPresent();
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");

        assertThat(records().find(TEAM, "quote", "0000000001")).isEmpty();
        assertThat(records().next(TEAM, "quotes", 1)).isEqualTo(1);
    }

    @Test
    default void storesTheTransactionsOfManyCallersAtOnceEachWithItsOwnNumber() {
        List<Long> numbers;
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            numbers = IntStream.range(0, 40)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> records().inOneTransaction(transaction -> {
                                long number = transaction.next(TEAM, "quotes", 1);
                                transaction.put(List.of(quote(number, ANN, false)));
                                return number;
                            }),
                            callers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }

        assertThat(numbers).doesNotHaveDuplicates().hasSize(40);
        assertThat(records().latest(TEAM, "quote", "", 100)).hasSize(40);
    }

    @Test
    default void returnsTheLatestBelowAnIdTheHighestFirst() {
        for (long number = 1; number <= 12; number++) {
            records().put(List.of(quote(number, ANN, false)));
        }

        assertThat(records().latest(TEAM, "quote", "", 2))
                .extracting(TeamRecord::id)
                .containsExactly("0000000012", "0000000011");
        assertThat(records().latest(TEAM, "quote", "0000000003", 5))
                .extracting(TeamRecord::id)
                .containsExactly("0000000002", "0000000001");
    }

    @Test
    default void replacesAndRemovesARecordOnlyAsItWasRead() {
        TeamRecord read = quote(1, ANN, false);
        TeamRecord changed = read.with("{}");
        assertThat(records().putIfUnchanged(Optional.of(read), changed))
                .as("there is none")
                .isFalse();
        assertThat(records().putIfUnchanged(Optional.empty(), read)).isTrue();
        open().teamRecords().put(List.of(changed));

        assertThat(records().putIfUnchanged(Optional.empty(), read)).isFalse();
        assertThat(records().putIfUnchanged(Optional.of(read), read)).isFalse();
        assertThat(records().removeIfUnchanged(read)).isFalse();
        assertThat(records().find(TEAM, "quote", read.id())).contains(changed);
        assertThat(records().putIfUnchanged(Optional.of(changed), quote(1, BOB, false)))
                .isTrue();
        assertThat(records().find(TEAM, "quote", read.id())).contains(quote(1, BOB, false));
        assertThat(records().removeIfUnchanged(quote(1, BOB, false))).isTrue();
        assertThat(records().find(TEAM, "quote", read.id())).isEmpty();
    }

    @Test
    default void addsARecordInThePlaceOfAnExpiredOne() {
        records().put(List.of(quote(1, ANN, false)));
        clock().pass(Duration.ofDays(2));

        assertThat(records().putIfUnchanged(Optional.of(quote(1, ANN, false)), quote(1, BOB, false)))
                .isFalse();
        assertThat(records().putIfUnchanged(Optional.empty(), quote(1, BOB, false)))
                .isTrue();
        assertThat(records().find(TEAM, "quote", "0000000001")).contains(quote(1, BOB, false));
    }

    /** Returns a store of a process in which something happens between its first look-up and what it does next. */
    private DiscussionStore interrupted(Runnable meanwhile) {
        TeamRecords own = open().teamRecords();
        AtomicBoolean done = new AtomicBoolean();
        TeamRecords records = (TeamRecords) Proxy.newProxyInstance(
                TeamRecords.class.getClassLoader(), new Class<?>[] {TeamRecords.class}, (_, method, arguments) -> {
                    Object result = method.invoke(own, arguments);
                    if (method.getName().equals("find") && done.compareAndSet(false, true)) {
                        meanwhile.run();
                    }
                    return result;
                });
        return new DiscussionStore(records, Lifetimes.OfDiscussion.USUAL, StoreCalls.withoutDeadline(), clock());
    }

    @Test
    default void keepsTheBoardThatOneProcessShowsWhileAnotherForgetsTheLastOne() {
        DiscussionStore store =
                new DiscussionStore(records(), Lifetimes.OfDiscussion.USUAL, StoreCalls.withoutDeadline(), clock());
        BoardMessage next = new BoardMessage("M2", BOB);
        var _ = store.showBoard(DISCUSSION, new BoardMessage("M1", ANN));

        interrupted(() -> store.showBoard(DISCUSSION, next)).forgetBoard(DISCUSSION, "M1");

        assertThat(store.board(DISCUSSION)).contains(next);
    }

    @Test
    default void tellsEachOfTwoProcessesThatShowABoardAnotherMessageThatItReplaces() {
        DiscussionStore store =
                new DiscussionStore(records(), Lifetimes.OfDiscussion.USUAL, StoreCalls.withoutDeadline(), clock());
        BoardMessage second = new BoardMessage("M2", BOB);
        BoardMessage third = new BoardMessage("M3", ANN);
        assertThat(store.showBoard(DISCUSSION, new BoardMessage("M1", ANN))).isEmpty();
        List<Optional<BoardMessage>> replaced = new ArrayList<>();

        Optional<BoardMessage> last = interrupted(() -> replaced.add(store.showBoard(DISCUSSION, second)))
                .showBoard(DISCUSSION, third);

        assertThat(replaced).containsExactly(Optional.of(new BoardMessage("M1", ANN)));
        assertThat(last).contains(second);
        assertThat(store.board(DISCUSSION)).contains(third);
    }

    @Test
    default void givesEachNumberOnceToTwoProcesses() {
        TeamRecords other = open().teamRecords();
        List<Long> given = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            given.add(records().next(TEAM, "quotes", 1));
            given.add(other.next(TEAM, "quotes", 1));
        }

        assertThat(given).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(records().next(DISCUSSION, "quotes", 3)).isEqualTo(3);
    }

    @Test
    default void takesAPersonOutOfTheTeamsRecordsAndDeletesThePersonsOwn() {
        records().put(List.of(quote(1, ANN, false), quote(2, ANN, true), quote(3, BOB, true)));

        assertThat(records().of(SLACK, "T1", ANN, 10)).hasSize(2);
        storage().deletion().ofUser(SLACK, "T1", ANN);

        assertThat(records().of(SLACK, "T1", ANN, 10)).isEmpty();
        assertThat(Fixture.rows(place(), "SELECT id, owner FROM team_record ORDER BY id"))
                .containsExactly("0000000001|", "0000000003|U-bob");
    }

    @Test
    default void neverReturnsAnExpiredRecordAndSweepsIt() {
        records().put(List.of(quote(1, ANN, false)));
        clock().pass(Duration.ofDays(2));

        assertThat(records().find(TEAM, "quote", "0000000001")).isEmpty();
        assertThat(records().latest(TEAM, "quote", "", 10)).isEmpty();
        assertThat(storage().retention().sweep().of(Kind.TEAM_RECORDS)).isEqualTo(1);
    }

    @Test
    default void deletesAWorkspacesRecordsAndCounters() {
        records().put(List.of(quote(1, ANN, false)));
        records().next(TEAM, "quotes", 1);

        storage().deletion().ofSpace(SLACK, "T1", clock().instant());

        assertThat(storage().archive().counts().of(Kind.TEAM_RECORDS)).isZero();
        assertThat(storage().archive().counts().of(Kind.TEAM_SEQUENCES)).isZero();
    }

    @Test
    default void exportsAndImportsEachRecord() {
        records().put(List.of(quote(1, ANN, true)));
        records().next(TEAM, "quotes", 7);
        List<Archive.Row> rows = new ArrayList<>();
        storage().archive().read(Kind.TEAM_RECORDS, rows::add);
        storage().archive().read(Kind.TEAM_SEQUENCES, rows::add);
        storage().deletion().ofSpace(SLACK, "T1", clock().instant());

        storage().archive().write(rows);

        assertThat(records().find(TEAM, "quote", "0000000001")).contains(quote(1, ANN, true));
        assertThat(records().next(TEAM, "quotes", 1)).isEqualTo(8);
    }
}
