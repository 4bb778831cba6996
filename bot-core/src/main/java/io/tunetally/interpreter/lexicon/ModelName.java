package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.ModelId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A known spelling of a model.
 *
 * @param family the family of its id, null if the lexicon has none
 * @param version the text between family and size in the spelling, may be empty
 * @param misspelt whether a zero was typed for the letter o
 */
public record ModelName(ModelId id, @Nullable Family family, String version, boolean misspelt) {
    private static final Pattern PART = Pattern.compile("([a-z]*?)(\\d{1,2})(?:\\.(\\d))?([a-z]?)");
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

    private static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final String LAST = " last";

    /** The maximum number of words of a spelling that is dictated; longer ones are typed ids. */
    private static final int MOST_PARTS = 5;

    /**
     * Returns how people dictate a spelling: {@code gpt four point one mini}, {@code four oh mini}; none without a word in it.
     *
     * @param known how parts of names are said, which many names share; is added to
     */
    static Set<String> dictated(String phrase, Map<String, List<String>> known) {
        String[] parts = phrase.split(" ", -1);
        if (parts.length > MOST_PARTS
                || !hasDigit(phrase)
                || !WORD.matcher(phrase).find()) {
            return Set.of();
        }
        List<String> heads = List.of("");
        for (int at = 0; at < parts.length; at++) {
            List<String> longer = new ArrayList<>();
            boolean last = at == parts.length - 1;
            String part = parts[at];
            List<String> ways = hasDigit(part)
                    ? known.computeIfAbsent(last ? part + LAST : part, _ -> said(part, last))
                    : List.of(part);
            for (String head : heads) {
                for (String way : ways) {
                    longer.add(head.isEmpty() ? way : head + " " + way);
                }
            }
            heads = longer;
        }
        Set<String> dictated = new LinkedHashSet<>(heads);
        dictated.remove(phrase);
        return dictated;
    }

    private static boolean hasDigit(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) >= '0' && part.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a part as written, and in words if it has a short number: {@code 4.1}, {@code four point one}, {@code four
     * one}, {@code 4 point 1}, and, unless it is the last, {@code 4 1}, as {@code gpt 4 1} may be one of GPT-4.
     */
    private static List<String> said(String part, boolean last) {
        Matcher matcher = PART.matcher(part);
        List<String> said = new ArrayList<>(List.of(part));
        if (matcher.matches()) {
            String before = matcher.group(1).isEmpty() ? "" : matcher.group(1) + " ";
            String after = matcher.group(4).isEmpty() ? "" : " " + matcher.group(4);
            String whole = before + words(Integer.parseInt(matcher.group(2)));
            if (matcher.group(3) == null) {
                said.add(whole + after);
                if (matcher.group(4).indexOf('o') == 0) {
                    said.add(whole + " oh");
                    said.add(before + matcher.group(2) + " oh");
                }
            } else {
                String tenths = words(Integer.parseInt(matcher.group(3)));
                said.add(whole + " point " + tenths + after);
                said.add(whole + " " + tenths + after);
                said.add(before + matcher.group(2) + " point " + matcher.group(3) + after);
                if (!last) {
                    said.add(before + matcher.group(2) + " " + matcher.group(3) + after);
                }
            }
        }
        return said;
    }

    private static String words(int number) {
        if (number < ONES.size()) {
            return ONES.get(number);
        }
        String tens = TENS.get(number / 10 - 2);
        return number % 10 == 0 ? tens : tens + " " + ONES.get(number % 10);
    }
}
