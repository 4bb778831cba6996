package io.tunetally.discussion.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tunetally.discussion.Bill;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Rule;
import io.tunetally.discussion.SavedQuote;
import io.tunetally.discussion.TeamRules;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the commands about bills: records one, and compares estimates with them. */
final class BillCommands {
    private static final int ROWS = 5;
    private static final String FAILED = "failed";

    private final DiscussionStore store;
    private final Pricing pricing;
    private final QuoteCommands quotes;
    private final Clock clock;

    BillCommands(DiscussionStore store, Pricing pricing, QuoteCommands quotes, Clock clock) {
        this.store = store;
        this.pricing = pricing;
        this.quotes = quotes;
        this.clock = clock;
    }

    /** {@code $4.38, 3 % less than estimated ($4.50)}. */
    static String compared(SavedQuote quote, Bill bill) {
        Money estimate = estimate(quote.figures());
        return Numbers.money(bill.amount()) + ", " + Words.compared(bill.amount(), estimate) + " estimated ("
                + Numbers.money(estimate) + ")";
    }

    private static Money estimate(Figures figures) {
        return figures.training().high();
    }

    Response actual(Context context) {
        long number = QuoteCommands.number(context.command().value("number"));
        Optional<SavedQuote> found = store.quote(context.from(), number);
        if (found.isEmpty()) {
            return quotes.missing(context, number);
        }
        SavedQuote quote = found.get();
        if (context.command().has("json")) {
            return fromJob(context, quote);
        }
        String typed = context.command().value("amount");
        boolean inDollars = typed.chars().anyMatch(c -> c == '$' || Character.isLetter(c));
        if (!inDollars) {
            String what =
                    typed.isEmpty() ? "\"" + context.command().value("rest") + "\" is no amount" : typed + " of what?";
            return Response.refused(
                    context.verb(), what + " Say actual " + number + " $4.38, or give the provider's job as JSON");
        }
        Money amount = new Money(new BigDecimal(typed.replaceAll("[^\\d.]", "")));
        return billed(
                context, quote, new Bill(number, amount, 0, "", context.from().user(), clock.instant()));
    }

    /** The provider's job says what was trained, so the bill is that at the quoted price. */
    private Response fromJob(Context context, SavedQuote quote) {
        Map<String, String> job;
        try {
            job = job(context.command().value("json"));
        } catch (IOException malformed) {
            return Response.refused(
                    context.verb(),
                    "That is no JSON object of a job: "
                            + String.valueOf(malformed.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        String trained = job.getOrDefault("trained_tokens", "");
        if (!trained.matches("\\d{1,15}")) {
            return Response.refused(
                    context.verb(),
                    "The job names no trained_tokens; say what it cost: actual " + quote.number() + " $4.38");
        }
        long tokens = Long.parseLong(trained);
        if (quote.tokens() == 0) {
            return Response.refused(
                    context.verb(),
                    quote.id() + " is not billed by the token; say what it cost: actual " + quote.number() + " $4.38");
        }
        Money amount = new Money(quote.figures()
                .training()
                .low()
                .usd()
                .multiply(BigDecimal.valueOf(tokens))
                .divide(BigDecimal.valueOf(quote.tokens()), 6, RoundingMode.HALF_UP));
        return billed(
                context,
                quote,
                new Bill(
                        quote.number(),
                        amount,
                        tokens,
                        job.getOrDefault("status", ""),
                        context.from().user(),
                        clock.instant()));
    }

    private static Map<String, String> job(String json) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                values.put(name, parser.currentToken().isScalarValue() ? parser.getText() : "");
                parser.skipChildren();
            }
        }
        return values;
    }

