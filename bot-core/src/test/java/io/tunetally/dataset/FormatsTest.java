package io.tunetally.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Pair;
import io.tunetally.dataset.format.Reading;
import io.tunetally.dataset.source.Container;
import io.tunetally.dataset.source.DatasetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        OPENAI_CHAT       | {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
        OPENAI_CHAT       | {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": "{}"}}]}], "tools": []}
        OPENAI_CHAT       | {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://x"}}]}, {"role": "assistant", "content": "b", "weight": 0}]}
        OPENAI_PREFERENCE | {"input": {"messages": [{"role": "user", "content": "a"}]}, "preferred_output": [{"role": "assistant", "content": "b"}], "non_preferred_output": [{"role": "assistant", "content": "c"}]}
        PREFERENCE        | {"prompt": "a", "chosen": "b", "rejected": "c"}
        PREFERENCE        | {"chosen": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]}
        BEDROCK           | {"schemaVersion": "bedrock-conversation-2024", "system": [{"text": "s"}], "messages": [{"role": "user", "content": [{"text": "a"}]}, {"role": "assistant", "content": [{"text": "b"}]}]}
        INSTRUCTION       | {"input_text": "a", "output_text": "b"}
        KTO               | {"prompt": "a", "completion": "b", "label": true}
        KTO               | {"prompt": "a", "completion": "b", "label": 0}
        KTO               | {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "label": false}
        PREFERENCE        | {"conversations": [{"from": "human", "value": "a"}], "chosen": {"from": "gpt", "value": "b"}, "rejected": {"from": "gpt", "value": "c"}}
        INSTRUCTION       | {"prompt": "a", "completion": "b", "label": "spam"}
        INSTRUCTION       | {"text": "a", "label": 1}
        INSTRUCTION       | {"user": "a", "assistant": "b"}
        RFT               | {"messages": [{"role": "user", "content": "a"}], "answer": "4"}
        INSTRUCTION       | {"prompt": "a", "completion": "b"}
        SHAREGPT          | {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]}
        ALPACA            | {"instruction": "a", "input": "", "output": "b"}
        GEMINI            | {"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}]}
        AXOLOTL           | {"segments": [{"label": false, "text": "a"}, {"label": true, "text": "b"}]}
        TEXT              | {"text": "a b"}
        """)
    void detectsTheFormatOfALine(Format format, String line) {
        Measurement measured = DatasetFixture.measure(line);
        assertThat(measured.lines().bad()).isEmpty();
        assertThat(measured.format()).isEqualTo(format);
        assertThat(measured.examples()).isEqualTo(1);
    }

    @Test
    void countsAnImplicitPromptOnce() {
        String with =
                "{\"chosen\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"}], "
                        + "\"rejected\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"c\"}]}";
        String apart = "{\"prompt\": \"a\", \"chosen\": \"b\", \"rejected\": \"c\"}";
        assertThat(total(DatasetFixture.measure(with))).isEqualTo(total(DatasetFixture.measure(apart)));
    }

    @Test
    void trainsOnNothingOfWeightZero() {
        Measurement measured = DatasetFixture.measure(
                "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\", \"weight\": 0}]}");
        assertThat(measured.tokens("cl100k_base").assistant().total()).isZero();
        assertThat(measured.content().untrained()).isEqualTo(1);
    }

    @Test
    void readsAJsonArray() {
        Measurement measured = DatasetFixture.measure(
                "[",
                "  {\"instruction\": \"a]\\\"\", \"output\": \"b\"},",
                "  {\"instruction\": \"a\",",
                "   \"output\": \"b\"}",
                "]");
        assertThat(measured.container()).isEqualTo(Container.JSON_ARRAY);
        assertThat(measured.examples()).isEqualTo(2);
        assertThat(measured.lines().bad()).isEmpty();
    }

    @Test
    void saysThatAnArrayIsCut() {
        Measurement measured = DatasetFixture.measure("[{\"text\": \"a\"},", "{\"text\": \"b");
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.lines().bad()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(2);
            assertThat(bad.why())
                    .isEqualTo("does not close before the file ends; a }, a ] or a quote is missing,"
                            + " so nothing after it was read");
        });
    }

    @Test
    void readsTheElementsAfterOneThatDoesNotClose() {
        Measurement measured = DatasetFixture.measure(
                "[{\"text\": \"a\"},", "{\"text\": \"b\",", "{\"text\": \"c\"},", "{\"text\": \"d\"}", "]");
        assertThat(measured.examples()).isEqualTo(3);
        assertThat(measured.lines().bad()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(2);
            assertThat(bad.why()).isEqualTo("does not close before the file ends; a }, a ] or a quote is missing");
        });
    }

    @Test
    void readsObjectsOverSeveralLines() {
        Measurement measured = DatasetFixture.measure("{", "  \"text\": \"a {\"", "}", "{", "  \"text\":", "  5", "}");
        assertThat(measured.container()).isEqualTo(Container.JSON_OBJECTS);
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.lines().bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.line() + " " + bad.why()).isEqualTo("4 has no text in \"text\""));
        assertThat(measured.verdicts().getFirst().problems())
                .anySatisfy(
                        problem -> assertThat(problem.why()).isEqualTo("is JSON over several lines, not JSON Lines"));
    }

    @Test
    void saysWhereTheExamplesOfAnObjectAre() {
        String why = "holds its examples in \"data\"; save that list alone: jq -c '.\"data\"[]' FILE > train.jsonl";
        assertThat(DatasetFixture.measure("{\"version\": 1, \"data\": [{\"text\": \"a\"}]}")
                        .lines()
                        .bad())
                .extracting(Reading.Bad::why)
                .containsExactly(why);
        assertThat(DatasetFixture.measure("{", "  \"data\": [", "    {\"text\": \"a\"}", "  ]", "}")
                        .lines()
                        .bad())
                .extracting(Reading.Bad::why)
                .containsExactly(why);
    }

    @Test
    void saysHowToRenameTheListOfMessages() {
        assertThat(DatasetFixture.measure("{\"dialog\": [{\"role\": \"user\", \"content\": \"a\"}]}")
                        .lines()
                        .bad())
                .extracting(Reading.Bad::why)
                .containsExactly("has its messages in \"dialog\"; rename that to \"messages\"");
    }

    @Test
    void readsLinesAfterAFirstOneThatIsCut() {
        String good = "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}";
        Measurement measured = DatasetFixture.measure(good.substring(0, 14), good, good);
        assertThat(measured.container()).isEqualTo(Container.JSONL);
        assertThat(measured.examples()).isEqualTo(2);
        assertThat(measured.lines().bad()).extracting(Reading.Bad::line).containsExactly(1L);
    }

    @Test
    void tellsListsByLineFromAnArray() {
        String list = "[{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"}]";
        Measurement measured = DatasetFixture.measure(list, list);
        assertThat(measured.container()).isEqualTo(Container.JSONL);
        assertThat(measured.lines().bad())
                .extracting(bad -> bad.line() + " " + bad.why())
                .containsExactly(
                        "1 is a list of messages; write {\"messages\": [...]}",
                        "2 is a list of messages; write {\"messages\": [...]}");
    }

    @ParameterizedTest
    @CsvSource({"CSV,','", "CSV_SEMICOLON,;", "TSV,'\t'"})
    void readsATable(Container container, String separator) {
        Measurement measured = DatasetFixture.measure(
                "prompt" + separator + "completion",
                "\"one" + separator + " \"\"two\"\"",
                "three\"" + separator + "four",
                "only one");
        assertThat(measured.container()).isEqualTo(container);
        assertThat(measured.format()).isEqualTo(Format.INSTRUCTION);
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.lines().bad()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(4);
            assertThat(bad.why()).isEqualTo("has 1 columns where the header has 2");
        });
    }

    @ParameterizedTest
    @CsvSource({"CSV,','", "TSV,'\t'"})
    void opensAQuoteAtTheStartOfACellOnly(Container container, String separator) {
        Measurement measured = DatasetFixture.measure(
                "prompt" + separator + "completion",
                "6\" pipe" + separator + "answer",
                "\"a \"\"b\"\"" + separator + "c\"" + separator + "the 5\" one",
                "two" + separator + "\"\"");
        assertThat(measured.container()).isEqualTo(container);
        assertThat(measured.lines().bad()).isEmpty();
        assertThat(measured.examples()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "question,answer",
        "input,output",
        "instruction,response",
        "prompt,completion",
        "Prompt,Response",
        "email,label",
        "Text,Category",
        "ticket,reply"
    })
    void readsThePairsOfATableByTheNamesOfTheirColumns(String prompt, String completion) {
        Measurement measured = DatasetFixture.measure(prompt + "," + completion, "what is it,a cat");
        assertThat(measured.container()).isEqualTo(Container.CSV);
        assertThat(measured.format()).isEqualTo(Format.INSTRUCTION);
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.content().withoutUser()).isZero();
        assertThat(measured.content().untrained()).isZero();
    }

    @Test
    void findsThePairAmongColumnsThatAreAboutTheRow() {
        Measurement measured = DatasetFixture.measure("id,ticket,reply,created_at", "1,what is it,a cat,2026-01-01");
        assertThat(measured.pair()).isEqualTo(new Pair("ticket", "reply"));
        assertThat(total(measured)).isEqualTo(total(DatasetFixture.measure("prompt,completion", "what is it,a cat")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Subject,Body,Team/a,b,c/d,e,f | has the columns subject, body, team, none of which is known as an answer. In its first line, rename the column that the model is shown to "prompt" and the one that it is to write to "completion"
        left;right/a;b/c;d | has the columns left, right, none of which is known as an answer. Where right is what the model is to write, make its first line "prompt;completion"
        prompt,prompt/a,b | names a column twice in its first line: prompt, prompt
        """)
    void saysHowToRenameColumnsThatAreNotKnown(String lines, String why) {
        assertThatThrownBy(() -> DatasetFixture.measure(lines.split("/", -1)))
                .isInstanceOf(DatasetException.class)
                .hasMessage(why);
    }

    @Test
    void refusesATableWithoutTheNamesOfItsColumns() {
        String[] rows = new String[12];
        Arrays.fill(rows, "How do I reset my password?,Open the settings.");
        assertThatThrownBy(() -> DatasetFixture.measure(rows))
                .hasMessage("looks like a table whose first line does not name its columns; write the names there,"
                        + " such as prompt,completion");
        Arrays.fill(rows, "Well, that was it.");
        assertThat(DatasetFixture.measure(rows).container()).isEqualTo(Container.TEXT);
    }

    @Test
    void readsATableOfOneColumnOfText() {
        Measurement measured = DatasetFixture.measure("text", "\"a, b\"", "c");
        assertThat(measured.format()).isEqualTo(Format.TEXT);
        assertThat(measured.examples()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"instruction": "a", "context": "b c", "response": "d"} | {"prompt": "a\\nb c", "completion": "d"}
        {"system": "s", "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]} | {"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
        {"system_prompt": "s", "question": "a", "response": "d"} | {"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "d"}]}
        {"system": "s", "question": "a", "chosen": "b", "rejected": "c"} | {"chosen": [{"role": "system", "content": "s"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"role": "system", "content": "s"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]}
        {"prompt": "a", "chosen": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}], "rejected": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]} | {"prompt": "a", "chosen": "b", "rejected": "c"}
        {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "tools": "[1]"} | {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "tools": [1]}
        {"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"functionCall": {"name": "f", "args": {"x": 1}}}]}]} | {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": "{\\"x\\":1}"}}]}]}
        """)
    void countsEverythingThatAModelIsShown(String one, String other) {
        assertThat(total(DatasetFixture.measure(one))).isEqualTo(total(DatasetFixture.measure(other)));
    }

    @Test
    void saysThatTheHeaderOfATableIsNotUtf8() {
        byte[] bytes = "prompt,completion,r\u00E9ponse\na,b,c\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> DatasetFixture.measure(bytes))
                .isInstanceOf(DatasetException.class)
                .hasMessage("has a header that is not UTF-8; save the file as UTF-8");
    }

    @Test
    void namesContentAfterTheEndOfAnArray() {
        Measurement measured = DatasetFixture.measure("[{\"text\": \"a\"}", "]", "", "{\"text\": \"b\"}", "");
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.lines().bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.line() + " " + bad.why())
                        .isEqualTo(
                                "4 has content after the closing ] of the JSON array; remove it, or write JSON Lines"));
    }

    @Test
    void countsToolsOnce() {
        String tools = "\"tools\": [{\"type\": \"function\", \"function\": {\"name\": \"weather\"}}]";
        long without = total(DatasetFixture.measure("{\"prompt\": \"a\", \"completion\": \"b\"}"));
        long once = total(DatasetFixture.measure("{\"prompt\": \"a\", \"completion\": \"b\", " + tools + "}"));
        String prompt = "[{\"role\": \"user\", \"content\": \"a\"}]";
        String answer = "[{\"role\": \"assistant\", \"content\": \"b\"}]";
        assertThat(once).isGreaterThan(without);
        assertThat(total(DatasetFixture.measure(
                        "{\"prompt\": " + prompt + ", \"completion\": " + answer + ", " + tools + "}")))
                .isEqualTo(once);
        String pair = "{\"input\": {\"messages\": %s%s}, \"preferred_output\": %s, \"non_preferred_output\": %s%s}";
        long pairWithout = total(DatasetFixture.measure(pair.formatted(prompt, "", answer, answer, "")));
        assertThat(total(DatasetFixture.measure(pair.formatted(prompt, ", " + tools, answer, answer, ""))))
                .isEqualTo(total(DatasetFixture.measure(pair.formatted(prompt, "", answer, answer, ", " + tools))))
                .isEqualTo(pairWithout + once - without);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"type": "image_url", "image_url": {"url": "https://x"}}
        {"type": "image_url", "image_url": "https://x"}
        {"type": "image", "image": "a.png"}
        {"type": "input_image", "image_url": "https://x"}
        """)
    void countsAPicture(String part) {
        Measurement measured = DatasetFixture.measure("{\"messages\": [{\"role\": \"user\", \"content\": [" + part
                + "]}, {\"role\": \"assistant\", \"content\": \"b\"}]}");
        assertThat(measured.content().images()).isEqualTo(1);
    }

    @Test
    void refusesTheConfigurationOfATraining() {
        assertThatThrownBy(() -> DatasetFixture.measure(
                        "# axolotl",
                        "base_model: meta-llama/Llama-3.1-8B",
                        "",
                        "datasets:",
                        "  - path: train.jsonl",
                        "    type: alpaca",
                        "micro_batch_size: 2"))
                .isInstanceOf(DatasetException.class)
                .hasMessage("is a training config, which is not read; name the training file inside it");
    }

    @Test
    void readsADialogueAsPlainText() {
        assertThat(DatasetFixture.measure("user: hi", "bot: hello", "user: bye", "bot: bye", "end: now")
                        .container())
                .isEqualTo(Container.TEXT);
        assertThat(DatasetFixture.measure("Question: why?", "Answer: so.", "Source: me.")
                        .container())
                .isEqualTo(Container.TEXT);
    }

    @Test
    void readsLinesWithTheSameTabsAsATable() {
        assertThat(DatasetFixture.measure("speaker\treply", "a\tb", "c\td").container())
                .isEqualTo(Container.TSV);
        assertThat(DatasetFixture.measure("one\ttwo", "three").container()).isEqualTo(Container.TEXT);
    }

    @Test
    void readsPlainText() {
        Measurement measured = DatasetFixture.measure("One line.", "", "Another.");
        assertThat(measured.format()).isEqualTo(Format.TEXT);
        assertThat(measured.examples()).isEqualTo(2);
    }

    @Test
    void readsGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"text\": \"a\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        Measurement measured = DatasetFixture.measure(bytes.toByteArray());
        assertThat(measured.examples()).isEqualTo(1);
    }

    @Test
    void namesTheLineAndTheReasonAndCountsTheGoodLines() {
        Measurement measured = DatasetFixture.measure(
                "{\"text\": \"a\"}",
                "{\"text\": ",
                "",
                "{\"other\": 1}",
                "[1]",
                "{\"text\": \"b\"} {}",
                "{\"text\": 5}");
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.lines().read()).isEqualTo(6);
        assertThat(measured.lines().bad())
                .extracting(bad -> bad.line() + " " + bad.why().replaceAll("JSON: .*", "JSON"))
                .containsExactly(
                        "2 is not JSON",
                        "4 has no known format; its columns are other; name the one that the model is shown \"prompt\","
                                + " and the one that it is to write \"completion\"",
                        "5 is not a JSON object; write {\"messages\": [...]} or {\"prompt\": ..., \"completion\": ...}",
                        "6 has more than one JSON value; write one object per line",
                        "7 has no text in \"text\"");
    }

    @Test
    void namesTheLineWhereTheFormatChanges() {
        Measurement measured = DatasetFixture.measure(
                "{\"text\": \"a\"}", "{\"prompt\": \"a\", \"completion\": \"b\"}", "{\"text\": \"a\"}");
        assertThat(measured.mixed()).isEqualTo(new Measurement.Mixed(2, Format.INSTRUCTION));
        assertThat(measured.examples()).isEqualTo(3);
        assertThat(measured.verdicts()).noneMatch(verdict -> verdict.passes());
    }

    private static long total(Measurement measured) {
        return measured.tokens("cl100k_base").perExample().total();
    }
}
