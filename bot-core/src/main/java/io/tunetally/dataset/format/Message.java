package io.tunetally.dataset.format;

import org.jspecify.annotations.Nullable;

/**
 * A message of an example.
 *
 * @param role in OpenAI's words: system, user, assistant, tool
 * @param content its text; of calls of tools their names and arguments
 * @param name the name of the speaker, if the format has one
 * @param trained whether the model learns to write it
 */
public record Message(String role, String content, @Nullable String name, boolean trained) {
    static final String ASSISTANT = "assistant";

    static Message of(String role, String content) {
        return new Message(role, content, null, role.equals(ASSISTANT));
    }

    public boolean isAssistant() {
        return role.equals(ASSISTANT);
    }
}
