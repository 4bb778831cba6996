package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a thread says about the plans that its answers have become. */
class PlansOfAThreadTest {
    private final OneThread thread = new OneThread();

    private void threeModels() {
        thread.say("cost llama 8b 1k examples");
        thread.say("cost gpt-oss 20b 1k examples");
        thread.say("cost qwen3 8b 1k examples");
    }

    @Test
    void comparesEachNamedPlanUnderAChange() {
        threeModels();

        assertThat(thread.say("compare A, B and C over a year with 500 requests a day"))
                .startsWith("Cheapest of 3: B, gpt-oss 20B")
                .contains("500 requests/day", "12 months")
                .containsPattern(
                        "A +Llama 3.1 8B, LoRA on your own or rented GPUs .RTX 4090. +\\$0.12-\\$0.78 +\\$197");
    }

    @Test
    void dropsNoPlanOfAQuestionAboutSeveral() {
        threeModels();

        assertThat(thread.title("ada", "when do A and B pay back?"))
                .isEqualTo("That names A, B at once: ask about one of them, or say compare A, B over a year");
    }

    @Test
    void namesThePeriodOfAPlanThatEndsBeforeIt() {
        String period = "over 323 days, until it shuts down on 2027-10-14";
        thread.say("tco gpt-4.1-mini on azure 1k examples 2000 requests a day 12 months");
        thread.say("tco llama 8b on fireworks 1k examples 2000 requests a day 12 months");

        assertThat(thread.say("scenarios"))
                .startsWith("Cheapest of 2: B, Llama 3.1 8B")
                .contains("A is $13,", period);
        assertThat(thread.say("vote")).contains(period);
        assertThat(thread.title("ada", "decide A")).endsWith(period);
        assertThat(thread.title("ada", "what did we decide?")).endsWith(period);
        assertThat(thread.say("history")).contains("over 323 days, then it ends");
    }

    @Test
    void saysInOneWayThatAPlanCannotBeStarted() {
        thread.say("cost llama 8b 1k examples");
        thread.say("cost mistral 7b on ori 1k examples");

        assertThat(thread.say("scenarios")).contains("B cannot be started today: not on Ori's list");
        assertThat(thread.say("vote")).contains("cannot be started today: not on Ori's list");
        assertThat(thread.title("ada", "decide B")).endsWith("cannot be started today: not on Ori's list");
    }

    @Test
    void namesThePartOfTheCostThatMakesAPlanDearer() {
        thread.say("tco llama 8b on fireworks 1k examples 500 requests a day");
        thread.say("tco gpt-oss 20b on thinking machines 1k examples 500 requests a day");

        assertThat(thread.title("ada", "what makes A dearer?"))
                .contains(
                        "the endpoint's fee a month: $5,760 on Fireworks AI, none on Thinking Machines, where each request is"
                                + " billed ($2.70 a month)");
        assertThat(thread.title("ada", "what makes A dearer?")).startsWith("A costs $34,544 more than B");
    }

    @Test
    void makesAPlanOfARecommendation() {
        thread.say("recommend 2000 examples");

        assertThat(thread.say("recommend in the eu 2000 examples"))
                .contains("Scenario B · Q2 · A is gpt-oss 20B, LoRA on Thinking Machines (Q1)");
        assertThat(thread.title("ada", "compare A and B")).startsWith("Cheapest of 2: A, gpt-oss 20B");
        assertThat(thread.title("ada", "I like A")).isEqualTo("Your vote for A is counted");
    }

    @Test
    void namesTheLettersOfAComparisonThatIsTheFirstAnswer() {
        assertThat(thread.say("compare llama 8b vs qwen3 8b 1k examples")).contains("Scenarios A: ", " · B: ");
    }

    @Test
    void saysWhereTheBudgetCountsTrainingAlone() {
        thread.say("cost llama 8b 1k examples");
        thread.say("budget alert $50");

        assertThat(thread.say("tco llama 70b on together 12 months 1000 requests a day 1k examples"))
                .contains("The cost of running B is unknown, so the budget counts its training alone");
        assertThat(thread.say("tco llama 8b on fireworks 12 months 1000 requests a day 1k examples"))
                .contains("Over budget: ");
        assertThat(thread.say("budget alert $60")).contains("C is over it");
    }

