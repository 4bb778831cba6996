package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswerFrameTest {
    private static final Block ANSWER = Block.Text.of(Span.plain("the answer"));

    @Test
    void ordersSummaryWarningsAnswerNotesAndButtons() {
        NextQuestion next = new NextQuestion(
                NextQuestion.Kind.ESTIMATE, Inquiries.byGuide("cost gpt-4o").request());
        Reply reply = AnswerFrame.of(Inquiries.byGuide("cost gpt-4o details"))
                .note("a note")
                .add(ANSWER)
                .warn(Caveat.Rank.STALE, "a warning")
                .reply("title", List.of(next));
        assertThat(reply.title()).isEqualTo("title");
        assertThat(reply.audience()).isEqualTo(Audience.EVERYONE);
        assertThat(reply.blocks())
                .extracting(AnswerFrameTest::kind)
                .containsExactly("BASIS", "WARNING", "Text", "NOTE", "Choices");
    }

    @Test
    void aWarningAndANoteAreSaidOnce() {
        Reply reply = AnswerFrame.of(Inquiries.byGuide("cost gpt-4o details"))
                .warn(Caveat.Rank.STALE, "a warning")
                .warn(Caveat.Rank.STALE, "a warning")
                .note("a note")
                .note("a note")
                .reply("title", List.of());
        assertThat(notes(reply)).filteredOn("a warning"::equals).hasSize(1);
        assertThat(notes(reply)).filteredOn("a note"::equals).hasSize(1);
        assertThat(reply.blocks()).noneMatch(Block.Choices.class::isInstance);
    }

    @Test
    void theLastNoteNamesTheOmissions() {
        assertThat(notes(AnswerFrame.of(Inquiries.byGuide("cost gpt-4o details"))
                        .note("a note")
                        .reply("title", List.of())))
                .endsWith("a note", "Left out: taxes, credits, free quotas and preparing the data.");
    }

    @Test
    void namesUnusedPartsBesideTheSummary() {
        assertThat(notes(AnswerFrame.of(Inquiries.byGuide("cost gpt-4o 1k examples blorft"))
                        .reply("title", List.of())))
                .contains("Not used: blorft");
    }

    @Test
    void aWarningSaysInPlaceOfTheWordThatItIsNotOffered() {
        var inquiry = Inquiries.today("cost gpt-4o lora on openai");
        String doubt = "Not a choice for this model: lora; there is full.";
        assertThat(notes(AnswerFrame.of(inquiry).reply("title", List.of()))).contains(doubt);
        assertThat(notes(AnswerFrame.of(inquiry)
                        .cite(OutcomeQuotes.of(Worded.outcomeToday("cost gpt-4o lora on openai"))
                                .getFirst())
                        .reply("title", List.of())))
                .doesNotContain(doubt);
    }

    @Test
    void moreSourcesThanFiveAreCounted() {
        var quotes = OutcomeQuotes.of(Worded.outcomeToday("compare all"));
        Reply reply = AnswerFrame.of(Inquiries.today("compare all details"))
                .sources(quotes.stream().map(quote -> quote.main()).toList())
                .reply("title", List.of());
        assertThat(notes(reply))
                .anyMatch(note -> note.matches("\\.\\.\\. \\d+ more sources; ask about one model to see its own\\."));
    }

    @Test
    void aBareReplyIsForTheAskerAlone() {
        assertThat(AnswerFrame.bare("title", List.of(ANSWER)))
                .isEqualTo(new Reply("title", List.of(ANSWER), Audience.ASKER));
    }

    private static String kind(Block block) {
        return block instanceof Block.Notes notes
                ? notes.tone().name()
                : block.getClass().getSimpleName();
    }

    private static List<String> notes(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Notes.class::isInstance)
                .flatMap(block -> ((Block.Notes) block).notes().stream())
                .map(Worded::text)
                .toList();
    }
}
