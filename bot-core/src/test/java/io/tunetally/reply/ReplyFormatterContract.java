package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of every platform's formatter for any reply; each adapter's test implements it.
 *
 * @param <P> the platform's payload
 */
public interface ReplyFormatterContract<P> {
    /** The number of random replies, more of them in the nightly profile. */
    int GENERATED = Boolean.getBoolean("tunetally.nightly") ? 5_000 : 500;

    Pattern NUMBER = Pattern.compile("\\d(?:[\\d,.]*\\d)?");
    Pattern MORE = Pattern.compile("\\.\\.\\. (\\d+) more");

    ReplyFormatter<P> formatter();

    /** Returns all visible content of a payload: texts, cells, labels, without the platform's escapes. */
    String visible(P payload);

    /** Returns the platform's limits that a payload breaks, one line each; empty if it can be sent. */
    List<String> brokenLimits(P payload);

    /** Returns the commands of the buttons, in order. */
    List<String> commands(P payload);

    @ParameterizedTest
    @MethodSource("io.tunetally.reply.SampleReplies#usual")
    default void showsEveryNumberOfAUsualReply(SampleReplies.Sample sample) {
        P payload = formatter().format(sample.reply());

        assertThat(brokenLimits(payload)).isEmpty();
        assertThat(numbers(visible(payload))).containsAll(numbers(text(sample.reply())));
        assertThat(MORE.matcher(visible(payload)).find()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.tunetally.reply.SampleReplies#usual")
    default void offersEveryCommandOfAUsualReply(SampleReplies.Sample sample) {
        List<String> offered = sample.reply().blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .map(Block.Choices.class::cast)
                .flatMap(choices -> choices.actions().stream())
                .map(Action::command)
                .toList();

        assertThat(commands(formatter().format(sample.reply()))).containsExactlyElementsOf(offered);
    }

    @ParameterizedTest
    @MethodSource("io.tunetally.reply.SampleReplies#oversize")
    default void cutsAnOversizeReplyAndSaysHowMuch(SampleReplies.Sample sample) {
        P payload = formatter().format(sample.reply());

        assertThat(brokenLimits(payload)).isEmpty();
        assertLosesNoNumberSilently(sample.reply(), payload);
    }

    @Test
    default void keepsItsPromisesForGeneratedReplies() {
        for (SampleReplies.Sample sample : SampleReplies.generated(GENERATED)) {
            P payload = formatter().format(sample.reply());
            assertThat(brokenLimits(payload)).as(sample.name()).isEmpty();
            assertLosesNoNumberSilently(sample.reply(), payload);
        }
    }

    @Test
    default void keepsTheTextOfFilesOutOfTheMessage() {
        assertThat(SampleReplies.usual().map(sample -> visible(formatter().format(sample.reply()))))
                .noneMatch(text -> text.contains(SampleReplies.FILE_TEXT));
    }

    @Test
    default void isPure() {
        for (SampleReplies.Sample sample : SampleReplies.generated(20)) {
            assertThat(visible(formatter().format(sample.reply())))
                    .isEqualTo(visible(formatter().format(sample.reply())));
        }
    }

    /** Checks that no number is invented or broken, and that the payload says how much more there is if one is missing. */
    private void assertLosesNoNumberSilently(Reply reply, P payload) {
        String seen = visible(payload);
        Set<String> shown = numbers(MORE.matcher(seen).replaceAll("... more"));
        Set<String> known = numbers(text(reply));

        assertThat(known).as("a number is made up or broken").containsAll(shown);
        if (!shown.containsAll(known)) {
            assertThat(seen).as("numbers are missing without a word").containsPattern(MORE);
        }
    }

    /** Returns every text of a reply, unchanged. */
    private static String text(Reply reply) {
        return reply.title() + "\n"
                + reply.blocks().stream().map(ReplyFormatterContract::text).collect(Collectors.joining("\n"));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Text text -> text(text.spans());
            case Block.Facts facts ->
                facts.facts().stream()
                        .map(fact -> fact.name() + "\n" + text(fact.value()))
                        .collect(Collectors.joining("\n"));
            case Block.Table table ->
                Stream.concat(
                                table.columns().stream().map(Block.Column::title),
                                table.rows().stream().flatMap(List::stream))
                        .collect(Collectors.joining("\n"));
            case Block.Chart chart -> chart.spec().inWords();
            case Block.File _ -> "";
            case Block.Choices choices ->
                choices.prompt() + "\n"
                        + choices.actions().stream()
                                .map(action -> action.label() + "\n" + action.command())
                                .collect(Collectors.joining("\n"));
            case Block.Notes notes ->
                notes.notes().stream().map(ReplyFormatterContract::text).collect(Collectors.joining("\n"));
        };
    }

    private static String text(List<Span> spans) {
        return spans.stream()
                .map(span -> span instanceof Span.Link link ? link.text() + " " + link.url() : span.text())
                .collect(Collectors.joining());
    }

    private static Set<String> numbers(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.results().map(result -> result.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
