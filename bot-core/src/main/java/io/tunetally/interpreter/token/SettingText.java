package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes pasted settings whose name has several parts in words: {@code budget_usd: 300} as {@code budget: 300 usd},
 * {@code prompt_tokens_now=2600} as {@code prompt tokens: 2600}, {@code in/chat: 380 tok} as {@code input tokens: 380 tok},
 * {@code mon-sun: 10,500 chats} as {@code 10,500 chats per week}, {@code mean / median: 512, 470} as {@code mean: 512}, and
 * {@code n_epochs is left at 4} as {@code n_epochs=4}, {@code rows_total = 8200} above {@code rows_eval = 700} as {@code 8200 rows, of which 700 are held out}. Any other text stays as it is.
 */
public final class SettingText {
    private static final String NUMBER = "\\d++(?:[.,_]\\d++)*+[km]?+(?![\\w%])";
    private static final String ASSIGNED = "[\"']?+ ?+[:=] ?+(" + NUMBER + ")(?: ?+([a-z]++)(?![\\w/]))?+";
    private static final Pattern SETTING = Pattern.compile("(?<![\\w/.-])([a-z]++(?:[_/-][a-z]++){1,6}+)" + ASSIGNED);
    /** A line, which may begin with the level of its log: {@code info: total examples: 7000}. */
    private static final Pattern LINE =
            Pattern.compile("(?m)^[ >*|-]*+(?:[a-z]{2,8}: )?+([a-z]++(?: [a-z]++){1,3}+)" + ASSIGNED);

    /** The wide space between two settings of a log: {@code num examples = 1,238  num epochs = 3  total train batch size = 8}. */
    private static final Pattern BETWEEN_SETTINGS =
            Pattern.compile("(?<=[:=] ?\\d{1,3}[\\d,._]{0,12})( {2,8})(?=[a-z]++(?:[ _-][a-z]++){0,6}+ ?+[:=] ?+\\d)");

    private static final Pattern LINKED =
            Pattern.compile("(?<![\\w/.-])[a-z]++(?:_[a-z]++)++((?: \\p{L}{1,6}+){1,3}+ )(" + NUMBER + ")");
    /** The number of epochs in the notation of programs: {@code trainer.total_epochs=10}, {@code _epochs{4}}, {@code epoch == 4}. */
    private static final Pattern EPOCHS = Pattern.compile(
            "(?<![a-z0-9._])(_?+(?:[a-z]\\w*+\\.)*+)((?:[a-z]++_)*+)epoch(s?+)( ?+==?+ ?+|: ?+|[{\\[])(\\d{1,3}+)(?![\\w.%/:])[}\\]]?+");

    private static final int QUALIFIERS = 2;
    private static final int PLURAL = 3;
    private static final int EPOCHS_SIGN = 4;
    private static final int EPOCHS_COUNT = 5;
    private static final String EPOCHS_SET = "epochs=";
    private static final String BRACKETS = "{[";
    private static final int VALUE = 2;
    private static final int COUNTED = 3;
    private static final Pattern TWO_NAMES = Pattern.compile(
            "(?<![\\w/])([a-z]\\w*+) ?+/ ?+([a-z]\\w*+) ?+[:=] ?+(" + NUMBER + ")(?: ?+/ ?+|, ?+)(" + NUMBER + ")");
    private static final int SECOND_NAME = 2;
    private static final int FIRST_VALUE = 3;
    private static final int SECOND_VALUE = 4;
    private static final Pattern WORD = Pattern.compile("[a-z]++");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[ _/-]");
    private static final int MOST_DIGITS = 12;
    private static final String BUDGET = "budget: ";
    private static final String PROMPT = "prompt tokens: ";
    private static final String TUNED_PROMPT = "tuned prompt tokens: ";
    private static final String INPUT = "input tokens: ";
    private static final String OUTPUT = "output tokens: ";
    private static final String PER = " per ";
    private static final String PER_WEEK = " per week";

    private final CompiledLexicon lexicon;
    private final String text;
    private final TextEdits edits;
    /** Whether the prompt of a usage record is all that a request sends. */
    private boolean usage;

    private SettingText(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        text = folded.text();
        edits = new TextEdits(folded);
    }

    /**
     * A setting.
     *
     * @param unit the place behind the word that its value counts, or of its value's end
     */
    private record Setting(
            List<String> parts,
            int from,
            int value,
            int end,
            int unit,
            @Nullable String counted) {}

