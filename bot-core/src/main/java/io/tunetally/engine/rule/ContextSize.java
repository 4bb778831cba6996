package io.tunetally.engine.rule;

import io.tunetally.catalog.Rate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prices for long contexts: a variant {@code over-200k} applies to requests of more than 200,000 tokens.
 *
 * @param tokens the size that a request has to exceed
 */
public record ContextSize(String variant, long tokens) {
    private static final Pattern VARIANT = Pattern.compile("over-(\\d{1,6})k");

    /** Returns the context sizes among the variants of rates, the largest first. */
    public static List<ContextSize> among(List<Rate> rates) {
        return rates.stream()
                .map(Rate::variant)
                .distinct()
                .flatMap(variant -> of(variant).stream())
                .sorted(Comparator.comparingLong(ContextSize::tokens).reversed())
                .toList();
    }

    /** Returns a variant as a context size; empty if it is none. */
    public static Optional<ContextSize> of(String variant) {
        Matcher matcher = VARIANT.matcher(variant);
        return matcher.matches()
                ? Optional.of(new ContextSize(variant, 1000 * Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    public boolean isExceededBy(long contextTokens) {
        return contextTokens > tokens;
    }
}
