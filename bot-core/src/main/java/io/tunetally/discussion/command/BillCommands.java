package io.tunetally.discussion.command;

import io.tunetally.chat.UserId;
import io.tunetally.discussion.Bill;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Decision;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Rule;
import io.tunetally.discussion.SavedQuote;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.TeamRules;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
        Optional<Long> meant = number(context);
        if (meant.isEmpty()) {
            return Response.refused(
                    context.verb(),
                    "A bill of which quote? Say actual "
                            + context.command().scenarios().getFirst().quote() + " "
                            + (context.command().has("amount")
                                    ? context.command().value("amount")
                                    : "$4.38") + ". "
                            + context.command().open().stream()
                                    .map(each -> each.label() + " is Q" + each.quote())
                                    .collect(Collectors.joining(", ", "Here ", "")));
        }
        long number = meant.get();
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
                    typed.isEmpty() ? "\"" + context.command().value("rest") + "\" is no amount." : typed + " of what?";
            return Response.refused(
                    context.verb(), what + " Say actual " + number + " $4.38, or give the provider's job as JSON");
        }
        Money amount = new Money(new BigDecimal(typed.replaceAll("[^\\d.]", "")));
        String said = context.command().value("date");
        LocalDate day;
        try {
            day = said.isEmpty() ? pricing.today() : LocalDate.parse(said);
        } catch (DateTimeException noDay) {
            return Response.refused(context.verb(), said + " is no day; write it like " + pricing.today());
        }
        return dated(context, quote, day, then -> bill(context, quote, amount, 0, "", day, then));
    }

    /** Returns the quote that was named, else that of the named scenario, of the decision, or of the only scenario. */
    private Optional<Long> number(Context context) {
        Command command = context.command();
        for (String gap : List.of("number", "ref")) {
            if (command.has(gap)) {
                return Optional.of(QuoteCommands.number(command.value(gap)));
            }
        }
        if (command.has("letter")) {
            return Words.find(command.scenarios(), command.value("letter"), command.verb())
                    .scenario()
                    .map(Scenario::quote);
        }
        List<Scenario> open = command.open();
        return store.decision(context.thread())
                .map(Decision::quote)
                .or(() -> open.size() == 1 ? Optional.of(open.getFirst().quote()) : Optional.empty());
    }

    /** The provider's job says what was trained, so the bill is that at the price of the job's day. */
    private Response fromJob(Context context, SavedQuote quote) {
        TrainingJob job;
        try {
            job = TrainingJob.read(context.command().value("json"));
        } catch (IOException malformed) {
            return Response.refused(
                    context.verb(),
                    "That is no JSON object of a job: "
                            + String.valueOf(malformed.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        Optional<Long> trained = job.trainedTokens();
        if (trained.isEmpty()) {
            return Response.refused(
                    context.verb(),
                    "The job names no trained_tokens; say what it cost: actual " + quote.number() + " $4.38");
        }
        if (quote.tokens() == 0) {
            return Response.refused(
                    context.verb(),
                    quote.id() + " is not billed by the token; say what it cost: actual " + quote.number() + " $4.38");
        }
        LocalDate day;
        try {
            day = job.day().orElse(pricing.today());
        } catch (DateTimeException unreadable) {
            return Response.refused(context.verb(), String.valueOf(unreadable.getMessage()));
        }
        Optional<Money> priced =
                pricing.trainedOn(day, quote, trained.get(), context.defaults()).map(BillCommands::estimate);
        return dated(context, quote, day, then -> {
            Money amount = priced.orElseGet(() -> share(then.high(), trained.get(), quote.tokens()));
            return bill(context, quote, amount, trained.get(), job.status(), day, then);
        });
    }

    /** Stands in for the price of a job that has none on its day. */
    private static Money share(Money whole, long trained, long quoted) {
        return new Money(whole.usd()
                .multiply(BigDecimal.valueOf(trained))
                .divide(BigDecimal.valueOf(quoted), 6, RoundingMode.HALF_UP));
    }

    private Bill bill(
            Context context, SavedQuote quote, Money amount, long tokens, String job, LocalDate day, Band then) {
        UserId sayer = context.from().user();
        return new Bill(quote.number(), amount, tokens, job, day, then.high(), sayer, clock.instant());
    }

    /** Records the bill of a day; without a price of that day, by the quoted one. */
    private Response dated(Context context, SavedQuote quote, LocalDate day, Function<Band, Bill> bill) {
        if (day.isAfter(pricing.today())) {
            return Response.refused(
                    context.verb(), "A bill is of a day until today, " + pricing.today() + "; " + day + " is to come");
        }
        Optional<Band> then = pricing.priceOn(day, quote.full(), context.defaults())
                .map(priced -> priced.figures().training());
        Bill recorded = bill.apply(then.orElse(quote.figures().training()));
        return billed(context, quote, recorded, ofTheDay(quote, recorded, then.isPresent()));
    }

    /** {@code On 2026-11-03 the same job was priced at $3.75}; empty for a bill of today. */
    private String ofTheDay(SavedQuote quote, Bill bill, boolean priced) {
        if (bill.day().equals(pricing.today())) {
            return "";
        }
        if (!priced) {
            return " No price of " + bill.day() + " is known, so the quoted one is used.";
        }
        return bill.estimate().equals(estimate(quote.figures()))
                ? " The price of " + bill.day() + " was the quoted one."
                : " On " + bill.day() + " the same job was priced at " + Numbers.money(bill.estimate())
                        + ": the bill is " + Words.compared(bill.amount(), bill.estimate()) + " that.";
    }

    private Response billed(Context context, SavedQuote quote, Bill bill, String ofTheDay) {
        store.bill(context.from(), bill);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(Span.plain(quote.figures().offer() + ", quoted on " + Words.day(quote.quotedAt())
                + (bill.trainedTokens() == 0
                        ? "."
                        : "; " + Numbers.count(bill.trainedTokens()) + " tokens were trained, "
                                + Numbers.count(quote.tokens()) + " were expected.")
                + ofTheDay)));
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
                        Block.Column.number("At the day's price"),
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
                "Bills were "
                        + Words.compared(
                                sum(billed, quote -> bill(quote).amount()),
                                sum(billed, quote -> estimate(quote.figures())))
                        + " estimated (" + billed.size()
                        + (billed.size() == 1 ? " bill)" : " bills)"),
                offers.isEmpty() ? blocks.subList(0, blocks.size() - 1) : blocks);
    }

    private static List<String> row(String provider, List<SavedQuote> quotes) {
        return List.of(
                provider,
                String.valueOf(quotes.size()),
                Numbers.money(sum(quotes, quote -> estimate(quote.figures()))),
                Numbers.money(sum(quotes, quote -> bill(quote).estimate())),
                Numbers.money(sum(quotes, quote -> bill(quote).amount())));
    }

    private static Money sum(List<SavedQuote> quotes, Function<SavedQuote, Money> amount) {
        return quotes.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    private static Bill bill(SavedQuote quote) {
        return Objects.requireNonNull(quote.bill());
    }

    private static Optional<Block> failedRuns(List<SavedQuote> billed) {
        List<String> jobs = billed.stream()
                .map(quote -> bill(quote).job())
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
                .filter(quote -> bill(quote).trainedTokens() > 0)
                .flatMap(quote -> {
                    Slots slots = pricing.request(quote.full()).slots();
                    Long examples = slots.value(SlotName.EXAMPLES);
                    Long epochs = slots.value(SlotName.EPOCHS);
                    return Optional.ofNullable(examples)
                            .filter(_ -> epochs != null)
                            .map(count -> bill(quote).trainedTokens() / (count * Objects.requireNonNull(epochs)))
                            .stream();
                })
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(each.stream().mapToLong(Long::longValue).sum() / each.size());
    }
}
