package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlotFillerTest {
    @Test
    void fillsASlotWithWhereItWasSaid() {
        ParseState state = Stages.filled("cost gpt-4o about 500-1000 examples");
        var slot = Objects.requireNonNull(state.slots.get(SlotName.EXAMPLES));
        assertThat(slot.value()).isEqualTo(500);
        assertThat(slot.high()).isEqualTo(1000);
        assertThat(slot.origin()).isEqualTo(Origin.SAID);
        assertThat(slot.approximate()).isTrue();
        assertThat(Objects.requireNonNull(slot.span()).start()).isEqualTo("cost gpt-4o about ".length());
    }

    @Test
    void aConvertedValueIsDerived() {
        assertThat(Objects.requireNonNull(Stages.filled("tco gpt-4o 3000 requests/month")
                                .slots
                                .get(SlotName.REQUESTS_PER_DAY))
                        .origin())
                .isEqualTo(Origin.DERIVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o 1k examples, 1000 rows",
                "cost gpt-4o 1k examples, 1,000 examples",
                "cost gpt-4o 1000 examples 1k examples"
            })
    void theSameValueTwiceIsOne(String text) {
        ParseState state = Stages.filled(text);
        assertThat(state.problems()).isEmpty();
        assertThat(state.slots.get(SlotName.EXAMPLES)).isNotNull();
    }

    @Test
    void twoValuesContradictEachOtherAndNeitherIsTaken() {
        ParseState state = Stages.filled("cost gpt-4o 1k examples 2k examples");
        assertThat(state.slots.get(SlotName.EXAMPLES)).isNull();
        assertThat(state.problems()).singleElement().isInstanceOfSatisfying(Problem.Conflict.class, conflict -> {
            assertThat(conflict.text()).isEqualTo("1k / 2k");
            assertThat(conflict.slots()).isEqualTo(List.of(SlotName.EXAMPLES));
            assertThat(conflict.values()).extracting(Number::intValue).containsExactly(1000, 2000);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 0 epochs | epochs | 1 | 100",
                "cost gpt-4o 101 epochs | epochs | 1 | 100",
                "cost gpt-4o 2.5 epochs | epochs | 1 | 100",
                "tco gpt-4o 121 months | months | 1 | 120"
            })
    void aValueOutsideItsLimitsStaysOpen(String text, String kind, String minimum, String maximum) {
        assertThat(Stages.filled(text).problems())
                .singleElement()
                .isInstanceOfSatisfying(Problem.OutOfRange.class, range -> {
                    assertThat(range.kind()).isEqualTo(kind);
                    assertThat(range.minimum()).isEqualTo(minimum);
                    assertThat(range.maximum()).isEqualTo(maximum);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1.000 examples | examples | 1, 1000",
                "cost gpt-4o 500 tokens | tokensPerExample | 500 tokens/example, 500 tokens total",
                "cost gpt-4o 1000 2000 | examples | 1000 examples, 1000 tokens total"
            })
    void aNumberWithSeveralReadingsIsAskedAbout(String text, String slot, String readings) {
        assertThat(Stages.filled(text).problems())
                .singleElement()
                .isInstanceOfSatisfying(Problem.AmbiguousNumber.class, number -> {
                    assertThat(number.slot().word()).isEqualTo(slot);
                    assertThat(String.join(", ", number.suggestions())).isEqualTo(readings);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 4.500 examples | examples | 4500",
                "cost gpt-4o 500 examples 1.200 tokens each | tokensPerExample | 1200",
                "tco gpt-4o-mini 1.400 requests a day | requestsPerDay | 1400",
                "tco gpt-4o-mini 36.000 requests a month | requestsPerDay | 1200",
                "tco gpt-4o-mini 2.800 requests per week | requestsPerDay | 400"
            })
    void aPointGroupsWhereACountHasNoFraction(String text, String slot, BigDecimal value) {
        ParseState read = Stages.filled(text);
        assertThat(read.problems()).isEmpty();
        assertThat(read.repairs()).hasSize(1).allMatch(Interpretation.Repair::isOfNumber);
        assertThat(SlotName.all().stream()
                        .filter(name -> name.word().equals(slot))
                        .map(name -> new BigDecimal(String.valueOf(
                                Objects.requireNonNull(read.slots.get(name)).value()))))
                .singleElement(InstanceOfAssertFactories.BIG_DECIMAL)
                .isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o 500 examples 612.375 tokens each",
                "budget gpt-4o 500 examples $1.500",
                "tco gpt-4o-mini 20.500 requests a day",
                "tco gpt-4o-mini 1.250 requests per second"
            })
    void aPointStaysOpenWhereAFractionCanBeMeant(String text) {
        assertThat(Stages.filled(text).problems()).hasAtLeastOneElementOfType(Problem.AmbiguousNumber.class);
    }

    @Test
    void stepsThatMakeMoreExamplesThanAnyJobHasAreOutOfRange() {
        Interpretation read = BuiltIn.read("gpt-4o-mini max_steps=900000000 batch_size=900000 price?");
        assertThat(read.slots().has(SlotName.EXAMPLES)).isFalse();
        assertThat(read.problems()).hasAtLeastOneElementOfType(Problem.OutOfRange.class);
    }
}
