package io.tunetally.storage.bounded;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps a team's records within this process, for a session without a database. */
public final class ProcessRecords implements TeamRecords {
    private final Map<Group, NavigableMap<String, TeamRecord>> records = new HashMap<>();
    private final Map<Group, Long> sequences = new HashMap<>();
    private final Clock clock;

    private record Group(ConversationId place, String kind) {}

    public ProcessRecords(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized <T> T inOneTransaction(Function<TeamRecords, T> work) {
        return work.apply(this);
    }

    @Override
    public synchronized Optional<TeamRecord> find(ConversationId place, String kind, String id) {
        return Optional.ofNullable(group(place, kind).get(id)).filter(this::isAlive);
    }

    @Override
    public synchronized List<TeamRecord> latest(ConversationId place, String kind, String before, int most) {
        NavigableMap<String, TeamRecord> all = group(place, kind);
        return (before.isEmpty() ? all : all.headMap(before, false))
                .descendingMap().values().stream()
                        .filter(this::isAlive)
                        .limit(most)
                        .toList();
    }

    @Override
    public synchronized List<TeamRecord> everywhere(PlatformId platform, String kind, int most) {
        return alive(platform)
                .filter(each -> each.kind().equals(kind))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<TeamRecord> of(PlatformId platform, String space, UserId owner, int most) {
        return alive(platform)
                .filter(each -> each.owner().equals(owner)
                        && (space.isEmpty() || each.place().space().equals(space)))
                .sorted(Comparator.comparing(TeamRecord::writtenAt).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void put(List<TeamRecord> added) {
        added.forEach(each -> records.computeIfAbsent(new Group(each.place(), each.kind()), _ -> new TreeMap<>())
                .put(each.id(), each));
    }

    @Override
    public synchronized boolean putIfUnchanged(Optional<TeamRecord> before, TeamRecord record) {
        Optional<String> now = find(record.place(), record.kind(), record.id()).map(TeamRecord::body);
        boolean unchanged = now.equals(before.map(TeamRecord::body));
        if (unchanged) {
            put(List.of(record));
        }
        return unchanged;
    }

    @Override
    public synchronized boolean removeIfUnchanged(TeamRecord before) {
        boolean unchanged = find(before.place(), before.kind(), before.id())
                .filter(now -> now.body().equals(before.body()))
                .isPresent();
        return unchanged && remove(before.place(), before.kind(), before.id());
    }

    @Override
    public synchronized boolean remove(ConversationId place, String kind, String id) {
        NavigableMap<String, TeamRecord> all = records.get(new Group(place, kind));
        return all != null && all.remove(id) != null;
    }

    @Override
    public synchronized long next(ConversationId place, String sequence, int count) {
        return sequences.merge(new Group(place, sequence), (long) count, Long::sum);
    }

    private NavigableMap<String, TeamRecord> group(ConversationId place, String kind) {
        return records.getOrDefault(new Group(place, kind), new TreeMap<>());
    }

    private Stream<TeamRecord> alive(PlatformId platform) {
        return records.values().stream()
                .flatMap(group -> group.values().stream())
                .filter(each -> each.place().platform().equals(platform) && isAlive(each));
    }

    private boolean isAlive(TeamRecord each) {
        return each.expiresAt().isAfter(clock.instant());
    }
}
