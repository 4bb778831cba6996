package io.tunetally.wording.dataset;

import io.tunetally.answer.dataset.DatasetPricing;
import io.tunetally.answer.dataset.DatasetReport;
import io.tunetally.answer.dataset.DatasetReport.PricedDataset;
import io.tunetally.dataset.LengthTable;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.TokenStatistics;
import io.tunetally.dataset.format.ExampleConverter;
import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Pair;
import io.tunetally.dataset.source.Container;
import io.tunetally.dataset.verdict.Verdict;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.table.QuoteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words the report on a training file: the cost today and whether the file is accepted, then what it is made of. */
public final class DatasetWording {
    private static final int ROWS = 5;
    private static final Money CENT = Money.of("0.01");

    private final DatasetReport report;
    private final Measurement measured;

    private DatasetWording(DatasetReport report) {
        this.report = report;
        this.measured = report.measurement();
    }

    public static Reply reply(DatasetReport report) {
        return new DatasetWording(report).reply();
    }

    private Reply reply() {
        if (measured.examples() == 0 && measured.lines().read() == 0) {
            return new Reply(new DatasetHeadline(report).text(), List.of(), Audience.ASKER);
        }
        List<Block> blocks = new ArrayList<>();
        warnings(blocks);
        blocks.add(facts());
        verdicts(blocks);
        prices(blocks);
        tokens(blocks);
        savings(blocks);
        notes(blocks);
        return new Reply(new DatasetHeadline(report).text(), blocks, Audience.ASKER);
    }

