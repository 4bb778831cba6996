package io.tunetally.dataset.token;

/** The classes of characters that the pre-tokenizers distinguish, as bits. */
final class CharacterClass {
    static final int LETTER = 1;
    static final int NUMBER = 1 << 1;
    static final int SPACE = 1 << 2;
    /** Upper case, title case, modifiers, letters without case, and marks. */
    static final int UPPER_LIKE = 1 << 3;
    /** Lower case, modifiers, letters without case, and marks. */
    static final int LOWER_LIKE = 1 << 4;

    private static final int BASIC = 1 << 16;
    private static final byte[] OF_BASIC = new byte[BASIC];

    static {
        for (int c = 0; c < BASIC; c++) {
            OF_BASIC[c] = (byte) compute(c);
        }
    }

    private CharacterClass() {}

    static int of(int codePoint) {
        return codePoint < BASIC ? OF_BASIC[codePoint] : compute(codePoint);
    }

    static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r';
    }

    private static int compute(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> LETTER | UPPER_LIKE;
            case Character.LOWERCASE_LETTER -> LETTER | LOWER_LIKE;
            case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> LETTER | UPPER_LIKE | LOWER_LIKE;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                UPPER_LIKE | LOWER_LIKE;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            default -> isWhiteSpace(codePoint) ? SPACE : 0;
        };
    }

    /** Unicode's White_Space, which differs from Java's own notions. */
    private static boolean isWhiteSpace(int c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
    }
}
