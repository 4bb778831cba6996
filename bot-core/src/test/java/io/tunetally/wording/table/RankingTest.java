package io.tunetally.wording.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import io.tunetally.wording.Worded;
import io.tunetally.wording.part.OutcomeQuotes;
import io.tunetally.wording.part.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RankingTest {
    @ParameterizedTest
    @ValueSource(strings = {"compare all", "tco all", "cost llama 8b", "tco gpt-4o mini vs llama 8b over 12 months"})
    void everyQuoteIsInOneGroup(String question) {
        List<Quote> quotes = quotes(question);
        Ranking ranking = Ranking.of(Inquiries.today(question), quotes);
        assertThat(ranking.all()).containsExactlyInAnyOrderElementsOf(quotes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare all", "tco all"})
    void onlyWhatCanBeStartedRunsThroughAndIsPricedIsRanked(String question) {
        Standing standing = new Standing(Inquiries.today(question));
        Ranking ranking = Ranking.of(Inquiries.today(question), quotes(question));
        assertThat(ranking.ranked())
                .isNotEmpty()
                .allMatch(standing::canStart)
                .noneMatch(quote -> quote.isCut() || quote.shutDown())
                .allMatch(quote -> quote.unpriced().isEmpty());
        assertThat(ranking.closed()).isNotEmpty().allMatch(quote -> !standing.canStart(quote) || quote.shutDown());
        assertThat(ranking.first()).isEqualTo(ranking.ranked().getFirst());
    }

    @Test
    void whatEndsWithinThePeriodAndWhatHasNoPriceToRunStandApart() {
        // OpenAI's end is in 19 months; Together only trains Llama 3.1 8B.
        Ranking ending = earlier("tco gpt-4o mini on openai over 24 months");
        assertThat(ending.ranked()).isEmpty();
        assertThat(ending.ending()).extracting(RankingTest::model).containsExactly("gpt-4o-mini");
        assertThat(ending.first()).isEqualTo(ending.ending().getFirst());
        Ranking unknown = earlier("tco llama 8b on together");
        assertThat(unknown.ranked()).isEmpty();
        assertThat(unknown.unknown())
                .isNotEmpty()
                .extracting(RankingTest::model)
                .containsOnly("llama-3.1-8b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24 months", "20 months"})
    void whatEndsWithinThePeriodIsToldWithThePeriod(String period) {
        String question = "tco gpt-4o mini on openai vs llama 8b over " + period;
        Ranking ranking = earlier(question);
        assertThat(ranking.apart(Inquiries.earlier(question), List.of(ranking.first())))
                .anyMatch(line -> line.startsWith("Ends before the " + period + " are over: GPT-4o mini"));
    }

    @Test
    void representsEachKeyByItsCheapest() {
        Ranking ranking = Ranking.of(Inquiries.today("compare all"), quotes("compare all"));
        List<Quote> models = ranking.cheapestOfEach(quote -> quote.offer().model());
        assertThat(models)
                .extracting(quote -> quote.offer().model())
                .doesNotHaveDuplicates()
                .containsAll(ranking.ranked().stream()
                        .map(quote -> quote.offer().model())
                        .toList());
        assertThat(models)
                .allMatch(cheapest -> ranking.ranked().stream()
                        .filter(other ->
                                other.offer().model().equals(cheapest.offer().model()))
                        .noneMatch(other -> Band.LEAST_AT_MOST.compare(other.ranking(), cheapest.ranking()) < 0));
        assertThat(models).extracting(Quote::ranking).isSortedAccordingTo(Band.LEAST_AT_MOST);
    }

    @Test
    void saysApartWhatIsClosedButNotTheHeadlineNorARankedModel() {
        String question = "gpt-4o vs llama 70b 1k examples";
        Ranking ranking = Ranking.of(Inquiries.today(question), quotes(question));
        assertThat(ranking.apart(Inquiries.today(question), List.of(ranking.first())))
                .containsExactly("Cannot be started today: GPT-4o on OpenAI ($37.50, closed to new customers, ends"
                        + " 2027-01-14)");
        assertThat(ranking.apart(Inquiries.today(question), ranking.closed())).isEmpty();
    }

    @Test
    void ofOneModelTheProvidersAreNamedThatCannotBeStartedAtAll() {
        String question = "cost gpt-4.1 mini guide prices";
        Ranking openai = Ranking.of(Inquiries.today(question), quotes(question));
        assertThat(openai.apart(Inquiries.today(question), List.of(openai.first())))
                .containsExactly("Cannot be started today: GPT-4.1 mini on OpenAI ($6.00, closed to new customers, ends"
                        + " 2027-01-14)");
        // Fireworks trains Llama 3.1 8B by LoRA only.
        Ranking fireworks = Ranking.of(Inquiries.today("cost llama 8b"), quotes("cost llama 8b"));
        assertThat(fireworks.closed()).isNotEmpty();
        assertThat(fireworks.apart(Inquiries.today("cost llama 8b"), List.of(fireworks.first())))
                .isEmpty();
    }

    @Test
    void ofManyOnlyTheNamesAreSaid() {
        String question = "compare gpt-4o, gpt-4o mini, gpt-4.1, gemini 2.0 flash, gpt-3.5 turbo, qwen3 8b";
        Ranking ranking = Ranking.of(Inquiries.today(question), quotes(question));
        assertThat(ranking.apart(Inquiries.today(question), List.of(ranking.first())))
                .singleElement()
                .asString()
                .matches("Cannot be started today: [^($]+, [^($]+, [^($]+, [^($]+(?: and \\d more)?");
    }

    @Test
    void ofAllModelsASellerOfWhomNothingCanBeStartedStandsForItsModels() {
        Ranking ranking = Ranking.of(Inquiries.today("compare all"), quotes("compare all"));
        assertThat(ranking.apart(Inquiries.today("compare all"), List.of(ranking.first())))
                .last()
                .asString()
                .startsWith("Cannot be started today: ")
                .contains("OpenAI (all), ", "Google (all), ")
                .doesNotContain("GPT-3.5", "Together AI (all)");
    }

    private static Ranking earlier(String question) {
        return Ranking.of(Inquiries.earlier(question), OutcomeQuotes.of(Worded.outcomeEarlier(question)));
    }

    private static String model(Quote quote) {
        return quote.offer().model().id().value();
    }

    private static List<Quote> quotes(String question) {
        return OutcomeQuotes.of(Worded.outcomeToday(question));
    }
}
