package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TokenIndexesTest {
    @Test
    void keepsPlacesInTheOrderInWhichTheyWereNoted() {
        TokenIndexes indexes = TokenIndexes.NONE;
        for (int place : new int[] {7, 3, 9, 1}) {
            indexes = indexes.with(place);
        }
        assertThat(indexes.size()).isEqualTo(4);
        assertThat(new int[] {indexes.get(0), indexes.get(1), indexes.get(2), indexes.get(3)})
                .containsExactly(7, 3, 9, 1);
        assertThat(indexes.first()).isEqualTo(7);
        assertThat(indexes.last()).isEqualTo(1);
    }

    @Test
    void noneStaysEmpty() {
        TokenIndexes one = TokenIndexes.NONE.with(5);
        assertThat(TokenIndexes.NONE.isEmpty()).isTrue();
        assertThat(one.isEmpty()).isFalse();
        assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
