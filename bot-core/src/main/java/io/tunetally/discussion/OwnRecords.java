package io.tunetally.discussion;

import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is stored beside a person's id: the latest requests, then the records of the teams, one line each. */
public final class OwnRecords implements RecentRequests {
    private final RecentRequests requests;
    private final TeamRecords records;

    public OwnRecords(RecentRequests requests, TeamRecords records) {
        this.requests = requests;
        this.records = records;
    }

    @Override
    public List<String> of(PlatformId platform, String space, UserId asker, int most) {
        return Stream.concat(
                        requests.of(platform, space, asker, most).stream(),
                        records.of(platform, space, asker, most).stream().map(OwnRecords::line))
                .limit(most)
                .toList();
    }

    @Override
    public List<String> of(PlatformId platform, UserId asker, int most) {
        return Stream.concat(
                        requests.of(platform, asker, most).stream(),
                        records.of(platform, "", asker, most).stream().map(OwnRecords::line))
                .limit(most)
                .toList();
    }

    /** {@code quote 17: {"canonical":"cost gpt-4o ...", ...}}. */
    private static String line(TeamRecord record) {
        return record.kind() + " " + record.id() + ": " + record.body();
    }
}
