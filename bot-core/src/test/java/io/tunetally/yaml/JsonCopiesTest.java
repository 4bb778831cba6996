package io.tunetally.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonCopiesTest {
    private static final Path CONFIG = Path.of("../config");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("compose.yaml"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void haveTheKeysAndValuesOfTheirFileInTheSameLines(Path file) throws IOException {
        byte[] yaml = Files.readAllBytes(file);

        assertThat(tokens(JsonCopies.copy(yaml).getBytes(UTF_8))).isEqualTo(tokens(yaml));
    }

    @Test
    void keepNumbersFlagsTextAndLines() throws IOException {
        String yaml = """
                # A comment.
                price: 0.50
                flags: [true, on]

                text: >
                  two
                  lines
                after: "\\u00e9 \\"quoted\\""
                none: null
                """;

        assertThat(JsonCopies.copy(yaml.getBytes(UTF_8))).isEqualTo(JsonCopies.MARK + """

                {"price":0.50,
                "flags":[true,"on"],

                "text":"two lines\\n",


                "after":"\u00e9 \\"quoted\\"",
                "none":null}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: [&b [1], *b] | line 1: no anchors or tags
            a: !b 1         | line 1: no anchors or tags
            a: 1_000        | line 1: write 1_000 with digits
            a: [1           | expected
            """)
    void refuseWhatJsonDoesNotHave(String yaml, String why) {
        assertThatThrownBy(() -> JsonCopies.copy(yaml.getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    void standBesideTheClassesUnderTheNamesThatTheStartOpens(@TempDir Path classes) throws IOException {
        Path file = classes.resolve("config/prices/guide.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "schema: 1\n");

        JsonCopies.main(classes.toString());

        assertThat(classes.resolve(JsonCopies.of("config/prices/guide.yaml")))
                .content()
                .isEqualTo("\u001e{\"schema\":1}\n");
    }

    /** Flags of YAML are text in a copy, unless they are those of JSON. */
    private static List<String> tokens(byte[] bytes) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = Yaml.strict(new ByteArrayInputStream(bytes))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean word = token.isBoolean() && !parser.getText().equals(token.asString());
                String line =
                        token.isStructEnd() ? "" : parser.currentTokenLocation().getLineNr() + " ";
                tokens.add(line + (word ? JsonToken.VALUE_STRING : token) + " "
                        + (token == JsonToken.VALUE_NULL ? "" : parser.getText()));
            }
        }
        return tokens;
    }
}
