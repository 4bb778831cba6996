package io.tunetally.text;

import java.text.Normalizer;
import java.util.Locale;

/** Folds one code point: width, case, accents, dashes, quotes and spaces; symbols and emoji become a space. */
final class CharacterFold {
    private CharacterFold() {}

    /** Returns the folded text of a code point; empty if it is invisible. */
    static String fold(int codePoint) {
        if (codePoint < 128) {
            return String.valueOf((char) Character.toLowerCase(codePoint));
        }
        String special = special(codePoint);
        if (special != null) {
            return special;
        }
        if (isInvisible(codePoint)) {
            return "";
        }
        if (Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint)) {
            return codePoint == 0x2028 || codePoint == 0x2029 || codePoint == 0x85 ? "\n" : " ";
        }
        return compatible(codePoint);
    }

    private static String compatible(int codePoint) {
        if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
            return " ";
        }
        if (isKana(codePoint) || isIdeograph(codePoint)) {
            return Character.toString(codePoint);
        }
        String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(part -> append(folded, part));
        return folded.isEmpty() && isMark(codePoint) ? "" : folded.isEmpty() ? " " : folded.toString();
    }

    // The marks of kana are no accents: "ga" is another word than "ka".
    private static boolean isKana(int codePoint) {
        return codePoint >= 0x3041 && codePoint <= 0x30ff && Character.isLetter(codePoint);
    }

    /** They have no compatibility form, and looking for one takes most of the time of reading Chinese. */
    private static boolean isIdeograph(int codePoint) {
        return codePoint >= 0x4e00 && codePoint <= 0x9fff;
    }

    private static void append(StringBuilder folded, int part) {
        if (part < 128) {
            folded.append((char) Character.toLowerCase(part));
        } else if (Character.isLetter(part) && Character.isBmpCodePoint(part)) {
            folded.append(Character.toString(part).toLowerCase(Locale.ROOT).charAt(0));
        } else if (part == 0x20ac || part == 0xa3 || part == 0xa5 || part == 0x20b9) {
            folded.append((char) part);
        } else if (Character.isDigit(part)) {
            folded.append((char) ('0' + Character.digit(part, 10)));
        }
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || codePoint == 0x00ad;
    }

    // Superscripts would turn 10³ into 103; the others have no useful compatibility form.
    private static @org.jspecify.annotations.Nullable String special(int codePoint) {
        return switch (codePoint) {
            case 0x2018, 0x2019, 0x201a, 0x201b, 0x02bc, 0x2032 -> "'";
            case 0x201c, 0x201d, 0x201e, 0x00ab, 0x00bb, 0x2033 -> "\"";
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d -> "-";
            case 0x00d7, 0x2715, 0x2716, 0x2a2f -> "x";
            case 0x2248, 0x223c, 0x00b1, 0xff5e, 0x301c -> "~";
            case 0x2192, 0x27a1, 0x21d2 -> "->";
            case 0x2026 -> "...";
            case 0x3001, 0xff64 -> ",";
            case 0x3002, 0xff61 -> ". ";
            case 0x00b2, 0x00b3, 0x00b9, 0x2022, 0x00b7 -> " ";
            case 0x0130, 0x0131 -> "i";
            case 0x00df -> "ss";
            case 0x00f8, 0x00d8 -> "o";
            case 0x00e6, 0x00c6 -> "ae";
            case 0x0142, 0x0141 -> "l";
            default -> null;
        };
    }
}
