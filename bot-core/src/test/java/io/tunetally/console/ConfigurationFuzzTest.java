package io.tunetally.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Answers;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.chat.Markup;
import io.tunetally.conversation.Defaults;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slots;
import io.tunetally.runtime.ExitCode;
import io.tunetally.settings.Settings;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.StorageSettings;
import io.tunetally.wording.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutates configuration files: each is either read and used for prices, or rejected with its name and line. 1,000
 * mutations in each build, 100,000 in the nightly profile; {@code -Dfuzz=1000000} sets another number.
 */
final class ConfigurationFuzzTest {
    private static final int TRIES = Integer.getInteger("fuzz", 1_000);
    private static final long SEED = Long.getLong("fuzz.seed", 17);

    /** A run of the whole program, like compiling a lexicon, takes a hundred times as long as reading a slice. */
    private static final int EACH_WHOLE_PROGRAM = 150;

    private static final int EACH_COMPILED_LEXICON = 60;

    /** A report that an operator can still read, whatever the file contains. */
    private static final int LONGEST_REFUSAL = 64 << 10;

    /** Keeps the message readable if everything fails. */
    private static final int MOST_FINDINGS = 10;

    private static final String MODELS = "published/models.yaml";
    private static final String QUESTION = "cost 1k examples 3 epochs gpt-4o";
    private static final Settings.ReferenceJob SHIPPED = new Settings.ReferenceJob(1000, 500, 3, 100, 500, 200, 6);
    private static final Clock CLOCK = new ConsoleFixture().clock();

    private final String settings = withoutComments("tunetally.yaml");
    private final String guide = withoutComments("prices/guide.yaml");
    private final List<NamedYaml> published = NamedYaml.builtIn(List.of("published/"));
    private final String lexicon = withoutComments("lexicon.yaml");
    private final List<NamedYaml> builtIn = List.of(new NamedYaml("guide.yaml", guide));

    /** The files of single providers refer to the models and sources of this one. */
    private final List<NamedYaml> withModels =
            List.of(builtIn.getFirst(), new NamedYaml(MODELS, withoutComments("prices/" + MODELS)));

    private final Catalog catalog = new CatalogLoader(CLOCK).load(builtIn, List.of());
    private final Interpretation question =
            new Interpreter(catalog, Lexicon.builtIn()).read(QUESTION, Markup.PLAIN, true, null);

    @TempDir
    private Path folder;

    private final List<String> findings = new ArrayList<>();
    private int read;
    private int refused;

    @Test
    void readsAnyFileAndPricesOrNamesItsLine() throws IOException {
        Random seeds = new Random(SEED);
        for (int i = 0; i < TRIES && findings.size() < MOST_FINDINGS; i++) {
            long seed = seeds.nextLong();
            Random random = new Random(seed);
            try {
                switch (i % 4) {
                    case 0 -> settings(i, random);
                    case 1 -> prices(i, builtIn, mutated(guide, random));
                    case 2 -> published(i, random);
                    default -> lexicon(i, mutated(slice(lexicon, 12, random), random));
                }
            } catch (RuntimeException | AssertionError broken) {
                findings.add("try " + i + ": " + broken + at(broken));
            }
        }
        assertThat(findings).isEmpty();
        assertThat(read).isGreaterThan(TRIES / 10);
        assertThat(refused).isGreaterThan(TRIES / 10);
    }

    /** Returns the origin of an unexpected exception. */
    private static String at(Throwable broken) {
        return broken instanceof AssertionError
                ? ""
                : " at " + List.of(broken.getStackTrace()).subList(0, Math.min(6, broken.getStackTrace().length));
    }

    private void settings(int attempt, Random random) throws IOException {
        Path file = folder.resolve("tunetally.yaml");
        String text = mutated(settings, random);
        Files.write(file, text.getBytes(UTF_8));
        try {
            Map<String, String> environment =
                    Map.of("TUNETALLY_CONFIG", folder.toString(), "XDG_DATA_HOME", folder.toString());
            Settings.ReferenceJob job = Settings.read(environment).defaults();
            StorageSettings.read(environment);
            prices(catalog, question, reference(job));
        } catch (SettingsException unusable) {
            refused(file.toString(), text, unusable.problems());
        }
        wholeProgram(attempt, file);
        Files.delete(file);
    }

    private void published(int attempt, Random random) throws IOException {
        NamedYaml file = published.get(random.nextInt(published.size()));
        List<NamedYaml> under = file.name().endsWith(MODELS) ? builtIn : withModels;
        prices(attempt, under, mutated(slice(condensed(file.text()), 3, random), random));
    }

