package io.tunetally.console.prices.upkeep;

import io.tunetally.console.terminal.TextColumns;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An impact for people: a summary, the held prices and a table of the answers that change. */
final class ImpactTable {
    static final String HELD = "Held for a second look: a change of more than 5 times, from or to 0, or an answer of"
            + " another kind. Check unit, digits and source.";

    private static final List<String> HEADER = List.of("QUESTION", "BEFORE", "AFTER", "RATIO", "WINNER", "");
    private static final int RATIO = 3;

    private ImpactTable() {}

    static String text(Impact impact) {
        TextColumns columns = new TextColumns(RATIO);
        columns.row(HEADER);
        impact.changes().forEach(change -> columns.row(cells(change)));
        return summary(impact) + "\n" + heldPrices(impact, "  ")
                + (impact.changes().isEmpty() ? "" : "\n" + columns)
                + (impact.held() == 0 ? "" : "\n" + HELD + "\n");
    }

    /** Returns it for a change request. */
    static String markdown(Impact impact) {
        StringBuilder text = new StringBuilder(summary(impact)).append("\n");
        text.append(heldPrices(impact, "- "));
        if (!impact.changes().isEmpty()) {
            text.append('\n').append(row(HEADER)).append("|---|---|---|--:|---|---|\n");
            impact.changes().forEach(change -> text.append(row(cells(change))));
        }
        return text.append(impact.held() == 0 ? "" : "\n**" + HELD + "**\n").toString();
    }

    static String ratio(Optional<BigDecimal> ratio) {
        return ratio.map(BigDecimal::toPlainString).orElse("none");
    }

    private static String summary(Impact impact) {
        PriceChanges prices = impact.prices();
        return "%s -> %s on %s: %d of %s change, %s, %d held for a second look.%s"
                .formatted(
                        impact.before(),
                        impact.after(),
                        impact.day(),
                        impact.changes().size(),
                        Text.counted(impact.answers().size(), "standard answer"),
                        Text.counted(impact.winnerChanges(), "winner"),
                        impact.held(),
                        prices.areNone()
                                ? ""
                                : " Prices: %d changed, %d added, %d removed."
                                        .formatted(prices.changed().size(), prices.added(), prices.removed()));
    }

    private static String heldPrices(Impact impact, String before) {
        return impact.prices().held().stream()
                .map(price -> before + price + ", held (ratio " + ratio(price.ratio()) + ")\n")
                .collect(Collectors.joining());
    }

    private static List<String> cells(AnswerChange change) {
        return List.of(
                change.question(),
                change.before().toString(),
                change.after().toString(),
                ratio(change.ratio()),
                change.winnerChanges()
                        ? change.before().winner() + " -> " + change.after().winner()
                        : change.after().winner(),
                change.isHeld() ? "held" : "");
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> " " + cell.replace("|", "\\|") + " ")
                .collect(Collectors.joining("|", "|", "|\n"));
    }
}
