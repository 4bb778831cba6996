package io.tunetally.interpreter.token;

import java.util.regex.Pattern;

/** Kinds of a pasted table that the text below it takes out: {@code Linz is out because ...}, {@code without Linz}. */
final class KindsTakenOut {
    /** The most characters from the name of a kind to the words that take it out. */
    private static final int REACH = 24;

    private static final Pattern BEFORE = Pattern.compile(
            "\\b(?:without|except(?: for)?|leav(?:e|ing)(?: out)?|skip(?:ping)?|drop(?:ping)?|ignor(?:e|ing)|not)(?: the)? $");
    private static final Pattern BEHIND = Pattern.compile(
            " (?:(?:is|are|was|stays?|goes|falls|must be|to be) )?+(?:left |kept |taken )?+(?:out|excluded|dropped|omitted|skipped)\\b");

    private KindsTakenOut() {}

    /**
     * True if a text takes a kind out.
     *
     * @param from the end of the table
     */
    static boolean isTakenOut(String text, String kind, int from) {
        int at = kind.isEmpty() ? -1 : text.indexOf(kind, from);
        while (at >= 0) {
            int end = at + kind.length();
            String before = text.substring(Math.max(from, at - REACH), at);
            String behind = text.substring(end, Math.min(text.length(), end + REACH));
            if (BEFORE.matcher(before).find() || BEHIND.matcher(behind).lookingAt()) {
                return true;
            }
            at = text.indexOf(kind, end);
        }
        return false;
    }
}
