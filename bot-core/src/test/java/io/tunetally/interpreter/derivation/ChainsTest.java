package io.tunetally.interpreter.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.sentence.ParseState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers of a message are counted for each of what another one counts. */
final class ChainsTest {
    private static String pairs(String text) {
        ParseState state = Stages.settled(Stages.readerWithoutDerivations(), text, null);
        NumberFeatures numbers = NumberFeatures.of(state);
        Nouns nouns = new Nouns(state);
        List<Figure> figures = Figures.of(state, numbers, nouns);
        Chains chains = new Chains(state, nouns, figures);
        List<String> pairs = new ArrayList<>();
        for (int counted = 0; counted < figures.size(); counted++) {
            for (int each = 0; each < figures.size(); each++) {
                if (chains.has(counted, each)) {
                    pairs.add(figures.get(counted).value() + " for each of "
                            + figures.get(each).value());
                }
            }
        }
        assertThat(chains.isAny()).isEqualTo(!pairs.isEmpty());
        return String.join(", ", pairs);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 clinics with 3 vets each, every vet writes 20 notes a week, and 40 weeks are kept. What does gpt-4o-mini cost? | 3 for each of 12, 20 for each of 3, 20 for each of 40
            Our 14 shops send 35 slips per shop. What does gpt-4o-mini cost on them?                                            | 35 for each of 14
            Each of our 12 clinics sent 90 letters. What does gpt-4o-mini cost on them?                                         | 90 for each of 12
            A shop sends 35 slips, and there are 14 shops. What does gpt-4o-mini cost on them?                                  | 35 for each of 14
            Our 14 shops have 900 slips in 2 boxes. What does gpt-4o-mini cost on them?                                         | ''
            """)
    void findsWhatIsCountedForEachOfAnother(String text, String pairs) {
        assertThat(pairs(text)).isEqualTo(pairs);
    }
}
