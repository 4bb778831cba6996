package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Gpu;
import io.tunetally.units.Band;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GpuPricesAnswerTest {
    private final ModelsAnswer answer = new ModelsAnswer();

    @Test
    void listsWhereAGpuIsRentedTheOneThatCostsLeastAtMostFirst() {
        List<GpuPricesOutcome.Row> rows = listed("h100 price per hour").rows();
        assertThat(rows)
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(row.gpu()).isEqualTo(Gpu.H100));
        assertThat(rows).extracting(row -> row.rate().price().price()).isSortedAccordingTo(Band.LEAST_AT_MOST);
        // Vast.ai has the lowest price and the highest: it can cost most.
        assertThat(rows.getLast().provider().id().value()).isEqualTo("vast");
    }

    @Test
    void datesEveryPriceThatHasADay() {
        assertThat(listed("h100 price per hour").rows())
                .extracting(
                        row -> Objects.requireNonNull(row.rate().provenance().lastSeen()))
                .isNotEmpty();
    }

    @Test
    void leavesOutEndpointsThatOnlyServe() {
        assertThat(listed("h100 price per hour").rows())
                .extracting(row -> row.provider().id().value())
                .doesNotContain("fireworks", "together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu prices", "models on runpod"})
    void withoutANameEachGpuStandsOnceAtItsCheapest(String question) {
        assertThat(listed(question).rows())
                .hasSizeGreaterThan(4)
                .extracting(GpuPricesOutcome.Row::gpu)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "rent an h100 on lambda for 2 months, 1440 hour",
        "'rent an h100 on lambda 8 hours a day for 2 months', 480 hour",
        "'2 a100 on lambda 10 hours a day, how much a month', 300 hour"
    })
    void aRentalCountsTheHoursOfItsMonthsThatWereSaid(String question, String hours) {
        GpuPricesOutcome rental = (GpuPricesOutcome) GpuPricesAnswer.ofRun(Inquiries.today(question));

        assertThat(Objects.requireNonNull(rental.run()).hours()).hasToString(hours);
    }

    @Test
    void aGpuWithoutAPriceIsSaidToHaveNone() {
        assertThat(((Outcome.Refused) answer.answer(Inquiries.today("mi300x price per hour"))).reason())
                .isInstanceOf(Outcome.Reason.NoGpuPrice.class);
        assertThat(((Outcome.Refused) answer.answer(Inquiries.today("v100 price per hour"))).reason())
                .isInstanceOf(Outcome.Reason.UnknownGpu.class);
    }

    private GpuPricesOutcome listed(String question) {
        return (GpuPricesOutcome) answer.answer(Inquiries.today(question));
    }
}
