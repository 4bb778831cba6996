package io.tunetally.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.catalog.Method;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TopicsReaderTest {
    private static final String FRAME = """
            asks: [what is ...]
            offers: {opens: [does], verbs: [offer]}
            topics:
            """;
    private static final String TOPIC = """
              lora:
                words: [lora]
                label: What is LoRA?
                title: LoRA trains an adapter
                text: It is cheap. Take it first.
                job: {method: lora}
                next: [cost, lora]
            """;

    @Test
    void readsATopic() {
        Topic topic = load(FRAME + TOPIC).topic("lora");

        assertThat(topic.words()).contains(List.of("lora"));
        assertThat(topic.job().method()).isEqualTo(Method.LORA);
        assertThat(topic.next())
                .containsExactly(new Topic.Next.Ask(Topic.Question.COST), new Topic.Next.Explain("lora"));
    }

    @Test
    void refusesATermOfTwoTopics() {
        String one = TOPIC.replace("label:", "terms: [\"(hourly|) fee\"]\n    label:");
        String other = one.replace("lora:", "dora:").replace("[lora]", "[dora]").replace("hourly", "monthly");
        assertThatThrownBy(() -> load(FRAME + one + other))
                .isInstanceOf(TopicException.class)
                .hasMessageContaining("topics.dora has a term that is there already: fee");
    }

    @Test
    void refusesAnUnknownPartOfTerms() {
        assertThatThrownBy(() -> load(FRAME + TOPIC + "terms: {either: [does]}\n"))
                .isInstanceOf(TopicException.class)
                .hasMessageContaining(
                        "terms.either is no part of terms; known here: [whether, others, sellers, words]");
    }

    @Test
    void saysWhichTopicThereIsNot() {
        Topics topics = load(FRAME + TOPIC);
        assertThatThrownBy(() -> topics.topic("dora")).hasMessageContaining("dora");
    }

    /** Each change of the valid file above makes it invalid. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  lora: | 4| Lora: | topics.Lora is not an id",
                "    label: | 6| lable: | topics.lora.lable is no key of a topic; known here: words",
                "    title: LoRA trains an adapter | 4| '' | topics.lora needs title",
                "It is cheap. Take it first. | 4| It is cheap. Take it. First. | needs one or two sentences as text, found 3",
                "It is cheap. Take it first. | 4| It is cheap | needs one or two sentences as text, found 0",
                "It is cheap. | 4| It costs {price}. | holds {price} in its text, which is no fact of the day",
                "[cost, lora] | 4| [cost] | needs two next questions, found 1",
                "[cost, lora] | 4| [cost, dora] | topics.lora.next names dora, which is neither a topic nor one of",
                "{method: lora} | 9| {method: dora} | \"dora\" is no method",
                "{method: lora} | 9| {methods: lora} | topics.lora.job has no [methods]",
                "{method: lora} | 9| {running: yes} | \"yes\" must be true or false",
                "words: [lora] | 4| words: [lora, lora] | has a phrase that is there already: lora",
                "words: [lora] | 5| words: lora | topics.lora.words must be a list",
                "words: [lora] | 4| 'questions: [(lora or full]' | has a bracket without its end",
                "words: [lora] | 4| 'questions: [lora ... full]' | holds ... before its end",
                "what is ... | 1| what is | needs one ... for the topic",
                "asks: | 1| ask: | ask is no section; known here: same, asks",
                "{opens: [does], verbs: [offer]} | 0| {opens: [does]} | offers needs verbs",
            })
    void refusesAFileByLineAndKey(String valid, int line, String invalid, String message) {
        String file = FRAME + TOPIC;
        assertThat(file).contains(valid.strip());
        String changed = file.replace(valid.strip(), invalid);
        assertThatThrownBy(() -> load(changed))
                .isInstanceOf(TopicException.class)
                .hasMessageStartingWith(line == 0 ? "test.yaml: " : "test.yaml:" + line + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesASpellingThatIsThereTwice() {
        assertThatThrownBy(() -> load("same: {a b: [c], d: [c]}\n"))
                .hasMessageContaining("same.d has a spelling")
                .hasMessageEndingWith(": c");
    }

    @Test
    void refusesTextThatIsNoYaml() {
        assertThatThrownBy(() -> load("topics: [\n")).hasMessageStartingWith("test.yaml:");
    }

    private static Topics load(String yaml) {
        return Topics.load("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
