package io.tunetally.wording.tipping;

import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.engine.Offer;
import io.tunetally.engine.tipping.Contender;
import io.tunetally.engine.tipping.PricedContender;
import io.tunetally.engine.tipping.TippingPoint;
import io.tunetally.reply.Block;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tipping points as rows: the number, its value, the value at which the winner changes, and both costs there. */
final class TippingPointsTable {
    private static final List<Block.Column> IN_SIGHT = List.of(
            Block.Column.text("What"),
            Block.Column.number("Now"),
            Block.Column.number("Changes at"),
            Block.Column.text("Then cheapest"),
            Block.Column.number("Cost"),
            Block.Column.number("Old winner"));
    private static final List<Block.Column> BOTH_SIDES = List.of(
            Block.Column.text("What"),
            Block.Column.number("At"),
            Block.Column.text("Cheapest"),
            Block.Column.number("Cost"),
            Block.Column.number("Next"));

    private static final int WIDTH = 80;
    private static final int GAP = 2;

    private final Contender winner;
    private final VariableWords words;

    TippingPointsTable(Contender winner) {
        this.winner = winner;
        this.words = new VariableWords(winner);
    }

    /** Returns one row per point; without the old winner's cost, which is nearly the same, where a terminal has no room. */
    Block.Table inSight(List<TippingPointsOutcome.Point> points) {
        Block.Table all = of(points);
        int width = IntStream.range(0, IN_SIGHT.size())
                .map(column -> width(all, column) + GAP)
                .sum();
        return width - GAP <= WIDTH
                ? all
                : new Block.Table(
                        IN_SIGHT.subList(0, IN_SIGHT.size() - 1),
                        all.rows().stream()
                                .map(row -> row.subList(0, row.size() - 1))
                                .toList());
    }

    private static int width(Block.Table table, int column) {
        return Stream.concat(
                        Stream.of(table.columns().get(column).title()),
                        table.rows().stream().map(row -> row.get(column)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Returns one row per point. */
    Block.Table of(List<TippingPointsOutcome.Point> points) {
        return new Block.Table(IN_SIGHT, points.stream().map(this::row).toList());
    }

    private List<String> row(TippingPointsOutcome.Point point) {
        TippingPoint at = point.at();
        return List.of(
                words.name(point.variable()),
                words.value(point.variable(), at.now()),
                words.value(point.variable(), BigDecimal.valueOf(at.changesAt())),
                name(at.after().rival()),
                cost(at.after().rival()),
                cost(at.after().old()));
    }

    /** Returns two rows per point: the last value at which the winner holds, and the first at which it does not. */
    Block.Table bothSides(List<TippingPointsOutcome.Point> points) {
        List<List<String>> rows = new ArrayList<>();
        for (TippingPointsOutcome.Point point : points) {
            TippingPoint at = point.at();
            TippingPoint.Pair before = at.before();
            TippingPoint.Pair after = at.after();
            rows.add(side(point, at.lastHeld(), before.old(), before.rival()));
            rows.add(side(point, BigDecimal.valueOf(at.changesAt()), after.rival(), after.old()));
        }
        return new Block.Table(BOTH_SIDES, rows);
    }

    private List<String> side(
            TippingPointsOutcome.Point point,
            BigDecimal value,
            @Nullable PricedContender first,
            @Nullable PricedContender second) {
        return List.of(
                words.name(point.variable()),
                words.value(point.variable(), value),
                name(first),
                cost(first),
                cost(second));
    }

    /** Returns what tells a contender from the winner: its model, else its provider, else its method. */
    private String name(@Nullable PricedContender contender) {
        if (contender == null) {
            return "-";
        }
        if (contender.contender().bill() != null) {
            return "today's bill";
        }
        Offer offer = contender.contender().offer();
        Offer first = winner.offer();
        if (!contender.contender().tuned()) {
            return offer.model().equals(first.model())
                    ? "untuned"
                    : offer.model().name() + " untuned";
        }
        if (winner.bill() != null) {
            return offer.model().name();
        }
        if (!winner.tuned() && offer.model().equals(first.model())) {
            return "tuned";
        }
        if (!offer.model().equals(first.model()) || contender.contender().equals(winner)) {
            return offer.model().name();
        }
        return offer.provider().equals(first.provider()) ? Labels.method(contender.quote()) : Labels.provider(offer);
    }

    /** Returns the cost that the ranking goes by, the low end of a band. */
    private static String cost(@Nullable PricedContender contender) {
        if (contender == null) {
            return "no price";
        }
        Band cost = contender.quote().ranking();
        return (cost.isExact() ? "" : "from ")
                + Numbers.money(cost.low())
                + (contender.quote().isCut() ? " (ends)" : "");
    }
}
