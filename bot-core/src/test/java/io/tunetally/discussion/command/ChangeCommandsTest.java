package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is dropped, named and taken back in a thread with A, B and C. */
class ChangeCommandsTest {
    private final OneThread thread = OneThread.withThreePlans();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "drop B; B is dropped; This thread has A, C.",
                "not B; B is dropped; This thread has A, C.",
                "B is out; B is dropped; This thread has A, C.",
                "drop B, C; B and C are dropped; This thread has A.",
                "drop B and B; B is dropped; This thread has A, C.",
                "drop the 70b one; B is dropped; This thread has A, C.",
                "keep only B; A and C are dropped; This thread has B.",
                "keep only A and C; B is dropped; This thread has A, C.",
                "drop everything; A, B and C are dropped; This thread has no scenario any more",
            })
    void dropsWhatIsNamed(String text, String title, String left) {
        assertThat(thread.say(text)).startsWith(title).contains(left);
        assertThat(thread.say("undo")).contains("This thread has A, B, C.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "drop B and X; There is no X. This thread has A, B, C",
                "drop the 8b one; \"8b one\" may be each of A, C: say its letter",
                "keep only A and X; There is no X. This thread has A, B, C",
                "merge A and X; There is no X. This thread has A, B, C",
                "merge A and B; Two plans cannot become one: A vs B shows them side by side, and drop B leaves A",
                "undo; There is nothing to undo here: undo takes back the last drop, name or decision of a thread",
                "bring back B; B was not dropped. This thread has A, B, C",
                "bring back X; There is no X. This thread has A, B, C",
                "what did we drop?; Nothing was dropped. This thread has A, B, C",
                "call A b; \"b\" is taken. This thread has A, B, C",
                "call A D; \"D\" may become a letter of this thread: a name is longer, e.g. call A pilot",
            })
    void saysWhatThereIsInsteadAndChangesNothing(String text, String sentence) {
        assertThat(thread.title("ada", text)).isEqualTo(sentence);
        assertThat(thread.say("scenarios")).startsWith("Cheapest of 3: A, Llama 3.1 8B");
    }

    @Test
    void saysOfADroppedLetterHowItComesBack() {
        thread.say("drop C");

        String sentence = "C was dropped (bring back C undoes that). This thread has A, B";
        for (String text : new String[] {"decide C", "vote C", "C with 5 epochs", "A vs C", "call C pilot"}) {
            assertThat(thread.title("bob", text)).isEqualTo(sentence);
        }
        assertThat(thread.say("what did we drop?"))
                .startsWith("Dropped: C")
                .contains("Llama 3.1 8B, LoRA on Ori, $2.07")
                .contains("bring back C");
        assertThat(thread.say("bring back C")).startsWith("C is back").contains("This thread has A, B, C.");
    }

    @Test
    void undoesOnlyTheLastChangeAndOnlyOnce() {
        thread.say("drop B");
        thread.say("call A pilot");

        assertThat(thread.say("undo")).startsWith("A has no name again").contains("This thread has A, C.");
        assertThat(thread.say("undo")).startsWith("There is nothing to undo here");
    }

    @Test
    void givesAScenarioItsEarlierNameBack() {
        thread.say("call A pilot");
        thread.say("call A first");

        assertThat(thread.title("bob", "undo that")).isEqualTo("A (pilot) is back");
    }

    @Test
    void undoesADecision() {
        thread.say("decide A");

        assertThat(thread.title("bob", "undo")).isEqualTo("Nothing is decided any more");
        assertThat(thread.title("bob", "decision")).startsWith("Nothing is decided here");
    }

    /** An undo that took back something older would surprise. */
    @Test
    void undoesNothingBeforeAVoteOrAReopening() {
        thread.say("drop C");
        thread.say("vote A");
        assertThat(thread.title("ada", "undo")).startsWith("The last change was a vote");

        thread.say("decide A");
        thread.say("reopen");
        assertThat(thread.title("ada", "undo")).startsWith("The last change was to reopen");
        assertThat(thread.say("scenarios")).contains("Cheapest of 2");
    }

    @Test
    void keepsWhatWasDecided() {
        thread.say("decide A");

        assertThat(thread.title("bob", "drop A")).isEqualTo("A is what was decided; say reopen before you drop it");
        assertThat(thread.title("bob", "keep only B")).startsWith("A is what was decided");
        assertThat(thread.title("bob", "drop B")).isEqualTo("B is dropped");
    }

    @Test
    void findsAScenarioByANameOfSeveralWords() {
        thread.say("call B our big one");

        assertThat(thread.title("bob", "vote for our big one")).isEqualTo("Your vote for B (our big one) is counted");
        assertThat(thread.title("bob", "drop our big one")).isEqualTo("B (our big one) is dropped");
    }
}
