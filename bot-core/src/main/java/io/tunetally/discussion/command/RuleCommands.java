package io.tunetally.discussion.command;

import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Provider;
import io.tunetally.chat.ConversationId;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Places;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.Rule;
import io.tunetally.discussion.TeamRules;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers the commands about a team's own prices, discounts, customer relations and currency. */
final class RuleCommands {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN = 12;
    private static final Map<String, Meter> METERS = Map.of(
            "training", Meter.TRAINING,
            "input", Meter.TUNED_INPUT,
            "output", Meter.TUNED_OUTPUT,
            "hosting", Meter.HOSTING_HOUR);

    private final DiscussionStore store;
    private final TeamRules rules;
    private final Pricing pricing;
    private final Function<String, Optional<Provider>> providers;
    private final Clock clock;

    /** @param providers returns the provider of a spelling */
    RuleCommands(
            DiscussionStore store,
            TeamRules rules,
            Pricing pricing,
            Function<String, Optional<Provider>> providers,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.pricing = pricing;
        this.providers = providers;
        this.clock = clock;
    }

    Response customer(Context context) {
        return ofProvider(context, provider -> {
            set(context, TeamRules.CUSTOMER + " " + provider.id().value(), "yes", "", "");
            return Response.said(
                    context.verb(),
                    "This team is an existing customer of " + provider.name()
                            + ": its models count as open until their own end",
                    List.of(new Block.Choices("", List.of(Action.of("The team's rules", "price list local")))));
        });
    }

    Response noCustomer(Context context) {
        return ofProvider(context, provider -> {
            boolean was =
                    remove(context, TeamRules.CUSTOMER + " " + provider.id().value());
            return was
                    ? Response.said(context.verb(), "No longer a customer of " + provider.name(), List.of())
                    : Response.refused(context.verb(), "This team was not known as a customer of " + provider.name());
        });
    }

    private Response ofProvider(Context context, Function<Provider, Response> use) {
        String typed = context.command().has("subject") ? context.command().value("subject") : ofThread(context);
        if (typed.isEmpty()) {
            return Response.refused(
                    context.verb(),
                    "The plans of this thread are of several sellers: say \"we are an existing openai customer\"");
        }
        return providers
                .apply(typed)
                .map(use)
                .orElseGet(() -> Response.refused(
                        context.verb(),
                        "I know no provider \"" + typed + "\"; say for example openai, together or azure"));
    }

    /** Returns the seller of all plans of the thread; empty if there are several. */
    private String ofThread(Context context) {
        List<String> sellers = store.scenarios(context.thread()).stream()
                .filter(scenario -> !scenario.dropped())
                .map(scenario -> scenario.figures().provider())
                .distinct()
                .toList();
        return sellers.size() == 1 ? sellers.getFirst() : "";
    }

    Response discount(Context context) {
        BigDecimal percent = new BigDecimal(context.command().value("percent").replaceAll("[^\\d.]", ""));
        if (percent.signum() == 0 || percent.compareTo(HUNDRED) >= 0) {
            return Response.refused(context.verb(), "A discount is more than 0 % and less than 100 %");
        }
        return ofProvider(context, provider -> {
            set(
                    context,
                    TeamRules.DISCOUNT + " " + provider.id().value(),
                    percent.toPlainString(),
                    "",
                    reason(context));
            return Response.said(
                    context.verb(),
                    percent.toPlainString() + " % off every price of " + provider.name() + " for this team",
                    listed());
        });
    }

    private static List<Block> listed() {
        return List.of(new Block.Choices("", List.of(Action.of("Our prices", "price list local"))));
    }

    private static String reason(Context context) {
        return context.command().value("reason").replaceAll("^[\"'\u201c]+|[\"'\u201d]+$", "");
    }

