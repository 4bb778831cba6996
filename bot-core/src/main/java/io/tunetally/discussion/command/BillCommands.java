package io.tunetally.discussion.command;

import io.tunetally.chat.UserId;
import io.tunetally.discussion.Bill;
import io.tunetally.discussion.BilledJob;
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
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records what a quoted job really cost. */
final class BillCommands {
    /** A bill that is so many times the estimate has to be confirmed: it may be of another job, or in cents. */
    private static final BigDecimal FAR = BigDecimal.valueOf(20);

    private final DiscussionStore store;
    private final TeamRules rules;
    private final Pricing pricing;
    private final QuoteCommands quotes;
    private final Clock clock;

    BillCommands(DiscussionStore store, TeamRules rules, Pricing pricing, QuoteCommands quotes, Clock clock) {
        this.store = store;
        this.rules = rules;
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

    static Money estimate(Figures figures) {
        return figures.training().high();
    }

    Response actual(Context context) {
        Words.Several named = Words.findAll(context.command());
        if (named.otherwise().isPresent()) {
            return named.otherwise().get();
        }
        Optional<Long> meant = number(context, named.scenarios());
        if (meant.isEmpty()) {
            return whichQuote(context);
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
        Optional<Response> unusable = unusable(context, number);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        Money amount = amount(context.command());
        String said = context.command().value("date");
        LocalDate day;
        try {
            day = said.isEmpty() ? pricing.today() : LocalDate.parse(said);
        } catch (DateTimeException noDay) {
            return Response.refused(context.verb(), said + " is no day; write it like " + pricing.today());
        }
        return isFar(context, quote, amount)
                ? confirmable(context, quote, amount, said)
                : dated(context, quote, day, then -> bill(context, quote, amount, 0, "", day, then));
    }

    private static Response whichQuote(Context context) {
        Command command = context.command();
        List<Scenario> known = command.open().isEmpty() ? command.scenarios() : command.open();
        return Response.refused(
                context.verb(),
                "A bill of which quote? Say actual " + known.getFirst().quote() + " "
                        + (command.has("amount") ? command.value("amount") : "$4.38") + ". "
                        + known.stream()
                                .map(each -> each.label() + " is Q" + each.quote())
                                .collect(Collectors.joining(", ", "Here ", "")));
    }

    private static Money amount(Command command) {
        return new Money(new BigDecimal(command.value("amount").replaceAll("[^\\d.]", "")));
    }

    /** Says why an amount is none in US dollars. */
    private Optional<Response> unusable(Context context, long number) {
        Command command = context.command();
        String example = "actual " + number + " $4.38";
        if (command.has("negative")) {
            return Optional.of(Response.refused(
                    context.verb(),
                    "A bill is not below $0: say what is left to pay after the refund, e.g. " + example));
        }
        if (command.has("foreign")) {
            return Optional.of(Response.refused(context.verb(), foreign(context, number, command.value("foreign"))));
        }
        String typed = command.value("amount");
        if (typed.chars().anyMatch(c -> c == '$' || Character.isLetter(c))) {
            return Optional.empty();
        }
        String what = typed.isEmpty() ? "\"" + command.value("rest") + "\" is no amount." : typed + " of what?";
        return Optional.of(
                Response.refused(context.verb(), what + " Say " + example + ", or give the provider's job as JSON"));
    }

    private String foreign(Context context, long number, String typed) {
        String bills = "Bills are kept in US dollars, as providers charge them: say ";
        BigDecimal amount = new BigDecimal(typed.replaceAll("[^\\d.]", ""));
        return rules.rule(context.thread(), TeamRules.CURRENCY)
                .map(rule -> rule.value().split(" ", 2))
                .filter(value -> isCalled(value[0], typed.toUpperCase(Locale.ROOT)))
                .map(value -> {
                    BigDecimal dollars = amount.divide(new BigDecimal(value[1]), 2, RoundingMode.HALF_UP);
                    return bills + "actual " + number + " $" + dollars.toPlainString() + ", which is " + typed
                            + " at the team's rate of " + value[1];
                })
                .orElse(bills + "actual " + number + " $4.38");
    }

    private static boolean isCalled(String code, String typed) {
        Currency currency = Currency.getInstance(code);
        return Stream.of(code, currency.getSymbol(Locale.ROOT), currency.getDisplayName(Locale.ROOT))
                .anyMatch(name -> typed.contains(name.toUpperCase(Locale.ROOT)));
    }

    private static boolean isFar(Context context, SavedQuote quote, Money amount) {
        Money estimate = estimate(quote.figures());
        return !context.command().has("sure") && !estimate.isZero() && amount.compareTo(estimate.times(FAR)) >= 0;
    }

    private static Response confirmable(Context context, SavedQuote quote, Money amount, String day) {
        BigDecimal times = amount.usd().divide(estimate(quote.figures()).usd(), 0, RoundingMode.HALF_UP);
        String command = "actual " + quote.number() + " " + context.command().value("amount")
                + (day.isEmpty() ? "" : " on " + day) + " confirmed";
        return Response.refused(
                context.verb(),
                quote.id() + " was estimated at " + Numbers.money(estimate(quote.figures())) + ", and "
                        + Numbers.money(amount) + " is " + times.toPlainString() + " times that: if it is right, say "
                        + command,
                List.of(new Block.Choices("", List.of(Action.of("It is right", command)))));
    }

    /** Returns the quote that was named, else that of the named scenario, of the decision, or of the only scenario. */
    private Optional<Long> number(Context context, List<Scenario> named) {
        Command command = context.command();
        for (String gap : List.of("number", "ref")) {
            if (command.has(gap)) {
                return Optional.of(QuoteCommands.number(command.value(gap)));
            }
        }
        if (!named.isEmpty()) {
            return Optional.of(named.getFirst().quote());
        }
        List<Scenario> open = command.open();
        return store.decision(context.thread())
                .map(Decision::quote)
                .or(() -> open.size() == 1 ? Optional.of(open.getFirst().quote()) : Optional.empty());
    }

    /** The provider's job says what was trained, so the bill is that at the price of the job's day. */
    private Response fromJob(Context context, SavedQuote quote) {
        BilledJob job;
        try {
            job = BilledJob.read(context.command().value("json"));
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
        return new Bill(quote.number(), amount, tokens, job, day, then.high(), sayer, clock.instant(), List.of());
    }

    /** Records the bill of a day; without a price of that day, by the quoted one. */
    private Response dated(Context context, SavedQuote quote, LocalDate day, Function<Band, Bill> bill) {
        if (day.isAfter(pricing.today())) {
            return Response.refused(
                    context.verb(), "A bill is of a day until today, " + pricing.today() + "; " + day + " is to come");
        }
        Optional<Band> then = pricing.quotedOn(day, quote, context.defaults()).map(Figures::training);
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
        Bill before = quote.bill();
        store.bill(context.from(), before == null ? bill : bill.after(before));
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
        String instead = before == null || bill.isSame(before)
                ? ""
                : "; replaces " + Numbers.money(before.amount()) + " of " + before.day();
        return Response.said(context.verb(), quote.id() + " really cost " + compared(quote, bill) + instead, blocks);
    }

    private Optional<Rule> budget(Context context) {
        return store.rules(context.thread()).stream()
                .filter(rule -> rule.id().equals(TeamRules.BUDGET))
                .findFirst();
    }
}
