package io.tunetally.wording;

import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.WarningWording;
import io.tunetally.wording.table.QuoteTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words a migration: when the tuned model ends, where to move it, and what that costs. */
final class MigrateWording {
    private static final String RETRAIN =
            "Retraining is priced for the same data. Another tokenizer counts it differently, often by 5-20 %.";
    private static final String EVALUATE =
            "Prompts and settings do not carry over as they are: keep a test set, and compare both models before you"
                    + " switch.";

    private static final BigDecimal DEARER = new BigDecimal("1.5");

    Reply reply(MigrateOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        Standing standing = new Standing(outcome.inquiry());
        Quote best = outcome.targets().isEmpty() ? null : outcome.targets().getFirst();
        if (best != null) {
            boolean startable = standing.closed(best).isEmpty();
            answerFrame.instead(outcome.instead(), startable).cite(best);
            if (startable) {
                answerFrame.figure(QuoteTable.inSight(outcome.targets()));
            }
        }
        if (best != null) {
            WorthItWording.paidFor(outcome.inquiry(), best).ifPresent(answerFrame::under);
        }
        String dates = dates(outcome);
        if (!dates.isEmpty()) {
            answerFrame.under(dates);
        }
        answerFrame.detail(() -> new Block.Facts(facts(outcome, best)));
        if (best != null) {
            answerFrame.detail(Block.Text.of(Span.strong("Where to move, the cheapest first")));
            answerFrame.detail(outcome.targets().size(), () -> QuoteTable.inFull(outcome.inquiry(), outcome.targets()));
            answerFrame.citeOthers(
                    best, outcome.targets().subList(1, outcome.targets().size()), outcome.targets());
        }
        if (!outcome.ends().isEmpty()) {
            answerFrame.detail(Block.Text.of(Span.strong("Dates")));
            answerFrame.detail(new Block.Facts(outcome.ends().stream()
                    .map(end -> calendarEntry(end, outcome))
                    .toList()));
            MigrateCalendar.of(outcome).ifPresent(answerFrame::add);
        }
        answerFrame.detail(Block.Text.of(Span.strong("What does not carry over")));
        answerFrame.detail(() -> new Block.Facts(losses(outcome)));
        Offer leaving = outcome.leaving();
        if (leaving != null) {
            answerFrame.footnote(weights(leaving.model(), leaving));
        }
        outcome.leftOut()
                .forEach(reason -> answerFrame.warn(Caveat.Rank.CANNOT_BE_BOUGHT, RefusalWording.sentence(reason)));
        return answerFrame.reply(title(outcome, best, standing), outcome.followUps());
    }

    private static String title(MigrateOutcome outcome, @Nullable Quote best, Standing standing) {
        String subject = subject(outcome);
        if (best == null) {
            return (subject.isEmpty() ? "" : subject + ": ")
                    + "nothing to move to can be started today and used that long";
        }
        String closed = standing.closed(best);
        if (!closed.isEmpty()) {
            return Labels.offer(best) + " is " + closed + ": " + cost(outcome, best, standing);
        }
        LocalDate today = outcome.inquiry().asOf();
        String before = shutDown(outcome)
                .filter(date -> date.isAfter(today))
                .map(date -> " before " + date)
                .orElse("");
        return move(outcome, subject) + Labels.offer(best) + before + ": " + cost(outcome, best, standing);
    }

    private static String move(MigrateOutcome outcome, String subject) {
        if (subject.isEmpty()) {
            return "Move to ";
        }
        if (dates(outcome).isEmpty()) {
            return subject + " has no announced end; the cheapest move is to ";
        }
        Offer leaving = outcome.leaving();
        return "Move " + (leaving == null ? "from " + subject : leaving.model().name()) + " to ";
    }

    private static String cost(MigrateOutcome outcome, Quote best, Standing standing) {
        if (!best.unpriced().isEmpty()) {
            // Without a price for running there is no month to set against today's.
            return Numbers.money(best.training()) + " to retrain, " + standing.notRun(best);
        }
        return Numbers.money(best.training()) + " to retrain, then " + Numbers.money(best.monthly()) + " a month"
                + (isAtAssumedTraffic(outcome)
                        ? " at the assumed traffic"
                        : month(outcome)
                                .map(today -> comparedWith(today, best.monthly()))
                                .orElse(""));
    }

    /** A bill of today beside traffic that is only assumed compares nothing. */
    private static boolean isAtAssumedTraffic(MigrateOutcome outcome) {
        Slots filled = outcome.inquiry().filled();
        Slot<BigDecimal> requests = filled.get(SlotName.REQUESTS_PER_DAY);
        return filled.has(SlotName.MONTHLY_BILL_USD) && (requests == null || requests.origin() == Origin.DEFAULT);
    }

    /** Returns what a month costs today; a bill of today is said as it was. */
    private static Optional<Band> month(MigrateOutcome outcome) {
        BigDecimal bill = outcome.inquiry().filled().value(SlotName.MONTHLY_BILL_USD);
        if (bill != null) {
            return Optional.of(Band.exactly(new Money(bill)));
        }
        return Optional.ofNullable(outcome.today())
                .filter(today -> !today.shutDown() && today.unpriced().isEmpty())
                .map(Quote::monthly);
    }

    /** {@code instead of $175.50}, and how much dearer that is, if it is at least half as much again. */
    private static String comparedWith(Band today, Band after) {
        BigDecimal before = today.high().usd();
        String instead = " instead of " + Numbers.money(today);
        if (before.signum() == 0) {
            return instead;
        }
        BigDecimal times = after.low().usd().divide(before, 1, RoundingMode.HALF_UP);
        return times.compareTo(DEARER) < 0 ? instead : instead + ", " + Numbers.count(times) + " times as much";
    }

