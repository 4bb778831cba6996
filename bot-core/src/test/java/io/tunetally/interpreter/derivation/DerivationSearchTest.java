package io.tunetally.interpreter.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the figures of a message, whether it is likely or not. */
final class DerivationSearchTest {
    private static CountDerivation derivation(String text) {
        ParseState state = Stages.settled(Stages.readerWithoutDerivations(), text, null);
        return new CountDerivation(state, Weights.none());
    }

    private static List<Derivation> all(String text) {
        return derivation(text).all();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What do 12 shops with 70 letters each cost on llama 8b?                                 | GROUPS DATA                 | 840
            We have 900 mails and 300 chats, what does llama 8b cost?                               | DATA DATA                   | 1200
            Of 900 mails 40 are blank, what does llama 8b cost?                                     | DATA REMOVED                | 860
            We have 12 shops with 70 letters each, 2 shops are closed, what is llama 8b?            | GROUPS DATA DROPPED_GROUPS  | 700
            We have 900 mails, a quarter of them is spam, what does llama 8b cost?                  | DATA SHARE_REMOVED          | 675
            We have 900 mails, a quarter of them is for us, what does llama 8b cost?                | DATA SHARE_KEPT             | 225
            We have 900 mails and 300 chats, half of the chats is spam, what does llama 8b cost?    | DATA DATA SHARE_OF_PART_REMOVED | 1050
            """)
    void worksOutWhatFollowsFromRoles(String text, String roles, long examples) {
        assertThat(all(text))
                .filteredOn(each -> !each.withoutOne())
                .filteredOn(each -> names(each).equals(roles.strip()))
                .extracting(Derivation::examples)
                .containsExactly(examples);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What do 12 shops with 70 letters each cost on llama 8b?                                 | GROUPS DATA                 | 12 × 70
            We have 1,900 mails and 300 chats, what does llama 8b cost?                             | DATA DATA                   | 1,900 + 300
            Of 900 mails 40 are blank, what does llama 8b cost?                                     | DATA REMOVED                | 900 - 40
            Of 900 mails 40 are blank, what does llama 8b cost?                                     | DATA HELD_OUT               | 900 - 40
            For each of 64 rules we kept 25 good and 30 bad notes, what does llama 8b cost?         | GROUPS_OF_ALL DATA DATA     | 64 × (25 + 30)
            We wrote 90 notes a month for 5 months, what does llama 8b cost?                        | DATA GROUPS                 | 5 × 90
            We have 12 shops with 70 letters each, 2 shops are closed, what is llama 8b?            | GROUPS DATA DROPPED_GROUPS  | (12 - 2) × 70
            We have 900 mails, a quarter of them is spam, what does llama 8b cost?                  | DATA SHARE_REMOVED          | '900, less 1/4'
            We have 900 mails, 25% of them is spam, 50 are blank, what does llama 8b cost?          | DATA REMOVED SHARE_REMOVED  | '900, less 25%, less 50'
            We have 900 mails, a quarter of them is for us, what does llama 8b cost?                | DATA SHARE_KEPT             | '900, 1/4 of it'
            We have 900 mails and 300 chats, 20% of the chats is spam, what does llama 8b cost?     | DATA DATA SHARE_OF_PART_REMOVED | 900 + (300 less 20%)
            We have 900 mails and 300 chats, 20% of the chats is good, what does llama 8b cost?     | DATA DATA SHARE_OF_PART_KEPT | 900 + 20% of 300
            """)
    void writesTheArithmetic(String text, String roles, String arithmetic) {
        CountDerivation derivation = derivation(text);

        assertThat(derivation.all())
                .filteredOn(each -> !each.withoutOne())
                .filteredOn(each -> names(each).equals(roles.strip()))
                .extracting(each -> CountArithmetic.text(derivation.figures(), each))
                .containsExactly(arithmetic);
    }

    @Test
    void writesThatOneGroupDropsOut() {
        CountDerivation derivation = derivation("What do 12 shops with 70 letters each cost on llama 8b?");

        assertThat(derivation.all())
                .filteredOn(Derivation::withoutOne)
                .filteredOn(each -> names(each).equals("GROUPS DATA"))
                .extracting(each -> CountArithmetic.text(derivation.figures(), each))
                .containsExactly("(12 - 1) × 70");
    }

    private static String names(Derivation derivation) {
        return String.join(" ", derivation.roles().stream().map(Role::name).toList());
    }

    @Test
    void leavesOneGroupOutThatNoNumberCounts() {
        assertThat(all("What do 12 shops with 70 letters each cost on llama 8b?"))
                .filteredOn(Derivation::withoutOne)
                .filteredOn(each -> names(each).equals("GROUPS DATA"))
                .extracting(Derivation::examples)
                .containsExactly(770L);
    }

    @Test
    void multipliesNoTwoNumbersOfTheSameGroups() {
        assertThat(all("We have 12 shops with 70 letters each, 20 shops are closed, what is llama 8b?"))
                .extracting(DerivationSearchTest::names)
                .contains("GROUPS DATA OTHER", "OTHER DATA GROUPS")
                .doesNotContain("GROUPS DATA GROUPS");
    }

    @Test
    void takesSharesAndNumbersOffInTheOrderOfTheText() {
        assertThat(all("Of 1,000 mails 200 are blank and 10% of them go to the test set, what is llama 8b?"))
                .filteredOn(each -> names(each).equals("DATA REMOVED SHARE_HELD_OUT"))
                .extracting(Derivation::examples, Derivation::heldOut)
                .containsExactly(Tuple.tuple(720L, 80L));
    }

    @Test
    void leavesNoDerivationWithoutAnExample() {
        assertThat(all("We have 40 mails, 900 calls and 300 chats, what does llama 8b cost?"))
                .extracting(Derivation::examples)
                .allMatch(examples -> examples == Derivation.NONE || examples > 0);
    }

    @Test
    void keepsTheLargestMessageSmall() {
        String text =
                "We have 12 shops, 70 letters each, 900 mails, 300 chats, 40 calls, 200 forms, 80 notes, 10% of them and a"
                        + " third of them are blank, what does llama 8b cost?";

        assertThat(derivation(text).figures().stream()
                        .filter(figure -> !figure.isShare())
                        .toList())
                .hasSize(6);
        assertThat(all(text).size()).isLessThan(650_000);
    }
}
