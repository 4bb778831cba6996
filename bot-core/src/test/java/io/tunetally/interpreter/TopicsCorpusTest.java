package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.corpus.Corpus;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.topic.Topic;
import io.tunetally.topic.Topics;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about words and ways, and their neighbours that are none. */
final class TopicsCorpusTest {
    static Stream<Corpus.Line> questions() {
        return Corpus.load("topics.tsv").lines().stream();
    }

    static Stream<Corpus.Line> neighbours() {
        return Corpus.load("topics-none.tsv").lines().stream();
    }

    static Stream<Topic> topics() {
        return Topics.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource({"questions", "neighbours"})
    void readsAsLabelled(Corpus.Line line) {
        assertThat(Label.of(line.read())).as(line.text()).isEqualTo(line.label());
    }

    @Test
    void coversEveryTopicThatHasWords() {
        assertThat(questions().map(line -> line.label().slots().get("topic")).distinct())
                .containsExactlyInAnyOrderElementsOf(topics().map(Topic::id)
                        .filter(id -> !id.equals(Topics.GREETING))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void ignoresAQuestionThatIsNotMeantForTheBot(Corpus.Line line) {
        assertThat(BuiltIn.INTERPRETER
                        .read(line.text(), Markup.PLAIN, false, null)
                        .status())
                .isEqualTo(Interpretation.Status.NOT_A_REQUEST);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void readsItsCanonicalTextAsTheSameRequest(Corpus.Line line) {
        Interpretation read = line.read();
        Interpretation again = BuiltIn.read(read.canonical());

        assertThat(again.canonical()).isEqualTo(read.canonical());
        assertThat(Label.of(again)).isEqualTo(Label.of(read));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void asksForATopicByItsId(Topic topic) {
        assertThat(topicOf("explain " + topic.id())).isEqualTo(topic.id());
    }

    /** A person may type what a button says. */
    @ParameterizedTest
    @MethodSource("topics")
    void asksForATopicByTheTextOfItsButton(Topic topic) {
        boolean noButton = topic.id().equals(Topics.GREETING) || topic.id().equals(Topics.OFFERED);
        assertThat(topicOf(topic.label())).isEqualTo(noButton ? null : topic.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what does LoRA mean",
                "what is an epoch?",
                "does OpenAI offer LoRA?",
                "how many examples do I need?"
            })
    void isAnAsideInAThread(String text) {
        Request before = BuiltIn.read("cost llama 8b 1k examples 3 epochs").request();
        Interpretation read = BuiltIn.INTERPRETER.read(text, Markup.PLAIN, true, before);

        assertThat(read.intent()).isEqualTo(Intent.EXPLAIN);
        assertThat(read.slots().has(SlotName.EXAMPLES)).isFalse();
    }

    /** Within a thread two methods side by side are a comparison of its job. */
    @Test
    void comparesMethodsInAThread() {
        Request before = BuiltIn.read("cost llama 8b 1k examples 3 epochs").request();
        assertThat(BuiltIn.INTERPRETER
                        .read("lora or full?", Markup.PLAIN, true, before)
                        .canonical())
                .isEqualTo("compare llama-3.1-8b lora vs full 1000 examples 3 epochs");
    }

    private static @Nullable String topicOf(String text) {
        return BuiltIn.read(text).slots().value(SlotName.TOPIC);
    }
}
