package io.tunetally.dataset.verdict;

import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Pair;
import io.tunetally.dataset.source.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a provider would refuse while a file is read. */
public final class VerdictBuilder {
    private static final int MOST_KEPT = 10;

    private final ProviderRules rules;
    private final List<Verdict.Problem> ofFile = new ArrayList<>();
    private final List<Verdict.Problem> ofLines = new ArrayList<>();
    private long count;

    public VerdictBuilder(ProviderRules rules) {
        this.rules = rules;
    }

    public void line(long line, String why) {
        add(ofLines, new Verdict.Problem(line, why));
    }

    /** Adds a problem of the whole file, with the line where it shows, or 0, and what to do about it. */
    public void file(long line, String why, String mend) {
        add(ofFile, new Verdict.Problem(line, why, mend));
    }

    private void add(List<Verdict.Problem> problems, Verdict.Problem problem) {
        count++;
        if (problems.size() < MOST_KEPT) {
            problems.add(problem);
        }
    }

    /** Checks the container and the format. */
    public void format(Container container, boolean compressed, Format format) {
        container(container, compressed);
        if (!rules.formats().contains(format)) {
            file(
                    0,
                    "has the format " + format.title() + ", not " + rules.formatTitlesLike(format),
                    converted(format) + rules.formatTitlesLike(format));
        }
    }

    /** An answer judged by itself has no other to be compared with. */
    private static String converted(Format format) {
        return format == Format.KTO ? "pair good and bad answers to the same prompt as " : "convert it to ";
    }

    /** Checks the names of the columns of a question and its answer, which no row tells. */
    public void columns(Format format, @Nullable Pair pair) {
        if (pair != null && !pair.isStandard() && rules.formats().contains(format)) {
            Pair known = Pair.STANDARD;
            file(
                    0,
                    "has the columns " + pair.prompt() + " and " + pair.completion() + ", not " + known.prompt()
                            + " and " + known.completion(),
                    "rename " + renamings(pair, known));
        }
    }

    private static String renamings(Pair pair, Pair known) {
        return Stream.of(
                        new String[] {pair.prompt(), known.prompt()},
                        new String[] {pair.completion(), known.completion()})
                .filter(names -> !names[0].equals(names[1]))
                .map(names -> names[0] + " to " + names[1])
                .collect(Collectors.joining(" and "));
    }

    /** Checks the container alone, where the examples are not read. */
    public void container(Container container, boolean compressed) {
        if (!rules.containers().contains(container)) {
            file(
                    0,
                    "is " + container.title() + ", not " + rules.containerTitles(),
                    "save it as " + rules.containerTitles());
        } else if (compressed) {
            file(0, "is compressed; upload it unpacked", "unpack it");
        }
    }

    /** Checks the size of the whole. */
    public void size(long examples, long bytes) {
        long least = Objects.requireNonNullElse(
                rules.minExamples(), 1L); // No page says so, but an empty file trains nothing.
        Long most = rules.maxExamples();
        Long mostBytes = rules.maxBytes();
        if (examples < least) {
            file(0, "has too few examples: " + examples + " of at least " + least, "add " + counted(least - examples));
        }
        if (most != null && examples > most) {
            file(
                    0,
                    "has too many examples: " + examples + " of at most " + most,
                    "leave out " + counted(examples - most));
        }
        if (mostBytes != null && bytes > mostBytes) {
            file(
                    0,
                    "is too large: " + (bytes >> 20) + " MiB of at most " + (mostBytes >> 20) + " MiB",
                    "make it smaller");
        }
    }

    private static String counted(long examples) {
        return examples + (examples == 1 ? " example" : " examples");
    }

    public Verdict build() {
        List<Verdict.Problem> problems = new ArrayList<>(ofFile);
        problems.addAll(ofLines);
        return new Verdict(rules, problems.subList(0, Math.min(MOST_KEPT, problems.size())), count);
    }
}