    /** Returns the text with such settings written in words. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        String text = folded.text();
        boolean assigned = text.indexOf(':') >= 0 || text.indexOf('=') >= 0 || text.indexOf('_') >= 0;
        return assigned ? new SettingText(lexicon, folded).written() : folded;
    }

    private FoldedText written() {
        if (text.contains("  ")) {
            betweenSettings();
        }
        means();
        linked();
        epochs();
        List<Setting> settings = new ArrayList<>(0);
        find(SETTING, settings);
        if (text.indexOf('\n') >= 0) {
            find(LINE, settings);
        }
        heldOut(settings);
        usage = isUsage(settings);
        sum(settings);
        settings.forEach(this::write);
        return edits.written();
    }

    private void betweenSettings() {
        Matcher matcher = BETWEEN_SETTINGS.matcher(text);
        while (matcher.find()) {
            edits.put(matcher.start(1), matcher.end(1), ", ");
        }
    }

    private void find(Pattern pattern, List<Setting> settings) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            boolean counted = matcher.group(COUNTED) != null;
            settings.add(new Setting(
                    List.of(BETWEEN_PARTS.split(matcher.group(1))),
                    matcher.start(1),
                    matcher.start(VALUE),
                    matcher.end(VALUE),
                    counted ? matcher.end(COUNTED) : matcher.end(VALUE),
                    matcher.group(COUNTED)));
        }
    }

    private void write(Setting setting) {
        String currency =
                setting.parts.stream().filter(lexicon::isCurrency).findFirst().orElse(null);
        if (has(setting, Trait.SETTING_BUDGET) && currency != null) {
            edits.put(setting.from, setting.value, BUDGET);
            edits.append(setting.end, " " + currency);
        } else if (has(setting, Trait.PROMPTS) && has(setting, Trait.SETTING_TUNED)) {
            edits.put(setting.from, setting.value, TUNED_PROMPT);
        } else if (has(setting, Trait.PROMPTS) && has(setting, Trait.SETTING_TODAY)) {
            edits.put(setting.from, setting.value, PROMPT);
        } else if (usage && isPrompt(setting)) {
            edits.put(setting.from, setting.value, apart(setting) + INPUT);
        } else if (usage && has(setting, Trait.PASTED_COMPLETION)) {
            edits.put(setting.from, setting.value, apart(setting) + OUTPUT);
        } else if (isLengthOfRequest(setting)) {
            edits.put(setting.from, setting.value, apart(setting) + (has(setting, Trait.SETTING_OUT) ? OUTPUT : INPUT));
        } else if (setting.counted != null && !lexicon.isToken(setting.counted) && isRate(setting)) {
            boolean week = lexicon.is(Trait.SETTING_DAY, setting.parts.getFirst());
            edits.put(setting.from, setting.value, " ");
            edits.append(setting.unit, week ? PER_WEEK : PER + setting.parts.getLast());
        }
    }

    /** {@code prompt_tokens=1840 completion_tokens=212}, unless a prompt is spoken of as well, of which so many are a part. */
    private boolean isUsage(List<Setting> settings) {
        List<Setting> prompts = settings.stream().filter(this::isPrompt).toList();
        boolean completion = settings.stream().anyMatch(setting -> has(setting, Trait.PASTED_COMPLETION));
        return completion
                && prompts.size() == 1
                && WORD.matcher(text)
                                .results()
                                .filter(word -> lexicon.is(Trait.PROMPTS, word.group()))
                                .count()
                        == 1;
    }

    /** Returns what tells a length from the value right before it: {@code prompt_tokens=640 completion_tokens=95}. */
    private String apart(Setting setting) {
        int before = setting.from - 2;
        return before >= 0 && text.charAt(before + 1) == ' ' && Character.isDigit(text.charAt(before)) ? ", " : "";
    }

    /** {@code prompt_tokens}: no other part says when. */
    private boolean isPrompt(Setting setting) {
        return has(setting, Trait.PROMPTS)
                && setting.parts.stream()
                        .allMatch(part -> lexicon.is(Trait.PROMPTS, part)
                                || lexicon.is(Trait.MEAN, part)
                                || lexicon.is(Trait.PASTED_COUNT, part)
                                || lexicon.isToken(part));
    }

    private boolean has(Setting setting, Trait trait) {
        return setting.parts.stream().anyMatch(part -> lexicon.is(trait, part));
    }

    /** {@code in/chat: 380 tok}, {@code avg_user_tokens: 180}: nothing but a side of a request, tokens and the request. */
    private boolean isLengthOfRequest(Setting setting) {
        boolean ofTokens = (setting.counted != null && lexicon.isToken(setting.counted))
                || setting.parts.stream().anyMatch(lexicon::isToken);
        boolean in = has(setting, Trait.SETTING_IN);
        return ofTokens
                && in != has(setting, Trait.SETTING_OUT)
                && setting.parts.stream()
                        .allMatch(part -> lexicon.is(Trait.SETTING_IN, part)
                                || lexicon.is(Trait.SETTING_OUT, part)
                                || lexicon.is(Trait.MEAN, part)
                                || lexicon.isUnit(part)
                                || lexicon.is(Trait.SETTING_PER, part));
    }

