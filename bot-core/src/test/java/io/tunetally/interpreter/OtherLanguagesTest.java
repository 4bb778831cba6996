package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.Spans;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures how messages in other languages are read: requests exactly, and no chatter is answered. */
final class OtherLanguagesTest {
    private static final double BAR = 90;

    /** {@code languages} is written beside the lexicons; {@code lang21} by others, and unread until the first measurement. */
    @ParameterizedTest
    @ValueSource(strings = {"languages.jsonl", "lang21.jsonl"})
    void readsRequestsExactlyInEachLanguage(String file) {
        for (String language : List.of("de", "es", "fr", "ja", "pt", "zh")) {
            Score score = new Score();
            rows(file).stream()
                    .filter(row -> row.language().equals(language))
                    .map(Row::message)
                    .filter(message -> message.decided() != Intent.NONE)
                    .forEach(score::add);
            System.out.printf("%s %s: %d of %d requests exact%n", file, language, score.exact, score.lines);
            assertThat(score.percent())
                    .as("%s %s %s", file, language, score.faults)
                    .isGreaterThanOrEqualTo(BAR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"languages.jsonl", "lang21.jsonl"})
    void answersNoChatter(String file) {
        assertThat(rows(file))
                .map(Row::message)
                .filteredOn(message -> message.decided() == Intent.NONE)
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(message.read().status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST));
    }

    @Test
    void namesTheLanguageOfEachRequest() {
        assertThat(rows("languages.jsonl"))
                .filteredOn(row -> row.message().decided() != Intent.NONE)
                .allSatisfy(row -> assertThat(row.message().read().language()).isEqualTo(row.language()));
    }

