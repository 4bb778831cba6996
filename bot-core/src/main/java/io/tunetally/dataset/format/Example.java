package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A training example.
 *
 * @param row the columns as they stand in the file
 * @param templated whether the text is put into a chat template; plain text and ready-made segments are not
 * @param images the number of pictures, which no tokenizer of text counts
 */
public record Example(Format format, JsonNode row, List<Message> messages, boolean templated, int images) {
    public Example {
        messages = List.copyOf(messages);
    }
}
