package io.tunetally.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleConverterTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        OPENAI_CHAT       | {"email": "a", "label": 1} | {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"1"}]}
        OPENAI_CHAT       | {"instruction": "a", "input": "b", "output": "c", "system": "s"} | {"messages":[{"role":"system","content":"s"},{"role":"user","content":"a\\nb"},{"role":"assistant","content":"c"}]}
        OPENAI_CHAT       | {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]} | {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}
        OPENAI_CHAT       | {"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}]} | {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}
        OPENAI_CHAT       | {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}],"tools":[]} | {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}],"tools":[]}
        INSTRUCTION       | {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]} | {"prompt":"a","completion":"b"}
        INSTRUCTION       | {"id": 1, "question": "a", "answer": "b"} | {"prompt":"a","completion":"b"}
        OPENAI_PREFERENCE | {"prompt": "a", "chosen": "b", "rejected": "c"} | {"input":{"messages":[{"role":"user","content":"a"}]},"preferred_output":[{"role":"assistant","content":"b"}],"non_preferred_output":[{"role":"assistant","content":"c"}]}
        OPENAI_PREFERENCE | {"chosen": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]} | {"input":{"messages":[{"role":"user","content":"a"}]},"preferred_output":[{"role":"assistant","content":"b"}],"non_preferred_output":[{"role":"assistant","content":"b"}]}
        """)
    void writesAnExampleInAnotherFormat(Format target, String row, String converted) throws JsonProcessingException {
        assertThat(ExampleConverter.row(example(row), target)).contains(JSON.readTree(converted));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        OPENAI_CHAT       | {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "tools": "[1]"}
        OPENAI_CHAT       | {"conversations": [{"from": "human", "value": "a"}, {"from": "observation", "value": "b"}]}
        OPENAI_CHAT       | {"contents": [{"role": "model", "parts": [{"functionCall": {"name": "f", "args": {}}}]}]}
        OPENAI_CHAT       | {"text": "a"}
        INSTRUCTION       | {"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
        OPENAI_PREFERENCE | {"prompt": "a", "completion": "b", "label": true}
        OPENAI_PREFERENCE | {"chosen": "b", "rejected": "c"}
        """)
    void leavesOutWhatTheOtherFormatCannotHold(Format target, String row) throws JsonProcessingException {
        assertThat(ExampleConverter.row(example(row), target)).isEqualTo(Optional.empty());
    }

    @Test
    void namesEveryTarget() {
        assertThat(ExampleConverter.targets())
                .containsExactly(Format.OPENAI_PREFERENCE, Format.OPENAI_CHAT, Format.INSTRUCTION)
                .allMatch(target -> ExampleConverter.converts(target, target));
    }

    private static Example example(String text) throws JsonProcessingException {
        JsonNode row = JSON.readTree(text);
        return ExampleParser.parse(Format.of(row).orElseThrow(), row);
    }
}
