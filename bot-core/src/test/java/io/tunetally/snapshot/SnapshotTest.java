package io.tunetally.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
    private sealed interface Scope {
        record OfName(String name) implements Scope {}

        record OfAll() implements Scope {}
    }

    private record Whole(
            int count,
            boolean flag,
            char mark,
            @Nullable String note,
            Month month,
            BigDecimal price,
            @Nullable LocalDate day,
            List<Scope> scopes,
            Set<String> names,
            Map<String, List<Integer>> values) {}

    private record Numbers(List<Integer> numbers, List<String> texts) {}

    private record Checked(int positive) {
        Checked {
            if (positive <= 0) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    private record Unfit(StringBuilder text) {}

    private static final Whole WHOLE = new Whole(
            Integer.MIN_VALUE,
            true,
            '€',
            null,
            Month.MAY,
            new BigDecimal("1.50"),
            LocalDate.of(2026, 11, 29),
            List.of(new Scope.OfName("ä 费"), new Scope.OfAll(), new Scope.OfName("ä 费")),
            new LinkedHashSet<>(List.of("z", "a", "m")),
            new LinkedHashMap<>(Map.of("one", List.of(1, -1, Integer.MAX_VALUE))));

    @Test
    void holdsAllThatARecordIsMadeOf() {
        Whole read = SnapshotReader.read(SnapshotWriter.write(WHOLE), Whole.class);

        assertThat(read).isEqualTo(WHOLE);
        assertThat(read.names()).containsExactly("z", "a", "m");
        assertThat(read.price()).isEqualTo("1.50");
    }

    @Test
    void writesEqualValuesOnce() {
        Whole read = SnapshotReader.read(SnapshotWriter.write(WHOLE), Whole.class);

        assertThat(read.scopes().getFirst()).isSameAs(read.scopes().getLast());
    }

    @Test
    void returnsTheNumbersAndTextsThatWereWritten() {
        qt().forAll(
                        lists().of(integers().all()).ofSizeBetween(0, 40),
                        lists().of(strings().betweenCodePoints(' ', '\uD7FF').ofLengthBetween(0, 300))
                                .ofSizeBetween(0, 10))
                .as(Numbers::new)
                .check(numbers -> SnapshotReader.read(SnapshotWriter.write(numbers), Numbers.class)
                        .equals(numbers));
    }

    @Test
    void namesAClassThatItCannotHold() {
        assertThatThrownBy(() -> SnapshotWriter.write(new Unfit(new StringBuilder())))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("no snapshot holds a java.lang.StringBuilder");
    }

    @Test
    void rejectsPartOfASnapshotAndThatOfAnotherRecord() {
        byte[] snapshot = SnapshotWriter.write(WHOLE);

        assertThatThrownBy(() -> SnapshotReader.read(Arrays.copyOf(snapshot, 40), Whole.class))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("no snapshot of Whole, or of another version: byte ");
        assertThatThrownBy(() -> SnapshotReader.read(snapshot, Numbers.class)).isInstanceOf(SnapshotException.class);
    }

    @Test
    void keepsTheChecksOfARecord() {
        byte[] snapshot = SnapshotWriter.write(new Checked(1));
        snapshot[snapshot.length - 1] = 0;

        assertThatThrownBy(() -> SnapshotReader.read(snapshot, Checked.class)).hasRootCauseMessage("not positive");
    }
}
