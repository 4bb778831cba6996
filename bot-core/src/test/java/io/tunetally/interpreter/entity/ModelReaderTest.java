package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what would four o mini charge for 900 memos | gpt-4o-mini",
                "cost of gpt four point one nano, 900 rows | gpt-4.1-nano",
                "cost of gpt four one mini, 900 rows | gpt-4.1-mini",
                "tune llama three point one eight b on 900 rows, cost | llama-3.1-8b",
                "price of gemini two point five flash for 900 rows | gemini-2.5-flash",
                "what does qwen three 14b cost with 900 rows | qwen3-14b"
            })
    void aNameMayBeDictated(String text, String model) {
        assertThat(Stages.slots(Stages.filled(text))).contains("models=" + model);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o | gpt-4o",
                "cost llama 8b | llama-3.1-8b",
                "cost llama 3.1 8b | llama-3.1-8b",
                "cost 8b llama | llama-3.1-8b",
                "cost the 70b-llama | llama-3.3-70b",
                "cost llama-3.1-8b-instruct | llama-3.1-8b",
                "cost gpt-4o-mini-2024-07-18 | gpt-4o-mini",
                "cost ft:gpt-4o:org::id | gpt-4o",
                "cost 4.1 1k rows | gpt-4.1",
                "cost gpt-40 | gpt-4o",
                "cost mistral-7b-chat | mistral-7b",
                "gpt-4o vs llama 70b | gpt-4o, llama-3.3-70b",
                "cost gpt-9 | gpt-9",
                "cost qwen 32b | qwen3-32b",
                "cost qwen 27b | qwen 27b",
                "what does the tuned nano cost? | gpt-4.1-nano",
                "is it justified for nano at 500 requests a day? | gpt-4.1-nano",
                "openai or azure 4.1 2k ex 3 ep | gpt-4.1",
                "cost of one run of 4.1 with 900 rows | gpt-4.1",
                "tco 4.1 batch 500 requests/day | gpt-4.1",
                "cost claude sonnet 4.5 | claude sonnet 4.5",
                "cost llama3.1:4b | llama3.1:4b",
                "cost bloomz 7b1 | bloomz 7b1",
                "cost gpt-3 | gpt-3",
                "cost neox-20b | neox-20b",
                "cost qwen 14b | qwen 14b",
                "cost qwen 14b (qwen3) lora | qwen3-14b",
                "cost Qwen3 (14B) lora | qwen3-14b",
                "cost RoBERTa-base (~0.13B) | roberta-base",
                "fine-tuned xlm-roberta-base on 12k rows | xlm-roberta-base",
                "fine-tuned kotoba-whisper on 12k rows | kotoba-whisper",
                "fine-tuned donut-base on 450 receipts | donut-base",
                "tuning wav2vec2-xls-r-1b-german | wav2vec2-xls-r-1b-german",
                "tuning LLaVA-NEXT 8B | llava-next 8b",
                "a full finetune of the openvla-7b | openvla-7b",
                "cost openvla/openvla-7b lora 2k ex | openvla-7b",
                "lora on orpheus-tts-3b-instruct | orpheus-tts-3b",
                "serving a tuned meditron-7b | meditron-7b",
                "compare airoboros-7b llama-3.1-8b | airoboros-7b, llama-3.1-8b",
                "cost deepseek-r1-distill-qwen-32b | deepseek-r1-distill-qwen-32b"
            })
    void findsAModelByNameVersionAndSize(String text, String ids) {
        assertThat(ids(text)).containsExactly(ids.split(", ", -1));
    }

    @Test
    void thePublisherIsPartOfTheName() {
        ParseState state = Stages.named("cost meta-llama/Llama-3.1-8B");
        assertThat(state.mentions).singleElement().satisfies(mention -> {
            assertThat(mention.id()).hasToString("llama-3.1-8b");
            assertThat(state.typed(mention.first(), mention.last())).isEqualTo("meta-llama/llama-3.1-8b");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost llama", "tuning mini for 12 months", "when would mini break even"})
    void aBareFamilyCouldBeSeveralModels(String text) {
        assertThat(Stages.named(text).mentions).singleElement().satisfies(mention -> {
            assertThat(mention.bareFamily()).isTrue();
            assertThat(mention.id()).isNull();
            assertThat(mention.candidates()).hasSizeGreaterThan(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost with dataset=alpaca 1k rows",
                "we saw a mini version of the alpaca in the zoo",
                "one day of tuning with Alpaca's codebase",
                "one day of tuning with the Alpaca code",
                "QLoRA on Alpaca",
                "tuning a bert-like model",
                "is a small bert enough for tuning",
                "cost with 2.5 epochs",
                "it was 4.1 degrees",
                "tuning runs at 4.1 it/s",
                "cost on a Jetson nano",
                "the cost is in section 4.1",
                "what does training on form-12b cost",
                "fine-tune on the tickets from gate-4b",
                "per ISO-9001b we train, cost?"
            })
    void anEverydayWordOrNumberIsNoModel(String text) {
        assertThat(Stages.named(text).mentions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama 8b lora, sft 52k alpaca",
                "10k rows alpaca style, llama 8b lora",
                "alpaca-cleaned (51.8k), llama 8b lora",
                "openhermes 240k, llama 8b lora"
            })
    void aDataSetWithItsCountIsNoModel(String text) {
        assertThat(ids(text)).containsExactly("llama-3.1-8b");
    }

    @Test
    void knowsTheSizeOfAModelThatIsNotInTheCatalog() {
        assertThat(Stages.named("cost qwen 27b").mentions)
                .singleElement()
                .satisfies(mention -> assertThat(mention.billionParameters()).isEqualByComparingTo("27"));
    }

    @Test
    void aMisspeltNameIsARepair() {
        assertThat(Stages.named("cost gpt-40").repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.from()).isEqualTo("gpt-40");
            assertThat(repair.to()).isEqualTo("gpt-4o");
        });
    }

    @Test
    void aDigitBehindAFamilyMayBeItsVersionOrAThousand() {
        ParseState state = Stages.named("cost gemini 4 800 examples");
        assertThat(state.token(Stages.place(state, "4 800")).numeral().readings())
                .extracting(reading -> reading.stripTrailingZeros().toPlainString())
                .containsExactly("4800", "800");
    }

    private static List<String> ids(String text) {
        return Stages.named(text).mentions.stream()
                .map(Mention::id)
                .map(String::valueOf)
                .toList();
    }
}
