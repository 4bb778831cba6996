package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what programs print as a name and its value, so that it is read like a setting: {@code examples ....... 800},
 * {@code [rows] 2,750} and {@code mean_len} above {@code 505} become {@code examples: 800}, {@code rows: 2,750} and
 * {@code mean tokens: 505}. Prefixes of a log ({@code wandb:}) and of a setting ({@code trainer.epochs=2}) are left out, the GPUs that
 * {@code nvidia-smi -L} lists are counted, and {@code "train": 5600, "eval": 280} are a split. Any other text stays as it is.
 */
public final class PastedLines {
    private static final String NUMBER = "\\d[\\d,_]*+(?:\\.\\d++)?+";
    private static final Pattern LEADER = Pattern.compile("(?m)^[ >*-]*+[\\p{L}\\[][^\\n.]{0,40}?( \\.{2,} ++)(?=\\S)");
    private static final Pattern ARROW = Pattern.compile(
            "(?m)^[ >*-]*+\\p{L}(?:[^\\n>, ]| (?!\\d)){0,60}?[\\p{L})\\]]( *+(?:[-=]>|\u2192) ++)(?=\\d[\\d.,]*+[^\\n]{0,12}+$)");
    private static final Pattern BRACKETED =
            Pattern.compile("(?m)^ *+(\\[)\\p{L}[\\p{L}_ ]{1,20}(\\] {2,}|\\] )(?=\\S)");
    private static final Pattern PROMPT =
            Pattern.compile("(?m)^(?:>++|\\$|in ?\\[\\d++\\]:) ?+([^\\n]{2,80})\\n(?:\\[1\\] |out ?\\[\\d++\\]: )?+("
                    + NUMBER + ")[ ]*+$\\n?+");
    private static final Pattern WORD = Pattern.compile("\\p{L}++");
    private static final Pattern LOG_PREFIX = Pattern.compile("(?m)^(\\p{L}{3,12}: )(?= ++\\S)");
    private static final Pattern DOTTED = Pattern.compile("(?<![^\\s,])\\p{L}++(\\.)(?=\\p{L}[\\w]*+=)");
    private static final Pattern GPU_LINE =
            Pattern.compile("(?m)^ *+gpu \\d++: (?:nvidia )?+([^\\n(]{3,48}?) ?\\(uuid[^\\n]{0,80}$\\n?+");
    private static final Pattern GPU_ROWS =
            Pattern.compile("(?m)^ *+gpu(?:_type|_name)?+ ?+[:=][^\\n]{1,40}\\n *+(count)(?= ?+[:=] ?+\\d{1,2}+$)");
    private static final Pattern SPLIT =
            Pattern.compile("([\"']?+)(\\p{L}++)([\"']?+ ?+[:=]? ?+)(" + NUMBER + ")(?![\\w%])([ ]?+[,/] ?+)?+");
    private static final Pattern PRINTED_ROWS = Pattern.compile("(?m)^ *+(\\(\\d++ rows?\\))(?= *+$)");
    private static final Pattern TRAINER = Pattern.compile("epochs?+|qlora|lora");
    private static final Pattern QUANTIZED = Pattern.compile("(?<![\\w.])(load_in_[48]bit[\"']?+ ?+[:=] ?+true),?+");
    private static final Pattern RANK =
            Pattern.compile("(?m)^ *+\\[?+(r|rank)(?=\\]?+ *+[:=]?+ *+(?:4|8|16|32|64|128|256)$)");
    private static final Pattern ACCELERATORS =
            Pattern.compile("(?m)^ *+(accelerators?: ?+[\"'{]?+)(\\p{L}[\\w-]*+)[\"']?+ ?+:( ?+)(\\d{1,2}+)(?!\\w)");
    private static final Pattern KEY = Pattern.compile(
            "(?<![\\w/.])([\\p{L}][\\w./()-]*+)[\"']?+(?: ?+(?:[:=]|[-=]>) ?+| )\\d[\\d,._]*+(?![\\w.%])");
    private static final Pattern LAST_PART = Pattern.compile("(?:^|[/.])(\\w++)(?:\\(\\))?+$");
    private static final Pattern EPOCHS = Pattern.compile("epochs?[\"']?+ ?+[:=]");
    private static final Pattern ONE_PASS = Pattern.compile("tok(?:en)?s?( \\((?:one|1|a|a single) (?:pass|epoch)\\))");
    private static final Pattern OF_PART =
            Pattern.compile("(?m)^ *+\\p{L}[\\p{L} ]{1,30}( \\(of [^)\\n]{1,30}\\))(?=: \\d)");
    /** A part of a {@code DatasetDict} as it is printed. */
    private static final Pattern PRINTED_PART =
            Pattern.compile("(?<!\\w)[\"']?+(\\p{L}++)[\"']?+: dataset\\(\\{[^}]{0,300}num_rows: ?+(\\d++)\\s*+\\}\\)");

