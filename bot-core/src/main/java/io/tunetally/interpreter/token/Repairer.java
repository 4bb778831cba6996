package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.request.Interpretation;
import io.tunetally.text.EditDistance;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Corrects typing errors if one word fits; corrections are reported, other errors get suggestions. In a translated text
 * only names of models are corrected: any other unknown word is one of its language.
 */
public final class Repairer {
    /** The limit of unknown words, above any real request; the rest stays unknown. */
    private static final int MAXIMUM_REPAIRS = 16;
    /** With this many plain words, a short unknown word is a name rather than an error. */
    private static final int WORDS_OF_PROSE = 4;
    /** Longer words in capitals are ordinary words; shorter ones are abbreviations. */
    private static final int LONGEST_ABBREVIATION = 5;
    /** Longer words that are written like a name are typing errors in one of a model more often than people or places. */
    private static final int LONGEST_PROPER_NAME = 4;
    /** Up to this length a word of another language is often like a name. */
    private static final int LONGEST_WORD_OF_ANY_LANGUAGE = 5;

    /** The fewest letters of a family's name in which a typing error is found. */
    private static final int SHORTEST_FAMILY = 3;

    private static final char LAST_ASCII = 127;

    private static final Pattern VERSION_AND_SIZE = Pattern.compile("\\d(?:\\.\\d)?[ -]\\d{1,3}b\\b");

    private final CompiledLexicon compiledLexicon;
    private final FoldedText text;
    private final List<Interpretation.Repair> repairs = new ArrayList<>(1);

    private Repairer(CompiledLexicon compiledLexicon, FoldedText text) {
        this.compiledLexicon = compiledLexicon;
        this.text = text;
    }

    /** The text with its errors corrected. */
    public record Repaired(FoldedText text, List<Interpretation.Repair> repairs) {}

    /** Returns the corrected text, or null if there is nothing to correct. */
    public static @Nullable Repaired repair(CompiledLexicon compiledLexicon, FoldedText text, Token[] tokens) {
        return new Repairer(compiledLexicon, text).repair(tokens);
    }

    private @Nullable Repaired repair(Token[] tokens) {
        for (Token token : tokens) {
            if (isCandidate(token) || familyOf(token) != null) {
                return repairCandidates(tokens);
            }
        }
        return null;
    }

