package io.tunetally.dataset.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counts equal those of the references: npm tiktoken 1.0.22 for the encodings of OpenAI, @lenml/tokenizers 3.7.2 for the others. The
 * lines are English, code, Chinese, emoji and hostile mixtures.
 */
class TokenCountsTest {
    @ParameterizedTest
    @EnumSource(ShippedTokenizer.class)
    void countsAsTheReferenceDoes(ShippedTokenizer shipped) throws IOException {
        String column = shipped.name().startsWith("QWEN")
                ? "qwen3"
                : shipped == ShippedTokenizer.MISTRAL_NEMO
                        ? "mistral-nemo"
                        : shipped == ShippedTokenizer.CL100K_BASE ? "cl100k_base" : "o200k_base";
        TokenCounter counter = shipped.tokenizer().counter();
        List<String> differing = new ArrayList<>();
        for (JsonNode line : lines()) {
            long count = counter.count(line.path("text").asText());
            if (count != line.path(column).asLong()) {
                differing.add(count + " for " + line);
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void countsRandomTextAsTheLibraryDoes() {
        Encoding library = library(EncodingType.O200K_BASE);
        Encoding older = library(EncodingType.CL100K_BASE);
        TokenCounter counter = ShippedTokenizer.O200K_BASE.tokenizer().counter();
        TokenCounter olderCounter = ShippedTokenizer.CL100K_BASE.tokenizer().counter();
        Random random = new Random(20261128);
        String characters =
                " \t\n\r'sStTmMdDlLrReEvV/aAbBzZ019.,-_\u017F\u01C5\u02B0\u00AA\u0300\u0E31\u4E00\u3042\u2163\u00BD\u0663\u00A0\u2028\u0085\u200B\uFEFF\0";
        for (int i = 0; i < 20_000; i++) {
            String text = Stream.generate(() -> characters.charAt(random.nextInt(characters.length())))
                    .limit(1 + random.nextInt(30))
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            assertThat(counter.count(text)).as(text).isEqualTo(library.countTokensOrdinary(text));
            assertThat(olderCounter.count(text)).as(text).isEqualTo(older.countTokensOrdinary(text));
        }
    }

    @Test
    void countsLongPiecesAsTheLibraryDoes() {
        Random random = new Random(20261128);
        for (EncodingType type : List.of(EncodingType.O200K_BASE, EncodingType.CL100K_BASE)) {
            Encoding library = library(type);
            TokenCounter counter = ShippedTokenizer.of(type.getName()).tokenizer().counter();
            for (String letters : List.of("a", "ab", "abcdefghij", "eationrs", "\u4E00\u4E8C\u7684\u4E86", "\u00E9\u0431\u0434")) {
                for (int length : new int[] {60, 84, 85, 86, 127, 128, 255, 256, 257, 700, 5_000}) {
                    String text = random.ints(length, 0, letters.length())
                            .mapToObj(letters::charAt)
                            .map(String::valueOf)
                            .collect(Collectors.joining());
                    assertThat(counter.count(text)).as(text).isEqualTo(library.countTokensOrdinary(text));
                }
            }
        }
    }

    private static Encoding library(EncodingType type) {
        return Encodings.newLazyEncodingRegistry().getEncoding(type);
    }

    @Test
    void cutsOutAddedTokensFirst() {
        TokenCounter qwen = ShippedTokenizer.QWEN3.tokenizer().counter();
        assertThat(qwen.count("<think>")).isEqualTo(1);
        assertThat(qwen.count("a<|im_end|>b")).isEqualTo(3);
        assertThat(ShippedTokenizer.MISTRAL_NEMO.tokenizer().counter().count("[INST]a[/INST]"))
                .isEqualTo(3);
    }

    @Test
    void composesTextForQwenOnly() {
        assertThat(ShippedTokenizer.values())
                .filteredOn(TokenCountsTest::composes)
                .containsExactly(ShippedTokenizer.QWEN3);
    }

    private static boolean composes(ShippedTokenizer shipped) {
        TokenCounter counter = shipped.tokenizer().counter();
        return counter.count("e\u0301") == counter.count("\u00E9");
    }

    private static List<JsonNode> lines() throws IOException {
        try (InputStream in = TokenCountsTest.class.getResourceAsStream("/dataset/token-counts.jsonl");
                MappingIterator<JsonNode> lines =
                        JsonMapper.builder().build().readerFor(JsonNode.class).readValues(in)) {
            return lines.readAll();
        }
    }
}
