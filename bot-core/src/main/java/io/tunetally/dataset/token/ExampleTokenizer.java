package io.tunetally.dataset.token;

import io.tunetally.dataset.format.Example;
import io.tunetally.dataset.format.Message;

/**
 * Counts the tokens of examples as a family of models is trained on them: text and chat template.
 *
 * @param id the name of the family
 */
public record ExampleTokenizer(String id, Tokenizer tokenizer, ChatTemplate template) {
    public boolean exact() {
        return tokenizer.exact();
    }

    /** Returns a counter for one thread. */
    public Counter counter() {
        return new Counter(tokenizer.counter(), template);
    }

    /**
     * The tokens of an example.
     *
     * @param tokens all of them
     * @param assistant those of the texts that the model learns to write
     * @param margin by how many the number may be off
     */
    public record Count(long tokens, long assistant, double margin) {}

    /** Counts examples. Not thread-safe. */
    public static final class Counter {
        private final TokenCounter text;
        private final ChatTemplate template;

        private Counter(TokenCounter text, ChatTemplate template) {
            this.text = text;
            this.template = template;
        }

        public Count count(Example example) {
            long tokens = example.templated() ? template.example() : 0;
            long assistant = 0;
            double margin = 0;
            for (Message message : example.messages()) {
                long content = text.count(message.content());
                tokens += content + (example.templated() ? template.around(message, text) : 0);
                assistant += message.trained() ? content : 0;
                margin += content * text.bandPercent(message.content()) / 100;
            }
            return new Count(tokens, assistant, margin);
        }
    }
}