    @Test
    void showsABoardInTheTeamsOwnCurrency() {
        threeModels();
        thread.say("currency eur 0.92");

        assertThat(thread.say("scenarios"))
                .contains("In EUR (the team's rate, 0.92 since 2026-11-25): B 0.55 · C 0.61");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "is that per month?; $0.66 is one training, and running it costs $3.26 a month; $20.24 over 6 months in all",
                "how much per request?; $0.22 per 1,000 requests, at 500 requests a day",
                "double the requests; Qwen3 8B, LoRA on Thinking Machines: $0.66 to train, then $6.53 a month - $39.81 over 6 months",
                "make it cheaper; Start with gpt-oss 20B, LoRA on Thinking Machines: $0.59 to train, then $2.70 a month",
                "what do you recommend?; Start with gpt-oss 20B, LoRA on Thinking Machines: $0.59 to train, then $2.70 a month",
                "why?; Qwen3 8B, LoRA on Thinking Machines: $0.66 to train, then $3.26 a month - $20.24 over 6 months",
            },
            quoteCharacter = '`')
    void goesOnFromTheLastAnswer(String text, String title) {
        thread.say("tco qwen3 8b 1k examples 500 requests a day");

        assertThat(thread.title("ada", text)).startsWith(title);
    }

    @Test
    void doublesTheRequestsThatAreAssumedWhereNoneWereSaid() {
        thread.say("cost qwen3 8b 1k examples");

        assertThat(thread.say("double the requests")).contains("200 requests/day");
    }

    @Test
    void multipliesTheRequestsOfTheLastQuestionNotOfAPlanThatWasLeftOut() {
        thread.say("tco gpt-4.1-mini vs llama 70b 2000 requests a day");
        assertThat(thread.say("triple the traffic")).contains("GPT-4.1 mini vs Llama 3.3 70B", "6,000 requests/day");
        thread.say("without llama");

        assertThat(thread.say("triple the traffic")).startsWith("GPT-4.1 mini").contains("18,000 requests/day");
        assertThat(thread.title("ada", "is that per month?")).startsWith("$7.50 is one training");
    }

    @Test
    void goesOnToRunning() {
        thread.say("cost qwen3 8b 1k examples");

        assertThat(thread.title("ada", "is that per month?"))
                .isEqualTo("No: $0.66 is one training; running it is extra");
        assertThat(thread.title("ada", "and running?")).contains("over 6 months");
    }

    @ParameterizedTest
    @CsvSource({"what do you recommend?", "which one can we actually start today?"})
    void looksAtThePlansOfAThread(String text) {
        threeModels();

        assertThat(thread.title("ada", text)).startsWith("Cheapest of 3: B, gpt-oss 20B");
    }

    @Test
    void saysThatThereIsNoAnswerToGoOnFrom() {
        assertThat(thread.title("ada", "why?"))
                .isEqualTo("There is no answer yet to go on from: ask for a price first");
    }

    @Test
    void looksForTheCheapestSellerAmongAll() {
        thread.say("tco llama 8b full on fireworks 3 months 1000 requests a day");

        assertThat(thread.say("who sells it cheapest?"))
                .contains("Llama 3.1 8B on rented GPUs (RTX 4090): ", "Llama 3.1 8B, full on Together AI: ");
    }

    @Test
    void saysThatAProviderDoesNotOfferWhatWasAskedFor() {
        thread.say("recommend 2000 examples");
        thread.say("only the 20b");

        assertThat(thread.say("what about azure?")).contains("Azure OpenAI offers no 20B model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cost gpt-4o on our own servers; No: GPT-4o runs at OpenAI and Azure OpenAI only",
                "cost gpt-oss 1k examples; Which gpt-oss?",
                "fine tune claude; No price for Claude: no seller on file lists it for fine-tuning",
            })
    void saysWhyAModelHasNoPrice(String text, String title) {
        assertThat(thread.title("ada", text)).isEqualTo(title);
    }
}
