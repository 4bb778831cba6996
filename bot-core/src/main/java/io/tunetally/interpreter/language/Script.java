package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.token.Token;
import io.tunetally.text.FoldedText;

/** The scripts of letters. */
final class Script {
    private Script() {}

    private static final String SETTING_MARKS = "_=";

    /** True if a good part of the letters is not Latin; beside letters without spaces the Latin ones of names and settings do not count. */
    static boolean isForeign(FoldedText text, Token[] tokens) {
        int latin = 0;
        int other = 0;
        int unspaced = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.text().charAt(i);
            if (c >= 'a' && c <= 'z') {
                latin++;
            } else if (Boundary.isOtherScript(c)) {
                other++;
                unspaced += isUnspaced(c) ? 1 : 0;
            }
        }
        return (other > 0 && other * 4 > latin)
                || (unspaced > 0 && unspaced * 4 > latin - lettersOfNames(tokens) - lettersOfSettings(text.text()));
    }

    /** Counts the Latin letters of {@code --num_train_epochs 2} and {@code BatchSize=4}, which are those of a program. */
    private static int lettersOfSettings(String text) {
        int letters = 0;
        int word = 0;
        boolean setting = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            setting |= SETTING_MARKS.indexOf(c) >= 0;
            if (c >= 'a' && c <= 'z') {
                word++;
            } else if (c != '_' && !Boundary.isDigit(c)) {
                letters += setting ? word : 0;
                word = 0;
                setting = false;
            }
        }
        return letters;
    }

    private static int lettersOfNames(Token[] tokens) {
        int letters = 0;
        for (Token token : tokens) {
            letters += isName(token) ? token.end - token.start : 0;
        }
        return letters;
    }

    private static boolean isName(Token token) {
        return token.is(Category.MODELS)
                || token.is(Category.FAMILIES)
                || token.is(Category.TIERS)
                || token.is(Category.PROVIDERS)
                || token.is(Category.METHODS)
                || token.is(Category.GPUS);
    }

    /** True for letters of languages that write no spaces between words. */
    static boolean isUnspaced(char c) {
        return (c >= 0x3005 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
    }

    static boolean hasKana(FoldedText text) {
        return text.text().chars().anyMatch(c -> c >= 0x3041 && c <= 0x30ff);
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
