package io.tunetally.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.dataset.verdict.ProviderRules;
import io.tunetally.dataset.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {
    private static final String CHAT =
            "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, {\"role\": \"assistant\", \"content\": \"b\"}]}";

    @Test
    void acceptsAGoodFile() {
        Measurement measured = tenWith();
        assertThat(Stream.of("openai", "azure", "together", "fireworks", "mistral"))
                .allMatch(provider -> verdict(measured, provider).passes());
        assertThat(verdict(measured, "google").problems())
                .containsExactly(new Verdict.Problem(
                        0, "has the format OpenAI chat, not Gemini contents", "convert it to Gemini contents"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        together  | {"id": 7, "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]} | has the extra column "id"
        together  | {"messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}, {"role": "assistant", "content": "b"}]} | has two messages of the role "user" in a row; roles must alternate
        together  | {"messages": [{"role": "assistant", "content": "b"}, {"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]} | begins with a message of the role "assistant", not system or user
        together  | {"messages": [{"role": "boss", "content": "a"}, {"role": "assistant", "content": "b"}]} | has the unknown role "boss"
        fireworks | {"messages": [{"role": "user", "content": "a"}, {"role": "system", "content": "s"}, {"role": "assistant", "content": "b"}]} | has a system message that is not the first
        fireworks | {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b", "weight": 2}]} | has a weight of 2, not 0 or 1
        openai    | {"messages": [{"role": "user", "content": "a", "mood": 1}, {"role": "assistant", "content": "b"}]} | has the unknown key "mood" in a message
        openai    | {"messages": [{"role": "user", "content": "a"}]} | has no message of the assistant
        """)
    void namesTheLineThatAProviderRefuses(String provider, String line, String why) {
        Verdict verdict = verdict(tenWith(line), provider);
        assertThat(verdict.passes()).isFalse();
        assertThat(verdict.problems()).contains(new Verdict.Problem(11, why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"question": "a", "answer": "b"} | rename question to prompt and answer to completion
        {"prompt": "a", "response": "b"} | rename response to completion
        {"email": "a", "label": 1}       | rename email to prompt and label to completion
        """)
    void saysHowToRenameTheColumnsOfAPair(String line, String mend) {
        Measurement measured = DatasetFixture.measure(line);
        for (String provider : List.of("bedrock", "together")) {
            assertThat(verdict(measured, provider).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.mend()).isEqualTo(mend))
                    .satisfies(problem -> assertThat(problem.why()).endsWith(", not prompt and completion"));
        }
        assertThat(verdict(DatasetFixture.measure("{\"prompt\": \"a\", \"completion\": \"b\"}"), "bedrock")
                        .passes())
                .isTrue();
    }

    @Test
    void asksForPairsWhereAnswersAreJudgedOneByOne() {
        Measurement measured = DatasetFixture.measure("{\"prompt\": \"a\", \"completion\": \"b\", \"label\": true}");
        assertThat(verdict(measured, "together").problems())
                .extracting(Verdict.Problem::mend)
                .containsExactly("pair good and bad answers to the same prompt as DPO pairs of OpenAI");
    }

    @Test
    void refusesTooFewExamples() {
        Measurement measured = DatasetFixture.measure(CHAT, CHAT);
        assertThat(verdict(measured, "openai").problems())
                .containsExactly(new Verdict.Problem(0, "has too few examples: 2 of at least 10", "add 8 examples"));
        assertThat(verdict(measured, "azure").problems())
                .containsExactly(new Verdict.Problem(0, "has too few examples: 2 of at least 10", "add 8 examples"));
        assertThat(verdict(measured, "fireworks").problems())
                .containsExactly(new Verdict.Problem(0, "has too few examples: 2 of at least 3", "add 1 example"));
        assertThat(verdict(measured, "together").passes()).isTrue();
    }

    @Test
    void findsTheFirstExampleWithoutAnAnswer() {
        String question = "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}";
        Measurement measured = tenWith(question, CHAT, question);
        assertThat(measured.content().untrained()).isEqualTo(2);
        assertThat(measured.content().firstUntrained()).isEqualTo(11);
        assertThat(tenWith().content().firstUntrained()).isZero();
    }

    @Test
    void namesSourcesForEveryProvider() {
        assertThat(ProviderRules.all()).allSatisfy(rules -> {
            assertThat(rules.sources()).isNotEmpty();
            assertThat(rules.formats()).isNotEmpty().doesNotContainNull();
            assertThat(rules.containers()).isNotEmpty().doesNotContainNull();
        });
    }

    @Test
    void findsDuplicatesAndNearDuplicates() {
        String words =
                "the quick brown fox jumps over the lazy dog while seven small cats look at it from the old garden wall "
                        + "and no child in the whole village has ever seen such a strange thing happen on a warm summer evening in June";
        Measurement measured = DatasetFixture.measure(
                text(words),
                text(words),
                text(words.replace("June", "July")),
                text(
                        "An entirely different sentence about taxes, invoices, letters, clerks, forms, stamps, offices, doors, "
                                + "keys, chairs, tables, lamps, windows, papers, pens and everything else that fills a working day"));
        assertThat(measured.content().duplicates()).isEqualTo(1);
        assertThat(measured.content().nearDuplicates()).isEqualTo(1);
        assertThat(measured.tokens("cl100k_base").duplicates().total()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"prompt": "a", "completion": "b", "label": true}                         | {"prompt": "a", "completion": "b", "label": false}
        {"messages": [{"role": "user", "content": "a"}], "answer": "4"}           | {"messages": [{"role": "user", "content": "a"}], "answer": "5"}
        {"prompt": "a", "completion": "b", "image": "1.png"}                      | {"prompt": "a", "completion": "b", "image": "2.png"}
        """)
    void tellsExamplesOfTheSameTextApart(String one, String other) {
        assertThat(DatasetFixture.measure(one, other).content().duplicates()).isZero();
        assertThat(DatasetFixture.measure(one, one).content().duplicates()).isEqualTo(1);
    }

    @Test
    void findsNoNearDuplicateWherePicturesDiffer() {
        String words = IntStream.range(0, 80).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        String line = "{\"text\": \"" + words + "\", \"image\": \"%s\"}";
        Measurement measured = DatasetFixture.measure(line.formatted("1.png"), line.formatted("2.png"));
        assertThat(measured.content().duplicates()).isZero();
        assertThat(measured.content().nearDuplicates()).isZero();
    }

    @Test
    void namesTheContainersThatAProviderAccepts() {
        Measurement measured = DatasetFixture.measure("prompt,completion", "a,b");
        assertThat(verdict(measured, "together").problems())
                .contains(new Verdict.Problem(
                        0, "is CSV, not JSON Lines or Parquet", "save it as JSON Lines or Parquet"));
        assertThat(verdict(measured, "bedrock").problems())
                .contains(new Verdict.Problem(0, "is CSV, not JSON Lines", "save it as JSON Lines"));
    }

    private static String text(String words) {
        return "{\"text\": \"" + words + "\"}";
    }

    /** Returns ten good lines and others after them. */
    private static Measurement tenWith(String... more) {
        List<String> lines = new ArrayList<>(Collections.nCopies(10, CHAT));
        lines.addAll(Arrays.asList(more));
        return DatasetFixture.measure(lines.toArray(String[]::new));
    }

    private static Verdict verdict(Measurement measured, String provider) {
        return measured.verdicts().stream()
                .filter(verdict -> verdict.rules().provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }
}
