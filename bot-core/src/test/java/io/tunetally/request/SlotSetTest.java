package io.tunetally.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotSetTest {
    @Test
    void holdsEachNameAtItsPlace() {
        SlotSet all = SlotSet.EMPTY;
        List<SlotName<?>> before = new ArrayList<>();
        for (SlotName<?> name : SlotName.all()) {
            assertThat(all.has(name)).isFalse();
            assertThat(all.before(name)).isEqualTo(before.size());
            all = all.with(name);
            before.add(name);
            assertThat(all.has(name)).isTrue();
            assertThat(all.names()).isEqualTo(before);
            assertThat(all.size()).isEqualTo(before.size());
        }
        for (SlotName<?> name : SlotName.all()) {
            SlotSet without = all.without(name);
            assertThat(without.has(name)).isFalse();
            assertThat(without.with(name)).isEqualTo(all);
            assertThat(without.size()).isEqualTo(before.size() - 1);
        }
        assertThat(SlotSet.EMPTY.isEmpty()).isTrue();
    }
}