    private Response billed(Context context, SavedQuote quote, Bill bill) {
        store.bill(context.from(), bill);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(Span.plain(quote.figures().offer() + ", quoted on " + Words.day(quote.quotedAt())
                + (bill.trainedTokens() == 0
                        ? "."
                        : "; " + Numbers.count(bill.trainedTokens()) + " tokens were trained, "
                                + Numbers.count(quote.tokens()) + " were expected."))));
        budget(context)
                .flatMap(rule -> WatchCommands.crossed(bill.amount(), rule))
                .ifPresent(crossed -> blocks.add(Block.Text.of(Span.plain(crossed + "."))));
        blocks.add(new Block.Choices("", List.of(Action.of("How accurate?", "accuracy"))));
        return Response.said(context.verb(), quote.id() + " really cost " + compared(quote, bill), blocks);
    }

    private Optional<Rule> budget(Context context) {
        return store.rules(context.thread()).stream()
                .filter(rule -> rule.id().equals(TeamRules.BUDGET))
                .findFirst();
    }

    Response accuracy(Context context) {
        List<SavedQuote> billed = store.billed(context.from());
        if (billed.isEmpty()) {
            return Response.refused(
                    context.verb(), "No bill is recorded yet: say actual 17 $4.38 with a quote's number");
        }
        Map<String, List<SavedQuote>> byProvider = billed.stream()
                .collect(Collectors.groupingBy(
                        quote -> quote.figures().providerName(), LinkedHashMap::new, Collectors.toList()));
        List<List<String>> rows = byProvider.entrySet().stream()
                .limit(ROWS)
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                List.of(
                        Block.Column.text("Provider"),
                        Block.Column.number("Bills"),
                        Block.Column.number("Estimated"),
                        Block.Column.number("Billed")),
                rows));
        List<Action> offers = new ArrayList<>();
        failedRuns(billed).ifPresent(blocks::add);
        tokensPerExample(billed).ifPresent(tokens -> {
            blocks.add(Block.Text.of(Span.plain("Your own data: " + Numbers.count(tokens) + " tokens per example.")));
            offers.add(Action.of("Use it as team default", "defaults set " + tokens + " tokens per example"));
        });
        blocks.add(new Block.Choices("", offers));
        return Response.said(
                context.verb(),
                "Bills were " + Words.compared(sum(billed, true), sum(billed, false)) + " estimated (" + billed.size()
                        + (billed.size() == 1 ? " bill)" : " bills)"),
                offers.isEmpty() ? blocks.subList(0, blocks.size() - 1) : blocks);
    }

    private static List<String> row(String provider, List<SavedQuote> quotes) {
        return List.of(
                provider,
                String.valueOf(quotes.size()),
                Numbers.money(sum(quotes, false)),
                Numbers.money(sum(quotes, true)));
    }

    private static Money sum(List<SavedQuote> quotes, boolean bills) {
        return quotes.stream()
                .map(quote -> bills ? Objects.requireNonNull(quote.bill()).amount() : estimate(quote.figures()))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Optional<Block> failedRuns(List<SavedQuote> billed) {
        List<String> jobs = billed.stream()
                .map(quote -> Objects.requireNonNull(quote.bill()).job())
                .filter(job -> !job.isEmpty())
                .toList();
        long failed = jobs.stream().filter(FAILED::equals).count();
        return failed == 0
                ? Optional.empty()
                : Optional.of(Block.Text.of(
                        Span.plain(failed + " of " + jobs.size() + " jobs failed: plan with more than one run.")));
    }

    /** Returns the mean over the jobs that said what they trained, and whose quote counts examples. */
    private Optional<Long> tokensPerExample(List<SavedQuote> billed) {
        List<Long> each = billed.stream()
                .filter(quote -> Objects.requireNonNull(quote.bill()).trainedTokens() > 0)
                .flatMap(quote -> {
                    Slots slots = pricing.request(quote.full()).slots();
                    Long examples = slots.value(SlotName.EXAMPLES);
                    Long epochs = slots.value(SlotName.EPOCHS);
                    return Optional.ofNullable(examples)
                            .filter(_ -> epochs != null)
                            .map(count -> Objects.requireNonNull(quote.bill()).trainedTokens()
                                    / (count * Objects.requireNonNull(epochs)))
                            .stream();
                })
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(each.stream().mapToLong(Long::longValue).sum() / each.size());
    }
}
