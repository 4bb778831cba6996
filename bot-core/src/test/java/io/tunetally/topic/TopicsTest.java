package io.tunetally.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the built-in topics. */
final class TopicsTest {
    private static final int LONGEST_TITLE = 100;

    static Stream<Topic> topics() {
        return Topics.builtIn().all().stream();
    }

    @Test
    void noPhraseAsksForTwoTopics() {
        Map<List<String>, String> owners = new HashMap<>();
        topics().forEach(topic -> phrases(topic).distinct().forEach(phrase -> {
            String other = owners.put(phrase, topic.id());
            assertThat(other).as("%s of %s", phrase, topic.id()).isNull();
        }));
        assertThat(owners).hasSizeGreaterThan(1_000);
    }

    private static Stream<List<String>> phrases(Topic topic) {
        return Stream.concat(
                topic.words().stream(), topic.questions().stream().flatMap(question -> question.expanded().stream()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTitleIsOneSentence(Topic topic) {
        assertThat(topic.title()).hasSizeLessThanOrEqualTo(LONGEST_TITLE).doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aNextQuestionIsAnotherOne(Topic topic) {
        assertThat(topic.next()).doesNotHaveDuplicates().doesNotContain(new Topic.Next.Explain(topic.id()));
    }
}
