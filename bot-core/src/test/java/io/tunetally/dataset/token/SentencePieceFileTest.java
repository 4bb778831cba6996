package io.tunetally.dataset.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.dataset.source.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small vocabulary in the form of Llama 2's and Gemma's; the counts are those of npm @lenml/tokenizers 3.7.2. */
class SentencePieceFileTest {
    @TempDir
    private Path folder;

    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc,1,1",
                "abc abc,2,2",
                "a  b,3,3",
                "    abc,2,2",
                "cab é,6,5",
                "éé 中,9,8",
                "a<s>b,4,3",
                "ab</s> c,4,4",
                "\\n\\ta,4,3",
                "abcabcabc,3,3",
                "\\s\\s\\s,1,2",
                "\uD83D\uDE00 a,6,5",
            })
    @ParameterizedTest
    void countsAsTheReferenceDoes(String written, int likeLlama, int likeGemma) throws IOException {
        String text = written.replace("\\n", "\n").replace("\\t", "\t").replace("\\s", " ");
        ObjectNode llama = file();
        assertThat(counter(llama).count(text)).isEqualTo(likeLlama);
        ObjectNode gemma = file();
        gemma.set("normalizer", llama.path("normalizer").path("normalizers").path(1));
        assertThat(counter(gemma).count(text)).isEqualTo(likeGemma);
    }

    @Test
    void readsNewerFormsOfTheSame() throws IOException {
        ObjectNode metaspace = file();
        metaspace.putNull("normalizer");
        metaspace
                .putObject("pre_tokenizer")
                .put("type", "Metaspace")
                .put("replacement", "\u2581")
                .put("prepend_scheme", "first")
                .put("split", false);
        assertThat(counter(metaspace).count("cab é")).isEqualTo(6);
        ObjectNode pairs = file();
        ((ObjectNode) pairs.path("model"))
                .putArray("merges")
                .addArray()
                .add("a")
                .add("b");
        assertThat(counter(pairs).count("ab")).isEqualTo(2);
    }

    @Test
    void aTokenBeyondAWordIsMerged() throws IOException {
        ObjectNode beyond = file();
        ((ObjectNode) beyond.path("model").path("vocab")).put("c\u2581", 1_000);
        ((ArrayNode) beyond.path("model").path("merges")).insert(0, "c \u2581");
        assertThat(counter(file()).count("c c")).isEqualTo(4);
        assertThat(counter(beyond).count("c c")).isEqualTo(3);
    }

    /** Repeated and random letters take a time in proportion to their number, not to its square. */
    @Test
    void countsAMegabyteWithoutASpace() throws IOException {
        TokenCounter counter = counter(file());
        assertThat(counter.count("abc".repeat(300_000))).isEqualTo(300_000);
        StringBuilder random = new StringBuilder();
        RandomGenerator.getDefault().ints(300_000, 'a', 'd').forEach(letter -> random.append((char) letter));
        assertThat(counter.count(random.toString())).isBetween(100_000L, 300_001L);
    }

    @Test
    void isUsedForItsFamily() throws IOException {
        TokenizerFamilies families = TokenizerFamilies.with(Map.of("gemma", written(file())));
        assertThat(families.tokenizer(families.of("gemma-3-27b")).exact()).isTrue();
        TokenizerFamilies none = TokenizerFamilies.with(Map.of());
        assertThat(none.of("gemma-3-27b").id()).isEqualTo("other");
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        ObjectNode lowercase = file();
        lowercase.putObject("normalizer").put("type", "Lowercase");
        refused(lowercase, "its normalizer has other steps than a sign for spaces");
        ObjectNode whitespace = file();
        whitespace.putObject("pre_tokenizer").put("type", "Whitespace");
        refused(whitespace, "its pre-tokenizer is Whitespace");
        ObjectNode merges = file();
        ((ObjectNode) merges.path("model")).putArray("merges").add("a zz");
        refused(merges, "its merge 0 is not one of two tokens");
    }

    private void refused(JsonNode root, String why) {
        assertThatThrownBy(() -> counter(root))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("tokenizer.json: is not a tokenizer that can be read: " + why);
    }

    private TokenCounter counter(JsonNode root) throws IOException {
        return TokenizerFile.read("gemma", written(root)).counter();
    }

    private Path written(JsonNode root) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), root.toString());
    }

    private static ObjectNode file() throws IOException {
        try (InputStream in = SentencePieceFileTest.class.getResourceAsStream("/dataset/small-sentencepiece.json")) {
            return (ObjectNode) JsonMapper.builder().build().readTree(in);
        }
    }
}