    /** Cuts messages and joins the parts: 3,000 in each build, 100,000 in the nightly profile. */
    @Test
    void readsAnyPartsOfMessages() {
        List<String> texts = rows("languages.jsonl").stream()
                .map(row -> row.message().text())
                .toList();
        Random random = new Random(Long.getLong("fuzz.seed", 17));
        for (int i = 0; i < Integer.getInteger("fuzz", 3_000); i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(4); part >= 0; part--) {
                String message = texts.get(random.nextInt(texts.size()));
                int start = random.nextInt(message.length());
                text.append(message, start, start + random.nextInt(message.length() - start + 1));
            }
            Interpretation read = BuiltIn.read(text.toString());
            assertThat(read.problems()).as(text.toString()).noneMatch(Problem.TooComplex.class::isInstance);
            Spans.check(text.toString(), read);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost llama 8b 1k exemples 3 epochs",
                "price for 2.500 examples on gpt-4o-mini",
                "how much is gpt-4o with 1k modelos",
                "estimate 1,5k rows gpt-4o-mini",
                "Dataset stats: 9,870 conversations. Languages: en 71%, de 19%, fr 10%."
            })
    void anEnglishMessageWithAForeignWordStaysEnglish(String text) {
        assertThat(BuiltIn.read(text).language()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenho 200 reais, dá pra treinar um lora de 7b? | question budget method=lora sizeB=7",
                "7B和14B微调成本差多少？一样的数据，2万条，lora | ready compare examples=20000 method=lora sizeB=7",
                "¿Cuánto cuesta afinar llama 8b con 50 mil instrucciones? | ready estimate examples=50000 models=llama-3.1-8b",
                "C'est cher, un LoRA sur un 7B avec 900 exemples ? | ready estimate examples=900 method=lora sizeB=7",
                "C'est cher, un LoRA de llama 8B avec 900 exemples ? | ready estimate examples=900 method=lora models=llama-3.1-8b"
            })
    void aSizeWithoutAFamilyIsNoModel(String text, String label) {
        assertThat(Label.of(BuiltIn.read(text))).hasToString(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quanto custa no LoRA, llama 8b com 1.500 exemplos? | lora",
                "quanto custa sem LoRA, llama 8b com 1.500 exemplos? | full"
            })
    void inPortugueseNoIsInThe(String text, String method) {
        assertThat(Label.of(BuiltIn.read(text)))
                .hasToString("ready estimate examples=1500 method=" + method + " models=llama-3.1-8b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Was kostet gpt-4o?, und mit 5 Epochen? | de | 5",
                "¿Cuánto cuesta gpt-4o?, y con 4 épocas? | es | 4"
            })
    void aFollowUpChangesTheRequestOfTheThread(String texts, String language, String epochs) {
        String[] turns = texts.split(", ", -1);
        Interpretation first = BuiltIn.read(turns[0]);
        Interpretation second = BuiltIn.INTERPRETER.read(turns[1], Markup.PLAIN, true, first.request());
        assertThat(Label.of(second)).hasToString("ready estimate epochs=" + epochs + " models=gpt-4o");
        assertThat(second.language()).isEqualTo(language);
    }

    @Test
    void aMessageForOthersIsNoRequest() {
        Interpretation read =
                BuiltIn.INTERPRETER.read("Was kostet gpt-4o mit 1000 Beispielen?", Markup.PLAIN, false, null);
        assertThat(read.status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
        assertThat(read.language()).isEqualTo("de");
    }

    @Test
    void onlyLanguagesWithALexiconHaveLines() {
        assertThat(BuiltIn.INTERPRETER.lines("de")).isPresent();
        assertThat(BuiltIn.INTERPRETER.lines("it")).isEmpty();
        assertThat(BuiltIn.INTERPRETER.lines(null)).isEmpty();
    }

    /** Follows the recipe in CONTRIBUTING.md with the file that it shows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nous avons une facture OpenAI de 4 200 $ par mois sur gpt-4.1. Est-ce rentable d'affiner un Llama 3.1 8B ?",
                "Wir haben eine OpenAI-Rechnung von 4.200 $ im Monat für gpt-4.1. Lohnt sich ein Llama 3.1 8B?",
                "Tenemos una factura de OpenAI de 4.200 $ al mes por gpt-4.1. ¿Vale la pena afinar un Llama 3.1 8B?",
                "Temos uma fatura da OpenAI de 4.200 $ por mês com gpt-4.1. Vale a pena?"
            })
    void aBillIsNoLimit(String text) {
        assertThat(Label.of(BuiltIn.read(text)).toString())
                .contains("monthlyBillUsd=4200")
                .doesNotContain("monthlyLimitUsd");
    }

    @Test
    void aLanguageIsAddedByOneFile() throws IOException {
        String recipe = Files.readString(Path.of("../CONTRIBUTING.md")).split("## A language in one file", -1)[1];
        String yaml = recipe.split("```yaml\n", -1)[1].split("```", -1)[0];
        Lexicon dutch =
                Lexicon.load("config/lexicon/nl.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        Interpreter interpreter =
                new Interpreter(BuiltIn.CATALOG, Lexicon.builtIn().with(List.of(dutch)));
        Interpretation read = interpreter.read(
                "Hoeveel kost gpt-4o-mini met 2.500 voorbeelden en twee rondes?", Markup.PLAIN, true, null);
        assertThat(read.language()).isEqualTo("nl");
        assertThat(read.canonical()).isEqualTo("cost gpt-4o-mini 2500 examples 2 epochs");
        assertThat(interpreter.lines("nl"))
                .get()
                .hasToString(
                        "LanguageLines[answered=Ik heb je vraag in het Nederlands gelezen; het antwoord is in het Engels.,"
                                + " nothingFound=Daarin vond ik geen vraag. Bijvoorbeeld:]");
    }

    private record Row(String language, LabelledMessage message) {}

    private static List<Row> rows(String file) {
        Path path = Path.of("src/test/resources/interpreter", file);
        List<LabelledMessage> messages = LabelledMessage.load(path);
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<JsonNode> lines =
                new ObjectMapper().readerFor(JsonNode.class).readValues(path.toFile())) {
            messages.forEach(
                    message -> rows.add(new Row(lines.next().required("lang").asText(), message)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static final class Score {
        private final List<String> faults = new ArrayList<>();
        private int lines;
        private int exact;

        void add(LabelledMessage message) {
            MessageScore one = MessageScore.Table.of(List.of(message)).all();
            lines++;
            exact += one.faults().isEmpty() ? 1 : 0;
            faults.addAll(one.faults());
        }

        double percent() {
            return 100.0 * exact / lines;
        }
    }
}