    private @Nullable Repaired repairCandidates(Token[] tokens) {
        int[] from = new int[MAXIMUM_REPAIRS];
        int[] to = new int[MAXIMUM_REPAIRS];
        String[] words = new String[MAXIMUM_REPAIRS];
        int looked = 0;
        int count = 0;
        boolean prose = isProse(tokens);
        Token before = null;
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            before = i >= 2 && tokens[i - 1].isSymbol('-') ? tokens[i - 2] : null;
            boolean counted = i > 0 && tokens[i - 1].isNumber();
            String family = looked == MAXIMUM_REPAIRS ? null : familyOf(token);
            if (family != null) {
                looked++;
                from[count] = token.start;
                to[count] = token.start + lettersOf(token);
                words[count++] = family;
                repairs.add(new Interpretation.Repair(
                        text.typed(token.start, token.end),
                        family + text.folded(token.start + lettersOf(token), token.end),
                        text.span(token.start, token.end)));
                continue;
            }
            if (!isCandidate(token)
                    || looked == MAXIMUM_REPAIRS
                    || isAbbreviation(token, prose)
                    || (prose && !counted && token.end - token.start == 3)) {
                continue;
            }
            looked++;
            String typed = text.folded(token.start, token.end);
            String meant = isTier(token, before) ? tier(typed) : meant(typed, prose);
            // In "5,250 Twi prompts" no other number can be meant, only a unit.
            boolean second = counted && meant != null && !compiledLexicon.isUnit(meant);
            // In "2 epochs enough lah" no number stands before a lakh.
            boolean alone = !counted && meant != null && compiledLexicon.isMultiplier(meant);
            // "openvla-7b" is a name that is not listed, and no typing error.
            boolean named = meant != null && isSized(tokens, i) && !compiledLexicon.isModelWord(meant);
            // "Bern's 4,500 letters": a name of a place or a person.
            boolean proper = prose && isProperName(tokens, i);
            if (meant != null
                    && !second
                    && !alone
                    && !named
                    && !proper
                    && (!text.isTranslated() || isName(tokens, i, meant))) {
                from[count] = token.start;
                to[count] = token.end;
                words[count] = meant;
                count++;
                repairs.add(new Interpretation.Repair(
                        text.typed(token.start, token.end), meant, text.span(token.start, token.end)));
            }
        }
        return count == 0 ? null : new Repaired(text.replacing(from, to, words, count), repairs);
    }

    /** True of a short word that is written like a name, and has no size or version behind it. */
    private boolean isProperName(Token[] tokens, int i) {
        Token token = tokens[i];
        boolean sized =
                i + 1 < tokens.length && (tokens[i + 1].isNumber() || isSize(tokens[i + 1].start, tokens[i + 1].end));
        return token.end - token.start <= LONGEST_PROPER_NAME
                && text.isUpperCase(token.start)
                && !text.isUpperCase(token.start + 1)
                && !sized;
    }

    /** In a translated text a short word is a name only before a size: {@code lleva} is a Spanish verb, {@code lamma 8b} a model. */
    private boolean isName(Token[] tokens, int i, String meant) {
        boolean sized = i + 1 < tokens.length && isSize(tokens[i + 1].start, tokens[i + 1].end);
        return compiledLexicon.isModelWord(meant)
                && isAscii(text.typed(tokens[i].start, tokens[i].end))
                && (tokens[i].end - tokens[i].start > LONGEST_WORD_OF_ANY_LANGUAGE || sized);
    }

    /** False of {@code höhere}: no name has an accent, and a word of another language is no typing error. */
    private static boolean isAscii(String typed) {
        return typed.chars().allMatch(c -> c <= LAST_ASCII);
    }

    /** True before the size of a name: {@code openvla-7b}. */
    private boolean isSized(Token[] tokens, int i) {
        return i + 2 < tokens.length
                && tokens[i + 1].isSymbol('-')
                && !tokens[i + 1].spaced
                && !tokens[i + 2].spaced
                && isSize(tokens[i + 2].start, tokens[i + 2].end);
    }

    private boolean isSize(int start, int end) {
        return end > start + 1
                && text.text().charAt(end - 1) == 'b'
                && Boundary.isDigit(text.text().charAt(start));
    }

    /** Returns the family that the letters of {@code l8b}, {@code l3.1-8b}, {@code ds-v3} stand for, or null. */
    private @Nullable String familyOf(Token token) {
        if (token.kind != Token.Kind.CODE && token.kind != Token.Kind.WORD) {
            return null;
        }
        int letters = lettersOf(token);
        int end = token.start + letters;
        Family family = compiledLexicon.familyOf(text.folded(token.start, end));
        boolean code = token.kind == Token.Kind.CODE;
        if (family != null && (isVersion(end) || (code && isVersionOrSize(family, end, token.end)))) {
            return family.name();
        }
        return code ? misspeltFamily(token, end) : null;
    }

    /** Returns the family that the letters of {@code qwn3-8b} are a typing error for, if a version and a size follow; or null. */
    private @Nullable String misspeltFamily(Token token, int digits) {
        Matcher rest = VERSION_AND_SIZE.matcher(text.text()).region(digits, text.length());
        boolean named = digits - token.start >= SHORTEST_FAMILY && rest.lookingAt();
        String meant = named ? meant(text.folded(token.start, digits), false) : null;
        return meant != null && compiledLexicon.isModelWord(meant) ? meant : null;
    }

    private int lettersOf(Token token) {
        int end = token.start;
        while (end < token.end && Boundary.isLetter(text.text().charAt(end)) && !isVersion(end)) {
            end++;
        }
        return end - token.start;
    }

    /** True for {@code 8b}, and for {@code 3.1} of a family with such versions: {@code m2.0} may be a dataset. */
    private boolean isVersionOrSize(Family family, int start, int end) {
        if (start == end || text.text().charAt(end - 1) == 'b') {
            return start < end;
        }
        String version = text.folded(start, end);
        int point = version.indexOf('.');
        return point > 0 && family.versions().contains(version.substring(0, point));
    }

    /** True for the {@code v3} of {@code ds-v3}. */
    private boolean isVersion(int start) {
        int v = start < text.length() && text.text().charAt(start) == '-' ? start + 1 : start;
        return v + 1 < text.length()
                && text.text().charAt(v) == 'v'
                && Boundary.isDigit(text.text().charAt(v + 1));
    }

    private boolean isCandidate(Token token) {
        return token.kind == Token.Kind.WORD
                && !isPartOfAName(token)
                && token.end - token.start >= 3
                && !compiledLexicon.english().contains(text.text(), token.start, token.end)
                // "Feb" is a month, and no "fee".
                && !compiledLexicon.traits(text.text(), token.start, token.end).contains(Trait.MONTH_NAME)
                && !compiledLexicon.is(Trait.JARGON, text.folded(token.start, token.end));
    }

    private boolean isProse(Token[] tokens) {
        int words = 0;
        for (Token token : tokens) {
            boolean plain = token.is(Category.FUNCTIONS)
                    || token.is(Cue.PERSON)
                    || token.is(Cue.ARTICLE)
                    || (token.kind == Token.Kind.WORD
                            && compiledLexicon.english().contains(text.text(), token.start, token.end));
            words += plain ? 1 : 0;
        }
        return words >= WORDS_OF_PROSE;
    }

    /** {@code PII}, {@code RFC}: short and in capitals. */
    private boolean isAbbreviation(Token token, boolean prose) {
        int longest = prose ? LONGEST_ABBREVIATION : LONGEST_ABBREVIATION - 2;
        if (token.end - token.start > longest || !text.hasLowerCase()) {
            return false;
        }
        for (int i = token.start; i < token.end; i++) {
            if (!text.isUpperCase(i)) {
                return false;
            }
        }
        return true;
    }

    // "org" in "ft:gpt-4o:org" and "jsonl" in "data/x.jsonl" are not typing errors.
    private boolean isPartOfAName(Token token) {
        boolean path = token.end < text.length() && text.text().charAt(token.end) == '/';
        return joinsName(token.start - 1)
                || (!path
                        && joinsName(token.end)
                        && token.end + 1 < text.length()
                        && text.text().charAt(token.end + 1) != ' ');
    }

    private boolean joinsName(int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.text().charAt(at);
        return c == ':' || c == '/' || c == '.' || c == '@' || c == '#' || c == '_';
    }

    /** In {@code gpt-4o-mni} only a word that extends a model's name can be meant. */
    private static boolean isTier(Token token, @Nullable Token before) {
        return before != null && !token.spaced && (before.is(Category.MODELS) || before.is(Category.FAMILIES));
    }

    private @Nullable String tier(String typed) {
        String found = null;
        for (String tier : compiledLexicon.tiers()) {
            if (EditDistance.between(typed, tier, 1) == 1) {
                if (found != null) {
                    return null;
                }
                found = tier;
            }
        }
        return found;
    }

    private @Nullable String meant(String typed, boolean prose) {
        List<String> nearest = compiledLexicon.typos().nearest(typed);
        if (nearest.isEmpty() || !compiledLexicon.meanTheSame(nearest)) {
            return null;
        }
        String word = nearest.getFirst();
        int distance = EditDistance.between(typed, word, 2);
        boolean sameStart = typed.charAt(0) == word.charAt(0);
        boolean model = compiledLexicon.isModelWord(word);
        if (distance > 1 && compiledLexicon.isEverydayUnit(word)) {
            return null;
        }
        boolean allowed = distance == 1
                ? typed.length() >= 5 || sameStart
                : model
                        ? typed.length() >= 8 && sameStart
                        : typed.length() >= 9 || (typed.length() >= (prose ? 8 : 6) && sameStart);
        return allowed ? word : null;
    }
}
