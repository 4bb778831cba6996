package io.tunetally.dataset.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.dataset.source.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsAByteLevelVocabulary() throws IOException {
        TokenCounter counter =
                TokenizerFile.read("llama-3", written("BPE", "NFC")).counter();
        assertThat(counter.count("hi hi")).isEqualTo(3); // hi, then a space that has no merge with "h".
        assertThat(counter.count("h<mark>h")).isEqualTo(3);
    }

    @Test
    void isUsedForItsFamily() throws IOException {
        TokenizerFamilies families = TokenizerFamilies.with(Map.of("llama-3", written("BPE", "NFC")));
        assertThat(families.tokenizer(families.of("llama-3.1-8b")).exact()).isTrue();
        TokenizerFamilies none = TokenizerFamilies.with(Map.of());
        assertThat(none.tokenizer(none.of("llama-3.1-8b")).exact()).isFalse();
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        assertThatThrownBy(() -> TokenizerFile.read("llama-3", written("Unigram", "NFC")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("tokenizer.json: is not a tokenizer that can be read")
                .hasMessageContaining("Unigram")
                .hasMessageEndingWith("; remove tokenizers.llama-3 to use the estimate");
        assertThatThrownBy(() -> TokenizerFile.read("llama-3", written("BPE", "Lowercase")))
                .hasMessageContaining("Lowercase");
    }

    private Path written(String model, String normalizer) throws IOException {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.putObject("normalizer").put("type", normalizer);
        root.putObject("pre_tokenizer").put("type", "ByteLevel").put("use_regex", true);
        root.putArray("added_tokens").addObject().put("content", "<mark>");
        ObjectNode vocabulary = root.putObject("model").put("type", model).putObject("vocab");
        char next = 256;
        for (int value = 0; value < 256; value++) {
            boolean visible = (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
            vocabulary.put(String.valueOf(visible ? (char) value : next++), value);
        }
        vocabulary.put("hi", 256);
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, root.toString());
        return file;
    }
}
