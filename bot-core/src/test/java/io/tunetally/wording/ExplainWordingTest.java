package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.reply.Action;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.request.Interpretation;
import io.tunetally.topic.Topic;
import io.tunetally.topic.Topics;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of every explanation, and the sentences of some. */
final class ExplainWordingTest {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");
    private static final Pattern PRICE = Pattern.compile("\\$\\d[\\d,]*(\\.\\d\\d)?(-\\$\\d[\\d,]*(\\.\\d\\d)?)?");

    static Stream<String> topics() {
        return Topics.builtIn().all().stream().map(Topic::id);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasTwoToFourSentences(String topic) {
        Reply reply = explain(topic);
        String text = reply.title() + ". " + String.join(" ", Worded.paragraphs(reply));
        assertThat(SENTENCE_END.matcher(text.replace("!", "")).results().count())
                .isBetween(2L, 4L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "difference between epochs and examples | An epoch is one pass | A training example is one prompt",
                "what is the difference between training and inference? | Training is the one-time job"
                        + " | Inference is using the model",
                "explain serverless vs provisioned | Serverless means | Provisioned throughput is"
            })
    void explainsBothSidesOfADifference(String question, String title, String text) {
        Reply reply = Worded.today(question);
        assertThat(reply.title()).startsWith(title);
        assertThat(Worded.paragraphs(reply).getFirst()).contains(text);
        assertThat(Worded.buttons(reply)).hasSize(2);
    }

    @Test
    void ofAGpuThatWasNamedItSaysHowManyAreEnough() {
        assertThat(Worded.today("can we train llama 70b with lora on an h100?").toString())
                .contains("Enough is 3 x H100 or one B200 (180 GB).");
        assertThat(Worded.today("can we train llama 8b with lora on an h100?").toString())
                .contains("Enough is one L4 (24 GB).");
    }

    /** 13 x 0.5 x 1.2 = 7.8 GB, 70 x 2 x 1.2 = 168 GB, 8 x 2 x 1.2 = 19.2 GB. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what GPU do I need for qlora on a 13b? | QLoRA on a 13B model needs about 8 GB of GPU memory: one T4"
                        + " (16 GB) is enough",
                "can I fine tune llama 70b on a single 4090? | No: LoRA on Llama 3.3 70B needs about 168 GB, and one"
                        + " RTX 4090 has 24 GB",
                "can we train llama 8b with lora on two 3090s? | Yes: LoRA on Llama 3.1 8B needs about 20 GB, and 2 x"
                        + " RTX 3090 has 48 GB",
                "which gpu do I need to train gpt-4o? | GPT-4o cannot be trained on a GPU of your own: its weights are"
                        + " not published"
            })
    void saysByTheMemoryRuleWhichGpuIsEnough(String question, String title) {
        Reply reply = Worded.today(question);
        assertThat(reply.title()).isEqualTo(title);
        assertThat(Worded.paragraphs(reply).getLast()).containsPattern(PRICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is 200 examples enough? | For a first try only: 200 examples are a start, 500 to 1,000 are what to rely on",
                "are 30 examples enough for llama 8b? | No: 30 examples are too few to tune on, 500 to 1,000 are what to rely on",
                "are 20,000 examples enough? | Yes: 20,000 examples are enough, 500 to 1,000 good ones are what it takes to begin",
                // 4 x 8B x 1.5M tokens / (989 TFLOPS x 0.45 to 0.10) are 108 to 485 seconds.
                "how long will it take to train? | About 2-9 minutes for 1,500,000 tokens on one H100 (Llama 3.1 8B, LoRA); sellers publish no times",
                "how long does fine-tuning llama 70b with 20k examples take on 4 h100s? | About 1.4-5.9 hours for 30,000,000 tokens on 4 x H100"
                        + " (Llama 3.3 70B, LoRA); sellers publish no times",
                "who is Ori? | Ori sells fine-tuning: a new customer can start with 1 model there",
                "what is Nebius? | Nebius rents GPUs, from $1.55 an hour (L40S)",
                "who is openai? | OpenAI sells fine-tuning to existing customers only"
            })
    void theDataOfTheDayAnswerFirst(String question, String title) {
        Reply reply = Worded.today(question);
        assertThat(reply.title()).isEqualTo(title);
        assertThat(Worded.paragraphs(reply).getLast()).containsPattern(PRICE);
    }

    @Test
    void pricesTheExamplesOfTheQuestion() {
        assertThat(Worded.paragraphs(Worded.today("how many epochs for 200 examples?"))
                        .getLast())
                .startsWith("Today, training on 200 examples of 500 tokens for 3 epochs costs $0.12");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasOnePriceOfToday(String topic) {
        Reply reply = explain(topic);
        String price = Worded.paragraphs(reply).getLast();

        assertThat(price).contains("oday").containsPattern(PRICE);
        assertThat(Worded.paragraphs(reply).getFirst()).doesNotContain("{");
        assertThat(reply.title()).doesNotContain("{");
        // An amount in the file would grow old; facts of the day may be amounts.
        Topic written = Topics.builtIn().topic(topic);
        assertThat(written.title() + written.text()).doesNotContain("$");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasTwoButtonsThatAskForSomething(String topic) {
        List<Action> buttons = Worded.buttons(explain(topic));

        assertThat(buttons).hasSize(2).extracting(Action::label).doesNotHaveDuplicates();
        assertThat(buttons).allSatisfy(button -> {
            Interpretation read = BuiltIn.read(button.command());
            assertThat(read.status()).as(button.command()).isEqualTo(Interpretation.Status.READY);
            assertThat(read.canonical()).isEqualTo(button.command());
        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    void fitsInSight(String topic) {
        assertThat(new PlainText(80, PlainText.Style.NONE)
                        .render(explain(topic))
                        .lines()
                        .filter(line -> !line.isBlank()))
                .hasSizeLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "does OpenAI offer LoRA | No: OpenAI does not offer LoRA",
                "does OpenAI offer full fine-tuning | Not to new customers: OpenAI offers full fine-tuning to existing ones only",
                "does Together support full fine-tuning of llama 70b | Yes: Together AI offers full fine-tuning of Llama 3.3 70B",
                "is DPO with LoRA available on Fireworks | Yes: Fireworks AI offers DPO with LoRA, for ",
                "does OpenAI offer fine-tuning | Not to new customers: OpenAI offers fine-tuning to existing ones only",
                "who offers DPO | DPO is sold by ",
            })
    void saysWhetherAProviderHasAMethod(String question, String title) {
        assertThat(Worded.today(question).title()).startsWith(title);
    }

    @Test
    void saysThatANamedModelIsClosed() {
        assertThat(Worded.paragraphs(Worded.today("what is an epoch for gpt-4o"))
                        .getLast())
                .contains("$37.50 (closed to new customers, ends 2027-01-14): GPT-4o");
    }

    @Test
    void saysThatANamedModelHasNoPrice() {
        assertThat(Worded.paragraphs(Worded.today("what is an epoch for gpt-9")).getLast())
                .startsWith("That has no price here; elsewhere, training today on 1,000 examples");
    }

    @Test
    void saysHowOldThePricesAre() {
        assertThat(Worded.today("how old are your prices").title())
                .matches("The newest prices were last seen on 2026-\\d\\d-\\d\\d \\(\\d+ days? ago\\)");
        assertThat(Worded.byGuide("how old are your prices").title()).contains("2026-07-24 (");
    }

    @Test
    void saysWhatIsAssumed() {
        assertThat(Worded.paragraphs(Worded.today("what do you assume")).getFirst())
                .contains("1,000 examples of 500 tokens for 3 epochs")
                .contains("100 requests a day (500 tokens in, 200 out) for 6 months");
    }

    private static Reply explain(String topic) {
        return Worded.today("explain " + topic);
    }
}
