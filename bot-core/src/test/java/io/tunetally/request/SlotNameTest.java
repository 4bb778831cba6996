package io.tunetally.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tunetally.interpreter.BuiltIn;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotNameTest {
    /** Returns the numeric slots. */
    private static Stream<SlotName<?>> numbers() {
        return SlotName.all().stream().filter(name -> !name.pattern().isEmpty());
    }

    /** The middle of its range is read from the slot's own text, into this slot and no other. */
    @ParameterizedTest
    @MethodSource("numbers")
    void isReadFromItsOwnText(SlotName<?> name) {
        BigDecimal value = name.usual().isEmpty()
                ? name.limits().maximum().min(BigDecimal.valueOf(12))
                : BigDecimal.valueOf(name.usual().get(1));
        String text = name.pattern().replace("#", value.toPlainString());

        // A model has its size already.
        String job = name == SlotName.SIZE_B ? "cost " : "cost gpt-4o ";
        Slots slots = BuiltIn.read(job + text).slots();

        assertThat(slots.names()).contains(name);
        assertThat(new BigDecimal(String.valueOf(slots.value(name)))).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void offersValuesWithinItsLimits(SlotName<?> name) {
        assertThat(name.usual()).allMatch(value -> name.limits().allow(BigDecimal.valueOf(value)));
        assertThat(name.echo()).contains("#");
    }

    @Test
    void hasLimitsOnlyWhereItHoldsANumber() {
        assertThatIllegalArgumentException().isThrownBy(SlotName.METHOD::limits).withMessage("method holds no number");
        assertThat(SlotName.EPOCHS.limits().allow(BigDecimal.valueOf(100))).isTrue();
        assertThat(SlotName.EPOCHS.limits().allow(new BigDecimal("2.5"))).isFalse();
        assertThat(SlotName.EPOCHS.limits().allow(BigDecimal.valueOf(101))).isFalse();
    }

    @Test
    void convertsANumberToItsOwnTypeSoThatEqualNumbersAreEqual() {
        assertThat(SlotName.EPOCHS.value(new BigDecimal("3.0"))).isEqualTo(3L);
        assertThat(SlotName.SIZE_B.value(new BigDecimal("7E+1"))).isEqualTo(new BigDecimal("70"));
        assertThat(SlotName.SIZE_B.value(new BigDecimal("0.50"))).isEqualTo(new BigDecimal("0.5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotName.METHOD.value(BigDecimal.ONE))
                .withMessage("method holds no number");
    }

    @Test
    void hasAPlaceAndAWordOfItsOwn() {
        List<SlotName<?>> all = SlotName.all();
        assertThat(all.stream().map(SlotName::index)).doesNotHaveDuplicates();
        assertThat(all.stream().map(SlotName::word)).doesNotHaveDuplicates();
        assertThat(all.stream().flatMap(name -> name.option().stream())).doesNotHaveDuplicates();
    }
}
