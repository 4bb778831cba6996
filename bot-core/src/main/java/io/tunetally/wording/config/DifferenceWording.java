package io.tunetally.wording.config;

import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.answer.config.CostDifference;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Words the difference in cost between two training configs, for a terminal and for a pull request. */
public final class DifferenceWording {
    private static final List<SlotName<Long>> ASSUMED =
            List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS);
    private static final List<String> CAUSES = List.of("Before", "After", "Change");

    private final CostDifference difference;

    public DifferenceWording(CostDifference difference) {
        this.difference = difference;
    }

    /** Returns one sentence: {@code Training goes from $0.72 to $1.44 (+$0.72, +100 %)}. */
    public String title() {
        Money increase = difference.increase();
        String share = difference.share().map(part -> ", " + percent(part)).orElse("");
        String costs = "Training goes from " + amount(difference.base()) + " to " + amount(difference.head());
        return increase.isZero() ? costs + " (no more at most)" : costs + " (" + signed(increase) + share + ")";
    }

    public Reply reply() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(header(), costs()));
        if (!difference.causes().isEmpty()) {
            blocks.add(table(CAUSES, causes()));
        }
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            blocks.add(new Block.Notes(
                    Block.Tone.NOTE,
                    notes.stream().map(Span::plain).map(List::of).toList()));
        }
        return new Reply(title(), blocks, Audience.ASKER);
    }

    /** Returns the same as Markdown. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("**" + title() + "**");
        lines.add("");
        markdown(lines, header(), costs());
        if (!difference.causes().isEmpty()) {
            lines.add("");
            markdown(lines, CAUSES, causes());
        }
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            lines.add("");
            notes.forEach(note -> lines.add("- " + escaped(note)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void markdown(List<String> lines, List<String> header, List<List<String>> rows) {
        lines.add(row(header));
        lines.add("|" + "---|".repeat(header.size() - 1) + "---:|");
        rows.forEach(cells -> lines.add(row(cells)));
    }

    private static String row(List<String> cells) {
        return "| "
                + String.join(
                        " | ", cells.stream().map(DifferenceWording::escaped).toList()) + " |";
    }

    /** A value of a config is text of others: it must not become markup, a mention or a link in a comment. */
    private static String escaped(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>|#~@&])", "\\\\$1");
    }

    private List<List<String>> costs() {
        return List.of(side("Base", difference.base()), side("Head", difference.head()));
    }

    /** A closed offer is priced where a config leaves no other, and is never called the cheapest. */
    private List<String> header() {
        boolean open = difference.base().startable() && difference.head().startable();
        return List.of("", "Config", open ? "Cheapest offer" : "Offer", "To train");
    }

    private static List<String> side(String name, CostDifference.Side side) {
        return List.of(
                name,
                side.job().config().name(),
                Labels.offer(side.quote()) + (side.startable() ? "" : ", closed to new customers"),
                amount(side));
    }

    private List<List<String>> causes() {
        return difference.causes().stream()
                .map(cause -> List.of(orNone(cause.base()), orNone(cause.head()), signed(cause.change())))
                .toList();
    }

    private static String orNone(String setting) {
        return setting.isEmpty() ? "not set" : setting;
    }

    /** Returns the remarks on both configs, and what is assumed. */
    public List<String> notes() {
        Stream<String> sum = difference.causes().size() < 2 || difference.addsUp()
                ? Stream.empty()
                : Stream.of("Each change is undone alone; together they make another amount than their sum.");
        List<String> base = notes(difference.base());
        List<String> head = notes(difference.head());
        Stream<String> both = base.stream().filter(head::contains);
        return Stream.of(sum, both, of(difference.base(), base, head), of(difference.head(), head, base))
                .flatMap(notes -> notes)
                .toList();
    }

    /** Returns the remarks on one config alone, after its name. */
    private static Stream<String> of(CostDifference.Side side, List<String> own, List<String> others) {
        return own.stream()
                .filter(note -> !others.contains(note))
                .map(note -> side.job().config().name() + ": " + note);
    }

    private static List<String> notes(CostDifference.Side side) {
        ConfiguredJob job = side.job();
        String assumed = String.join(
                ", ",
                ASSUMED.stream().flatMap(name -> assumed(name, side.filled())).toList());
        Stream<String> first = assumed.isEmpty()
                ? Stream.empty()
                : Stream.of(assumed + " assumed"
                        + (job.hasSize()
                                ? "."
                                : ", as " + ConfigWording.whyUnknown(job) + "; add --examples and --tokens."));
        return Stream.concat(first, ConfigWording.notes(job).stream()).toList();
    }

    private static Stream<String> assumed(SlotName<Long> name, Slots filled) {
        Slot<Long> slot = filled.get(name);
        return slot != null && slot.origin() == Origin.DEFAULT
                ? Stream.of(name.echo().replace("#", Numbers.count(slot.value())))
                : Stream.empty();
    }

    private static String amount(CostDifference.Side side) {
        return Numbers.money(side.quote().training());
    }

    private static String signed(Money change) {
        String amount = Numbers.money(new Money(change.usd().abs()));
        if (change.isZero()) {
            return amount;
        }
        boolean isBelowACent = amount.startsWith("<");
        return isBelowACent
                ? amount + (change.isPositive() ? " more" : " less")
                : (change.isPositive() ? "+" : "-") + amount;
    }

    private static String percent(BigDecimal share) {
        return (share.signum() > 0 ? "+" : "") + Numbers.percent(share);
    }

    private static Block table(List<String> header, List<List<String>> rows) {
        List<Block.Column> columns = new ArrayList<>();
        header.forEach(name ->
                columns.add(columns.size() == header.size() - 1 ? Block.Column.number(name) : Block.Column.text(name)));
        return new Block.Table(columns, rows);
    }
}
