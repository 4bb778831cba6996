package io.tunetally.interpreter;

/** Tells a message that is written in another script: its digits may be read, but it is never answered by itself. */
final class ForeignScript {
    private ForeignScript() {}

    static boolean prevails(FoldedText text) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.chars()[i];
            if (c >= 'a' && c <= 'z') {
                latin++;
            } else if (c > 0x2ff && Character.isLetter(c)) {
                other++;
            }
        }
        return other > 0 && other * 4 > latin;
    }
}
