package io.tunetally.interpreter.language;

import io.tunetally.interpreter.language.Edits.Edit;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the word for more or less that stands behind what a number counts, {@code trois cartons de moins}, and writes it right behind a
 * share, as English has it: {@code 50 % de demandes en plus}, {@code un tiers de lettres en moins}, {@code 20 % de tráfico más}.
 */
final class PostponedChanges {
    /** The most words between a share and its word for more or less. */
    private static final int REACH = 4;

    private static final Pattern SHARE =
            Pattern.compile("(?:a|one) (?:half|third|fourth|quarter|fifth|tenth)(?: of)?|\\d+ percent");
    private static final String OF = " of";
    private static final String CLAUSE_ENDS = ",;.!?:\n";

    private final Glossary glossary;
    private final Edits edits;
    private final String text;
    private @Nullable Edit share;
    /** The end of the last number or share; -1 before the first. */
    private int end = -1;

    PostponedChanges(Glossary glossary, Edits edits, String text) {
        this.glossary = glossary;
        this.edits = edits;
        this.text = text;
    }

    /** Keeps the end of a number. */
    void number(int to) {
        share = null;
        end = to;
    }

    /** Keeps the sign of a share: {@code 50 %}. */
    void sign(int at) {
        keep(Edit.of(at, at + 1, "%"));
    }

    private void keep(Edit phrase) {
        share = phrase;
        end = phrase.to();
    }

    /** Keeps a phrase if it is a share or ends one, and tells whether it did. */
    boolean keep(Gloss gloss, Edit phrase) {
        boolean fraction =
                gloss.is(Category.FUNCTIONS) && SHARE.matcher(phrase.word()).matches();
        if (fraction || gloss.is(Measure.PERCENT)) {
            keep(phrase);
        }
        return fraction;
    }

    /** Returns the replacement of a word for more or less at a position, nothing if it is said behind its share; null if there is none. */
    @Nullable Edit at(int at) {
        Glossary.Match later = end < 0 ? null : glossary.later(text, at);
        if (later == null || !isNear(end, at) || !isEnd(later, at)) {
            return null;
        }
        String change = later.gloss().english();
        Edit passed = share;
        end = -1;
        if (passed == null) {
            return Edit.of(at, later.end(), change);
        }
        String word = passed.word();
        String whole = word.endsWith(OF) ? word.substring(0, word.length() - OF.length()) : word;
        edits.reword(passed, whole + " " + change);
        return Edit.of(at, later.end(), "");
    }

    private boolean isNear(int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (CLAUSE_ENDS.indexOf(c) >= 0 || Boundary.isDigit(c)) {
                return false;
            }
            words += c == ' ' ? 1 : 0;
        }
        return words > 0 && words <= REACH + 1;
    }

    /** A single word, {@code más}, is said of the word behind it, {@code más largas}, unless it ends its clause. */
    private boolean isEnd(Glossary.Match later, int at) {
        int end = later.end();
        boolean several = text.substring(at, end).indexOf(' ') > 0;
        boolean ends = end == text.length() || CLAUSE_ENDS.indexOf(text.charAt(end)) >= 0;
        return ends || (several && !isCompared(end));
    }

    /** {@code de moins de 50 tokens}, {@code en plus que prévu}. */
    private boolean isCompared(int end) {
        Glossary.Match next = glossary.longest(text, end + 1);
        return next != null && (next.gloss().is(Cue.OF) || next.gloss().is(Cue.QUESTION));
    }
}
