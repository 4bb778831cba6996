package io.tunetally.interpreter.language;

import io.tunetally.interpreter.language.Edits.Edit;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.PhraseTrie;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds GPUs with the word that counts them in languages without spaces, {@code 4张4090}, {@code 单卡A6000}, {@code A100を2枚}, and writes
 * them as English does: {@code 4 x 4090}. Sheets and pictures have the same words: {@code 4张发票}.
 */
final class CountedGpus {
    private static final String COUNTERS = "张張块塊卡枚台基";
    private static final String OF = "の的";
    private static final String PARTICLES = "をがはで、 ";
    private static final String ONE = "单單";
    private static final String TWO = "双雙";

    /** Leads from the digits of a GPU to its name in the lexicon. */
    private static final String CARD = "rtx ";

    private static final int DIGITS_OF_CARD = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(1024);

    private static final Pattern MEMORY = Pattern.compile("\\d{1,3} ?gb?(?![a-z0-9])");

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
        int gpu = count == null ? -1 : skipping(OF, count.end);
        int end = gpu < 0 ? -1 : endOfGpu(gpu);
        if (count != null && end > 0) {
            return edit(from, end, count, text.substring(gpu, end));
        }
        if (count != null && MEMORY.matcher(text).region(gpu, text.length()).lookingAt()) {
            // "一张24G的卡": a card without a name, which counts no data.
            return Edit.of(from, gpu, "");
        }
        int name = endOfGpu(from);
        Count behind = name < 0 ? null : count(skipping(PARTICLES, name));
        boolean ofNext = behind != null && endOfGpu(skipping(OF, behind.end)) > 0;
        return behind == null || ofNext || isAt(OF, behind.end)
                ? null
                : edit(from, behind.end, behind, text.substring(from, name));
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

    /** Returns the end of the GPU's name at a position, or -1. */
    private int endOfGpu(int from) {
        if (from >= text.length() || (from > 0 && isGlued(from))) {
            return -1;
        }
        long match = english.longest(text, from, text.length());
        if (match != 0 && english.lexeme(match).sense() == Category.GPUS) {
            return PhraseTrie.end(match);
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
