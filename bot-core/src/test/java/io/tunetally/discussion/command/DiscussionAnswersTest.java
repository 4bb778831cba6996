package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscussionAnswersTest {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");

    private final Assembly assembly = Assembly.ofSession(SharedKnowledge.at(DAY), DAY);

    private Answer say(ConversationId conversation, String person, String text) {
        Envelope envelope = new Envelope("", conversation, new UserId(person), true);
        return assembly.bot().answer(new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of()));
    }

    private String say(String text) {
        return text(say(THREAD, "ada", text));
    }

    private static String text(Answer answer) {
        return new PlainText(200, PlainText.Style.NONE, "").render(answer.reply());
    }

    private void threePlans() {
        say("cost llama 8b lora 1k examples 3 epochs");
        say("cost llama 70b lora 1k examples 3 epochs");
        say("cost llama 8b lora 1k examples 9 epochs");
    }

    /** One sentence says what there is instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "decide X; There is no X. This thread has A, B, C",
                "drop X; There is no X. This thread has A, B, C",
                "quote 99; There is no quote Q99 for you here; the latest you can see is Q3",
                "actual 1 4.38; 4.38 of what? Say actual 1 $4.38",
                "actual 1 {nonsense}; That is no JSON object of a job",
                "actual 1 €4.38; Bills are kept in US dollars, as providers charge them: say actual 1 $4.38",
                "we paid 4.38 pounds for Q2; Bills are kept in US dollars, as providers charge them: say actual 2 $4.38",
                "actual 1 -$4.38; A bill is not below $0: say what is left to pay after the refund, e.g. actual 1 $4.38",
                "actual 1 $-4; A bill is not below $0",
                "actual 1 $4,38; \"$4,38\" is no amount. Say actual 1 $4.38",
                "X cost us $5; There is no X. This thread has A, B, C",
                "watch X; There is no X. This thread has A, B, C",
                "vote X; There is no X. This thread has A, B, C",
                "export xml; That lacks something; say for example export csv",
                "price set gpt-4o 20; A price of what?",
                "discount acme 15%; I know no provider",
                "discount together 100%; A discount is more than 0 % and less than 100 %",
                "defaults set blorft; \"blorft\" is not all values of a job",
                "watch blorft; \"blorft\" has no price to watch",
                "budget alert 500; 500 of what? Say budget alert $500",
                "reopen; Nothing is decided here",
                "decision; Nothing is decided here. This thread has A, B, C",
                "accuracy; No bill is recorded yet",
                "price list local; This team has no prices of its own",
                "prices remove gpt-4o; There is no rule for",
                "currency usd 1; Say another currency",
                "actual; That lacks something",
                "actual 1 abc; \"abc\" is no amount. Say actual 1 $4.38",
                "discount together 15; That lacks something",
                "drop; That lacks something",
                "price set; That lacks something"
            },
            ignoreLeadingAndTrailingWhitespace = true)
    void saysInOneSentenceWhatThereIsInstead(String text, String sentence) {
        threePlans();

        Answer answer = say(THREAD, "ada", text);

        assertThat(answer.outcome().status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(answer.reply().title()).startsWith(sentence);
        assertThat(answer.reply().blocks()).isEmpty();
    }

    @Test
    void keepsALetterForTheSameQuestionAndGivesTheNextToAnother() {
        threePlans();
        say("cost llama 8b lora 1k examples 3 epochs details");

        assertThat(say("scenarios")).contains("Cheapest of 3");
        assertThat(say("cost llama 8b lora 1k examples 5 epochs")).contains("Scenario D · Q4");
    }

    @Test
    void givesTheFirstAnswerOfAThreadNoLetterInSight() {
        assertThat(say("cost llama 8b lora 1k examples 3 epochs")).doesNotContain("Scenario");
    }

    @Test
    void saysWhenAScenarioOrABillCrossesTheBudgetOfTheThread() {
        say("cost llama 8b lora 1k examples 3 epochs");
        say("budget alert $5");

        assertThat(say("cost llama 70b lora 1k examples 3 epochs"))
                .contains("Near the budget: 87 % of this thread's $5.00");
        assertThat(say("actual 1 $4.00")).doesNotContain("budget");
        assertThat(say("actual 1 $4.25")).contains("Near the budget: 85 % of this thread's $5.00");
        assertThat(say("actual 1 $6")).contains("Over budget: 120 % of this thread's $5.00");
    }

    @Test
    void stopsWatchingOnlyWhatIsNamed() {
        threePlans();
        say("watch B");
        say("watch gpt-4.1-mini");

        assertThat(say("unwatch llama-8b")).contains("Watched here");
        assertThat(say("unwatch gpt-4.1-mini")).startsWith("No longer watching gpt-4.1-mini");
        assertThat(say("watch")).contains("Watched here: B");
    }

    @Test
    void computesWhatMakesAPlanDearer() {
        threePlans();

        assertThat(say("what makes C dearer than A?"))
                .startsWith("C costs $1.38 more than A, most of all because of 9 epochs")
                .contains("3 epochs");
    }

    @Test
    void keepsAPrivateQuoteFromOthers() {
        ConversationId own = new ConversationId(new PlatformId("slack"), "T1", "C1", "user ada");
        say(own, "ada", "cost llama 8b lora 1k examples");

        assertThat(text(say(own, "ada", "quote 1"))).startsWith("Q1: Llama");
        assertThat(text(say(THREAD, "bob", "quote 1")))
                .startsWith("There is no quote Q1 for you here; nothing was quoted here yet");
    }

    @Test
    void opensAProvidersModelsToItsExistingCustomers() {
        assertThat(say("cost gpt-4o 1k examples 3 epochs")).contains("closed to new customers");
        say("we are an existing openai customer");

        assertThat(say("cost gpt-4o 1k examples 3 epochs")).startsWith("GPT-4o on OpenAI: $37.50 to train");
    }

    @Test
    void takesTheSellerOfTheThreadForThatOfAnExistingCustomer() {
        say("cost gpt-4o 1k examples 3 epochs");

        assertThat(say("we're an existing customer")).startsWith("This team is an existing customer of OpenAI");
        assertThat(say("cost gpt-4o 1k examples 3 epochs")).startsWith("GPT-4o on OpenAI: $37.50 to train");
    }

    @Test
    void asksForTheSellerOfAnExistingCustomerWhereTheThreadHasSeveral() {
        say("cost gpt-4o 1k examples 3 epochs");
        say("cost llama 8b lora on together 1k examples 3 epochs");

        assertThat(say("we are already customers there")).startsWith("The plans of this thread are of several sellers");
    }

    @Test
    void looksUpTheTeamsOwnPriceFirstAndMarksIt() {
        say("we are an existing openai customer");
        say("price set gpt-4o training 20 until 2026-12-31 because \"contract\"");

        assertThat(say("cost gpt-4o 1k examples 3 epochs"))
                .startsWith("GPT-4o on OpenAI: $30.00 to train")
                .contains("the team's own price");
        assertThat(say("price list local"))
                .contains("gpt-4o openai training $20")
                .contains("contract")
                .contains("ada");
        say("prices remove gpt-4o");
        assertThat(say("cost gpt-4o 1k examples 3 epochs")).startsWith("GPT-4o on OpenAI: $37.50 to train");
    }

    @Test
    void leavesTheGuidesFiguresAsTheyAreUnderADiscount() {
        String before = say("cost llama 8b lora on together 1k examples 3 epochs guide prices");
        say("discount together 15%");

        assertThat(say("cost llama 8b lora on together 1k examples 3 epochs guide prices")
                        .lines()
                        .findFirst())
                .isEqualTo(before.lines().findFirst());
    }

    @Test
    void marksWhatTheTeamAssumes() {
        say("defaults set 800 tokens/example 4 epochs");

        assertThat(say("cost llama 8b lora 1k examples"))
                .contains("team default")
                .contains("4 epochs");
        say("defaults reset");
        assertThat(say("cost llama 8b lora 1k examples")).doesNotContain("team default");
    }

    @Test
    void showsASecondAmountAtTheTeamsOwnRate() {
        say("currency eur 0.5 since 2026-11-01");

        assertThat(say("cost llama 8b lora on ori 1k examples 3 epochs"))
                .contains("0.35 EUR (the team's rate, 0.5 since 2026-11-01)");
    }

    @Test
    void saysWhenAPlanCrossesTheBudget() {
        say("budget alert $1");

        assertThat(say("cost llama 8b lora on ori 1k examples 3 epochs")).doesNotContain("budget");
        assertThat(say("cost llama 8b lora on ori 1k examples 4 epochs"))
                .contains("Near the budget: 92 % of this thread's $1.00");
        assertThat(say("cost llama 8b lora on ori 1k examples 5 epochs"))
                .contains("Over budget: 115 % of this thread's $1.00");
    }

    @Test
    void saysWhichBillASecondOneReplacesAndKeepsIt() {
        say("cost llama 8b lora on ori 1k examples 3 epochs");
        assertThat(say("actual 1 $2.10 on 2026-11-03")).doesNotContain("replaces");
        assertThat(say("actual 1 $2.10 on 2026-11-03")).as("the same bill").doesNotContain("replaces");

        assertThat(say("actual 1 $2.40"))
                .startsWith("Q1 really cost $2.40, 248 % more than estimated ($0.69); replaces $2.10 of 2026-11-03");
        assertThat(say("no sorry, it was $2.50")).contains("replaces $2.40 of 2026-11-25");
        assertThat(say("quote 1")).contains("before that $2.40 of 2026-11-25, $2.10 of 2026-11-03");
        assertThat(say("accuracy")).contains("(1 bill, ").contains("$2.50");
    }

    @Test
    void asksBeforeItRecordsABillOfManyTimesTheEstimate() {
        say("cost llama 8b lora on ori 1k examples 3 epochs");

        assertThat(say("actual 1 $69 on 2026-11-24"))
                .startsWith(
                        "Q1 was estimated at $0.69, and $69.00 is 100 times that: if it is right, say actual 1 $69 on"
                                + " 2026-11-24 confirmed");
        assertThat(say("accuracy")).startsWith("No bill is recorded yet");
        assertThat(say("actual 1 $13.79")).as("just below 20 times").startsWith("Q1 really cost $13.79");
        assertThat(say("actual 1 $69 on 2026-11-24 confirmed")).startsWith("Q1 really cost $69.00");
    }

    @Test
    void convertsABillAtTheTeamsOwnRate() {
        say("cost llama 8b lora on ori 1k examples 3 epochs");
        say("currency eur 0.5");

        for (String amount : List.of("€2", "2 eur", "2 euros")) {
            assertThat(say("actual 1 " + amount))
                    .contains("say actual 1 $4.00, which is " + amount + " at the team's rate of 0.5");
        }
        assertThat(say("actual 1 £2")).endsWith("say actual 1 $4.38\n");
    }

    @Test
    void recordsABillFromAJobAndLearnsTheTokensPerExample() {
        say("cost llama 8b lora on ori 1k examples 3 epochs");

        assertThat(say("actual 1 {\"trained_tokens\": 1800000, \"status\": \"failed\"}"))
                .startsWith("Q1 really cost $0.83, 20 % more than estimated ($0.69)");
        assertThat(say("accuracy"))
                .contains("600 tokens per example")
                .contains("1 of 1 jobs failed")
                .contains("defaults set 600 tokens per example");
    }

    @Test
    void doesNotCallTheTeamsOwnCurrencyUnused() {
        say("currency eur 0.92");

        String own = say(THREAD, "ada", "cost llama 8b lora 1k examples in euros")
                .reply()
                .blocks()
                .toString();
        String other = say(THREAD, "ada", "cost llama 8b lora 1k examples in yen")
                .reply()
                .blocks()
                .toString();

        assertThat(own).contains("EUR (the team's rate, 0.92").doesNotContain("Not used");
        assertThat(other).contains("Not used: yen");
    }

    /** Together bills at least $4.00 a job for most models, whatever it trains. */
    @Test
    void takesTheDearEndOfAPriceForTheBillOfAJobAndDoesNotScaleAMinimum() {
        assertThat(say("cost llama 8b lora on together 100 examples 1 epoch")).contains("$0.02-$4.00");

        assertThat(say("actual 1 {\"trained_tokens\": 500000}"))
                .startsWith("Q1 really cost $4.00, the same as estimated ($4.00)");
        assertThat(say("actual 1 {\"trained_tokens\": 20000000}"))
                .startsWith("Q1 really cost $9.60, 140 % more than estimated ($4.00)");
    }

    @Test
    void exportsQuotesWithTheColumnsOfFocus() {
        say("cost llama 8b lora on ori 1k examples 3 epochs");
        String file =
                say(THREAD, "ada", "export focus").reply().files().getFirst().text();

        assertThat(file.lines().findFirst().orElseThrow())
                .startsWith("BilledCost,EffectiveCost,ListCost,ContractedCost");
        assertThat(file).contains("0,0,0.69,0.69,USD,2026-11-25T00:00:00Z");
    }

    @Test
    void saysThatTrainingAloneIsComparedWhereRunningWasAskedOfSomeOnly() {
        say("cost llama 8b lora on ori 1k examples 3 epochs");
        say("tco gpt-4.1-mini on azure 1k examples 3 epochs 6 months");

        assertThat(say("which one is cheapest?"))
                .contains(
                        "Compared by training alone, as running was asked only of B; A vs B over 6 months compares both.");
        assertThat(say("A vs B over 6 months")).doesNotContain("training alone");
    }

    @Test
    void saysThatTrainingAloneIsComparedWhereTheMonthsDiffer() {
        say("tco gpt-4.1-mini on azure 1k examples 3 epochs 12 months");
        say("tco gpt-4.1-mini on azure 1k examples 3 epochs 6 months");

        assertThat(say("scenarios"))
                .contains("Compared by training alone, as the months of running differ; A vs B over 12 months");
    }

    /** A bill that names no quote is of the decision, else of the only scenario. */
    @Test
    void recordsABillOfTheDecisionWhereNoQuoteIsNamed() {
        threePlans();

        assertThat(say("we paid $4.38")).startsWith("A bill of which quote? Say actual 1 $4.38. Here A is Q1, B is Q2");
        say("go with the cheapest");
        assertThat(say("it cost us $0.70")).startsWith("Q1 really cost $0.70");
        assertThat(say("B cost us $5")).startsWith("Q2 really cost $5.00");
    }

    @Test
    void saysWhoProposedAPlan() {
        threePlans();

        assertThat(say("who proposed B?")).startsWith("B was proposed").contains("by ada");
        assertThat(say(THREAD, "bob", "my scenarios").reply().title()).startsWith("You have proposed nothing here");
    }

    @Test
    void changesAVoteAndDecidesNothingByIt() {
        threePlans();
        say(THREAD, "ada", "vote A");
        say(THREAD, "bob", "vote A");
        say(THREAD, "ada", "vote B");

        String poll = say("vote");

        assertThat(poll).contains("A", "1 vote · Llama 3.1 8B").contains("bob").contains("ada");
        assertThat(say("decision")).startsWith("Nothing is decided here");
    }
}