    Response price(Context context) {
        String subject = context.command().value("subject");
        Meter meter = METERS.get(context.command().value("meter").toLowerCase(Locale.ROOT));
        if (meter == null) {
            return Response.refused(
                    context.verb(),
                    "A price of what? Say training, input or output in US dollars per 1M tokens, or hosting per hour: "
                            + "price set gpt-4o training 20");
        }
        String until = context.command().value("date");
        if (!until.isEmpty() && !isDay(until)) {
            return Response.refused(context.verb(), until + " is no day; say it like 2026-12-31");
        }
        Optional<Figures> offer =
                pricing.price("cost " + subject, context.defaults()).map(Plan::figures);
        if (offer.isEmpty()) {
            return Response.refused(
                    context.verb(),
                    "I know no single model \"" + subject + "\" that a seller trains; say for example gpt-4o on azure");
        }
        String amount = context.command().value("amount").replaceAll("[^\\d.]", "");
        Figures figures = offer.get();
        set(
                context,
                TeamRules.PRICE + " " + figures.model() + " " + figures.provider() + " " + meter.name(),
                amount,
                until,
                reason(context));
        return Response.said(
                context.verb(),
                "The team's price: " + Numbers.money(Money.of(amount)) + " for " + figures.offer() + ", "
                        + meter.label() + (until.isEmpty() ? "" : ", until " + until),
                listed());
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    Response currency(Context context) {
        String code = context.command().value("code").toUpperCase(Locale.ROOT);
        BigDecimal rate = new BigDecimal(context.command().value("rate"));
        if (rate.signum() == 0 || code.equals("USD")) {
            return Response.refused(
                    context.verb(), "Say another currency and how much of it a dollar is: currency eur 0.92");
        }
        String since = context.command().has("date")
                ? context.command().value("date")
                : pricing.today().toString();
        if (!isDay(since)) {
            return Response.refused(context.verb(), since + " is no day; say it like 2026-11-01");
        }
        store.set(
                context.from(),
                Places.team(context.thread()),
                new Rule(
                        TeamRules.CURRENCY,
                        code + " " + rate.toPlainString(),
                        since,
                        "",
                        "",
                        context.from().user(),
                        clock.instant()));
        rules.changed(context.thread());
        return Response.said(
                context.verb(),
                "Answers also show " + code + ", at the team's rate of " + rate.toPlainString() + " a dollar since "
                        + since,
                List.of());
    }

    Response currencyOff(Context context) {
        return remove(context, TeamRules.CURRENCY)
                ? Response.said(context.verb(), "Answers show US dollars only", List.of())
                : Response.refused(context.verb(), "No second currency is set; set one with currency eur 0.92");
    }

    Response list(Context context) {
        List<Rule> all = store.rules(Places.team(context.thread()));
        if (all.isEmpty()) {
            return Response.refused(
                    context.verb(), "This team has no prices of its own; set one with price set gpt-4o training 20");
        }
        List<Block.Fact> facts =
                all.stream().limit(SHOWN).map(RuleCommands::fact).toList();
        return Response.said(
                context.verb(),
                "The team's own rules, looked up first: " + all.size(),
                List.of(new Block.Facts(facts)));
    }

    private static Block.Fact fact(Rule rule) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.plain((rule.until().isEmpty() ? "" : "until " + rule.until() + " · ")
                + (rule.reason().isEmpty() ? "" : rule.reason() + " · ")
                + Words.day(rule.at())));
        if (!rule.author().value().isEmpty()) {
            spans.add(Span.plain(" by "));
            spans.add(new Span.Person(rule.author().value()));
        }
        return new Block.Fact(shown(rule), spans);
    }

    private static String shown(Rule rule) {
        return switch (rule.kind()) {
            case TeamRules.PRICE -> rule.subject().toLowerCase(Locale.ROOT).replace('_', ' ') + " $" + rule.value();
            case TeamRules.DISCOUNT -> rule.subject() + " " + rule.value() + " % off";
            case TeamRules.CUSTOMER -> "existing customer of " + rule.subject();
            default -> rule.kind() + " " + rule.value();
        };
    }

    /** Removes every rule whose id has all the words. */
    Response remove(Context context) {
        String typed = context.command().value("subject").toLowerCase(Locale.ROOT);
        List<Rule> meant = store.rules(Places.team(context.thread())).stream()
                .filter(rule -> isMeant(rule, typed))
                .toList();
        if (meant.isEmpty()) {
            return Response.refused(
                    context.verb(), "There is no rule for \"" + typed + "\"; price list local shows those there are");
        }
        meant.forEach(rule -> remove(context, rule.id()));
        return Response.said(
                context.verb(),
                "Removed: "
                        + String.join(
                                ", ", meant.stream().map(RuleCommands::shown).toList()),
                List.of());
    }

    private static boolean isMeant(Rule rule, String typed) {
        List<String> words = List.of(rule.id().toLowerCase(Locale.ROOT).split(" ", -1));
        return List.of(typed.split(" ", -1)).stream().allMatch(words::contains);
    }

    private void set(Context context, String id, String value, String until, String reason) {
        ConversationId team = Places.team(context.thread());
        store.set(
                context.from(),
                team,
                new Rule(id, value, "", until, reason, context.from().user(), clock.instant()));
        rules.changed(context.thread());
    }

    private boolean remove(Context context, String id) {
        boolean removed = store.remove(Places.team(context.thread()), id);
        rules.changed(context.thread());
        return removed;
    }
}
