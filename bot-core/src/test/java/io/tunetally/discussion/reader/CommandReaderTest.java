package io.tunetally.discussion.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.SampleFigures;
import io.tunetally.discussion.Scenario;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
    private static final Pattern VALUE = Pattern.compile("(\\w+)=(.*?)(?=\\s\\w+=|$)");

    private static final List<String> OFFERS = List.of(
            "Llama 3.1 8B, LoRA on Ori", "GPT-4.1 mini on Azure OpenAI (global)", "Llama 3.3 70B, LoRA on Together AI");

    private final CommandReader reader = new CommandReader();

    @ParameterizedTest
    @CsvFileSource(resources = "/discussion/commands.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '`')
    void readsTheCommandOfAThreadWithThreeScenarios(String text, String verb, String values) {
        Optional<Command> read = read(text, three());

        assertThat(read.map(command -> command.verb().name()).orElse(null)).isEqualTo(verb);
        assertThat(read.map(Command::values).orElse(Map.of())).isEqualTo(values(values));
    }

    private static Map<String, String> values(String written) {
        Map<String, String> values = new TreeMap<>();
        Matcher each = VALUE.matcher(written == null ? "" : written);
        while (each.find()) {
            values.put(each.group(1), each.group(2));
        }
        return values;
    }

    /** Without scenarios the same words ask about models. */
    @ParameterizedTest
    @ValueSource(
            strings = {"which one is cheapest?", "compare those", "b with 5 epochs", "what would it cost over a year?"})
    void leavesWordsThatNeedScenariosToTheInterpreterWhereThereAreNone(String text) {
        assertThat(read(text, List.of())).isEmpty();
    }

    /** A capital letter means nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"B with 5 epochs", "A vs C over a year", "drop B", "what makes C dearer?", "merge A and B"})
    void readsALetterAlsoWhereThereAreNoScenarios(String text) {
        assertThat(read(text, List.of())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "where are we?, 0, true",
        "where are we?, 1, false",
        "compare those, 1, true",
        "compare those, 3, false",
        "drop b, 0, true",
        "drop it, 0, false",
        "cost gpt-4o, 0, false"
    })
    void readsACommandThatMeansNothingElseWhereAThreadHasTooFewScenarios(String text, int scenarios, boolean isRead) {
        assertThat(reader.readWithoutScenarios(text, Markup.PLAIN, () -> three().subList(0, scenarios)))
                .matches(read -> read.isPresent() == isRead);
    }

    @Test
    void findsTheBotsMentionInFront() {
        assertThat(reader.read("<@U100> B with 5 &lt; epochs", Markup.MRKDWN, CommandReaderTest::three))
                .map(command -> command.value("change"))
                .contains("with 5 < epochs");
    }

    @Test
    void readsTheThreadOnlyIfTheWordsMayMeanIt() {
        assertThat(reader.read("cost gpt-4o 1k examples 3 epochs", Markup.PLAIN, () -> {
                    throw new AssertionError("the thread was read");
                }))
                .isEmpty();
    }

    private Optional<Command> read(String text, List<Scenario> scenarios) {
        return reader.read(text, Markup.PLAIN, () -> scenarios);
    }

    private static List<Scenario> three() {
        return Arrays.asList(1L, 2L, 3L).stream()
                .map(number -> new Scenario(
                        number,
                        number == 1 ? "pilot" : "",
                        new Plan(
                                "cost",
                                "cost " + number + "k examples",
                                "",
                                1,
                                SampleFigures.of(OFFERS.get(number.intValue() - 1))),
                        new UserId("U1"),
                        number,
                        false,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        1))
                .collect(Collectors.toList());
    }
}
