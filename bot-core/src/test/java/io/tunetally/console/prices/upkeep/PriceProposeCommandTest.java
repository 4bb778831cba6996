package io.tunetally.console.prices.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.ConsoleFixture;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceProposeCommandTest {
    private static final List<String> PAGE =
            List.of("--source", "Together: pricing", "--url", "https://example.com/new");

    @TempDir
    Path folder;

    private ConsoleFixture console = new ConsoleFixture();
    private Path mine = Path.of("");

    @BeforeEach
    void layABookOverTheOthers() throws IOException {
        mine = Files.createDirectories(folder.resolve("prices")).resolve("mine.yaml");
        Files.writeString(mine, """
                schema: tunetally-pricebook/1
                edition: mine
                sources: {page: {title: A page, url: "https://example.com/page", observed: 2026-09-25}}
                prices:
                  - {model: llama-3.1-8b, provider: together, objectives: [sft], training: {lora: 0.40, full: 1.00}, sources: [page], confidence: A}
                  - {model: llama-3.3-70b, provider: together, objectives: [sft], training: {lora: 2}, sources: [page], confidence: A}
                  - {model: llama-3.3-70b, provider: together, objectives: [dpo], training: {lora: 4}, sources: [page], confidence: A}
                  - {size: {over: 1, up_to: 7.9}, provider: together, training: {lora: 0.30}, sources: [page], confidence: A}
                """);
        console = console.withConfiguration(folder);
    }

    @Test
    void printsTheEntryAndTheChange() {
        ConsoleFixture.Run run = propose("llama 8b", "training.lora=0.50", "training.full=1");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("""
                        Entry for prices/mine.yaml in your TUNETALLY_CONFIG folder:

                        sources:
                          together-2026-11-25: {title: "Together: pricing", url: "https://example.com/new", observed: 2026-11-25}
                        prices:
                          - {model: "llama-3.1-8b", provider: together, objectives: [sft], training: {lora: 0.50, full: 1}, sources: [together-2026-11-25], confidence: B}

                        Change request:

                        Prices of llama-3.1-8b at together, seen 2026-11-25

                        """)
                .contains(
                        "| training per 1M tokens, lora sft | $0.40 | 2026-09-25 | $0.50 | 1.25 |  |\n",
                        "| training per 1M tokens, full sft | $1.00 | 2026-09-25 | $1.00 | 1 |  |\n",
                        "- Source: Together: pricing, https://example.com/new, seen 2026-11-25\n",
                        "; the entry replaces the figures before.\n")
                .containsPattern("now -> proposed on 2026-11-25: \\d+ of 20 standard answers change")
                .contains("| cost 1k examples 3 epochs llama 8b lora | $0.60 | $0.69 | 1.15 |")
                .doesNotContain("**");
    }

    @Test
    void printsAnEntryThatLoadsInPlaceOfTheOldOne() throws IOException {
        String out =
                propose("llama 8b", "training.lora=0.50", "training.full=1").out();
        String entry = out.substring(out.indexOf("sources:"), out.indexOf("\nChange request"));
        Files.writeString(mine, "schema: tunetally-pricebook/1\nedition: mine\n" + entry);
        assertThat(console.run("prices", "check").err()).isEmpty();
        assertThat(console.run("prices", "list", "--edition", "mine").out()).contains("$0.50", "2026-11-25");
    }

    @Test
    void refersToASourceThatIsKnownByItsAddressAndDay() {
        assertThat(propose(
                                "llama 8b",
                                "--url",
                                "https://example.com/page",
                                "--observed",
                                "2026-09-25",
                                "training.lora=0.50")
                        .out())
                .contains("\n\nprices:\n", "sources: [page]")
                .doesNotContain("sources:\n");
        assertThat(propose("llama 8b", "--url", "https://example.com/page", "training.lora=0.50")
                        .out())
                .contains("sources:\n", "together-2026-11-25: {title:")
                .doesNotContain("sources: [page]");
    }

    @Test
    void endsThePriceBeforeIfTheNewOneBeginsLater() {
        assertThat(propose("llama 8b", "training.lora=0.50", "--from", "2026-12-01")
                        .out())
                .contains("effective: {from: 2026-12-01}")
                .contains("; end the entry before with effective: {until: 2026-12-01}.\n")
                .contains("now -> proposed on 2026-12-01: ");
    }

    @ParameterizedTest
    @CsvSource({"training.lora=2.01", "training.lora=0.079", "training.lora=0", "training.lora=0.4-2.1"})
    void holdsAChangeOfMoreThanFiveTimesOrToZero(String figure) {
        ConsoleFixture.Run run = propose("llama 8b", figure);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BEYOND_LIMIT);
        assertThat(run.out()).contains("| hold for a second look |", "**Held for a second look: ");
    }

    @Test
    void comparesAModelsFirstPriceWithThatOfItsSize() {
        ConsoleFixture.Run run = propose("mistral 7b", "training.lora=0.03");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BEYOND_LIMIT);
        assertThat(run.out())
                .contains("| training per 1M tokens, lora | $0.30 by size | 2026-09-25 | $0.03 | 0.1 | hold")
                .contains("; add the entry.\n");
    }

    @Test
    void writesTiersRangesAndVariants() {
        List<String> arguments = new ArrayList<>(List.of("prices", "propose", "--edition", "mine"));
        arguments.addAll(List.of("--provider", "together", "--over", "1", "--up-to", "7.9"));
        arguments.addAll(List.of("training.lora=0.30-0.35", "gpu_hour.h100=2", "--deployment", "dedicated"));
        arguments.addAll(PAGE);
        ConsoleFixture.Run run = console.run(arguments.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("- {size: {over: 1, up_to: 7.9}, provider: together, deployment: dedicated,"
                        + " training: {lora: {low: 0.30, high: 0.35}}, gpu_hour: {h100: 2}, ")
                .contains("| GPU per hour, dedicated h100 | none |  | $2.00 | none | new |\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 9b | training.lora=1 | tunetally: no model 'llama 9b'; did you mean",
                "llama 8b | training.lora | tunetally: 'training.lora' is not a figure and its price; write e.g.",
                "llama 8b | training.lora=x | proposal:6: prices[0].training.lora: is not a number; write a plain decimal",
                "llama 8b | training.lora=-1 | proposal:6: prices[0].training.lora: is negative",
                "llama 8b | training.lora=1,full: 2 | proposal:6: prices[0].training.lora: is not a number",
                "llama 8b | trainin.lora=1 | proposal:6: prices[0].training: the entry has no price",
                "llama 8b | training.lora=null | tunetally: every figure is null",
                "llama 70b | training.lora=1 | tunetally: the price depends on the objective; add --objectives with one of: dpo; sft"
            })
    void refusesWhatTheLoaderRefuses(String model, String figure, String problem) {
        ConsoleFixture.Run run = propose(model, figure);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(problem);
    }

    @Test
    void refusesADayInTheFuture() {
        assertThat(propose("llama 8b", "training.lora=1", "--observed", "2026-11-26")
                        .err())
                .contains("2026-11-26 is after today, 2026-11-25; correct the date");
    }

    private ConsoleFixture.Run propose(String model, String... more) {
        List<String> arguments = new ArrayList<>(List.of("prices", "propose", "--edition", "mine"));
        arguments.addAll(List.of("--provider", "together", "--model", model));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--url")) {
            arguments.addAll(PAGE);
        } else {
            arguments.addAll(PAGE.subList(0, 2));
        }
        return console.run(arguments.toArray(String[]::new));
    }
}
