package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OtherQuestionsTest {
    private final ConsoleBot bot = new ConsoleBot();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How much is llama 8b with 5k examples? Also, which GPU would I need? And how long does it take? | "
                        + "Which GPU would I need? LoRA on Llama 3.1 8B needs about 20 GB of GPU memory: one L4 (24 GB) is enough",
                "How much is llama 8b with 5k examples? Also, which GPU would I need? And how long does it take? | "
                        + "How long does it take? About 9-41 minutes for 7,500,000 tokens on one H100 (Llama 3.1 8B, LoRA); sellers publish"
                        + " no times",
                "what would gpt-oss 20b with 900 requests a day cost us? is VAT included? | "
                        + "Is VAT included? No: these are the sellers' list prices in US dollars, and no tax is added to them"
            })
    void eachGetsItsLine(String text, String line) {
        assertThat(notes(text)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How much is llama 8b with 5k examples? makes sense?",
                "How long does it take?",
                "what is LoRA? and what is an epoch?",
                "What does gpt-oss 20b cost with 900 requests a day? And per month?"
            })
    void whatAsksForNothingElseGetsNone(String text) {
        assertThat(notes(text)).noneMatch(note -> note.contains("?"));
    }

    private List<String> notes(String text) {
        return Worded.notes(bot.say(text).reply(), Block.Tone.NOTE);
    }
}
