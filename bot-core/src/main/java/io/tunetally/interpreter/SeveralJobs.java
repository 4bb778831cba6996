package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of several clients in one message, each with figures of its own: {@code Client A: 5,000 examples of 600 tokens. Client B: 800 examples
 * of 1,200 tokens. All on Qwen3 8B, what would each cost?} Each is read by itself, with the words around them all, and gets its own line. {@code
 * Team 1: 900 examples, team 2: 1,200} are the data of one job.
 */
final class SeveralJobs {
    private static final int FEWEST = 2;
    /** As many lines are still an answer. */
    private static final int MOST = 8;
    /** A job has figures of at least two kinds: else the figures are parts of one. */
    private static final int FIGURES_OF_JOB = 2;
    /** A longer number is no number of a client. */
    private static final int LONGEST_NUMBER = 2;

    private static final String[] NONE = {};

    /** A stretch of the text, and what stands there in the text of another job: a new line, so that its neighbours stay sentences. */
    private record Cut(int from, int to, String instead) {}

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final String text;
    private final Token[] tokens;
    private final List<Integer> labels = new ArrayList<>(MOST);
    private int end;

    private SeveralJobs(CompiledLexicon lexicon, FoldedText folded, Token[] tokens) {
        this.lexicon = lexicon;
        this.folded = folded;
        this.text = folded.text();
        this.tokens = tokens;
        end = tokens.length;
    }

    /**
     * Returns the reading that lists the jobs of a message, or null if it has one job.
     *
     * @param reading reads a text with one of them
     */
    static @Nullable Interpretation read(
            CompiledLexicon lexicon, FoldedText folded, Token[] tokens, Function<FoldedText, Interpretation> reading) {
        SeveralJobs jobs = new SeveralJobs(lexicon, folded, tokens);
        return jobs.areSeveral() ? jobs.interpretation(reading) : null;
    }

    private @Nullable Interpretation interpretation(Function<FoldedText, Interpretation> reading) {
        List<JobList.Job> jobs = new ArrayList<>(labels.size());
        for (int job = 0; job < labels.size(); job++) {
            jobs.add(new JobList.Job(label(job), alone(job)));
        }
        return new JobList(has(labels.getFirst(), Trait.ALTERNATIVE_JOB), jobs).interpretation(folded, reading);
    }

    private boolean areSeveral() {
        boolean apart = find();
        if (labels.size() < FEWEST || labels.size() > MOST) {
            return false;
        }
        end = endOfLast();
        Set<Measure> ofAll = EnumSet.allOf(Measure.class);
        for (int job = 0; job < labels.size(); job++) {
            Set<Measure> measures = measures(labels.get(job) + 2, endOf(job));
            ofAll.retainAll(measures);
            if (measures.size() < FIGURES_OF_JOB) {
                return false;
            }
        }
        return !ofAll.isEmpty() && (apart || isEachAsked());
    }

    /**
     * Finds the names of the jobs: a word for those who have one, and a letter or a number.
     *
     * @return whether what is named so is always a job by itself
     */
    private boolean find() {
        Set<String> names = new HashSet<>();
        String noun = null;
        boolean apart = false;
        for (int i = 0; i + 1 < tokens.length; i++) {
            boolean separate = has(i, Trait.SEPARATE_JOB) || has(i, Trait.ALTERNATIVE_JOB);
            if ((separate || has(i, Trait.HAS_OWN_JOB)) && isOrdinal(i + 1)) {
                noun = noun == null ? word(i) : noun;
                if (noun.equals(word(i)) && names.add(word(i + 1))) {
                    labels.add(i);
                    apart |= separate;
                }
            }
        }
        return apart;
    }

    /** The A of {@code client A}, the 2 of {@code client 2}. */
    private boolean isOrdinal(int i) {
        int length = tokens[i].end - tokens[i].start;
        char first = text.charAt(tokens[i].start);
        boolean letter = length == 1 && first >= 'a' && first <= 'z';
        boolean number = length <= LONGEST_NUMBER && Character.isDigit(first) && tokens[i].isNumber();
        return (letter || number) && !tokens[i - 1].isNumber();
    }

