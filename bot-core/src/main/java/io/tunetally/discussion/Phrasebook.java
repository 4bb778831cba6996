package io.tunetally.discussion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases of all commands, in the order of {@code config/discussion.yaml}: the first that matches wins. */
final class Phrasebook {
    /** What may be typed in each gap, as regular expressions; before the phrases. */
    private static final String GAPS = "gaps";

    private static final String FILE = "config/discussion.yaml";

    /** A phrase and its command. */
    record Entry(Verb verb, Phrase phrase) {}

    private static final class BuiltIn {
        static final Phrasebook BOOK = load();
    }

    private final List<Entry> entries;

    private Phrasebook(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static Phrasebook builtIn() {
        return BuiltIn.BOOK;
    }

    List<Entry> entries() {
        return entries;
    }

    private static Phrasebook load() {
        try (InputStream in = Phrasebook.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    /** @throws IllegalArgumentException naming the key that is no command, or the gap that is unknown */
    static Phrasebook read(InputStream in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> gaps = new HashMap<>();
        try (JsonParser yaml = YAMLFactory.builder().build().createParser(in)) {
            yaml.nextToken();
            while (yaml.nextToken() == JsonToken.FIELD_NAME) {
                String word = yaml.currentName();
                if (word.equals(GAPS)) {
                    yaml.nextToken();
                    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
                        String gap = yaml.currentName();
                        yaml.nextToken();
                        gaps.put(gap, yaml.getText());
                    }
                    continue;
                }
                Verb verb = Verb.of(word)
                        .orElseThrow(() -> new IllegalArgumentException(FILE + ": " + word + " is no command"));
                yaml.nextToken();
                while (yaml.nextToken() != JsonToken.END_ARRAY) {
                    entries.add(new Entry(verb, new Phrase(yaml.getText(), gaps)));
                }
            }
        }
        return new Phrasebook(entries);
    }
}