    private static final String ZEROS = "\\.0+$";
    private static final int VALUE = 2;
    private static final int QUOTE = 1;
    private static final int NAME = 2;
    private static final int COUNT = 4;
    private static final int LEAST_LEADERS = 2;
    private static final int SHORTEST_LIST = 2;

    private final CompiledLexicon lexicon;
    private final String text;
    private final TextEdits edits;

    private PastedLines(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        text = folded.text();
        edits = new TextEdits(folded);
    }

    /** Returns the text with such lines written as names and values. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        String text = folded.text();
        boolean pasted =
                text.indexOf('\n') >= 0 || text.indexOf('=') >= 0 || text.indexOf('{') >= 0 || text.indexOf('_') >= 0;
        return pasted ? new PastedLines(lexicon, folded).written() : folded;
    }

    private FoldedText written() {
        prompts();
        gpus();
        replace(LEADER, LEAST_LEADERS, ": ");
        if (text.indexOf('\n') >= 0) {
            replace(ARROW, 1, ": ");
        }
        brackets();
        replace(LOG_PREFIX, LEAST_LEADERS, " ");
        replace(DOTTED, 1, " ");
        replace(GPU_ROWS, 1, "num_gpus");
        if (TRAINER.matcher(text).find()) {
            replace(RANK, 1, "lora rank");
        }
        accelerators();
        keys();
        replace(OF_PART, 1, " ");
        if (EPOCHS.matcher(text).find()) {
            replace(ONE_PASS, 1, " ");
        }
        replace(PRINTED_ROWS, 1, " ");
        replace(QUANTIZED, 1, " qlora, ");
        split();
        printedParts();
        return edits.written();
    }

    private void replace(Pattern pattern, int least, String word) {
        List<int[]> found = new ArrayList<>(0);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new int[] {matcher.start(1), matcher.end(1)});
        }
        if (found.size() >= least) {
            found.forEach(place -> edits.put(place[0], place[1], word));
        }
    }

    /** {@code [rows]   2,750}, but no {@code [dataset]} above settings. */
    private void brackets() {
        Matcher matcher = BRACKETED.matcher(text);
        while (matcher.find()) {
            edits.put(matcher.start(1), matcher.end(1), " ");
            edits.put(matcher.start(VALUE), matcher.end(VALUE), ": ");
        }
    }

