package io.tunetally.interpreter.language;

import io.tunetally.interpreter.language.Edits.Edit;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.PhraseTrie;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Finds GPUs with the word that counts them in languages without spaces, {@code 4张4090}, {@code 单卡A6000}, {@code A100を2枚}, and writes
 * them as English does: {@code 4 x 4090}. Sheets and pictures have the same words: {@code 4张发票}.
 */
final class CountedGpus {
    private static final String COUNTERS = "张張块塊卡枚台基";
    private static final String TIMES = "x*";
    private static final char GIGA = 'g';
    private static final char BYTE = 'b';
    private static final String SHOWN = "显顯";
    private static final String CARD_WORDS = "卡";
    private static final int LONGEST_NAME = 16;
    private static final String OF = "の的";
    private static final String BEFORE_NAME = "の的 ";
    private static final String PARTICLES = "をがはで、 ";
    private static final String ONE = "单單";
    private static final String TWO = "双雙";

    /** Leads from the digits of a GPU to its name in the lexicon. */
    private static final String CARD = "rtx ";

    private static final int DIGITS_OF_CARD = 4;
    private static final int LETTERS_OF_CARD = 2;
    private static final BigDecimal MOST = BigDecimal.valueOf(1024);

    private final Glossary glossary;
    private final NumberStyle style;
    private final PhraseTrie english;
    private final String text;

    CountedGpus(Glossary glossary, NumberStyle style, PhraseTrie english, String text) {
        this.glossary = glossary;
        this.style = style;
        this.english = english;
        this.text = text;
    }

    /** Returns the replacement of the GPUs that begin at a position, with their count, or null. */
    @Nullable Edit at(int from) {
        if (glossary.isSpaced()) {
            return null;
        }
        Count count = count(from);
        int gpu = count == null ? -1 : skipping(BEFORE_NAME, endOfMemory(count.end));
        int end = gpu < 0 ? -1 : endOfGpu(gpu);
        if (count != null && end > 0) {
            return edit(from, end, count, text.substring(gpu, end));
        }
        int unlisted = count == null ? -1 : endOfUnlisted(gpu);
        if (count != null && unlisted > 0) {
            return edit(from, unlisted, count, text.substring(gpu, unlisted));
        }
        if (count != null && gpu > count.end + 1 && endOfCard(gpu) > 0) {
            return Edit.of(from, endOfCard(gpu), Edits.plain(count.value) + " " + glossary.others());
        }
        int cards = endOfCards(from, count);
        if (cards > 0) {
            return Edit.of(from, cards, text.substring(from, endOfDigitsAt(from)) + " " + glossary.others());
        }
        int name = endOfName(from);
        Count factor = name >= 0 && isAt(TIMES, name) ? factor(name + 1) : null;
        if (factor != null) {
            return edit(from, factor.end, factor, text.substring(from, name));
        }
        Count behind = name < 0 ? null : count(skipping(PARTICLES, name));
        boolean ofNext = behind != null && endOfGpu(skipping(OF, behind.end)) > 0;
        if (behind == null) {
            int card = count == null ? endOfDigits(from) : -1;
            return card > 0 && isUsed(card) ? Edit.of(from, card, CARD + text.substring(from, card)) : null;
        }
        return ofNext || isAt(OF, behind.end) ? null : edit(from, behind.end, behind, text.substring(from, name));
    }

    /** True if a GPU is the word behind a position: {@code une L40S}. */
    boolean isBehind(int end) {
        return isAt(" ", end) && endOfGpu(end + 1) > 0;
    }

    private record Count(BigDecimal value, int end) {}

    private static Edit edit(int from, int end, Count count, String gpu) {
        return Edit.of(from, end, Edits.plain(count.value) + " x " + gpu);
    }

    /** Returns a number with its counter, or null. */
    private @Nullable Count count(int from) {
        BigDecimal value = isAt(ONE, from) ? BigDecimal.ONE : isAt(TWO, from) ? BigDecimal.TWO : null;
        int end = from + 1;
        if (value == null) {
            NumberWords.Composed number = from < text.length() ? NumberWords.read(glossary, style, text, from) : null;
            if (number == null || number.value().scale() > 0 || number.value().compareTo(MOST) > 0) {
                return null;
            }
            value = number.value();
            end = skipping(" ", number.end());
        }
        return isAt(COUNTERS, end) ? new Count(value, end + 1) : null;
    }

    /** Returns the end of the memory of {@code 4张40G的A100}, the same position if there is none. */
    private int endOfMemory(int from) {
        int end = endOfDigitsAt(from);
        boolean memory = end > from && end - from < DIGITS_OF_CARD && isAt(GIGA, end);
        return !memory ? from : isAt(BYTE, end + 1) ? end + 2 : end + 1;
    }

    /** Returns the end of {@code 32张80G}, {@code 16*80G} or {@code 128卡的机器}, cards of which only the memory or the number is told; -1 of others. */
    private int endOfCards(int from, @Nullable Count count) {
        int digits = endOfDigitsAt(from);
        if (digits == from || digits - from > DIGITS_OF_CARD || (from > 0 && isGlued(from))) {
            return -1;
        }
        int counted = count != null ? count.end : isAt(TIMES, digits) ? digits + 1 : -1;
        int memory = counted < 0 ? -1 : endOfMemory(counted);
        if (memory > counted && !isAt(OF, memory)) {
            return memory;
        }
        return count != null && isAt(CARD_WORDS, count.end - 1) && isAt(OF, count.end) ? count.end : -1;
    }

