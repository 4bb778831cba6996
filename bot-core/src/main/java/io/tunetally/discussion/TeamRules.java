package io.tunetally.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.Validity;
import io.tunetally.catalog.team.TeamTerms;
import io.tunetally.chat.ConversationId;
import io.tunetally.storage.TeamRecords;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of teams. Recent reads are cached for some seconds, as every answer needs them. */
public final class TeamRules {
    /** The kinds of rules: the first words of their ids. */
    public static final String PRICE = "price";

    public static final String DISCOUNT = "discount";
    public static final String CUSTOMER = "customer";
    public static final String CURRENCY = "currency";
    public static final String BUDGET = "budget";

    private static final int MOST_RULES = 200;
    private static final int TEAMS = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final TeamRecords records;
    private final Cache<ConversationId, Known> lately;

    /** The rules of a team, and the terms that follow from them. */
    private record Known(List<Rule> rules, TeamTerms terms) {}

    public TeamRules(TeamRecords records, Clock clock) {
        this.records = records;
        this.lately = Caffeine.newBuilder()
                .maximumSize(TEAMS)
                .expireAfterWrite(FRESH)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** True if the next read of a conversation's rules does not ask the store. */
    public boolean isKnown(ConversationId conversation) {
        return lately.getIfPresent(Places.team(conversation)) != null;
    }

    /**
     * Returns the prices, discounts and customer relations of a conversation's team.
     *
     * @throws io.tunetally.storage.StorageException if they cannot be read
     */
    public TeamTerms terms(ConversationId conversation) {
        return known(conversation).terms();
    }

    /** Returns the rule of an id for the team of a conversation. */
    public Optional<Rule> rule(ConversationId conversation, String id) {
        return known(conversation).rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    /** Returns the codes of the currencies that the team's answers show beside US dollars. */
    public Set<String> currencies(ConversationId conversation) {
        return rule(conversation, CURRENCY)
                .map(rule -> Set.of(rule.value().split(" ", 2)[0]))
                .orElse(Set.of());
    }

    /** True if the team has a rule whose id begins with these words. */
    public boolean has(ConversationId conversation, String idStart) {
        return known(conversation).rules().stream().anyMatch(rule -> rule.id().startsWith(idStart + " "));
    }

    private Known known(ConversationId conversation) {
        return lately.get(Places.team(conversation), this::read);
    }

    private Known read(ConversationId team) {
        List<Rule> rules = records.latest(team, RecordKind.RULE.word(), "", MOST_RULES).stream()
                .map(Rule::read)
                .toList();
        return new Known(rules, terms(rules));
    }

    /** Forgets what was read, after a change. */
    public void changed(ConversationId conversation) {
        lately.invalidate(Places.team(conversation));
    }

    static TeamTerms terms(List<Rule> rules) {
        if (rules.isEmpty()) {
            return TeamTerms.NONE;
        }
        Set<ProviderId> customerOf = new HashSet<>();
        Map<ProviderId, TeamTerms.Discount> discounts = new HashMap<>();
        List<Rate> rates = new ArrayList<>();
        for (Rule rule : rules) {
            switch (rule.kind()) {
                case CUSTOMER -> customerOf.add(new ProviderId(rule.subject()));
                case DISCOUNT ->
                    discounts.put(
                            new ProviderId(rule.subject()),
                            new TeamTerms.Discount(new BigDecimal(rule.value()), rule.day()));
                case PRICE -> rates.add(rate(rule));
                default -> {}
            }
        }
        return new TeamTerms(customerOf, discounts, rates);
    }

    /** Reads a price: its subject is {@code gpt-4o openai training}. */
    private static Rate rate(Rule rule) {
        String[] subject = rule.subject().split(" ", -1);
        Meter meter = Meter.valueOf(subject[2]);
        LocalDate said = rule.day();
        Source source =
                new Source("team", "the team" + (rule.reason().isEmpty() ? "" : ": " + rule.reason()), null, said);
        return new Rate(
                meter,
                new PriceScope.OfModel(new ModelId(subject[0])),
                new ProviderId(subject[1]),
                Set.of(),
                Set.of(),
                null,
                "",
                meter.priced(Band.of(rule.value())),
                new Validity(said, after(rule.until())),
                new Provenance(TeamTerms.EDITION, List.of(source), said, Confidence.A, null));
    }

    private static @Nullable LocalDate after(String lastDay) {
        return lastDay.isEmpty() ? null : LocalDate.parse(lastDay).plusDays(1);
    }
}