    /** {@code GPT-4o mini on OpenAI: existing customers can train until 2027-01-05 · shut down 2027-01-14}; empty if nothing ends. */
    private static String dates(MigrateOutcome outcome) {
        LocalDate today = outcome.inquiry().asOf();
        List<String> ahead = outcome.ends().stream()
                .flatMap(end -> ahead(end, outcome, today))
                .distinct()
                .toList();
        Optional<String> behind = outcome.ends().stream()
                .filter(end -> end.kind() != LifecycleEvent.Kind.CLOSED_TO_NEW_CUSTOMERS && isWhole(end, outcome))
                .max(Comparator.comparing(LifecycleEvent::kind))
                .map(new WarningWording(today)::dated);
        List<String> dates = ahead.isEmpty() ? behind.stream().toList() : ahead;
        return dates.isEmpty() ? "" : subject(outcome) + ": " + String.join(" · ", dates);
    }

    private static Stream<String> ahead(LifecycleEvent end, MigrateOutcome outcome, LocalDate today) {
        LocalDate date = end.date();
        if (date == null || !date.isAfter(today)) {
            return Stream.empty();
        }
        return switch (end.kind()) {
            case DEPRECATED -> Stream.empty();
            case CLOSED_TO_NEW_CUSTOMERS -> Stream.of("closed to new customers " + date + models(end, outcome));
            case NO_NEW_JOBS -> Stream.of("existing customers can train until " + date.minusDays(1));
            case SHUT_DOWN ->
                Stream.of((isWhole(end, outcome) ? "" : modelNames(end, catalog(outcome)) + " ") + "shut down " + date);
        };
    }

    /** True if an end concerns all that is left, not only some models of a provider. */
    private static boolean isWhole(LifecycleEvent event, MigrateOutcome outcome) {
        return outcome.leaving() != null || event.models().isEmpty();
    }

    private static Optional<LocalDate> shutDown(MigrateOutcome outcome) {
        return outcome.ends().stream()
                .filter(event -> event.kind() == LifecycleEvent.Kind.SHUT_DOWN && isWhole(event, outcome))
                .flatMap(event -> Stream.ofNullable(event.date()))
                .findFirst();
    }

    private static String subject(MigrateOutcome outcome) {
        Offer leaving = outcome.leaving();
        if (leaving != null) {
            return leaving.model().name() + " on " + Labels.provider(leaving);
        }
        ProviderId provider = outcome.inquiry().filled().value(SlotName.PROVIDER);
        return provider == null
                ? ""
                : catalog(outcome).provider(provider).map(known -> known.name()).orElse(provider.value());
    }

    /** Returns what an end concerns: all that is left, or only some models of a provider. */
    static String subject(LifecycleEvent end, MigrateOutcome outcome) {
        String left = subject(outcome);
        return isWhole(end, outcome) ? left : modelNames(end, catalog(outcome)) + " on " + left;
    }

    private static List<Block.Fact> facts(MigrateOutcome outcome, @Nullable Quote best) {
        List<Block.Fact> facts = new ArrayList<>();
        Quote today = outcome.today();
        if (today != null) {
            facts.add(Block.Fact.of("Today", Span.plain(monthly(today))));
        }
        if (best != null) {
            facts.add(Block.Fact.of("After", Span.plain(monthly(best))));
            facts.add(Block.Fact.of("Retraining", Span.strong(Numbers.money(best.training()))));
        }
        return facts;
    }

    private static String monthly(Quote quote) {
        String amount =
                quote.unpriced().isEmpty() ? Numbers.money(quote.monthly()) + " a month" : "running cost unknown";
        return Labels.offer(quote) + ", " + (quote.shutDown() ? "no longer running" : amount);
    }

    private static Block.Fact calendarEntry(LifecycleEvent end, MigrateOutcome outcome) {
        LocalDate today = outcome.inquiry().asOf();
        LocalDate date = end.date();
        String last = date != null && end.kind() == LifecycleEvent.Kind.NO_NEW_JOBS && date.isAfter(today)
                ? "; the last day to train a replacement there is " + date.minusDays(1)
                : "";
        return Block.Fact.of(
                date == null ? "undated" : date.toString(), Span.plain(end.text() + last + models(end, outcome)));
    }

    /** Names the models of an end that concerns only some of a provider's. */
    private static String models(LifecycleEvent end, MigrateOutcome outcome) {
        return isWhole(end, outcome) ? "" : " (" + modelNames(end, catalog(outcome)) + ")";
    }

    private static String modelNames(LifecycleEvent end, Catalog catalog) {
        return end.models().stream()
                .map(id -> catalog.model(id).map(Model::name).orElse(id.value()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Catalog catalog(MigrateOutcome outcome) {
        return outcome.inquiry().engine().prices().catalog();
    }

    private static List<Block.Fact> losses(MigrateOutcome outcome) {
        Offer leaving = outcome.leaving();
        List<Block.Fact> losses = new ArrayList<>();
        if (leaving != null) {
            losses.add(Block.Fact.of("", Span.plain(weights(leaving.model(), leaving))));
        }
        losses.add(Block.Fact.of("", Span.plain(RETRAIN)));
        losses.add(Block.Fact.of("", Span.plain(EVALUATE)));
        return losses;
    }

    private static String weights(Model model, Offer leaving) {
        return model.open()
                ? model.name() + " has open weights: if you can download your adapter from "
                        + leaving.provider().name() + ", it runs elsewhere without retraining."
                : "The tuned weights stay with " + leaving.provider().name() + ": every move starts from your data.";
    }
}
