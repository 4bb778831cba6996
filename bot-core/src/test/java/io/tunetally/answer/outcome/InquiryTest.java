package io.tunetally.answer.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.engine.TestPrices;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InquiryTest {
    @Test
    void isAnsweredAsOfTheDayOfItsPrices() {
        assertThat(Inquiries.today("cost gpt-4o").asOf()).isEqualTo(TestPrices.TODAY);
        assertThat(Inquiries.earlier("cost gpt-4o").asOf()).isEqualTo(Inquiries.BEFORE_CLOSURES);
    }

    @ParameterizedTest
    @CsvSource({"SAID, false", "DERIVED, true", "REMEMBERED, true", "TEAM, true", "DEFAULT, true"})
    void whatWasNotSaidInThisMessageIsAssumed(Origin origin, boolean assumed) {
        Inquiry inquiry = filled(Slots.NONE.with(SlotName.EPOCHS, Slot.of(2L, origin)));
        assertThat(inquiry.assumed().contains(SlotName.EPOCHS)).isEqualTo(assumed);
    }

    @ParameterizedTest
    @CsvSource({"SAID, true", "REMEMBERED, true", "TEAM, true", "DEFAULT, false"})
    void onlyADefaultIsLeftOutWhereItDoesNotMatter(Origin origin, boolean stays) {
        Inquiry inquiry = filled(Slots.NONE.with(SlotName.EPOCHS, Slot.of(2L, origin)));
        assertThat(inquiry.withoutDefaults(SlotName.EPOCHS, SlotName.EXAMPLES)
                        .filled()
                        .has(SlotName.EPOCHS))
                .isEqualTo(stays);
    }

    private static Inquiry filled(Slots slots) {
        Inquiry inquiry = Inquiries.byGuide("cost gpt-4o");
        return new Inquiry(inquiry.interpretation(), inquiry.request(), slots, inquiry.running(), inquiry.engine());
    }
}
