package io.tunetally.discussion;

import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads and writes what a team discusses. Each call takes at most a second and throws {@link
 * StorageException} if the store cannot be used.
 */
public final class DiscussionStore {
    /** The maximum number of scenarios that a thread shows. */
    public static final int MOST_SCENARIOS = 500;

    private static final int MOST_RULES = 200;
    private static final int MOST_VOTES = 500;
    private static final int MOST_WATCHES = 10_000;
    private static final Duration COMMAND = Duration.ofSeconds(1);

    /** With the memory's second and the defaults' half, an answer still arrives within two seconds. */
    private static final Duration ANSWER = Duration.ofMillis(400);

    /** A plan is kept even if the answer no longer waits for its letter. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final UserId NO_OWNER = new UserId("");
    private static final String DECIDED = "decided";
    private static final String SHOWN = "shown";
    private static final String LAST = "last";

    private final TeamRecords records;
    private final Lifetimes.OfDiscussion lifetimes;
    private final Clock clock;
    private final PlanRecorder recorder;
    private final QuoteRecords quotes;
    private final StoreCalls calls;
    private final Turns turns = new Turns();

    public DiscussionStore(TeamRecords records, Lifetimes.OfDiscussion lifetimes, StoreCalls calls, Clock clock) {
        this.records = records;
        this.lifetimes = lifetimes;
        this.calls = calls;
        this.clock = clock;
        this.recorder = new PlanRecorder(this::record, clock);
        this.quotes = new QuoteRecords(records, this::record);
    }

    /** A scenario of an answer, and what its thread knew of it. */
    public record Kept(Scenario scenario, State state) {
        /** What a thread knew of a scenario. */
        public enum State {
            NEW,
            /** The same plan at the same price. */
            AGAIN,
            /** The same question, at another price or with other assumptions. */
            CHANGED,
            /** The same plan, which was dropped. */
            BACK
        }
    }

    /**
     * The scenarios of an answer.
     *
     * @param budget of the thread
     */
    public record Recorded(List<Kept> kept, Optional<Rule> budget) {
        /** True if the thread did not have all of them at these prices. */
        public boolean isNew() {
            return kept.stream().anyMatch(each -> each.state() != Kept.State.AGAIN);
        }
    }

    /** Gives each plan its letter and quote number, the same ones if the thread knows it at the same price. */
    public Recorded record(Envelope from, List<Plan> plans) {
        return calls.within(
                ANSWER,
                LATE,
                () -> turns.of(
                        from.discussion(),
                        () -> records.inOneTransaction(transaction -> new Recorded(
                                recorder.record(transaction, from, plans),
                                transaction
                                        .find(from.discussion(), RecordKind.RULE.word(), TeamRules.BUDGET)
                                        .map(Rule::read)))));
    }

    /** Returns the latest scenarios of a thread, in the order of their letters, dropped ones among them. */
    public List<Scenario> scenarios(ConversationId thread) {
        return within(() -> turns.of(
                thread,
                () -> records.latest(thread, RecordKind.SCENARIO.word(), "", MOST_SCENARIOS).reversed().stream()
                        .map(Scenario::read)
                        .toList()));
    }

    /** Saves scenarios that a command has changed, with what takes the change back. */
    public void save(Envelope from, List<Scenario> scenarios, ThreadChange change) {
        List<TeamRecord> changed = new ArrayList<>();
        scenarios.forEach(scenario -> changed.add(recorder.record(from, scenario)));
        changed.add(change(from, change));
        put(changed);
    }

    private TeamRecord change(Envelope from, ThreadChange change) {
        boolean personal = Places.isPersonal(from);
        UserId owner = personal ? from.user() : NO_OWNER;
        return record(from.discussion(), RecordKind.CHANGE, LAST, owner, personal, change.body());
    }

    /** Returns the last change that a command has made in a thread, unless it was taken back. */
    public Optional<ThreadChange> lastChange(ConversationId thread) {
        return within(() -> records.find(thread, RecordKind.CHANGE.word(), LAST).map(ThreadChange::read));
    }

    /** Saves scenarios as they were before the last change, which cannot be taken back again. */
    public void takeBack(Envelope from, List<Scenario> scenarios) {
        if (!scenarios.isEmpty()) {
            put(scenarios.stream()
                    .map(scenario -> recorder.record(from, scenario))
                    .toList());
        }
        boolean _ = within(() -> records.remove(from.discussion(), RecordKind.CHANGE.word(), LAST));
    }

    /** Returns a quote that the person may see: of the team, or the person's own. */
    public Optional<SavedQuote> quote(Envelope from, long number) {
        return within(() -> quotes.find(from, number));
    }

    /** Returns the latest quotes that the person may see, the latest first. */
    public List<SavedQuote> quotes(Envelope from, int most) {
        return within(() -> quotes.latest(from, most));
    }

    /** Returns the bills that the person may see, with their quotes, the latest first. */
    public List<SavedQuote> billed(Envelope from) {
        return within(() -> quotes.billed(from));
    }

