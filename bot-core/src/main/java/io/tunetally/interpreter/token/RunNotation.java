package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes how logs, programs and posts note a run as settings and words: {@code train/dev/test is 412/90/500} and
 * {@code 32 topics train (96 pairs), 8 topics eval (24 pairs)} become {@code train: 412, val: 90} and
 * {@code train: 96 pairs, val: 24 pairs}, {@code epochs 1/2/3} becomes {@code epochs 1, 2, 3}, {@code epochs: opts.epochs || 3} becomes {@code epochs: 3}, the name of a file or a
 * program that has a method in it, {@code qlora.yml} or {@code mlx_lm.lora}, the method. Any other text stays as it is.
 */
public final class RunNotation {
    private static final String NUMBER = "\\d++(?:,\\d{3})*+(?:\\.\\d++(?=[km]))?+[km]?+(?![\\w%]|\\.\\d)";
    private static final String WORD = "\\p{L}++";
    private static final String NAMES = "(" + WORD + "(?: ?/ ?" + WORD + "){1,2})";
    private static final String COUNTS = "(" + NUMBER + "(?: ?/ ?" + NUMBER + "){1,2})";
    private static final Pattern NAMES_AND_COUNTS = Pattern.compile(
            "(?<![\\w/])" + NAMES + "(?![\\w/])((?: ?[:=,]| " + WORD + "){0,3}) ?" + COUNTS + "(?![\\w/])");
    private static final Pattern COUNTS_AND_NAMES =
            Pattern.compile("(?<![\\w/.])" + COUNTS + "((?: " + WORD + "){0,2}) [(\\[]?" + NAMES + "(?![\\w/])");
    private static final Pattern GROUPS = Pattern.compile(
            "(?<![\\w.])\\d++ " + WORD + "(?: \\p{L}{2,3})? (" + WORD + ") \\((" + NUMBER + " " + WORD + ")\\)");
    private static final Pattern TWO_PARTS = Pattern.compile("(?<![\\w.,])(" + NUMBER + ") (" + WORD + ") (" + WORD
            + ")(?: \\p{L}{1,3} |, | / )(" + NUMBER + ") (" + WORD + ") (" + WORD + ")(?!\\w)");
    private static final Pattern LISTED_PARTS = Pattern.compile("(?<!\\w)(" + WORD
            + "): ((?:[\\p{L}][\\w-]*+ (?:\\p{L}[\\w-]*+ ){0,2})" + NUMBER
            + "(?: ?/ ?(?:[\\p{L}][\\w-]*+ (?:\\p{L}[\\w-]*+ ){0,2})" + NUMBER + "){1,5})(?=[.,;\\n]|$)");
    private static final Pattern COUNT = Pattern.compile("(?<![\\w.-])" + NUMBER + "(?= ?/|$)");
    private static final Pattern FALLBACK = Pattern.compile("[:=] ?+(\\p{L}[\\w.]*+ ?+(?:\\|\\||\\?\\?) ?+)(?=\\d)");
    private static final Pattern TWO_LANGUAGES = Pattern.compile(
            "[a-z]( ?/ ?[^\\n:/]{0,40}?[\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af][^\\n:/]{0,40}?)(?=: ?\\d)");
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w.-])([a-z0-9]++(?:[._-][a-z0-9]++)*)\\.(?:ya?ml|toml|json|sh)(?!\\w)");
    private static final Pattern PROGRAM =
            Pattern.compile("(?<![\\w./-])[a-z][a-z0-9]*+(?:_[a-z0-9]++)*+\\.([a-z]++)(?![\\w.(-])");
    /** A slash between the labelled values of a language without spaces, in which it divides nothing. */
    private static final Pattern LABELLED =
            Pattern.compile(":[^/:\\n]{1,40}?( ?/ ?)(?=[\\u3041-\\u9fff][^/:\\n]{0,20}: ?\\S)");

    private static final String FEW_NUMBERS = "(\\d{1,2}+(?:[,/]\\d{1,2}+){2,6}+)";
    private static final Pattern LIST_BEFORE_UNIT =
            Pattern.compile("(?<![\\w.,/])" + FEW_NUMBERS + "(?: |-)(" + WORD + ")");
    private static final Pattern LIST_BEHIND_UNIT =
            Pattern.compile("(?<!\\p{L})(" + WORD + ")(?: ?[:=] ?| )" + FEW_NUMBERS + "(?![\\w/]|[.,]\\d)");

    private static final Pattern PARTS_OF_NAME = Pattern.compile("[._-]");
    private static final Pattern FEW = Pattern.compile("\\d{1,2}|100");
    private static final Pattern LIST_MARK = Pattern.compile("[,/]");
    private static final Pattern SLASH = Pattern.compile(" ?/ ?");
    private static final int SECOND = 2;
    private static final int THIRD = 3;
    private static final int FOURTH = 4;
    private static final int FIFTH = 5;
    private static final int SIXTH = 6;
    private static final String TRAIN = "train: ";
    private static final String VALIDATION = "val: ";
    private static final String SEPARATOR = ", ";

    private final CompiledLexicon lexicon;
    private final String text;
    private final TextEdits edits;

    private RunNotation(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        text = folded.text();
        edits = new TextEdits(folded);
    }

    /** Returns the text with such notation written as settings and words. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return new RunNotation(lexicon, folded).written();
    }

    private FoldedText written() {
        if (!hasDigitOrDot()) {
            return edits.written();
        }
        boolean slash = text.indexOf('/') >= 0;
        if (slash) {
            NAMES_AND_COUNTS.matcher(text).results().forEach(found -> split(found, found.group(1), found.group(THIRD)));
            COUNTS_AND_NAMES.matcher(text).results().forEach(found -> split(found, found.group(THIRD), found.group(1)));
            LISTED_PARTS.matcher(text).results().forEach(this::listed);
            drop(TWO_LANGUAGES);
            LABELLED.matcher(text).results().forEach(found -> edits.put(found.start(1), found.end(1), SEPARATOR));
        }
        if (slash || text.indexOf(',') >= 0) {
            LIST_BEFORE_UNIT.matcher(text).results().forEach(found -> epochs(found, 1, SECOND));
            LIST_BEHIND_UNIT.matcher(text).results().forEach(found -> epochs(found, SECOND, 1));
        }
        if (text.indexOf('(') >= 0) {
            groups();
        }
        TWO_PARTS.matcher(text).results().forEach(this::twoParts);
        if (text.contains("||") || text.contains("??")) {
            drop(FALLBACK);
        }
        if (text.indexOf('.') >= 0) {
            FILE.matcher(text).results().forEach(found -> method(found, found.group(1)));
            PROGRAM.matcher(text).results().forEach(found -> method(found, found.group(1)));
        }
        return edits.written();
    }

    /** All of this notation has a count or the name of a file, which most talk has not. */
    private boolean hasDigitOrDot() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || (c >= '0' && c <= '9')) {
                return true;
            }
        }
        return false;
    }

    /** {@code train/dev/test is 412/90/500}, {@code 280/400/400 for train/dev/test}: the names and the counts of a split, in one order. */
    private void split(MatchResult found, String names, String counts) {
        List<String> parts = Arrays.asList(SLASH.split(names));
        List<String> numbers = Arrays.asList(SLASH.split(counts));
        boolean named = parts.size() == numbers.size()
                && lexicon.is(Trait.TRAINING_ROW, parts.getFirst())
                && parts.stream().skip(1).allMatch(part -> lexicon.is(Trait.VALIDATION_FILE, part));
        boolean links = Arrays.stream(found.group(SECOND).split("[ :=,]+"))
                .allMatch(word -> word.isEmpty() || lexicon.is(Trait.SPLIT_LINK, word));
        if (named && links && !areFew(numbers)) {
            edits.put(
                    found.start(),
                    found.end(),
                    TRAIN + numbers.getFirst() + SEPARATOR + VALIDATION + numbers.get(1) + SEPARATOR);
        }
    }

    /** {@code 1,2,3,5 epochs}, {@code epochs 1/2/3}: a list of values, which without spaces looks like a date or a version. */
    private void epochs(MatchResult found, int list, int unit) {
        if (lexicon.isEpoch(found.group(unit))) {
            edits.put(found.start(list), found.end(list), String.join(SEPARATOR, LIST_MARK.split(found.group(list))));
        }
    }

    /** {@code 80/20}, and scores such as {@code loss train/dev: 12/14}: so few are no counts of a split. */
    private static boolean areFew(List<String> numbers) {
        return numbers.stream().allMatch(number -> FEW.matcher(number).matches());
    }

    /** {@code 32 topics train (96 pairs), 8 topics eval (24 pairs)}: what the groups of each part have. */
    private void groups() {
        List<MatchResult> parts = GROUPS.matcher(text)
                .results()
                .filter(found -> isTraining(found.group(1)) || isValidation(found.group(1)))
                .toList();
        if (parts.stream().anyMatch(found -> isTraining(found.group(1)))) {
            for (MatchResult part : parts) {
                String name = isTraining(part.group(1)) ? TRAIN : VALIDATION;
                edits.put(part.start(), part.end(), name + part.group(SECOND));
            }
        }
    }

    /** {@code 102 en train et 18 en eval}. */
    private void twoParts(MatchResult found) {
        boolean led =
                lexicon.is(Trait.SPLIT_LINK, found.group(SECOND)) && lexicon.is(Trait.SPLIT_LINK, found.group(FIFTH));
        if (led
                && !areFew(List.of(found.group(1), found.group(FOURTH)))
                && isTraining(found.group(THIRD))
                && isValidation(found.group(SIXTH))) {
            edits.put(
                    found.start(),
                    found.end(),
                    TRAIN + found.group(1) + SEPARATOR + VALIDATION + found.group(FOURTH) + SEPARATOR);
        }
    }

    /** {@code train: truthfulqa 310 / reading 1,900 / own logs 4,400}: the parts of a training set, which add up. */
    private void listed(MatchResult found) {
        if (!isTraining(found.group(1)) && !lexicon.is(Trait.MIXTURE_OF_DATA, found.group(1))) {
            return;
        }
        List<String> counts = new ArrayList<>();
        Matcher count = COUNT.matcher(found.group(SECOND));
        while (count.find()) {
            counts.add(count.group());
        }
        edits.put(found.start(SECOND), found.end(SECOND), String.join(" + ", counts) + " " + lexicon.dataWord() + " ");
    }

    /** The method in the name of a file or of a program. */
    private void method(MatchResult found, String name) {
        PARTS_OF_NAME
                .splitAsStream(name)
                .filter(lexicon::isMethod)
                .findFirst()
                .ifPresent(method -> edits.put(found.start(), found.end(), method));
    }

    private void drop(Pattern pattern) {
        pattern.matcher(text).results().forEach(found -> edits.put(found.start(1), found.end(1), " "));
    }

    private boolean isTraining(String name) {
        return lexicon.is(Trait.TRAINING_ROW, name);
    }

    private boolean isValidation(String name) {
        return lexicon.is(Trait.VALIDATION_FILE, name);
    }
}
