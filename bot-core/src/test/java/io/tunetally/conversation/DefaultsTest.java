package io.tunetally.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.ModelId;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class DefaultsTest {
    private static final Slots REFERENCE = Defaults.reference(1000, 500, 3, BigDecimal.valueOf(100), 500, 200, 6);
    private static final ModelId GPT_4O = new ModelId("gpt-4o");

    private final Defaults guide = new Defaults(Slots.NONE, REFERENCE);

    @Test
    void fillsTheJobOfAnEstimateButNoTraffic() {
        Slots filled = guide.fill(Request.of(Intent.ESTIMATE, Slots.NONE));
        assertThat(filled.value(SlotName.EXAMPLES)).isEqualTo(1000L);
        assertThat(filled.value(SlotName.TOKENS_PER_EXAMPLE)).isEqualTo(500L);
        assertThat(filled.value(SlotName.EPOCHS)).isEqualTo(3L);
        assertThat(filled.has(SlotName.REQUESTS_PER_DAY)).isFalse();
        assertThat(filled.has(SlotName.MONTHS)).isFalse();
    }

    @Test
    void fillsTheTrafficWhereRunningIsAskedAbout() {
        Slots filled = guide.fill(Request.of(Intent.TCO, Slots.NONE));
        assertThat(filled.value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("100");
        assertThat(filled.value(SlotName.MONTHS)).isEqualTo(6L);
    }

    @Test
    void aNumberOfMonthsAsksAboutRunning() {
        Slots slots = Slots.NONE.with(SlotName.MONTHS, Slot.of(3L, Origin.SAID));
        assertThat(Request.of(Intent.ESTIMATE, slots).asksAboutRunning()).isTrue();
        assertThat(Request.of(Intent.ESTIMATE, Slots.NONE).asksAboutRunning()).isFalse();
    }

    @Test
    void keepsGivenValues() {
        Slots slots = Slots.NONE.with(SlotName.EPOCHS, Slot.of(5L, Origin.SAID));
        Slots filled = guide.fill(Request.of(Intent.ESTIMATE, slots));
        assertThat(filled.value(SlotName.EPOCHS)).isEqualTo(5L);
        assertThat(origin(filled, SlotName.EPOCHS)).isEqualTo(Origin.SAID);
        assertThat(origin(filled, SlotName.EXAMPLES)).isEqualTo(Origin.DEFAULT);
    }

    @Test
    void aDataSetNeedsNoExamplesAndBilledTokensNotEvenEpochs() {
        Slots dataset = guide.fill(
                Request.of(Intent.ESTIMATE, Slots.NONE.with(SlotName.TOTAL_TOKENS, Slot.of(3_000_000L, Origin.SAID))));
        assertThat(dataset.has(SlotName.EXAMPLES)).isFalse();
        assertThat(dataset.value(SlotName.EPOCHS)).isEqualTo(3L);
        Slots billed = guide.fill(
                Request.of(Intent.ESTIMATE, Slots.NONE.with(SlotName.BILLED_TOKENS, Slot.of(3_000_000L, Origin.SAID))));
        assertThat(billed.has(SlotName.EPOCHS)).isFalse();
    }

    @Test
    void assumesNothingForAListOfModels() {
        assertThat(guide.fill(Request.of(Intent.MODELS, Slots.NONE)).names()).isEmpty();
    }

    @Test
    void theTeamsOwnDefaultsComeBeforeTheGuides() {
        Slots team = Slots.NONE
                .with(SlotName.EPOCHS, Slot.of(1L, Origin.TEAM))
                .with(SlotName.MODELS, Slot.of(List.of(GPT_4O), Origin.TEAM));
        Slots filled = new Defaults(team, REFERENCE).fill(Request.of(Intent.ESTIMATE, Slots.NONE));
        assertThat(filled.value(SlotName.EPOCHS)).isEqualTo(1L);
        assertThat(origin(filled, SlotName.EPOCHS)).isEqualTo(Origin.TEAM);
        assertThat(filled.value(SlotName.MODELS)).containsExactly(GPT_4O);
        assertThat(origin(filled, SlotName.EXAMPLES)).isEqualTo(Origin.DEFAULT);
    }

    private static Origin origin(Slots slots, SlotName<?> name) {
        return Objects.requireNonNull(slots.get(name)).origin();
    }
}
