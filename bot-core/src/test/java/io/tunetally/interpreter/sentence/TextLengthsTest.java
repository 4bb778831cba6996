package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLengthsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cost 500 emails of 200 words llama 8b | cost llama-3.1-8b 500 examples ~267 tokens per example
                    Cost for 50,000 rows with about 1200 words each on mistral 7b | cost mistral-7b 50000 examples ~1600 tokens per example
                    how much to fine-tune mistral 7b on a corpus of 3 million words? | cost mistral-7b ~4000000 tokens total
                    12 million characters of text on llama 8b, cost? | cost llama-3.1-8b ~3000000 tokens total
                    cost 500 emails of 1,200 characters llama 8b | cost llama-3.1-8b 500 examples ~300 tokens per example
                    cost 300 stories of 2-3 pages each on llama 8b | cost llama-3.1-8b 300 examples ~1333-2000 tokens per example
                    llama 8b, 800 contracts of about 12 pages | cost llama-3.1-8b 800 examples ~8000 tokens per example
                    100 PDFs of 20 pages each, llama 8b cost | cost llama-3.1-8b 100 examples ~13333 tokens per example
                    train llama 8b on 20 pages of notes, cost? | cost llama-3.1-8b ~13333 tokens total
                    how much to teach gpt-4.1-mini our 350-page manual | cost gpt-4.1-mini ~233333 tokens total
                    """)
    void estimatesTokensFromWordsAndPages(String text, String canonical) {
        assertThat(BuiltIn.read(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cost gpt-4o 48 MB | cost gpt-4o ~8000000-16000000 tokens total
                    we have a CSV of 20 MB, what does it cost to fine-tune llama 8b? | cost llama-3.1-8b ~3300000-6700000 tokens total
                    what does gpt-4o cost on 1.5 GB of logs? | cost gpt-4o ~250000000-500000000 tokens total
                    cost gpt-4o 1k examples 48 MB | cost gpt-4o 1000 examples
                    cost llama 70b on a 24GB card | cost llama-3.3-70b
                    """)
    void estimatesTokensFromTheSizeOfAFileAlone(String text, String canonical) {
        assertThat(BuiltIn.read(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cost 1,500 entries of 280 tokens (310k words) mistral 7b | cost mistral-7b 1500 examples 280 tokens per example
                    What would tuning gemini 2.5 flash on 1,900 captions cost, the longest about 90 words? | cost gemini-2.5-flash 1900 examples
                    cost of tuning llama 8b on 4,000 lines of 12 characters? | cost llama-3.1-8b 4000 examples
                    cost of llama 8b on 26k product pages? | cost llama-3.1-8b 26000 examples
                    the 14-page handbook and 780 questions, cost on llama 8b? | cost llama-3.1-8b 780 examples
                    """)
    void leavesWordsAndPagesThatAreNoLengthOfAnExample(String text, String canonical) {
        assertThat(BuiltIn.read(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,000 contracts, each about 8 pages. What does llama 8b cost?|5333 tokens per example",
                "900 reports, a report is 4 pages, gpt-4.1-nano, price?|2667 tokens per example",
                "every invoice is roughly 600 words and we have 4,000 of them. gpt-4.1-nano training?|800 tokens per example"
            })
    void readsTheLengthOfEachThing(String said, String length) {
        assertThat(BuiltIn.read(said).canonical()).contains(length);
    }
}
