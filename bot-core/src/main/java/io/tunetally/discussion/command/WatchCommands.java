package io.tunetally.discussion.command;

import io.tunetally.discussion.Deadlines;
import io.tunetally.discussion.Decision;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.Rule;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.TeamRules;
import io.tunetally.discussion.Watch;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the commands about watched prices, and about the budget of a thread. */
final class WatchCommands {
    private static final String DECISION = "decision";
    private static final BigDecimal NEAR = new BigDecimal("0.85");
    private static final int SHOWN = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DiscussionStore store;
    private final Pricing pricing;
    private final Clock clock;

    WatchCommands(DiscussionStore store, Pricing pricing, Clock clock) {
        this.store = store;
        this.pricing = pricing;
        this.clock = clock;
    }

    Response watch(Context context) {
        if (context.command().has(DECISION)) {
            Optional<Decision> decision = store.decision(context.thread());
            return decision.map(found -> watched(
                            context, DECISION, "the decision for " + found.label(), found.full(), found.figures()))
                    .orElseGet(() -> Response.refused(
                            context.verb(), "Nothing is decided here; watch a model instead, e.g. watch gpt-4o-mini"));
        }
        if (context.command().has("letter")) {
            Words.Found found = Words.find(context.command(), "letter");
            return found.scenario()
                    .map(scenario -> watched(
                            context,
                            scenario.letter().toLowerCase(Locale.ROOT),
                            scenario.label() + ", " + scenario.figures().offer(),
                            scenario.full(),
                            scenario.figures()))
                    .orElse(found.otherwise());
        }
        String subject = context.command().value("subject");
        return subject.isEmpty() ? list(context) : ofModel(context, subject);
    }

    private Response ofModel(Context context, String subject) {
        Optional<Plan> priced = pricing.price("cost " + subject, context.defaults());
        return priced.map(found ->
                        watched(context, subject.toLowerCase(Locale.ROOT), subject, found.full(), found.figures()))
                .orElseGet(() -> Response.refused(
                        context.verb(),
                        "\"" + subject + "\" has no price to watch; say for example watch gpt-4o-mini"));
    }

    private Response watched(Context context, String id, String subject, String full, Figures figures) {
        Deadlines deadlines = new Deadlines(figures, pricing.today());
        store.watch(new Watch(
                context.thread(),
                id,
                subject,
                full,
                figures,
                deadlines.reached(),
                pricing.today(),
                context.from().user()));
        String ends = figures.endings().stream()
                .findFirst()
                .map(ending -> " From " + ending.day() + " " + ending.text() + ".")
                .orElse("");
        return Response.said(
                context.verb(),
                "Watching " + subject
                        + ": one message here when its price changes, and 30, 7 and 1 days before it ends",
                List.of(
                        Block.Text.of(Span.plain("Now " + Words.price(figures) + " (" + figures.offer() + ")." + ends)),
                        new Block.Choices("", List.of(Action.of("Stop watching", "unwatch " + id)))));
    }

    private Response list(Context context) {
        List<Watch> watches = store.watches(context.thread());
        return watches.isEmpty()
                ? Response.refused(context.verb(), "Nothing is watched here; start with watch gpt-4o-mini")
                : Response.said(
                        context.verb(),
                        "Watched here: " + watches.stream().map(Watch::subject).collect(Collectors.joining(", ")),
                        List.of(new Block.Choices(
                                "",
                                watches.stream()
                                        .limit(5)
                                        .map(watch -> Action.of("Stop " + watch.id(), "unwatch " + watch.id()))
                                        .toList())));
    }

    Response unwatch(Context context) {
        String subject = context.command().value("subject").toLowerCase(Locale.ROOT);
        List<Watch> meant = store.watches(context.thread()).stream()
                .filter(watch -> subject.isEmpty() || (" " + subject).endsWith(" " + watch.id()))
                .toList();
        if (meant.isEmpty()) {
            return list(context);
        }
        meant.forEach(watch -> store.unwatch(watch.place(), watch.id()));
        return Response.said(
                context.verb(),
                "No longer watching " + meant.stream().map(Watch::subject).collect(Collectors.joining(", ")),
                List.of());
    }

    Response budget(Context context) {
        String typed = context.command().value("amount");
        if (typed.isEmpty()) {
            return store.remove(context.thread(), TeamRules.BUDGET)
                    ? Response.said(context.verb(), "This thread has no budget any more", List.of())
                    : Response.refused(context.verb(), "This thread has no budget; set one with budget alert $500");
        }
        if (typed.chars().noneMatch(c -> c == '$' || Character.isLetter(c))) {
            return Response.refused(context.verb(), typed + " of what? Say budget alert $" + typed);
        }
        String amount = typed.replaceAll("[^\\d.]", "");
        store.set(
                context.from(),
                context.thread(),
                new Rule(TeamRules.BUDGET, amount, "", "", "", context.from().user(), clock.instant()));
        return Response.said(
                context.verb(),
                "Budget of this thread: " + Numbers.money(Money.of(amount))
                        + "; it is said when a scenario or bill crosses 85 % and 100 % of it",
                over(context, Money.of(amount)));
    }

    private List<Block> over(Context context, Money budget) {
        List<Scenario> over = store.scenarios(context.thread()).stream()
                .filter(each ->
                        !each.dropped() && each.figures().headline().high().compareTo(budget) > 0)
                .limit(SHOWN)
                .toList();
        return over.isEmpty()
                ? List.of()
                : List.of(new Block.Facts(over.stream()
                        .map(each ->
                                Block.Fact.of(each.label() + " is over it", Span.plain(Words.summary(each.figures()))))
                        .toList()));
    }

    /** {@code 92 % of this thread's budget of $500.00}; empty below 85 %. */
    static Optional<String> crossed(Money amount, Rule budget) {
        Money limit = Money.of(budget.value());
        if (limit.isZero() || amount.compareTo(limit.times(NEAR)) < 0) {
            return Optional.empty();
        }
        BigDecimal percent = amount.usd().multiply(HUNDRED).divide(limit.usd(), 0, RoundingMode.HALF_UP);
        boolean over = amount.compareTo(limit) >= 0;
        return Optional.of((over ? "Over budget: " : "Near the budget: ") + percent.toPlainString()
                + " % of this thread's " + Numbers.money(limit));
    }
}
