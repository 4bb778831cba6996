package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.PriceBook;
import io.tunetally.engine.TestPrices;
import io.tunetally.reply.Action;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InfoWordingTest {
    private static final List<PriceBook> BOOKS =
            TestPrices.catalog("guide.yaml", "published/").books();

    @Test
    void linksToHelpAndPrivacy() {
        assertThat(Worded.buttons(InfoWording.about(BOOKS, TestPrices.TODAY)))
                .extracting(Action::command)
                .containsExactly("help", "privacy");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 days ago", "1, 1 day ago", "30, 30 days ago", "-5, 0 days ago"})
    void datesAnEditionByItsLatestObservation(int days, String age) {
        PriceBook published = BOOKS.stream()
                .filter(book -> book.edition().equals("published"))
                .findFirst()
                .orElseThrow();
        LocalDate latest = published.rates().stream()
                .map(rate -> rate.provenance().lastSeen())
                .filter(day -> day != null)
                .max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(Worded.facts(InfoWording.about(List.of(published), latest.plusDays(days))))
                .containsExactly("Published prices: " + published.title() + ", last seen " + latest + " (" + age + ")");
    }

    @Test
    void saysThatAnEditionHasNoDate() {
        PriceBook guide = BOOKS.getFirst();
        PriceBook empty = new PriceBook(guide.edition(), guide.title(), false, List.of(), List.of());
        assertThat(Worded.facts(InfoWording.about(List.of(empty), TestPrices.TODAY)))
                .containsExactly("Guide prices: " + guide.title() + ", undated");
    }
}