    /** Stores a bill, in the place of an earlier one of its quote. */
    public void bill(Envelope from, Bill bill) {
        calls.run(COMMAND, () -> quotes.bill(from, bill));
    }

    public Optional<Decision> decision(ConversationId thread) {
        return within(
                () -> records.find(thread, RecordKind.DECISION.word(), DECIDED).map(Decision::read));
    }

    public void decide(Envelope from, Decision decision) {
        put(List.of(
                record(
                        from.discussion(),
                        RecordKind.DECISION,
                        DECIDED,
                        from.user(),
                        Places.isPersonal(from),
                        decision.body()),
                change(from, ThreadChange.DECIDED)));
    }

    /** Returns false if nothing was decided. */
    public boolean reopen(Envelope from) {
        boolean was = within(() -> records.remove(from.discussion(), RecordKind.DECISION.word(), DECIDED));
        if (was) {
            put(List.of(change(from, ThreadChange.REOPENED)));
        }
        return was;
    }

    /** A person's vote: the number of a scenario. */
    public record Vote(UserId voter, long scenario) {}

    public void vote(Envelope from, long scenario) {
        put(List.of(
                record(
                        from.discussion(),
                        RecordKind.VOTE,
                        from.user().value(),
                        from.user(),
                        RecordKind.VOTE.isPersonal(),
                        id(scenario)),
                change(from, ThreadChange.VOTED)));
    }

    public List<Vote> votes(ConversationId thread) {
        return within(() -> records.latest(thread, RecordKind.VOTE.word(), "", MOST_VOTES).stream()
                .map(vote -> new Vote(vote.owner(), Long.parseLong(vote.body())))
                .toList());
    }

    /** Returns the message that shows the board of a thread. */
    public Optional<BoardMessage> board(ConversationId thread) {
        return within(() -> records.find(thread, RecordKind.BOARD.word(), SHOWN)
                .map(shown -> new BoardMessage(shown.body(), shown.owner())));
    }

    /**
     * Notes the message that shows the board of a thread.
     *
     * @return the one that it replaces: of two processes that replace a board, each gets another one
     */
    public Optional<BoardMessage> showBoard(ConversationId thread, BoardMessage message) {
        TeamRecord shown = record(
                thread, RecordKind.BOARD, SHOWN, message.asker(), thread.owner().isPresent(), message.name());
        return within(() -> replaced(shown)).map(before -> new BoardMessage(before.body(), before.owner()));
    }

    private Optional<TeamRecord> replaced(TeamRecord shown) {
        Optional<TeamRecord> before;
        do {
            before = records.find(shown.place(), shown.kind(), shown.id());
        } while (!records.putIfUnchanged(before, shown));
        return before;
    }

    /** Forgets the board of a thread if a message still shows it, also where another process replaces it meanwhile. */
    public void forgetBoard(ConversationId thread, String message) {
        var _ = within(() -> records.find(thread, RecordKind.BOARD.word(), SHOWN)
                .filter(shown -> shown.body().equals(message))
                .map(records::removeIfUnchanged));
    }

    /** Returns the rules of exactly this place. */
    public List<Rule> rules(ConversationId place) {
        return within(() -> records.latest(place, RecordKind.RULE.word(), "", MOST_RULES).reversed().stream()
                .map(Rule::read)
                .toList());
    }

    public void set(Envelope from, ConversationId place, Rule rule) {
        put(record(place, RecordKind.RULE, rule.id(), from.user(), false, rule.body()));
    }

    /** Removes a rule; false if there is none. */
    public boolean remove(ConversationId place, String id) {
        return within(() -> records.remove(place, RecordKind.RULE.word(), id));
    }

    public List<Watch> watches(ConversationId place) {
        return within(() -> records.latest(place, RecordKind.WATCH.word(), "", MOST_RULES).stream()
                .map(Watch::read)
                .toList());
    }

    /** Returns every watch on a platform. */
    public List<Watch> watches(PlatformId platform) {
        return within(() -> records.everywhere(platform, RecordKind.WATCH.word(), MOST_WATCHES).stream()
                .map(Watch::read)
                .toList());
    }

    public void watch(Watch watch) {
        put(record(
                watch.place(),
                RecordKind.WATCH,
                watch.id(),
                watch.owner(),
                RecordKind.WATCH.isPersonal(),
                watch.body()));
    }

    public boolean unwatch(ConversationId place, String id) {
        return within(() -> records.remove(place, RecordKind.WATCH.word(), id));
    }

    private void put(TeamRecord record) {
        put(List.of(record));
    }

    private void put(List<TeamRecord> changed) {
        calls.run(COMMAND, () -> records.put(changed));
    }

    private <T> T within(Supplier<T> call) {
        return calls.within(COMMAND, call);
    }

    private TeamRecord record(
            ConversationId place, RecordKind kind, String id, UserId owner, boolean personal, String body) {
        Instant now = clock.instant();
        return new TeamRecord(place, kind.word(), id, owner, personal, body, now, now.plus(kind.lifetime(lifetimes)));
    }

    /** Pads a number, so that ids sort like numbers. */
    static String id(long number) {
        return String.format(Locale.ROOT, "%010d", number);
    }
}