    private int endOfDigitsAt(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    /** Returns the end of {@code a800} or {@code 2080ti}, a card without a price: letters before two digits or behind four; -1 of any other. */
    private int endOfUnlisted(int from) {
        int digits = endOfLetters(from);
        int letters = digits;
        while (isDigit(letters)) {
            letters++;
        }
        int end = endOfLetters(letters);
        boolean prefixed = digits > from && letters - digits >= 2;
        boolean suffixed = digits == from && letters - digits == DIGITS_OF_CARD && end > letters;
        boolean more = end < text.length() && Boundary.isLetterOrDigit(text.charAt(end)) && !isUnspaced(end);
        return more || end - letters > LETTERS_OF_CARD || digits - from > LETTERS_OF_CARD || !(prefixed || suffixed)
                ? -1
                : end;
    }

    private int endOfLetters(int from) {
        int end = from;
        while (end < text.length() && Boundary.isLetter(text.charAt(end)) && !isUnspaced(end)) {
            end++;
        }
        return end;
    }

    /** Returns the end of a word for a card without a name, -1 if there is none. */
    private int endOfCard(int from) {
        int end = skipping(SHOWN, from);
        return isAt(CARD_WORDS, end) ? end + 1 : -1;
    }

    /** Returns the end of the GPU's name, also before a sign and a number: {@code 4090×2}. */
    private int endOfName(int from) {
        int end = endOfGpu(from);
        int sign = end >= 0 || (from > 0 && isGlued(from)) ? -1 : sign(from);
        if (sign < 0) {
            return end;
        }
        String name = text.substring(from, sign);
        long match = english.longest(name, 0, name.length());
        boolean gpu = match != 0
                && PhraseTrie.end(match) == name.length()
                && english.lexeme(match).sense() == Category.GPUS;
        return gpu ? sign : -1;
    }

    /** Returns the position of the sign between two digits, -1 if there is none near. */
    private int sign(int from) {
        for (int i = from + 1; i < Math.min(text.length(), from + LONGEST_NAME); i++) {
            if (isAt(TIMES, i) && isDigit(i - 1) && isDigit(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the number behind the sign of {@code 4090×2}, or null. */
    private @Nullable Count factor(int from) {
        NumberWords.Composed number = isDigit(from) ? NumberWords.read(glossary, style, text, from) : null;
        boolean whole =
                number != null && number.value().scale() <= 0 && number.value().compareTo(MOST) <= 0;
        return number != null && whole ? new Count(number.value(), skipping(COUNTERS, number.end())) : null;
    }

    private boolean isAt(char letter, int at) {
        return at < text.length() && text.charAt(at) == letter;
    }

    private boolean isDigit(int at) {
        return at < text.length() && Boundary.isDigit(text.charAt(at));
    }

    /** Returns the end of the GPU's name at a position, or -1. */
    private int endOfGpu(int from) {
        if (from >= text.length() || (from > 0 && isGlued(from))) {
            return -1;
        }
        long match = english.longest(text, from, text.length());
        if (match != 0 && english.lexeme(match).sense() == Category.GPUS) {
            return PhraseTrie.end(match);
        }
        return endOfDigits(from);
    }

    /** {@code 用4090训}, {@code 3090能跑吗}: behind the number follows no unit, but what is done with the card. */
    private boolean isUsed(int end) {
        Glossary.Match next = end < text.length() && isUnspaced(end) ? glossary.longest(text, end) : null;
        return next != null
                && (next.gloss().is(Category.TUNING)
                        || next.gloss().is(Category.CUES)
                        || next.gloss().is(Category.INTENTS));
    }

    /** Returns the end of the four digits of a card's name at a position, or -1. */
    private int endOfDigits(int from) {
        if (from > 0 && isGlued(from)) {
            return -1;
        }
        int end = from;
        while (end < text.length() && Boundary.isDigit(text.charAt(end))) {
            end++;
        }
        boolean more = end < text.length() && Boundary.isLetterOrDigit(text.charAt(end)) && !isUnspaced(end);
        if (end - from != DIGITS_OF_CARD || more) {
            return -1;
        }
        String card = CARD + text.substring(from, end);
        long named = english.longest(card, 0, card.length());
        return named != 0
                        && PhraseTrie.end(named) == card.length()
                        && english.lexeme(named).sense() == Category.GPUS
                ? end
                : -1;
    }

    /** True within a word of letters and digits. */
    private boolean isGlued(int from) {
        return Boundary.isLetterOrDigit(text.charAt(from - 1)) && !isUnspaced(from - 1);
    }

    private boolean isUnspaced(int at) {
        return Script.isUnspaced(text.charAt(at));
    }

    private int skipping(String letters, int from) {
        return isAt(letters, from) ? from + 1 : from;
    }

    private boolean isAt(String letters, int at) {
        return at < text.length() && letters.indexOf(text.charAt(at)) >= 0;
    }
}
