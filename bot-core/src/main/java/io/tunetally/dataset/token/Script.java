package io.tunetally.dataset.token;

/** The kinds of text that tokenizers treat differently. */
enum Script {
    /** Latin letters, digits among words, and the spaces between them. */
    LATIN,
    /** Punctuation and symbols: code. */
    CODE,
    /** Chinese, Japanese, Korean. */
    CJK,
    /** All other letters. */
    OTHER;

    static Script of(int c) {
        if (c < 0x250) {
            return Character.isLetterOrDigit(c) || c == ' ' ? LATIN : CODE;
        }
        if ((c >= 0x3000 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFFEF)) {
            return CJK;
        }
        return Character.isLetter(c) ? OTHER : CODE;
    }
}
