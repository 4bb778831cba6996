package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.discussion.DiscussionStore.Kept;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives plans their letters and quote numbers: the same ones to a plan that its thread knows at the same price. */
final class PlanRecorder {
    private static final UserId NO_OWNER = new UserId("");
    private static final String LETTERS = "letters";
    private static final String QUOTES = "quotes";

    private final Maker maker;
    private final Clock clock;

    /** Makes a record that expires with its kind. */
    interface Maker {
        TeamRecord make(ConversationId place, RecordKind kind, String id, UserId owner, boolean personal, String body);
    }

    PlanRecorder(Maker maker, Clock clock) {
        this.maker = maker;
        this.clock = clock;
    }

    /**
     * Records the plans of an answer, all at one time, by which they are known to belong together.
     *
     * @param records of a transaction: a letter or a number that is taken is also used
     */
    List<Kept> record(TeamRecords records, Envelope from, List<Plan> plans) {
        List<Kept> recorded = new ArrayList<>();
        List<TeamRecord> changed = new ArrayList<>();
        Instant now = clock.instant();
        plans.forEach(plan -> recorded.add(record(records, from, plan, now, changed)));
        records.put(changed);
        return recorded;
    }

    private Kept record(TeamRecords records, Envelope from, Plan plan, Instant now, List<TeamRecord> changed) {
        ConversationId thread = from.discussion();
        Optional<Scenario> known = known(records, thread, plan);
        boolean dropped = known.filter(Scenario::dropped).isPresent();
        Optional<Scenario> unchanged = known.filter(scenario -> !scenario.dropped()
                && scenario.plan().isSame(plan)
                && scenario.figures().equals(plan.figures()));
        if (unchanged.isPresent()) {
            Scenario again = unchanged.get().askedAgain(now);
            changed.add(record(from, again));
            return new Kept(again, Kept.State.AGAIN);
        }
        Scenario scenario = new Scenario(
                known.map(Scenario::number).orElseGet(() -> records.next(thread, LETTERS, 1)),
                known.map(Scenario::name).orElse(""),
                plan,
                known.map(Scenario::asker).orElse(from.user()),
                records.next(Places.team(thread), QUOTES, 1),
                false,
                now,
                now,
                known.map(Scenario::asks).orElse(0L) + 1);
        changed.addAll(records(from, scenario));
        return new Kept(scenario, dropped ? Kept.State.BACK : known.isPresent() ? Kept.State.CHANGED : Kept.State.NEW);
    }

    /** The same question is the same scenario at other prices, too; another question only if it is the same plan. */
    private static Optional<Scenario> known(TeamRecords records, ConversationId thread, Plan plan) {
        Optional<Scenario> asked = find(records, thread, plan.canonical());
        return asked.filter(scenario -> scenario.plan().isSame(plan))
                .or(() -> find(records, thread, plan.job())
                        .filter(scenario -> scenario.plan().isSame(plan)))
                .or(() -> asked);
    }

    private static Optional<Scenario> find(TeamRecords records, ConversationId thread, String text) {
        return records.find(thread, RecordKind.ASKED.word(), ActionKeys.keyOf(text))
                .flatMap(asked -> records.find(thread, RecordKind.SCENARIO.word(), asked.body()))
                .map(Scenario::read);
    }

    private List<TeamRecord> records(Envelope from, Scenario scenario) {
        Plan plan = scenario.plan();
        UserId asker = Places.isPersonal(from) ? from.user() : NO_OWNER;
        List<TeamRecord> made = new ArrayList<>();
        Stream.of(plan.canonical(), plan.job())
                .distinct()
                .forEach(text -> made.add(maker.make(
                        from.discussion(),
                        RecordKind.ASKED,
                        ActionKeys.keyOf(text),
                        asker,
                        Places.isPersonal(from),
                        DiscussionStore.id(scenario.number()))));
        made.add(record(from, scenario));
        made.add(quote(from, scenario));
        return made;
    }

    TeamRecord record(Envelope from, Scenario scenario) {
        return maker.make(
                from.discussion(),
                RecordKind.SCENARIO,
                DiscussionStore.id(scenario.number()),
                scenario.asker(),
                Places.isPersonal(from),
                scenario.body());
    }

    private TeamRecord quote(Envelope from, Scenario scenario) {
        Plan plan = scenario.plan();
        SavedQuote saved = new SavedQuote(
                scenario.quote(),
                plan.canonical(),
                plan.full(),
                from.user(),
                plan.tokens(),
                plan.figures(),
                clock.instant(),
                null);
        ConversationId place = Places.quotes(from);
        return maker.make(
                place,
                RecordKind.QUOTE,
                DiscussionStore.id(scenario.quote()),
                from.user(),
                Places.isPersonal(place),
                saved.body());
    }
}
