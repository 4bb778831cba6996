package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Service;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {
    @Test
    void readsTheExampleOfTheContract() {
        Interpretation read = BuiltIn.read("cost 1k exmaples llama 8b lora blorft");

        assertThat(read.canonical()).isEqualTo("cost llama-3.1-8b lora 1000 examples");
        assertThat(span(read, SlotName.EXAMPLES)).isEqualTo(new TextSpan(5, 7));
        assertThat(span(read, SlotName.MODELS)).isEqualTo(new TextSpan(17, 25));
        assertThat(span(read, SlotName.METHOD)).isEqualTo(new TextSpan(26, 30));
        assertThat(read.repairs())
                .containsExactly(new Interpretation.Repair("exmaples", "examples", new TextSpan(8, 16)));
        assertThat(read.problems())
                .singleElement()
                .isEqualTo(new Problem.UnknownWord("blorft", List.of(), new TextSpan(31, 37)));
        assertThat(read.status()).isEqualTo(Interpretation.Status.READY);
    }

    @Test
    void keepsAMethodThatIsNotOffered() {
        Interpretation read = BuiltIn.read("cost gpt-4o lora 1k exmaples blorft");

        assertThat(read.problems()).extracting(Problem::kind).containsExactly("method", "unknown-word");
        assertThat(read.slots().has(SlotName.METHOD)).isTrue();
    }

    @Test
    void offersBothReadingsOfAnAmbiguousModelAsWholeRequests() {
        Interpretation read = BuiltIn.read("cost llama 1k examples");

        assertThat(read.request()).isNull();
        assertThat(read.question()).isNotNull();
        assertThat(read.question().readings())
                .extracting(reading -> CanonicalText.write(reading.request()))
                .containsExactly("cost llama-3.1-8b 1000 examples", "cost llama-3.3-70b 1000 examples");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    reset                      | RESET
                    never mind, forget that!   | RESET
                    <@U1> *about*              | ABOUT
                    Privacy?                   | PRIVACY
                    thanks!                    | THANKS
                    thank you very much        | THANKS
                    forget me                  | FORGET_ME
                    forget-me                  | FORGET_ME
                    `Delete my data.`          | FORGET_ME
                    export  me                 | EXPORT_ME
                    """)
    void readsARequestAboutTheBotOrStoredData(String text, Service service) {
        assertThat(BuiltIn.INTERPRETER.service(text, Markup.MRKDWN)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "about 3 epochs",
                "how do I reset my password",
                "forget me not",
                "delete my data from gpt-4o",
                "what does privacy cost",
                "cost gpt-4o 1k examples"
            })
    void takesNoOtherMessageForARequestAboutTheBot(String text) {
        assertThat(BuiltIn.INTERPRETER.service(text, Markup.MRKDWN)).isEmpty();
    }

    @Test
    void refusesALexiconWhoseServiceIsUnknownOrNamedTwice() {
        assertThatThrownBy(() -> Lexicon.load("x.yaml", yaml("services:\n  abuot: [about]\n")))
                .isInstanceOf(LexiconException.class)
                .hasMessage("x.yaml:2: services.abuot is no service");
        assertThatThrownBy(() -> Lexicon.load("x.yaml", yaml("services:\n  about: [us]\n  privacy: [Us]\n")))
                .isInstanceOf(LexiconException.class)
                .hasMessage("x.yaml:3: services.privacy has a phrase that is there already: Us");
    }

    private static ByteArrayInputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void staysSilentWhereItIsNotAddressed() {
        Interpretation read = BuiltIn.INTERPRETER.read("cost gpt-4o 1k examples", Markup.PLAIN, false, null);

        assertThat(read.status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
        assertThat(read.slots().has(SlotName.EXAMPLES)).isTrue();
    }

    @Test
    void decodesSlackMarkupAndKeepsTheSpansOfTheOriginal() {
        String text = "<@U123|bot> *cost* <https://x.io|gpt-4o> ~500~ 1k examples :tada: &amp; `3 epochs`";
        Interpretation read = BuiltIn.INTERPRETER.read(text, Markup.MRKDWN, true, null);

        assertThat(read.canonical()).isEqualTo("cost gpt-4o 1000 examples 3 epochs");
        TextSpan models = span(read, SlotName.MODELS);
        assertThat(text.substring(models.start(), models.end())).isEqualTo("gpt-4o");
    }

    @Test
    void decodesDiscordMarkup() {
        String text = "<@!42> **cost** __gpt-4o__ ~~500~~ 1k examples <:fire:123> ||3 epochs||\n> quoted 9 epochs";
        assertThat(BuiltIn.INTERPRETER.read(text, Markup.MARKDOWN, true, null).canonical())
                .isEqualTo("cost gpt-4o 1000 examples 3 epochs");
    }

    @Test
    void readsAQuoteOnlyWhereThereIsNothingElse() {
        assertThat(BuiltIn.read("> cost gpt-4o 1k examples").canonical()).isEqualTo("cost gpt-4o 1000 examples");
    }

    @Test
    void tellsTheLanguageOfAMessageThatIsNotEnglish() {
        assertThat(BuiltIn.read("Was kostet gpt-4o mit 1000 Beispielen und 3 Epochen?")
                        .language())
                .isEqualTo("de");
        assertThat(BuiltIn.read("Was kostet gpt-4o?").language()).isEqualTo("de");
        assertThat(BuiltIn.read("Combien coute gpt-4o pour 1000 exemples ?").language())
                .isEqualTo("fr");
        assertThat(BuiltIn.read("gpt-4o\u306e\u5fae\u8abf\u6574\u306f\u3044\u304f\u3089")
                        .language())
                .isEqualTo("ja");
        assertThat(BuiltIn.read("Quanto costa addestrare gpt-4o con 800 esempi e 2 epoche?")
                        .language())
                .isEqualTo("it");
        assertThat(BuiltIn.read("cost gpt-4o 1k examples").language()).isNull();
    }

    @Test
    void neverTakesALanguageThatItDoesNotKnowForTypingErrors() {
        Interpretation read = BuiltIn.read("Mennyibe ker\u00fcl a gpt-4o finomhangol\u00e1sa ezer p\u00e9ld\u00e1val?");
        assertThat(read.language()).isEqualTo("und");
        assertThat(read.status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
        assertThat(read.repairs()).isEmpty();
    }

    @Test
    void saysHowMuchOfALongMessageWasNotRead() {
        String text = "cost gpt-4o 1k examples " + "x".repeat(5000);
        assertThat(BuiltIn.read(text).truncated()).isEqualTo(text.length() - Interpreter.MAXIMUM_LENGTH);
    }

    @Test
    void completesTheTypedWord() {
        assertThat(BuiltIn.INTERPRETER.complete("cost gpt-4o", 11))
                .contains("cost gpt-4o", "cost gpt-4o-mini")
                .hasSizeLessThanOrEqualTo(25);
        assertThat(BuiltIn.INTERPRETER.complete("", 99))
                .hasSizeLessThanOrEqualTo(25)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost gpt-4o-mini 1000 examples 3 ep", "worth it gpt-4o-mini 500 ex", "mod", ""})
    void completesToEachTextOnce(String typed) {
        assertThat(BuiltIn.INTERPRETER.complete(typed, typed.length()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** {@code mistral} is also a model's name. */
    @Test
    void completesAProviderToTextThatIsReadAsOne() {
        assertThat(BuiltIn.INTERPRETER.complete("cost ministral-8b-classifier on mis", 35))
                .contains("cost ministral-8b-classifier on mistral ai")
                .doesNotContain("cost ministral-8b-classifier on mistral");
    }

    @Test
    void refusesTwoMeaningsOfOnePhrase() {
        assertThatThrownBy(() -> new Interpreter(BuiltIn.CATALOG, lexicon("cues: {per: [per], each: [per]}")))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("per")
                .hasMessageContaining("each");
        assertThatThrownBy(() -> new Interpreter(BuiltIn.CATALOG, lexicon("topics: {topic: [gpt 4o]}")))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("gpt-4o");
    }

    @Test
    void namesFileLineAndKeyOfAFaultInTheLexicon() {
        assertThatThrownBy(() -> lexicon("cues:\n  per: [per]\nwords:\n  a: [b]\n"))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("test.yaml:3")
                .hasMessageContaining("words");
        assertThatThrownBy(() -> new Interpreter(BuiltIn.CATALOG, lexicon("cues:\n  perhaps: [per]\n")))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("test.yaml:2")
                .hasMessageContaining("perhaps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cool thx",
                "perfect thx",
                "nice ty",
                "awesome thank you so much",
                "ok thanks, will ask them on monday"
            })
    void twoThanksInOneBreathAreThanks(String text) {
        assertThat(BuiltIn.INTERPRETER.thanks(text, Markup.PLAIN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cool stuff", "nice weather", "perfect timing of the meeting"})
    void praiseOfSomethingIsNone(String text) {
        assertThat(BuiltIn.INTERPRETER.thanks(text, Markup.PLAIN)).isFalse();
    }

    private static Lexicon lexicon(String yaml) {
        return Lexicon.load("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static TextSpan span(Interpretation read, SlotName<?> name) {
        Slot<?> slot = read.slots().get(name);
        if (slot == null || slot.span() == null) {
            throw new AssertionError("no " + name);
        }
        return slot.span();
    }
}
