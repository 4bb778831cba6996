package io.tunetally.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakePaceTest {
    private static final long SECOND = 1_000_000_000;

    private final List<String> faults = new ArrayList<>();
    private final FakePace pace = new FakePace(faults::add);

    @Test
    void findsFaultWithMoreThanAMessageASecond() {
        for (int message = 0; message < 5; message++) {
            pace.posted("token", "C1", 0);
        }
        for (int message = 1; message < 5; message++) {
            pace.posted("token", "C1", message * SECOND);
        }
        pace.posted("token", "C2", 4 * SECOND);
        pace.posted("other", "C1", 4 * SECOND);
        assertThat(faults).isEmpty();

        pace.posted("token", "C1", 4 * SECOND + SECOND / 2);
        assertThat(faults).containsExactly("more than a message a second into C1");
    }

    @Test
    void findsNoneWhereATestExpectsIt() {
        pace.expectBursts();
        for (int message = 0; message < 100; message++) {
            pace.posted("token", "C1", 0);
        }
        assertThat(faults).isEmpty();
    }
}
