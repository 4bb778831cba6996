package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnaskedWordingTest {
    private static final Slots SAID = Slots.builder()
            .put(SlotName.EXAMPLES, Slot.of(52_000L, Origin.SAID))
            .build();

    @Test
    void asksWhatToWorkOutForTheJobOfTheMessage() {
        Reply reply = UnaskedWording.reply(SAID, List.of());

        assertThat(reply.title()).isEqualTo("What would you like to know about 52000 examples?");
        assertThat(reply.blocks())
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Choices.class,
                        choices -> assertThat(choices.actions())
                                .extracting(Action::command)
                                .containsExactly(
                                        "cost 52000 examples",
                                        "tco 52000 examples",
                                        "worth it 52000 examples",
                                        "recommend 52000 examples"));
    }
}
