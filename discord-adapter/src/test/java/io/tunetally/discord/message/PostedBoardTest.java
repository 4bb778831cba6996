package io.tunetally.discord.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.discord.message.DiscordMessage.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedBoardTest {
    @Test
    void readsTheNameThatItWrites() {
        PostedBoard board = new PostedBoard("301", 1_576_128_151_937_876_245L, Form.COMPONENTS);

        assertThat(PostedBoard.of(board.name())).contains(board);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "301", "301 900003 COMPONENTS b4", "301 x COMPONENTS", "301 900003 HOLOGRAM"})
    void readsNoOtherText(String name) {
        assertThat(PostedBoard.of(name)).isEmpty();
    }
}
