package io.tunetally.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceFileSchema;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.ShippedBooks;
import io.tunetally.catalog.yaml.EditionText;
import io.tunetally.catalog.yaml.NamedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionFileTest {
    @TempDir
    Path folder;

    @Test
    void writesAnEditionThatLoadsAsItWas() {
        PriceBook published = ShippedBooks.load().books().getLast();
        String text = EditionText.of("copy", "A \"copy\": all of it", published.rates(), List.of());
        PriceBook copy =
                ShippedBooks.load(new NamedYaml("copy.yaml", text)).books().getLast();
        assertThat(copy.imported()).isTrue();
        assertThat(copy.title()).isEqualTo("A \"copy\": all of it");
        assertThat(copy.rates().stream().map(rate -> in("", rate)))
                .containsExactlyInAnyOrderElementsOf(
                        published.rates().stream().map(rate -> in("", rate)).toList());
    }

    @Test
    void writesEventsThatLoadAsTheyWere() {
        List<LifecycleEvent> events = ShippedBooks.load().lifecycle();
        String text = EditionText.of("copy", "Copy", List.of(), events);
        List<LifecycleEvent> copies = ShippedBooks.load(List.of("copy"), new NamedYaml("copy.yaml", text))
                .lifecycle();
        assertThat(copies.stream()
                        .filter(event -> event.provenance().edition().equals("copy"))
                        .map(EditionFileTest::withoutEdition))
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(EditionFileTest::withoutEdition).toList());
        assertThat(PriceFileSchema.faultsOf(new NamedYaml("copy.yaml", text))).isEmpty();
    }

    private static List<?> withoutEdition(LifecycleEvent event) {
        return Stream.of(
                        event.provider(),
                        event.models(),
                        event.kind(),
                        String.valueOf(event.date()),
                        event.text(),
                        event.provenance().sources(),
                        String.valueOf(event.provenance().observed()),
                        event.provenance().confidence(),
                        String.valueOf(event.provenance().inferred()))
                .toList();
    }

    @Test
    void putsAFileInPlaceAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("prices").resolve("mine.yaml");
        assertThat(EditionFile.write(file, "one")).isTrue();
        assertThat(EditionFile.write(file, "two")).isTrue();
        assertThat(file).hasContent("two");
        assertThat(EditionFile.write(file, "two")).isFalse();
        try (Stream<Path> files = Files.list(folder.resolve("prices"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void leavesTheFileAsItWasWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "one");
        Path inside = file.resolve("impossible.yaml");
        assertThatThrownBy(() -> EditionFile.write(inside, "two")).isInstanceOf(IOException.class);
        assertThat(file).hasContent("one");
    }

    @Test
    void distinguishesAnImportFromAHandWrittenFile() {
        NamedYaml imported = new NamedYaml("mine.yaml", EditionText.of("mine", "Mine", List.of(), List.of()));
        assertThat(EditionFile.isImportOf("mine", ImportedEdition.Content.PRICES, imported))
                .isTrue();
        assertThat(EditionFile.isImportOf("other", ImportedEdition.Content.PRICES, imported))
                .isFalse();
        assertThat(EditionFile.isImportOf(
                        "mine", ImportedEdition.Content.PRICES, without("imported: true\n", imported)))
                .isFalse();
        assertThat(EditionFile.isImportOf("mine", ImportedEdition.Content.PRICES, new NamedYaml("mine.yaml", "{")))
                .isFalse();
    }

    @Test
    void distinguishesAnImportOfDatesFromOneOfPrices() {
        List<LifecycleEvent> events = ShippedBooks.load().lifecycle();
        NamedYaml dates = new NamedYaml("mine.yaml", EditionText.of("mine", "Mine", List.of(), events));
        assertThat(EditionFile.isImportOf("mine", ImportedEdition.Content.DATES, dates))
                .isTrue();
        assertThat(EditionFile.isImportOf("mine", ImportedEdition.Content.PRICES, dates))
                .isFalse();
    }

    private static NamedYaml without(String line, NamedYaml file) {
        return new NamedYaml(file.name(), file.text().replace(line, ""));
    }

    private static Rate in(String edition, Rate rate) {
        Provenance old = rate.provenance();
        Provenance moved =
                new Provenance(edition, List.copyOf(old.sources()), old.observed(), old.confidence(), old.inferred());
        return new Rate(
                rate.figure(),
                rate.subject(),
                rate.provider(),
                rate.methods(),
                rate.objectives(),
                rate.deployment(),
                rate.variant(),
                rate.price(),
                rate.effective(),
                moved);
    }
}
