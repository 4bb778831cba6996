package io.tunetally.dataset.token;

/** A pre-tokenizer: cuts text into the pieces that are encoded one by one. Stateless. */
interface Splitter {
    /** Returns the end of the piece that starts at a position within the text. */
    int end(String text, int start);
}