    /** {@code mon-sun}, {@code per week}. */
    private boolean isRate(Setting setting) {
        String first = setting.parts.getFirst();
        String last = setting.parts.getLast();
        boolean days = lexicon.is(Trait.SETTING_DAY, first) && lexicon.is(Trait.SETTING_DAY, last);
        return setting.parts.size() == 2 && (days || (lexicon.is(Trait.SETTING_PER, first) && lexicon.isUnit(last)));
    }

    /** A whole and the part of it that is not trained on. */
    private void heldOut(List<Setting> settings) {
        Setting whole = null;
        Setting part = null;
        for (Setting setting : settings) {
            boolean data = setting.parts.stream().anyMatch(lexicon::isData);
            whole = data && has(setting, Trait.WHOLE_ROW) ? setting : whole;
            part = data && has(setting, Trait.VALIDATION_FILE) ? setting : part;
        }
        if (whole != null && part != null) {
            String unit = " " + lexicon.dataWord();
            String held = text.substring(part.value, part.end);
            edits.put(whole.from, whole.value, " ");
            edits.append(whole.end, unit + ", of which " + held + unit + " are held out, ");
            edits.put(part.from, part.end, " ");
        }
    }

    /** The total of {@code "prompt_tokens": 840, "completion_tokens": 120, "total_tokens": 960} says nothing new. */
    private void sum(List<Setting> settings) {
        List<Setting> tokens = settings.stream()
                .filter(setting -> setting.parts.stream().anyMatch(lexicon::isToken))
                .toList();
        long all = tokens.stream().mapToLong(this::value).sum();
        for (Setting total : tokens) {
            long others = all - value(total);
            // Gemini's total has the tokens of its thoughts, too.
            if (tokens.size() > 2 && has(total, Trait.WHOLE_ROW) && (usage || value(total) == others)) {
                edits.put(total.from, total.end, " ");
            }
        }
    }

    /** Returns a value as a whole number, or 0 if it has too many digits to be one. */
    private long value(Setting setting) {
        String digits = text.substring(setting.value, setting.end).replaceAll("\\D", "");
        return digits.length() > MOST_DIGITS ? 0 : Long.parseLong(digits);
    }

    /** {@code n_epochs is left at 4}, {@code max_seq_length steht auf 512}: words between the name of a setting and its value. */
    private void linked() {
        if (text.indexOf('_') < 0) {
            return;
        }
        Matcher matcher = LINKED.matcher(text);
        while (matcher.find()) {
            List<String> links = List.of(matcher.group(1).strip().split(" "));
            if (links.stream().allMatch(link -> lexicon.is(Trait.SETTING_LINK, link))) {
                edits.put(matcher.start(1), matcher.start(VALUE), "=");
            }
        }
    }

    /** A prefix or a plural tells the number of all epochs from that of one of them: {@code epoch: 4}, {@code warmup_epochs=1}. */
    private void epochs() {
        EPOCHS.matcher(text).results().forEach(found -> {
            String path = found.group(1);
            String qualifiers = found.group(QUALIFIERS);
            String sign = found.group(EPOCHS_SIGN).strip();
            boolean counted = qualifiers.isEmpty()
                    || BETWEEN_PARTS
                            .splitAsStream(qualifiers)
                            .allMatch(part -> lexicon.is(Trait.EPOCH_QUALIFIER, part));
            boolean plural = !found.group(PLURAL).isEmpty();
            boolean brackets = BRACKETS.contains(sign);
            boolean written = !path.isEmpty() || brackets || sign.length() > 1 || (!plural && !qualifiers.isEmpty());
            if (counted && written && (plural || !qualifiers.isEmpty() || sign.length() > 1)) {
                edits.put(found.start(), found.end(), EPOCHS_SET + found.group(EPOCHS_COUNT) + (brackets ? " " : ""));
            }
        });
    }

    /** A mean and the extreme beside it, of which the mean is paid for. */
    private void means() {
        if (text.indexOf('/') < 0) {
            return;
        }
        Matcher matcher = TWO_NAMES.matcher(text);
        while (matcher.find()) {
            String one = matcher.group(1);
            String other = matcher.group(SECOND_NAME);
            if (lexicon.is(Trait.MEAN, one) && lexicon.is(Trait.SPREAD, other)) {
                edits.put(matcher.end(1), matcher.start(FIRST_VALUE), ": ");
                edits.put(matcher.end(FIRST_VALUE), matcher.end(SECOND_VALUE), " ");
            } else if (lexicon.is(Trait.SPREAD, one) && lexicon.is(Trait.MEAN, other)) {
                edits.put(matcher.start(1), matcher.start(SECOND_NAME), " ");
                edits.put(matcher.end(SECOND_NAME), matcher.start(SECOND_VALUE), ": ");
            }
        }
    }
}
