package io.tunetally.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.text.TextSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTest {
    private static final CanonicalReader READER = new CanonicalReader(BuiltIn.vocabulary());

    /** Texts that together have every kind of slot. */
    private static final List<String> TEXTS = List.of(
            "help",
            "models on together",
            "cost gpt-4o-mini 62500 held out 60000 tokens total",
            "cost llama-3.1-8b qlora on selfhost gpu 2 x rtx 4090 own hardware 1 example ~3-5 epochs 1 run",
            "compare gpt-4o vs base gpt-4.1 vs all lora vs full together vs mistral ai ~1000-2000 examples",
            "compare size 8b open models only without gpt-4o, without llama, without nebius 8 gpus",
            "tco gpt-3.5-turbo 6900 requests/day growing 5-10% a month 3250000 tokens a month 1290 days of hosting",
            "tco gpt-4o 100 requests/day growing by 50 every 14 days 24000 input tokens a month 7 output tokens a month",
            "break even gpt-4o 2000 prompt tokens 0 tuned prompt tokens 62.5% cached batch mode",
            "budget gemini-2.0-flash 4000000 tokens total $200.5 quoted $480 fair",
            "recommend low-latency niche-task",
            "worth it gpt-4o yes or no",
            "migrate gpt-4o to gpt-4.1 vs gpt-4.1-mini to together",
            "what would change cost gpt-4o 1000 examples",
            "explain training-time gpt-4.1-mini 2650000 tokens total 3 epochs",
            "cost gpt-4o 1000 examples split over 300 customers details",
            "cost gpt-4o one month commitment for every output token guide prices");

    /** What is written in place of a character, before it or not at all. */
    private static final String DAMAGE = "0159.-%~,$ a";

    static List<String> texts() {
        return TEXTS;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsEveryKindOfSlotAsItIsWritten(String text) {
        assertThat(READER.read(text, List.of()).map(CanonicalText::write)).contains(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsADamagedTextAsItIsWrittenOrNotAtAll(String text) {
        for (int at = 0; at < text.length(); at++) {
            String before = text.substring(0, at);
            String behind = text.substring(at + 1);
            for (char sign : DAMAGE.toCharArray()) {
                for (String damaged :
                        List.of(before + sign + behind, before + sign + text.substring(at), before + behind)) {
                    assertThat(READER.read(damaged, List.of()).map(CanonicalText::write))
                            .as(damaged)
                            .isIn(Optional.empty(), Optional.of(damaged));
                }
            }
        }
    }

    @Test
    void readsValuesWithTheirPlaceAndOrigin() {
        Request read = READER.read("cost gpt-4o ~1000-2000 examples", List.of()).orElseThrow();

        assertThat(read).isInstanceOf(Request.Estimate.class);
        assertThat(read.slots().get(SlotName.EXAMPLES))
                .isEqualTo(new Slot<>(1000L, 2000L, Origin.SAID, new TextSpan(12, 31), true));
    }

    @Test
    void readsAnUnlistedModelOnlyWhereItIsKnownToBeOne() {
        String text = "cost gpt-12o-mini 1000002 held out 100000 tokens total";

        assertThat(READER.read(text, List.of())).isEmpty();
        assertThat(READER.read(text, List.of(new ModelId("gpt-12o-mini")))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "costs gpt-4o",
                "cost gpt-4o 1000 example",
                "cost gpt-4o 1 examples",
                "cost gpt-4o 1,000 examples",
                "cost gpt-4o 1000 examples ",
                "cost 1000 examples gpt-4o",
                "cost gpt-4o 101 epochs",
                "cost gpt-4o 1.5 epochs",
                "cost gpt-4o 2-1-3 epochs",
                "cost gpt-4o together 1000 examples",
                "cost gpt-4o 10 requests/day growing by 5 a fortnight",
                "tco gpt-4o 10 requests/day growing 1.2.3% a month",
                "tco gpt-4o 10 requests/day falling 100% a month",
                "tco gpt-4o 10 requests/day falling 5 a month",
                "tco gpt-4o 10 requests/day growing 5% every 0 days",
                "tco gpt-4o 10 requests/day growing 5-1.% a month",
                "cost gpt-4o 1000 examples split over 0 customers",
                "explain lora vs full",
                "tell gpt-4o"
            })
    void readsNoOtherText(String text) {
        assertThat(READER.read(text, List.of())).isEmpty();
    }
}
