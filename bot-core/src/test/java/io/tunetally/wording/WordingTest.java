package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies without figures. */
final class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "compare all details, at least $4.00",
        "tco llama 8b details, no price of its own",
        "break even all details, 2027-04-14",
        "cost llama 70b details, days ago"
    })
    void theDetailsSayAWarningOnce(String question, String words) {
        assertThat(Worded.notes(Worded.today(question), Block.Tone.WARNING))
                .filteredOn(warning -> warning.contains(words))
                .hasSize(1);
    }

    @Test
    void aMessageThatAsksNothingGetsAnExample() {
        Reply reply = Worded.today("nice weather today");
        assertThat(reply.title()).isEqualTo("I found no question about fine-tuning cost in that");
        assertThat(reply.audience()).isEqualTo(Audience.ASKER);
        assertThat(Worded.paragraphs(reply)).containsExactly("Try cost 1k examples 3 epochs llama 8b lora or help.");
    }

    @Test
    void aMessageThatIsTooLongToReadSafelyIsToldSo() {
        String text = "1 epochs: loss 2.49, 2 epochs: loss 2.48";
        Problem tooComplex = new Problem.TooComplex(text, new TextSpan(0, text.length()));

        Reply reply = new Wording().reply(new Outcome.NotUnderstood(notARequest(tooComplex)));

        assertThat(reply.title()).isEqualTo("Your message is too long to read safely");
        assertThat(reply.audience()).isEqualTo(Audience.ASKER);
        assertThat(Worded.paragraphs(reply))
                .containsExactly(
                        "Ask for one thing, in a sentence or two.",
                        "Try cost 1k examples 3 epochs llama 8b lora or help.");
    }

    private static Interpretation notARequest(Problem problem) {
        return new Interpretation(
                Interpretation.Status.NOT_A_REQUEST,
                Intent.NONE,
                Slots.NONE,
                List.of(),
                List.of(problem),
                null,
                List.of(),
                0,
                List.of(),
                null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quanto costa gpt-4o con 1000 esempi e 3 epoche? | Capisco solo l'inglese, per esempio:",
                "gpt-4o를 예제 1000개로 학습하면 얼마인가요 | 영어만 이해합니다. 예:"
            })
    void aLanguageWithoutALexiconIsAnsweredInThatLanguage(String message, String title) {
        assertThat(Worded.today(message).title()).isEqualTo(title);
    }

    @Test
    void aBugNamesItsIncident() {
        Reply reply = new Wording().reply(new Outcome.Failed("abc123"));
        assertThat(reply.title()).isEqualTo("Something broke on our side");
        assertThat(Worded.paragraphs(reply)).singleElement().asString().contains("report incident abc123.");
    }

    @Test
    void whatCouldNotBeTakenIntoAccountComesFirst() {
        Reply reply = Worded.byGuide("cost gpt-4o");
        for (Reply warned : new Reply[] {Wording.withoutMemory(reply), Wording.withoutTeamDefaults(reply)}) {
            assertThat(warned.title()).isEqualTo(reply.title());
            assertThat(warned.blocks())
                    .hasSize(reply.blocks().size() + 1)
                    .endsWith(reply.blocks().toArray(Block[]::new));
            assertThat(Worded.notes(warned, Block.Tone.WARNING).getFirst()).startsWith("Answered without ");
        }
    }

    @Test
    void forgettingIsConfirmedOrNot() {
        assertThat(Wording.forgotten().title()).startsWith("Forgotten");
        assertThat(Wording.notForgotten().title()).contains("may not be forgotten");
    }
}