    private void prices(int attempt, List<NamedYaml> under, String text) throws IOException {
        Path file = folder.resolve("prices/mine.yaml");
        try {
            Catalog loaded = new CatalogLoader(CLOCK).load(under, List.of(new NamedYaml(file.toString(), text)));
            prices(loaded, question, reference(SHIPPED));
        } catch (CatalogException unusable) {
            refused(
                    file.toString(),
                    text,
                    unusable.faults().stream().map(Object::toString).toList());
        }
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, text.getBytes(UTF_8));
        wholeProgram(attempt, file);
        Files.delete(file);
    }

    private void lexicon(int attempt, String text) {
        String file = "my-lexicon.yaml";
        try {
            Lexicon loaded = Lexicon.load(file, new ByteArrayInputStream(text.getBytes(UTF_8)));
            if (attempt / 4 % EACH_COMPILED_LEXICON == 0) {
                Interpreter interpreter = new Interpreter(catalog, loaded);
                prices(catalog, interpreter.read(QUESTION, Markup.PLAIN, true, null), reference(SHIPPED));
            }
            read++;
        } catch (LexiconException unusable) {
            refused(file, text, List.of(String.valueOf(unusable.getMessage())));
        }
    }

    private void prices(Catalog loaded, Interpretation asked, Slots reference) {
        Outcome outcome = new Answers(loaded, CLOCK).answer(asked, new Defaults(Slots.NONE, reference));
        assertThat(new Wording().reply(outcome).blocks()).isNotEmpty();
        read++;
    }

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private void refused(String file, String text, List<String> problems) {
        refused++;
        assertThat(problems).isNotEmpty();
        assertThat(String.join("\n", problems).length()).isLessThan(LONGEST_REFUSAL);
        // YAML also ends a line at U+0085 and U+2028.
        long lines = LINE_END.matcher(text).results().count() + 1;
        Pattern place = Pattern.compile(Pattern.quote(file) + ":([1-9][0-9]{0,5})\\b");
        for (String problem : problems) {
            Matcher named = place.matcher(problem);
            boolean found = named.find() && Long.parseLong(named.group(1)) <= lines;
            boolean nothingHasALine = problem.startsWith(file + ": the file is empty");
            if (!found && !nothingHasALine) {
                throw new AssertionError("names no line of the file: " + problem);
            }
        }
    }

    private void wholeProgram(int attempt, Path file) {
        if (attempt / 4 % EACH_WHOLE_PROGRAM == 0) {
            ConsoleFixture.Run run =
                    new ConsoleFixture().withConfiguration(folder).run("ask", QUESTION);
            assertThat(run.exitCode())
                    .as(run.err())
                    .isIn(ExitCode.OK, ExitCode.NOT_ANSWERED, ExitCode.BAD_CONFIGURATION);
            if (run.exitCode() == ExitCode.BAD_CONFIGURATION) {
                assertThat(run.err()).contains(file.toString());
            }
        }
    }

    private static Slots reference(Settings.ReferenceJob job) {
        return Defaults.reference(
                job.examples(),
                job.tokensPerExample(),
                job.epochs(),
                BigDecimal.valueOf(job.requestsPerDay()),
                job.inputTokens(),
                job.outputTokens(),
                job.months());
    }

    /** Returns a text as it would be read from a file, which cannot contain a lone surrogate. */
    private static String mutated(String text, Random random) {
        return new String(new MutatedYaml(random).of(text).getBytes(UTF_8), UTF_8);
    }

    /**
     * Returns every unindented line, and one in {@code parts} of the indented ones, so that a large file takes no
     * longer than a small one.
     */
    private static String slice(String text, int parts, Random random) {
        List<String> kept = new ArrayList<>();
        boolean keeps = true;
        for (String line : text.split("\n", -1)) {
            boolean entry = line.startsWith("  ") && !line.startsWith("    ");
            boolean defines = line.contains("id: ") || line.contains("title: ");
            boolean first = !kept.isEmpty() && !kept.getLast().startsWith(" ");
            keeps = entry ? first || defines || random.nextInt(parts) == 0 : keeps || !line.startsWith(" ");
            if (keeps) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    /** Removes comments, and all but the first alias of each model: most of a price file is aliases. */
    private static String condensed(String text) {
        return text.replaceAll("(?m)^ *#.*\n", "").replaceAll("aliases: \\[([^,\\]]*)[^\\]]*\\]", "aliases: [$1]");
    }

    private static String withoutComments(String name) {
        try (InputStream in = ConfigurationFuzzTest.class.getResourceAsStream("/config/" + name)) {
            return condensed(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
