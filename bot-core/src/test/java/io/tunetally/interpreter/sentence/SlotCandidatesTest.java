package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.token.Numeral;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlotCandidatesTest {
    private final SlotCandidates candidates = new SlotCandidates();

    @Test
    void aSlotIsClaimedUntilItsLastValueIsTakenBack() {
        candidates.add(SlotName.EPOCHS, Numeral.of(BigDecimal.TWO), 1);
        candidates.addDerived(SlotName.EPOCHS, Numeral.of(BigDecimal.TEN), 4);
        assertThat(candidates.has(SlotName.EPOCHS)).isTrue();
        assertThat(candidates.has(SlotName.EXAMPLES)).isFalse();

        candidates.replace(0, candidates.all().get(0).takenBack());
        assertThat(candidates.has(SlotName.EPOCHS)).isTrue();
        candidates.replace(1, candidates.all().get(1).takenBack());
        assertThat(candidates.has(SlotName.EPOCHS)).isFalse();

        candidates.add(SlotName.EPOCHS, Numeral.of(BigDecimal.ONE), 7);
        assertThat(candidates.has(SlotName.EPOCHS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "0, 2, true", "2, 2, true", "3, 7, false", "3, 8, true", "9, 20, false"})
    void findsMoneyThatBeginsWithinAPlaceAndAnother(int first, int last, boolean found) {
        candidates.addMoney(new SlotCandidates.Money("USD", 3, 2, 3));
        candidates.addMoney(new SlotCandidates.Money("USD", 9, 8, 9));
        assertThat(candidates.hasMoneyWithin(first, last)).isEqualTo(found);
    }

    @Test
    void tokensStayOpenUntilTheyAreSettled() {
        candidates.addOpenTokens(3);
        assertThat(candidates.openTokens().getFirst()).isEqualTo(3);
        candidates.settleOpenTokens();
        assertThat(candidates.openTokens().isEmpty()).isTrue();
    }
}