    /** An expression that was typed, above its value. */
    private void prompts() {
        Matcher matcher = PROMPT.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            List<String> words = WORD.matcher(matcher.group(1))
                    .results()
                    .map(word -> word.group())
                    .toList();
            String value = matcher.group(VALUE).replaceFirst(ZEROS, "");
            String name = name(words);
            if (has(words, Trait.SPREAD)) {
                edits.put(matcher.start(), matcher.end(), " ");
            } else if (!name.isEmpty()) {
                edits.put(matcher.start(), matcher.end(), name + value + ", ");
            }
            from = matcher.end();
        }
    }

    /** Returns what an expression gives, by the words in it: {@code df.tok.mean()}, {@code nrow(train)}, or nothing. */
    private String name(List<String> words) {
        boolean tokens = words.stream().anyMatch(lexicon::isToken);
        boolean lengths = has(words, Trait.PASTED_LENGTH);
        if (has(words, Trait.MEAN)) {
            return tokens || lengths ? "mean tokens: " : "";
        }
        if (tokens) {
            return has(words, Trait.PASTED_SUM) ? "total tokens: " : "";
        }
        if (!has(words, Trait.PASTED_COUNT)) {
            return "";
        }
        return has(words, Trait.VALIDATION_FILE) ? "val: " : "examples: ";
    }

    private boolean has(List<String> words, Trait trait) {
        return words.stream().anyMatch(word -> lexicon.is(trait, word));
    }

    /** {@code accelerators: A100:8}. */
    private void accelerators() {
        Matcher matcher = ACCELERATORS.matcher(text);
        while (matcher.find()) {
            edits.put(matcher.start(1), matcher.end(1), matcher.group(COUNT) + " x ");
            edits.put(matcher.end(VALUE), matcher.end(COUNT), " ");
        }
    }

    /** Keys of programs: those for the number of GPUs, and those that no price depends on. */
    private void keys() {
        Matcher matcher = KEY.matcher(text);
        while (matcher.find()) {
            Matcher part = LAST_PART.matcher(matcher.group(1));
            String key = part.find() ? part.group(1) : "";
            if (lexicon.is(Trait.PASTED_GPUS, matcher.group(1)) || lexicon.is(Trait.PASTED_GPUS, key)) {
                edits.put(matcher.start(1), matcher.end(1), "num_gpus");
                int end = matcher.end(1);
                if (text.charAt(end) == ' ' && Character.isDigit(text.charAt(end + 1))) {
                    edits.put(end, end + 1, ": ");
                }
            } else if (lexicon.is(Trait.PASTED_OTHER, key)) {
                edits.put(matcher.start(), matcher.end(), " ");
            }
        }
    }

    /** The lines of {@code nvidia-smi -L} that name the same GPU. */
    private void gpus() {
        List<int[]> lines = new ArrayList<>(0);
        String gpu = "";
        Matcher matcher = GPU_LINE.matcher(text);
        while (matcher.find()) {
            gpu = gpu.isEmpty() ? matcher.group(1) : gpu;
            if (matcher.group(1).equals(gpu)) {
                lines.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        if (lines.size() >= SHORTEST_LIST) {
            String counted = lines.size() + " x " + gpu + "\n";
            lines.forEach(line -> edits.put(line[0], line[1], line[0] == lines.getFirst()[0] ? counted : " "));
        }
    }

    /** The names of a split in quotes, or with {@code eval} beside {@code train}, which could be a number of evaluations. */
    private void split() {
        int training = -1;
        int validation = -1;
        boolean marked = false;
        List<int[]> parts = new ArrayList<>(0);
        Matcher matcher = SPLIT.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(NAME);
            boolean train = lexicon.is(Trait.TRAINING_ROW, name);
            if (train || lexicon.is(Trait.VALIDATION_FILE, name)) {
                marked |= !matcher.group(QUOTE).isEmpty() || lexicon.is(Trait.EVALUATION_FILE, name);
                training = train && training < 0 ? parts.size() : training;
                validation = !train && validation < 0 ? parts.size() : validation;
                parts.add(new int[] {matcher.start(), matcher.start(COUNT), matcher.end(COUNT), matcher.end()});
            }
        }
        if (marked && training >= 0 && validation >= 0) {
            write(parts.get(training), "train: ");
            write(parts.get(validation), "val: ");
        }
    }

    /** {@code train: Dataset({ features: ['prompt', 'completion'], num_rows: 7342 })}. */
    private void printedParts() {
        PRINTED_PART.matcher(text).results().forEach(part -> {
            boolean train = lexicon.is(Trait.TRAINING_ROW, part.group(1));
            if (train || lexicon.is(Trait.VALIDATION_FILE, part.group(1))) {
                edits.put(part.start(), part.end(), (train ? "train: " : "val: ") + part.group(VALUE) + ", ");
            }
        });
    }

    private void write(int[] part, String name) {
        edits.put(part[0], part[1], name);
        edits.put(part[2], part[3], ", ");
    }
}
