package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CardBlocksTest {
    private static final Block.Table FEW =
            new Block.Table(List.of(Block.Column.text("Model")), List.of(List.of("in sight")));
    private static final Block.Table ALL =
            new Block.Table(List.of(Block.Column.text("Model")), List.of(List.of("in sight"), List.of("behind")));
    private static final Card CARD = new Card(
            "headline",
            List.of("job"),
            List.of(List.of(Span.plain("unused"))),
            "caveat",
            List.of(FEW),
            List.of("footnote"),
            new Card.Details(List.of(List.of(Span.plain("warning"))), List.of(ALL), List.of("source")),
            new Block.Choices("", List.of(Action.of("Details", "details"))));

    @Test
    void showsOneCaveatAndItsFiguresInSight() {
        assertThat(CARD.compact().blocks())
                .startsWith(notes(Block.Tone.BASIS, "job"), notes(Block.Tone.WARNING, "unused", "caveat"), FEW)
                .contains(notes(Block.Tone.NOTE, "footnote"));
    }

    /** With them first, a message that is full of warnings would have no room for the figures. */
    @Test
    void showsTheFiguresOfTheDetailsBeforeTheirWarnings() {
        assertThat(CARD.detailed().blocks())
                .startsWith(
                        notes(Block.Tone.BASIS, "job"),
                        notes(Block.Tone.WARNING, "unused", "caveat"),
                        ALL,
                        notes(Block.Tone.WARNING, "warning"),
                        notes(Block.Tone.NOTE, "source"));
    }

    /** A platform names the currency there, whether or not there is a job to say. */
    @Test
    void hasABasisAlsoWithoutAJob() {
        Card list = new Card(
                "59 models",
                List.of(),
                List.of(),
                null,
                List.of(FEW),
                List.of(),
                new Card.Details(List.of(), List.of(ALL), List.of()),
                new Block.Choices("", List.of()));

        assertThat(list.compact().blocks()).containsExactly(notes(Block.Tone.BASIS), FEW);
        assertThat(list.detailed().blocks()).containsExactly(notes(Block.Tone.BASIS), ALL);
    }

    private static Block.Notes notes(Block.Tone tone, String... texts) {
        return new Block.Notes(
                tone,
                List.of(texts).stream().map(text -> List.of(Span.plain(text))).toList());
    }
}
