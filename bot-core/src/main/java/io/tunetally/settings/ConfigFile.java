package io.tunetally.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.tunetally.yaml.BuiltInFile;
import io.tunetally.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a {@code tunetally.yaml} into entries by dotted key, each with its line. */
final class ConfigFile {
    private static final String NAME = "tunetally.yaml";
    private static final String OTHER_NAMES = "tunetally\\.ya?ml";

    /** Limits the problems shown per file; a file of 1 MiB can have a hundred thousand. */
    private static final int MOST_PROBLEMS = 100;

    private static final int LONGEST_QUOTED = 200;
    private static final int LONGEST_PROBLEM = 400;

    private final String file;
    private final Set<String> knownKeys;
    private final List<String> problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int found;

    private ConfigFile(String file, Set<String> knownKeys, List<String> problems) {
        this.file = file;
        this.knownKeys = knownKeys;
        this.problems = problems;
    }

    /** Reads the file that ships with the program. */
    static Map<String, Entry> builtIn(Set<String> knownKeys, List<String> problems) {
        try (InputStream in = BuiltInFile.open("config/" + NAME)) {
            if (in == null) {
                throw new IllegalStateException("config/" + NAME + " is not on the class path");
            }
            return new ConfigFile("config/" + NAME, knownKeys, problems)
                    .read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file in {@code folder}; no entries if there is none. Its faults are added to {@code problems}. */
    static Map<String, Entry> in(Path folder, Set<String> knownKeys, List<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> String.valueOf(file.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .matches(OTHER_NAMES))
                    .filter(file -> !file.endsWith(NAME))
                    .map(file -> file + ": is not read under this name; rename it to " + NAME)
                    .forEach(problems::add);
            Path path = folder.resolve(NAME);
            return Files.notExists(path)
                    ? Map.of()
                    : new ConfigFile(path.toString(), knownKeys, problems).read(TextFile.read(path));
        } catch (IOException e) {
            problems.add(folder + ": cannot be read (" + e + ")");
            return Map.of();
        } catch (SettingsException unreadable) {
            problems.addAll(unreadable.problems());
            return Map.of();
        }
    }

    private Map<String, Entry> read(String text) throws IOException {
        try (JsonParser parser = Yaml.strict(text)) {
            readDocument(parser);
        }
        return entries;
    }

    private void readDocument(JsonParser parser) throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                readObject(parser, "");
            } else if (first != null) {
                problem(line(parser), "has no keys");
            }
        } catch (StreamConstraintsException e) {
            problem(line(parser), "nested too deep, or a value is too long");
        } catch (JsonProcessingException e) {
            problem(
                    e.getLocation() == null ? line(parser) : e.getLocation().getLineNr(),
                    withoutQuotedLines(e.getOriginalMessage()));
        }
    }

    private void readObject(JsonParser parser, String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = prefix + parser.currentName();
            int line = line(parser);
            JsonToken value = parser.nextToken();
            if (isSection(key)) {
                readSection(parser, value, key, line);
            } else if (knownKeys.contains(key)) {
                readValue(parser, value, key, line);
            } else {
                problem(line, "unknown key " + quoted(key) + "; known here: " + siblings(prefix));
                parser.skipChildren();
            }
        }
    }

    private void readSection(JsonParser parser, JsonToken value, String key, int line) throws IOException {
        if (value == JsonToken.START_OBJECT) {
            readObject(parser, key + ".");
        } else if (!isEmpty(parser, value)) { // Empty: a section whose keys are all commented out.
            problem(line, key + " has keys (" + siblings(key + ".") + "), not a value");
            parser.skipChildren();
        }
    }

    private void readValue(JsonParser parser, JsonToken value, String key, int line) throws IOException {
        List<String> values = new ArrayList<>();
        if (Yaml.isAlias(parser)) {
            problem(line, key + ": YAML aliases (*name) are not read; write the value out");
        }
        if (value == JsonToken.START_ARRAY) {
            for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
                if (!each.isScalarValue()) {
                    problem(line(parser), key + " is a list of plain values");
                    parser.skipChildren();
                }
                values.add(text(parser));
            }
        } else if (value == JsonToken.START_OBJECT) {
            problem(line, key + " is a value, not a group of keys");
            parser.skipChildren();
        } else if (!isEmpty(parser, value)) {
            values.add(text(parser));
        }
        entries.put(key, new Entry(file, line, key, values));
    }

    private boolean isSection(String key) {
        return knownKeys.stream().anyMatch(known -> known.startsWith(key + "."));
    }

    private String siblings(String prefix) {
        return knownKeys.stream()
                .filter(known -> known.startsWith(prefix))
                .map(known -> known.substring(prefix.length()).replaceFirst("\\..*", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void problem(int line, String text) {
        found++;
        if (found <= MOST_PROBLEMS) {
            problems.add(file + ":" + line + ": " + shortened(text, LONGEST_PROBLEM));
        } else if (found == MOST_PROBLEMS + 1) {
            problems.add(file + ":" + line + ": more problems follow; fix those above first");
        }
    }

    /** Returns a value from a file, shortened for a problem message. */
    static String quoted(String value) {
        return shortened(value, LONGEST_QUOTED);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }

    private static boolean isEmpty(JsonParser parser, JsonToken value) throws IOException {
        return value.isScalarValue()
                && (value == JsonToken.VALUE_NULL || text(parser).isEmpty());
    }

    private static String text(JsonParser parser) throws IOException {
        @Nullable String text = parser.getText();
        return text == null ? "" : text;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    // The parser quotes the lines around the error, indented; they may contain a secret.
    private static String withoutQuotedLines(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.replaceFirst("^in '?reader.*", ""))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("; "));
    }
}
