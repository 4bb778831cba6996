package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Catalog;
import io.tunetally.settings.Settings;
import io.tunetally.snapshot.SnapshotReader;
import io.tunetally.yaml.BuiltInFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Clock CLOCK =
            Clock.fixed(DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

    @Test
    void holdTheShippedPrices() {
        Settings settings = Settings.read(Map.of());
        Catalog.Content read = Assembly.content(settings, CLOCK, List.of());

        ShippedPrices shipped = SnapshotReader.read(ShippedPrices.snapshot(settings, CLOCK), ShippedPrices.class);

        assertThat(shipped).isEqualTo(new ShippedPrices(settings.editions(), DAY, read));
        assertThat(shipped.content().books()).isNotEmpty();
    }

    @Test
    void serveTheirOrderOfEditionsFromTheDayOfTheBuildOn() {
        List<String> order = List.of("published", "guide");
        ShippedPrices shipped = new ShippedPrices(
                order, DAY, new Catalog.Content(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));

        assertThat(shipped.servesFor(order, DAY.plusYears(1))).isTrue();
        assertThat(shipped.servesFor(order, DAY)).isTrue();
        assertThat(shipped.servesFor(order, DAY.minusDays(1))).isFalse();
        assertThat(shipped.servesFor(order.reversed(), DAY)).isFalse();
    }

    @Test
    void areWrittenBesideTheClasses(@TempDir Path classes) throws IOException {
        Snapshots.main(classes.toString());

        for (String file : List.of(
                "config/lexicon.yaml",
                "config/lexicon/de.yaml",
                "config/topics.yaml",
                "weight/numbers.tsv",
                ShippedPrices.NAME)) {
            assertThat(Files.size(classes.resolve(BuiltInFile.snapshotOf(file))))
                    .as(file)
                    .isGreaterThan(1000);
        }
    }
}
