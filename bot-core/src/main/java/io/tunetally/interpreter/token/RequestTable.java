package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes pasted statistics of requests, one a line, as a list: {@code sys_tok 990}, {@code answer tok (avg) | 130 |} and {@code count_24h:
 * 26,300} as {@code prompt tokens: 990, output tokens: 130, 26,300 requests per day}. The lines stand together, and count requests or
 * tell a prompt beside an input; any other text stays as it is.
 */
public final class RequestTable {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_VALUE = 32;
    private static final int MOST_WORDS = 9;
    private static final int LEAST_LENGTHS = 2;
    private static final String AROUND = " \t|>*`\"";
    private static final String BEFORE_VALUE = " \t|:=\",;.->→";
    private static final Pattern VALUE = Pattern.compile("(?<![\\w.]|\\d[, ])(\\d{1,3}(?: \\d{3})++|\\d[\\d.,_]*+k?+)"
            + "(?: ?+(?:tok|toks|token|tokens|ms|s|/day))?+(?: ?+\\(([a-z0-9 ]{1,24})\\))?+$");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}0-9_ ./()|:+'\"$\\[\\]=-]*+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}0-9]+");
    private static final Pattern PERCENTILE = Pattern.compile("p\\d{2}");
    private static final Pattern COUNT = Pattern.compile("\\d[\\d.,]{2}");
    private static final Pattern ZEROS = Pattern.compile("\\.0+$");
    private static final Pattern DAY = Pattern.compile("day|daily|24h|1d|jour|dia|tag");
    private static final Pattern WEEK = Pattern.compile("week|weekly|7d");
    private static final Pattern MONTH = Pattern.compile("month|monthly|30d|mois|mes|monat");

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final String text;
    private final TextEdits edits;

    private RequestTable(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        this.folded = folded;
        text = folded.text();
        edits = new TextEdits(folded);
    }

    private enum Period {
        DAY,
        WEEK,
        MONTH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum Role {
        PROMPT,
        INPUT,
        OUTPUT,
        REQUESTS,
        /** Something of a day, which are the requests if nothing else is: {@code listings/day}. */
        DAILY,
        /** Those who send requests, if their requests are told of each. */
        PEOPLE,
        /** {@code requests per user per day}. */
        OF_PERSON,
        CACHED,
        LATENCY,
        OTHER
    }

    /**
     * A line with a name and a number.
     *
     * @param number the place of the number, which ends at {@code end}
     */
    private record Row(int from, int number, int end, int to, List<String> words, Role role) {}

    /** Returns the text with such statistics as a list. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return folded.text().indexOf('\n') < 0 ? folded : new RequestTable(lexicon, folded).written();
    }

    private FoldedText written() {
        List<Row> block = new ArrayList<>();
        String header = "";
        String line = "";
        int from = 0;
        while (from <= text.length()) {
            int next = text.indexOf('\n', from);
            int to = next < 0 ? text.length() : next;
            Row row = row(from, to);
            if (row == null) {
                write(block, header);
                block.clear();
            } else {
                header = block.isEmpty() ? line : header;
                block.add(row);
            }
            line = text.substring(from, to);
            from = to + 1;
        }
        write(block, header);
        return edits.written();
    }

    /** Returns a line of a name and a number, or null. */
    private @Nullable Row row(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (AROUND.indexOf(text.charAt(start)) >= 0 || isBullet(start))) {
            start++;
        }
        while (end > start && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int tail = Math.max(start, end - LONGEST_VALUE);
        Matcher value = VALUE.matcher(text.substring(tail, end));
        if (!value.find()) {
            return null;
        }
        int number = tail + value.start(1);
        int last = number;
        while (last > start && BEFORE_VALUE.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        // "prompt,2000,200" has two values, not one with thousands
        boolean values = number > start
                && text.charAt(number - 1) == ','
                && value.group(1).indexOf(',') >= 0;
        boolean named = !values && last < number && last > start && last - start <= LONGEST_NAME;
        String name = named ? text.substring(start, last) : "";
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        String aside = value.group(2) == null ? "" : " " + value.group(2).replace(" ", "");
        List<String> words = BETWEEN_WORDS
                .splitAsStream(parted(start, last) + aside)
                .filter(word -> !word.isEmpty())
                .toList();
        return words.size() > MOST_WORDS ? null : new Row(from, number, tail + value.end(1), to, words, role(words));
    }

    /** Returns a name with the words of {@code AvgPromptTokens} apart. */
    private String parted(int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int at = from; at < to; at++) {
            if (at > from && folded.isUpperCase(at) && !folded.isUpperCase(at - 1)) {
                name.append(' ');
            }
            name.append(text.charAt(at));
        }
        return name.toString();
    }

    private boolean isBullet(int at) {
        return "-•".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && text.charAt(at + 1) == ' ';
    }

    private Role role(List<String> words) {
        if (words.stream()
                .anyMatch(word -> PERCENTILE.matcher(word).matches() || lexicon.is(Trait.SETTING_LATENCY, word))) {
            return Role.LATENCY;
        }
        if (has(words, Trait.SPREAD) && words.stream().noneMatch(this::isPeriod)) {
            return Role.LATENCY;
        }
        if (has(words, Trait.SETTING_TUNED)) {
            return Role.OTHER;
        }
        boolean tokens = words.stream().anyMatch(lexicon::isToken);
        boolean period = words.stream().anyMatch(this::isPeriod);
        if (!period && has(words, Trait.SETTING_PER)) {
            return Role.OTHER;
        }
        boolean people = has(words, Trait.PEOPLE) || has(words, Trait.HEADS);
        boolean each = people && has(words, Trait.SETTING_PER) && has(words, Trait.SETTING_REQUESTS);
        if (!tokens && (each || (people && !has(words, Trait.SETTING_IN)))) {
            return each ? Role.OF_PERSON : Role.PEOPLE;
        }
        boolean rate = period
                && words.stream().allMatch(word -> DAY.matcher(word).matches() || lexicon.is(Trait.SETTING_PER, word));
        if (!tokens && (rate || has(words, Trait.SETTING_REQUESTS))) {
            return Role.REQUESTS;
        }
        if (has(words, Trait.SETTING_CACHED)) {
            return Role.CACHED;
        }
        boolean in = has(words, Trait.SETTING_IN);
        boolean out = has(words, Trait.SETTING_OUT);
        if (in != out) {
            return in ? Role.INPUT : Role.OUTPUT;
        }
        if (!in && (has(words, Trait.PROMPTS) || has(words, Trait.SYSTEM_TEXT))) {
            return Role.PROMPT;
        }
        boolean ofDay = words.size() > 1 && DAY.matcher(words.getLast()).matches();
        return ofDay && !tokens && words.stream().noneMatch(lexicon::isCurrency) ? Role.DAILY : Role.OTHER;
    }

    private boolean isPeriod(String word) {
        return DAY.matcher(word).matches()
                || WEEK.matcher(word).matches()
                || MONTH.matcher(word).matches();
    }

    private boolean has(List<String> words, Trait trait) {
        return words.stream().anyMatch(word -> lexicon.is(trait, word));
    }

    private static boolean has(List<Row> block, Role role) {
        return block.stream().anyMatch(row -> row.role == role);
    }

    private void write(List<Row> block, String header) {
        boolean input = has(block, Role.INPUT);
        boolean output = has(block, Role.OUTPUT);
        boolean prompt = has(block, Role.PROMPT);
        boolean tokens = block.stream().flatMap(row -> row.words.stream()).anyMatch(lexicon::isToken);
        long lengths = block.stream()
                .filter(row -> row.role == Role.INPUT || row.role == Role.OUTPUT || row.role == Role.PROMPT)
                .count();
        boolean counted = has(block, Role.REQUESTS);
        boolean daily = !counted
                && input
                && output
                && block.stream().filter(row -> row.role == Role.DAILY).count() == 1;
        // What an API calls prompt beside completion is all that a request sends.
        boolean usage =
                !input && prompt && block.stream().anyMatch(row -> row.role == Role.OUTPUT && isCompletion(row.words));
        boolean each = has(block, Role.PEOPLE) && has(block, Role.OF_PERSON) && input && output;
        boolean requests = each || daily || (counted && (input == output || usage) && (tokens || input));
        if (lengths < LEAST_LENGTHS || !(requests || (prompt && input && output))) {
            return;
        }
        for (Row row : block) {
            boolean last = row.equals(block.getLast());
            switch (row.role) {
                case PROMPT -> write(row, input ? "prompt tokens: " : usage ? "input tokens: " : "", last);
                case INPUT -> write(row, "input tokens: ", last);
                case OUTPUT -> write(row, "output tokens: ", last);
                case REQUESTS -> requests(row, header, last);
                case CACHED -> cached(row, last);
                case DAILY -> {
                    if (daily) {
                        requests(row, header, last);
                    }
                }
                case PEOPLE -> {
                    if (each) {
                        edits.put(row.from, row.number, " ");
                        edits.append(row.end, " users");
                        end(row, last);
                    }
                }
                case OF_PERSON -> {
                    if (each) {
                        edits.put(row.from, row.number, " ");
                        edits.append(row.end, " requests per user per day");
                        end(row, last);
                    }
                }
                case LATENCY -> edits.put(row.from, row.to, " ");
                case OTHER -> {}
            }
        }
    }

    private boolean isCompletion(List<String> words) {
        return has(words, Trait.PASTED_COMPLETION);
    }

    private void write(Row row, String name, boolean last) {
        if (!name.isEmpty()) {
            edits.put(row.from, row.number, name);
            whole(row);
        }
        end(row, last);
    }

    /** {@code 480.0}, as programs print a mean. */
    private void whole(Row row) {
        Matcher zeros = ZEROS.matcher(text.substring(row.number, row.end));
        if (zeros.find()) {
            edits.put(row.number + zeros.start(), row.end, " ");
        }
    }

    /** The end of the line would end the sentence. */
    private void end(Row row, boolean last) {
        edits.put(row.end, last ? row.to : Math.min(row.to + 1, text.length()), last ? " " : ", ");
    }

    /** {@code requests/day}, {@code count_24h}, and {@code invocations_total} below {@code last 7d}. */
    private void requests(Row row, String header, boolean last) {
        String period = period(row.words);
        boolean counts = COUNT.matcher(header).find();
        String named = period.isEmpty() && !counts
                ? period(BETWEEN_WORDS.splitAsStream(header).toList())
                : period;
        if (!named.isEmpty()) {
            edits.put(row.from, row.number, " ");
            String number = ZEROS.matcher(text.substring(row.number, row.end)).replaceFirst("");
            edits.put(row.number, row.end, number + " requests per " + named);
            end(row, last);
        }
    }

    private static String period(List<String> words) {
        for (String word : words) {
            if (DAY.matcher(word).matches()) {
                return Period.DAY.word();
            }
            if (WEEK.matcher(word).matches()) {
                return Period.WEEK.word();
            }
            if (MONTH.matcher(word).matches()) {
                return Period.MONTH.word();
            }
        }
        return "";
    }

    private void cached(Row row, boolean last) {
        BigDecimal share = share(text.substring(row.number, row.end));
        if (share != null && share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0) {
            String percent = share.movePointRight(2).stripTrailingZeros().toPlainString();
            edits.put(row.from, row.number, "cached ");
            edits.put(row.number, row.end, percent + "%");
            end(row, last);
        }
    }

    private static @Nullable BigDecimal share(String digits) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
