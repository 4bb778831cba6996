package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.text.FoldedText;

/** The scripts of letters. */
final class Script {
    private Script() {}

    /** True if a good part of the letters is not Latin. */
    static boolean isForeign(FoldedText text) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.text().charAt(i);
            if (c >= 'a' && c <= 'z') {
                latin++;
            } else if (Boundary.isOtherScript(c)) {
                other++;
            }
        }
        return other > 0 && other * 4 > latin;
    }

    /** Returns the main language of a script; kana distinguish Japanese from Chinese. */
    static String language(FoldedText text) {
        String language = "und";
        for (int i = 0; i < text.length(); i++) {
            Character.UnicodeScript script =
                    Character.UnicodeScript.of(text.text().charAt(i));
            if (script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA) {
                return "ja";
            }
            if (script == Character.UnicodeScript.HAN) {
                language = "zh";
            } else if (script == Character.UnicodeScript.HANGUL) {
                language = "ko";
            } else if (script == Character.UnicodeScript.CYRILLIC) {
                language = "ru";
            }
        }
        return language;
    }
}
