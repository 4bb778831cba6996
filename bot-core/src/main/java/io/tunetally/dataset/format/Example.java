package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training example.
 *
 * @param row the columns as they stand in the file, but a question and its answer by their standard names
 * @param pair the columns of a question and its answer as the file names them; null for other formats
 * @param templated whether the text is put into a chat template; plain text and ready-made segments are not
 * @param images the number of pictures, which no tokenizer of text counts
 */
public record Example(
        Format format, JsonNode row, @Nullable Pair pair, List<Message> messages, boolean templated, int images) {
    public Example {
        messages = List.copyOf(messages);
    }
}
