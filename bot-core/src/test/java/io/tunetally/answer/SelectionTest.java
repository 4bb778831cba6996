package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectionTest {
    @Test
    void namesModelsInTheOrderSaid() {
        assertThat(ids(selection("cost llama 8b vs gpt-4o vs gemini 2.0 flash").named()))
                .containsExactly("llama-3.1-8b", "gpt-4o", "gemini-2.0-flash");
    }

    @ParameterizedTest
    @CsvSource({"compare all, false", "cost gpt-4o, false", "what does fine-tuning cost, true"})
    void theChoiceIsOursWhereNeitherAModelNorAllWasSaid(String question, boolean open) {
        assertThat(selection(question).isOpenChoice()).isEqualTo(open);
    }

    @Test
    void allIsEveryPricedModelAndTheOpenChoiceThoseThatCanBeStarted() {
        List<String> all = ids(selection("compare all").asked());
        List<String> open = ids(selection("what does fine-tuning cost").asked());
        assertThat(all).contains("gemini-2.0-flash", "davinci-002").containsAll(open);
        assertThat(open).contains("llama-3.1-8b").doesNotContain("gemini-2.0-flash", "davinci-002");
    }

    @Test
    void aClassifierIsThereOnlyWhenItOrASellerOfNothingElseIsNamed() {
        String classifier = "ministral-8b-classifier";
        assertThat(Inquiries.today("compare all").engine().offers().trainableModels(Objective.SFT))
                .extracting(model -> model.id().value())
                .contains(classifier);
        assertThat(ids(selection("compare all").asked())).doesNotContain(classifier);
        assertThat(ids(selection("what does fine-tuning cost").asked())).doesNotContain(classifier);
        assertThat(ids(selection("cost ministral classifier").asked())).containsExactly(classifier);
        assertThat(ids(selection("cost 10k examples on mistral ai").asked())).containsExactly(classifier);
        assertThat(ids(selection("compare all on mistral ai").asked())).containsExactly(classifier);
    }

    @Test
    void givesTheReasonForModelsLeftOut() {
        assertThat(selection("what does fine-tuning cost").closed())
                .filteredOn(one -> one.offer().model().id().value().equals("gemini-2.0-flash"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason().kind()).isEqualTo(LifecycleEvent.Kind.SHUT_DOWN);
                    assertThat(one.reason().date()).isEqualTo(LocalDate.of(2026, 6, 1));
                });
        assertThat(selection("compare all").closed()).isEmpty();
        assertThat(selection("cost gemini 2.0 flash").closed()).isEmpty();
    }

    @Test
    void ofEqualEndsTheEarliestStandsAgainstAnOffer() {
        Inquiry inquiry = Inquiries.today("cost gpt-4o");
        Selection selection = new Selection(inquiry);
        var offer = inquiry.engine()
                .offers()
                .of(selection.named().getFirst(), Objective.SFT, null)
                .getFirst();
        // OpenAI closed on 2026-05-07 and again on 2026-07-02.
        assertThat(selection.closedBy(offer))
                .hasValueSatisfying(one -> assertThat(one.reason().date()).isEqualTo(LocalDate.of(2026, 5, 7)));
    }

    @Test
    void anEndThatIsStillToComeStandsAgainstNothing() {
        Inquiry inquiry = Inquiries.earlier("cost gpt-4o");
        Selection selection = new Selection(inquiry);
        var offer = inquiry.engine()
                .offers()
                .of(selection.named().getFirst(), Objective.SFT, null)
                .getFirst();
        assertThat(selection.closedBy(offer)).isEmpty();
    }

    @Test
    void aModelThatNoBookKnowsKeepsItsNameAndSize() {
        Model model = selection("cost llama 13b").named().getFirst();
        assertThat(model.id().value()).isEqualTo("llama 13b");
        assertThat(model.billionParameters()).isEqualByComparingTo("13");
        assertThat(model.open()).isTrue();
    }

    /** A size stands for the models a quarter larger or smaller, within its tiers: 16B ends a tier, so 17B is no 14B. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cost size 8b              | llama-3.1-8b qwen3-8b qwen3.5-9b
            recommend size 8b         | llama-3.1-8b qwen3-8b qwen3.5-9b
            cost size 14b             | qwen3-14b
            cost size 70b on together | llama-3.3-70b
            """)
    void aSizeWithoutANameStandsForTheModelsOfAboutThatSize(String question, String models) {
        assertThat(ids(selection(question).asked())).containsExactlyInAnyOrder(models.split(" "));
        assertThat(selection(question).named()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cost size 45b, size 45b", "cost size 80b on fireworks, size 80b"})
    void aSizeThatNoListedModelHasIsAModelOfItsOwn(String question, String model) {
        assertThat(ids(selection(question).named())).containsExactly(model);
        assertThat(selection(question).isOpenChoice()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"cost gpt-4o, SFT", "cost gpt-4o dpo, DPO", "cost o4-mini rft, RFT"})
    void tunesOnExamplesUnlessSomethingElseWasSaid(String question, Objective objective) {
        assertThat(selection(question).objective()).isEqualTo(objective);
    }

    private static Selection selection(String question) {
        return new Selection(Inquiries.today(question));
    }

    private static List<String> ids(List<Model> models) {
        return models.stream().map(model -> model.id().value()).toList();
    }
}
