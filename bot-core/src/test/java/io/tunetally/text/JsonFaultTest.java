package io.tunetally.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultTest {
    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a": [1, ]}          | a comma too many at column 9; remove it
        {"a": 1, }            | a comma too many at column 8; remove it
        {"a": [1,, 2]}        | a comma too many at column 9; remove it
        {, "a": 1}            | a comma too many at column 2; remove it
        {"a": 1},             | a comma after its end at column 9; remove it
        {"a": }               | a value is missing before column 7
        {"a" 1}               | a colon is missing before column 6
        {"a": 1 "b": 2}       | a comma is missing before column 9
        {"a": "b" "c": 2}     | a comma is missing before column 11
        {"a": "say "hi" now"} | a quote inside a text ends it before column 13; write it as \\"
        {"a": "b              | the text that opens at column 7 does not close; a quote is missing, or a line break that should be \\n
        {"a": [1, 2           | it stops before its closing ]; it was cut off, or it is written over several lines
        {"a": [1, 2}          | a ] is missing before column 12
        {'a': 1}              | a single quote at column 2; JSON has double quotes, as json.dumps writes them
        {"a": 'b'}            | a single quote at column 7; JSON has double quotes, as json.dumps writes them
        {a: 1}                | a at column 2 has no quotes; write "a"
        {"a": yes}            | yes at column 7 has no quotes; write "yes"
        {"a": True}           | True at column 7; JSON has true
        {"a": None}           | None at column 7; JSON has null
        {"a": NaN}            | NaN at column 7; JSON has null
        {"a": 01}             | 01 at column 7 is no number of JSON; write it without signs and zeros in front
        {"a": "\\x41"}        | a backslash that escapes nothing at column 8; write it as \\\\
        {"a": "\\u12"}        | a backslash that escapes nothing at column 8; write it as \\\\
        # a comment           | a comment at column 1, which JSON does not have; remove it
        Invoice 7             | it begins with "Invoice", not with {
        {"a": 1} {"b": 2}     | there is more after its end at column 10; write one object per line
        """)
    void saysWhatIsWrongAndHowToMendIt(String text, String fault) {
        assertThat(words(text)).contains(fault);
        assertThatThrownBy(() -> JACKSON.readTree(text)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @CsvSource({"9,tab,\\t", "10,line break,\\n", "13,line break,\\r", "0,character U+0000,\\u0000"})
    void namesARawCharacterThatATextMayNotHold(int character, String name, String escape) {
        assertThat(words("{\"a\": \"b" + (char) character + "\"}"))
                .contains("a raw " + name + " inside a text at column 9; write it as " + escape);
    }

    @Test
    void knowsTheLineOfATextOverSeveral() {
        JsonFault fault = JsonFault.of("{\n  \"a\": 1\n  \"b\": 2\n}").orElseThrow();
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " {\"a\": [], \"b\": {}, \"c\": [{\"d\": -1.5e+3}, true, false, null, \"\\u00e9\\\\\"]}\t",
                "0",
                "\"a\"",
                "null"
            })
    void findsNothingInJson(String text) throws JsonProcessingException {
        assertThat(JsonFault.of(text)).isEmpty();
        assertThat(JACKSON.readTree(text)).isNotNull();
    }

    @Test
    void agreesWithTheParserOnEveryTextWithOneCharacterChanged() {
        String json = "{\"a\": [1, -2.5e3, \"b\\n\"], \"c\": {\"d\": true, \"e\": null}}";
        String others = "{}[]\",:\\'a0-. \t\nT#";
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder changed = new StringBuilder(json);
            changed.setCharAt(random.nextInt(json.length()), others.charAt(random.nextInt(others.length())));
            assertThat(JsonFault.of(changed.toString()).isEmpty())
                    .as(changed.toString())
                    .isEqualTo(isJson(changed.toString()));
        }
    }

    private static Optional<String> words(String text) {
        return JsonFault.of(text).map(fault -> fault.words("column " + fault.column()));
    }

    private static boolean isJson(String text) {
        try {
            JACKSON.readTree(text);
            return true;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }
}
