package io.tunetally.interpreter.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the number of examples of prose follows from its numbers and shares, by the trained weights. */
final class CountDerivationTest {
    private static Slots read(String text) {
        return BuiltIn.read(text).slots();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Each of our 14 depots sent in 120 fault reports. What would training gpt-4o-mini on them cost?                          | 1680
            We scanned 6,400 invoices, a quarter of them are unreadable. What does it cost to train llama 8b on the rest?           | 4800
            12 schools sent 80 essays each, 2 schools withdrew. What would gpt-4o-mini cost?                                         | 800
            12 schools sent 80 essays each, 2 schools withdrew, and a quarter of the rest is blank. What would gpt-4o-mini cost?     | 600
            12 clinics with 3 vets each, every vet writes 20 notes a week, and 40 weeks are on the server. gpt-4.1-nano on all of it? | 28800
            16 shelters with 5 carers each, every carer files 12 reports a week, and 26 weeks are archived. What would gpt-4.1-nano on all of them cost? | 24960
            We have 8 garages with 4 mechanics each. Every mechanic writes 15 job cards a week and 20 weeks are kept. How much for llama 8b on the lot? | 9600
            12 schools, 80 essays each, 4o-mini cost                                                                                 | 960
            The archive holds 3,900 deeds, minus the 240 that the notary wants kept out. What is the price with mistral 7b?          | 3660
            """)
    void worksOutANumberOfExamplesThatIsToldInSteps(String text, long examples) {
        Slot<Long> read = read(text).get(SlotName.EXAMPLES);

        assertThat(read).isNotNull();
        assertThat(read.value()).isEqualTo(examples);
        assertThat(read.origin()).isEqualTo(Origin.DERIVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Our 14 drivers write 30 notes a day. What does training gpt-4o-mini on 5,000 notes cost?                                 | 5000
            Every vet writes 20 notes a week. We have 4,000 notes on the server, what would gpt-4.1-nano on them cost?                  | 4000
            A colleague tuned on 900 chats for 40 dollars. We have 2,600 chats, what would llama 8b cost us?                         | 2600
            """)
    void leavesANumberThatStandsThere(String text, long examples) {
        assertThat(read(text).value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The shelf holds 4,800 reports, 480 of those are kept for testing. What does training gpt-4.1-mini on the others cost?   | 4320 | 480
            We scanned 6,000 letters, 600 stay aside for the evaluation and never get trained. What is llama 8b?                     | 5400 | 600
            """)
    void tellsWhatIsHeldOut(String text, long examples, long heldOut) {
        assertThat(read(text).value(SlotName.EXAMPLES)).isEqualTo(examples);
        assertThat(read(text).value(SlotName.HELD_OUT_EXAMPLES)).isEqualTo(heldOut);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Each of our 14 depots sent in 120 fault reports. What would training gpt-4o-mini on them cost?                          | 14 × 120
            cost of llama 8b on 1,200 mails + 300 chats                                                                              | '1,200 + 300'
            12 schools sent 80 essays each, 2 schools withdrew, and a quarter of the rest is blank. What would gpt-4o-mini cost?     | '(12 - 2) × 80, less 1/4'
            Unsere 12 Filialen haben je 300 Briefe geschickt. Was kostet das Training von gpt-4o-mini?                               | 12 × 300
            """)
    void saysHowTheNumberFollows(String text, String arithmetic) {
        Slot<Long> read = read(text).get(SlotName.EXAMPLES);

        assertThat(read).isNotNull();
        assertThat(read.arithmetic()).isEqualTo(arithmetic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost llama 8b 5,000 examples",
                "What does training gpt-4o-mini on 5,000 notes cost? We are 14 drivers."
            })
    void saysNothingAboutANumberThatStandsThere(String text) {
        Slot<Long> read = read(text).get(SlotName.EXAMPLES);

        assertThat(read).isNotNull();
        assertThat(read.arithmetic()).isNull();
    }
}
