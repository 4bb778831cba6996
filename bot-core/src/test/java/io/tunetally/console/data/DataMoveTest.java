package io.tunetally.console.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tunetally.runtime.ExitCode;
import io.tunetally.storage.Archive;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DataMoveTest {
    private static final Counts NOTHING = new Counts(Map.of());
    private static final Counts ONE = new Counts(Map.of(Kind.DELIVERIES, 1L));
    private static final Instant BEGUN = Instant.parse("2026-11-26T12:00:00Z");

    private final Archive from = mock(Archive.class);
    private final Archive to = mock(Archive.class);
    private final StringWriter messages = new StringWriter();

    @BeforeEach
    void store() {
        when(from.counts()).thenReturn(ONE);
        doAnswer(call -> {
                    call.<Consumer<Archive.Row>>getArgument(1).accept(new Archive.Row(Kind.DELIVERIES, Map.of()));
                    return "";
                })
                .when(from)
                .read(eq(Kind.DELIVERIES), any());
        when(to.counts()).thenReturn(NOTHING);
    }

    private int moved() {
        return new DataMove(from, to, BEGUN, new PrintWriter(messages)).run("the new database");
    }

    @Test
    void countsRowsThatExpireDuringTheCopy() {
        when(to.counts(BEGUN)).thenReturn(ONE);

        assertThat(moved()).isZero();
        assertThat(messages.toString()).contains("all 1 rows are in the new database");
    }

    @Test
    void saysWhereSomethingDidNotArrive() {
        when(to.counts(BEGUN)).thenReturn(NOTHING);

        assertThat(moved()).isEqualTo(ExitCode.BUG);
        assertThat(messages.toString()).contains("deliveries: copied 1 rows, but 0 are there");
    }
}