    /** The last job has as many sentences as the one before it, and ends before {@code all on Qwen3 8B}. */
    private int endOfLast() {
        int last = labels.getLast();
        int breaks = breaks(labels.get(labels.size() - 2), last);
        int i = last + 2;
        for (; i < tokens.length; i++) {
            boolean joins = has(i, Trait.OF_ALL_JOBS) && isBreak(i - 1);
            if (joins) {
                return i;
            }
            if (isEnd(i) && --breaks <= 0) {
                return i + 1;
            }
        }
        return i;
    }

    private int breaks(int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            breaks += isEnd(i) ? 1 : 0;
        }
        return Math.max(1, breaks);
    }

    private boolean isBreak(int i) {
        return isEnd(i) || tokens[i].isSymbol(',') || tokens[i].is(Cue.AND);
    }

    private boolean isEnd(int i) {
        return tokens[i].isSymbol('.')
                || tokens[i].isSymbol(';')
                || tokens[i].isSymbol('?')
                || tokens[i].isSymbol('!')
                || tokens[i].kind == Token.Kind.BREAK;
    }

    /** Returns the kinds of figures of a job; a model is one, as its size is. */
    private Set<Measure> measures(int from, int to) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        boolean counted = false;
        for (int i = from; i < to; i++) {
            boolean length = tokens[i].is(Cue.INPUT)
                    || tokens[i].is(Cue.OUTPUT)
                    || tokens[i].is(Cue.IN)
                    || tokens[i].is(Cue.OUT);
            Measure measure = length ? Measure.TOKEN : tokens[i].measure();
            if (tokens[i].is(Category.MODELS)) {
                measures.add(Measure.PARAMETER);
            }
            if (measure != null && counted && !measure.isTime()) {
                measures.add(measure);
                counted = false;
            }
            counted |= tokens[i].isNumber();
        }
        return measures;
    }

    /** {@code what would each cost}, beside the jobs. */
    private boolean isEachAsked() {
        for (int i = 0; i < tokens.length; i++) {
            boolean beside = i < labels.getFirst() || i >= end;
            if (beside && (tokens[i].is(Cue.EACH) || tokens[i].is(Cue.PER) || has(i, Trait.EACH_BY_ITSELF))) {
                return true;
            }
        }
        return false;
    }

    private int endOf(int job) {
        return job + 1 < labels.size() ? labels.get(job + 1) : end;
    }

    private String label(int job) {
        int noun = labels.get(job);
        String typed = folded.typed(tokens[noun].start, tokens[noun + 1].end);
        return Character.toUpperCase(typed.charAt(0)) + typed.substring(1);
    }

    /** Returns the text without the other jobs, the name of this one and the number of all. */
    private FoldedText alone(int job) {
        List<Cut> cuts = new ArrayList<>(labels.size() + 1);
        for (int i = 0; i < labels.getFirst(); i++) {
            cutCount(cuts, i);
        }
        for (int each = 0; each < labels.size(); each++) {
            int name = labels.get(each);
            boolean own = each == job;
            cut(cuts, name, own ? behindName(name) : endOf(each), own ? "" : "\n");
        }
        for (int i = end; i < tokens.length; i++) {
            cutCount(cuts, i);
        }
        return folded.replacing(
                cuts.stream().mapToInt(Cut::from).toArray(),
                cuts.stream().mapToInt(Cut::to).toArray(),
                cuts.stream().map(Cut::instead).toList().toArray(NONE),
                cuts.size());
    }

    /** The 3 of {@code 3 clients}, {@code all 3 on Qwen3 8B}. */
    private void cutCount(List<Cut> cuts, int i) {
        boolean counts = tokens[i].isNumber()
                && tokens[i].numeral().value().intValue() == labels.size()
                && (i + 1 == tokens.length || tokens[i + 1].measure() == null || has(i + 1, Trait.HAS_OWN_JOB));
        if (counts) {
            cut(cuts, i, i + 1, "");
        }
    }

    private int behindName(int name) {
        int behind = name + 2;
        boolean marked = behind < tokens.length && tokens[behind].kind == Token.Kind.SYMBOL && !isEnd(behind);
        return marked ? behind + 1 : behind;
    }

    private void cut(List<Cut> cuts, int from, int to, String instead) {
        int stop = to < tokens.length ? tokens[to].start : text.length();
        cuts.add(new Cut(tokens[from].start, stop, instead));
    }

    private boolean has(int i, Trait trait) {
        return lexicon.traits(text, tokens[i].start, tokens[i].end).contains(trait);
    }

    private String word(int i) {
        return text.substring(tokens[i].start, tokens[i].end);
    }
}