    private void warnings(List<Block> blocks) {
        List<List<Span>> warnings = new ArrayList<>();
        Measurement.Lines lines = measured.lines();
        if (lines.badCount() > 0) {
            warnings.add(plain(Text.counted(lines.badCount(), "line") + " of " + Numbers.count(lines.read())
                    + " could not be used and " + (lines.badCount() == 1 ? "is" : "are") + " not counted:"));
            BadLines.faults(lines.bad()).forEach(fault -> warnings.add(plain(fault)));
        }
        report.untrained().stream()
                .skip(report.isTrained() ? 0 : 1)
                .forEach(one -> warnings.add(plain(DatasetHeadline.untrained(one))));
        unanswered().map(DatasetWording::plain).ifPresent(warnings::add);
        Measurement.Mixed mixed = measured.mixed();
        if (mixed != null) {
            warnings.add(plain("line " + mixed.line() + " has another format than the first example: "
                    + mixed.format().title()));
        }
        if (!warnings.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.WARNING, warnings));
        }
    }

    /** Says that a model learns nothing from some examples. Most pages of providers are silent on them. */
    private Optional<String> unanswered() {
        Measurement.Content content = measured.content();
        if (content.untrained() == 0 || !measured.isAnswered()) {
            return Optional.empty();
        }
        String which = content.untrained() == measured.examples()
                ? "No example has an answer of the assistant"
                : Text.counted(content.untrained(), "example")
                        + (content.untrained() == 1 ? " has" : " have")
                        + " no answer of the assistant, the first on line "
                        + content.firstUntrained();
        return Optional.of(which + ": a model learns nothing from "
                + (content.untrained() == 1 ? "it" : "them")
                + ", and a provider may refuse it although no page of it says so");
    }

    private Block facts() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(fact("Examples", Numbers.count(measured.examples()) + shortcomings()));
        facts.add(fact("Format", format()));
        if (measured.examples() == 0) {
            return new Block.Facts(facts);
        }
        facts.add(fact("Epochs", epochs()));
        validation()
                .map(held -> fact("Validation", held))
                .ifPresentOrElse(facts::add, () -> facts.add(fact("Split", split())));
        measured.tokens().stream()
                .filter(counted -> counted.tokenizer().equals(DatasetPricing.COOKBOOK))
                .filter(counted -> counted.perExample().examples() > 0)
                .map(this::cookbook)
                .forEach(facts::add);
        return new Block.Facts(facts);
    }

    private String shortcomings() {
        Measurement.Content content = measured.content();
        List<String> parts = new ArrayList<>();
        add(parts, content.duplicates(), "duplicate");
        add(parts, content.nearDuplicates(), "near-duplicate");
        if (content.untrained() > 0 && measured.isAnswered()) {
            parts.add(Numbers.count(content.untrained()) + " without an answer");
        }
        if (content.tooShort() > 0) {
            parts.add(Numbers.count(content.tooShort()) + " under 20 characters");
        }
        add(parts, content.images(), "picture");
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static void add(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(Text.counted(count, noun));
        }
    }

    private String format() {
        var format = measured.format();
        var parquet = measured.parquet();
        if (parquet != null) {
            return "Parquet with the columns " + String.join(", ", parquet.columns())
                    + "; its rows are not read, so tokens are not counted";
        }
        String container = measured.container().title();
        if (format == null) {
            return "none known, in " + container;
        }
        return format.title().equals(container) ? container : format.title() + " in " + container + columns();
    }

    private String columns() {
        Pair pair = measured.pair();
        return pair == null || pair.isStandard()
                ? ""
                : ", with " + pair.prompt() + " as the prompt and " + pair.completion() + " as the completion";
    }

    private String epochs() {
        DatasetReport.Epochs epochs = report.epochs();
        String why = Text.counted(epochs.suggested(), "epoch") + " by OpenAI's rule for "
                + Text.counted(measured.examples(), "example");
        return epochs.said() ? epochs.count() + " asked (suggested: " + why + ")" : why;
    }

    private Optional<String> validation() {
        return Optional.ofNullable(report.asked().validation())
                .map(held -> held.file() + ": " + Text.counted(held.examples(), "example")
                        + report.first()
                                .map(first -> ", "
                                        + Numbers.count(held.tokens(first.tokenizer())
                                                .perExample()
                                                .total())
                                        + " tokens (" + first.tokenizer() + "), billed where the provider bills them")
                                .orElse(""));
    }

    private String split() {
        long examples = measured.examples();
        long held = Math.max(1, examples / 10);
        return examples < 20
                ? "too few examples to hold some back for validation"
                : "hold " + Numbers.count(held) + " of them back for validation (10 %)";
    }

    private Block.Fact cookbook(TokenStatistics counted) {
        long billed = counted.perExample().cappedTotal(DatasetPricing.COOKBOOK_CAP);
        return fact(
                "OpenAI's rule",
                Numbers.count(billed) + " tokens x "
                        + Text.counted(report.epochs().count(), "epoch") + " = "
                        + Numbers.count(billed * report.epochs().count()) + " charged (" + counted.tokenizer()
                        + ", at most " + Numbers.count(DatasetPricing.COOKBOOK_CAP) + " an example)");
    }

    private void verdicts(List<Block> blocks) {
        blocks.add(new Block.Table(
                List.of(Block.Column.text("Provider"), Block.Column.text("Accepts"), Block.Column.text("Why not")),
                measured.verdicts().stream()
                        .map(verdict -> List.of(provider(verdict), verdict.passes() ? "yes" : "no", why(verdict)))
                        .toList()));
    }

    private String provider(Verdict verdict) {
        return verdict.rules().name()
                + (report.closed().contains(verdict.rules().provider()) ? " (no new customers)" : "");
    }

    static String why(Verdict verdict) {
        if (verdict.passes()) {
            return "";
        }
        Verdict.Problem first = verdict.problems().getFirst();
        String where = first.line() == 0 ? "" : "line " + first.line() + " ";
        return where + first.why() + (verdict.count() > 1 ? " (+" + (verdict.count() - 1) + " more)" : "");
    }

    private void prices(List<Block> blocks) {
        List<Quote> rows = inSight().stream().map(PricedDataset::quote).toList();
        if (!rows.isEmpty()) {
            blocks.add(QuoteTable.inSight(rows));
        }
    }

    private void tokens(List<Block> blocks) {
        List<TokenStatistics> counted = shown();
        if (counted.isEmpty()) {
            return;
        }
        blocks.add(new Block.Table(
                List.of(
                        Block.Column.text("Tokenizer"),
                        Block.Column.number("Tokens"),
                        Block.Column.number("Min"),
                        Block.Column.number("Median"),
                        Block.Column.number("Mean"),
                        Block.Column.number("p90"),
                        Block.Column.number("Max"),
                        Block.Column.number("Answers")),
                counted.stream().map(DatasetWording::row).toList()));
        blocks.add(histogram(counted.getFirst()));
    }

    private static List<String> row(TokenStatistics counted) {
        String total = Numbers.count(counted.perExample().total());
        return List.of(
                counted.tokenizer(),
                counted.exact() ? total : total + " +-" + Numbers.count(counted.margin()),
                Numbers.count(counted.perExample().min()),
                rounded(counted.perExample().quantile(0.5)),
                rounded(counted.perExample().mean()),
                rounded(counted.perExample().quantile(0.9)),
                Numbers.count(counted.perExample().max()),
                Numbers.count(counted.assistant().total()));
    }

    private static String rounded(double number) {
        return Numbers.count(
                java.math.BigDecimal.valueOf(Math.round(number * 10)).movePointLeft(1));
    }

    private static Block histogram(TokenStatistics counted) {
        return new Block.Table(
                List.of(
                        Block.Column.text("Tokens per example (" + counted.tokenizer() + ")"),
                        Block.Column.number("Examples")),
                counted.perExample().histogram().stream()
                        .filter(bar -> bar.examples() > 0)
                        .map(bar -> List.of(
                                Numbers.count(bar.from()) + "-" + Numbers.count(bar.to()),
                                Numbers.count(bar.examples())))
                        .toList());
    }

    private void savings(List<Block> blocks) {
        List<Block.Fact> facts = report.savings().stream()
                .filter(saving -> isACent(saving.usd().high()))
                .map(saving -> fact(saved(saving.usd()), "less " + words(saving)))
                .toList();
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
    }

    private static boolean isACent(Money amount) {
        return amount.compareTo(CENT) >= 0;
    }

    private static String saved(Band usd) {
        return isACent(usd.low()) ? Numbers.money(usd) : "up to " + Numbers.money(usd.high());
    }

    private static String words(DatasetReport.Saving saving) {
        String examples = Text.counted(saving.examples(), "example");
        return switch (saving.kind()) {
            case DUPLICATES -> "without duplicates (" + examples + ")";
            case NEAR_DUPLICATES -> "without near-duplicates (" + examples + "; look at them first)";
            case LONG_EXAMPLES ->
                "with examples cut at " + Numbers.count(DatasetPricing.COOKBOOK_CAP) + " tokens (" + examples + ")";
            case ONE_EPOCH_LESS -> "with one epoch less";
        };
    }

    private void notes(List<Block> blocks) {
        List<List<Span>> notes = new ArrayList<>();
        report.prices().stream()
                .flatMap(priced -> truncation(priced).stream())
                .distinct()
                .forEach(text -> notes.add(plain(text)));
        String estimated = shown().stream()
                .filter(counted -> !counted.exact())
                .map(TokenStatistics::tokenizer)
                .collect(Collectors.joining(", "));
        if (!estimated.isEmpty()) {
            notes.add(plain("Estimated for lack of the tokenizer: " + estimated
                    + ". Name a tokenizer.json under tokenizers: in tunetally.yaml for exact counts."));
        }
        if (measured.content().images() > 0) {
            notes.add(plain("The tokens of pictures are not counted."));
        }
        if (!measured.content().comparedAll()) {
            notes.add(plain("Duplicates were looked for in the first part of the file only."));
        }
        conversion().map(DatasetWording::plain).ifPresent(notes::add);
        notes.add(plain("Verdicts go by published rules; of other providers none were found."));
        blocks.add(new Block.Notes(Block.Tone.NOTE, notes));
    }

    /** Names the command that writes a file that no provider accepts as it is. */
    private Optional<String> conversion() {
        Format own = measured.format();
        if (own == null || measured.verdicts().stream().anyMatch(Verdict::passes)) {
            return Optional.empty();
        }
        Format target = own.kind() == Format.Kind.PREFERENCE ? Format.OPENAI_PREFERENCE : Format.OPENAI_CHAT;
        boolean other = own != target || measured.container() != Container.JSONL;
        return other && ExampleConverter.converts(own, target)
                ? Optional.of("./tunetally dataset " + measured.file() + " --to " + target.word() + " writes it as "
                        + target.title() + " in JSON Lines.")
                : Optional.empty();
    }

    private Optional<String> truncation(PricedDataset priced) {
        LengthTable lengths = measured.tokens(priced.tokenizer()).perExample();
        return priced.context()
                .filter(context -> lengths.longerThan(context) > 0)
                .map(context -> Labels.provider(priced.quote().offer()) + " trains "
                        + priced.quote().offer().model().name() + " on at most " + Numbers.count(context)
                        + " tokens of an example: " + Text.counted(lengths.longerThan(context), "example")
                        + " would lose " + Numbers.count(lengths.total() - lengths.cappedTotal(context))
                        + " tokens.");
    }

    /** Returns the offers in sight: those that can be started, else the closed ones. */
    private List<PricedDataset> inSight() {
        boolean open = report.first().filter(PricedDataset::startable).isPresent();
        return report.prices().stream()
                .filter(priced -> priced.startable() == open)
                .limit(ROWS)
                .toList();
    }

    /** Returns the tokenizers of the offers in sight, those asked for, and the cookbook's. */
    private List<TokenStatistics> shown() {
        Set<String> names = Stream.concat(
                        inSight().stream().map(PricedDataset::tokenizer), report.asked().tokenizers().stream())
                .collect(Collectors.toSet());
        return measured.tokens().stream()
                .filter(one -> one.perExample().examples() > 0)
                .filter(one ->
                        names.contains(one.tokenizer()) || one.tokenizer().equals(DatasetPricing.COOKBOOK))
                .toList();
    }

    private static Block.Fact fact(String name, String value) {
        return Block.Fact.of(name, Span.plain(value));
    }

    private static List<Span> plain(String text) {
        return List.of(Span.plain(text));
    }
}
