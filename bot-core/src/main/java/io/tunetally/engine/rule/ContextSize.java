package io.tunetally.engine.rule;

import io.tunetally.catalog.Rate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The prices for long contexts: a variant {@code over-200k} applies to requests of more than 200,000 tokens. */
public final class ContextSize {
    private static final Pattern VARIANT = Pattern.compile("over-(\\d{1,6})k");

    private ContextSize() {}

    /** Returns the variants among rates whose size a context exceeds, the largest first. */
    public static Stream<String> variantsExceededBy(long contextTokens, List<Rate> rates) {
        return rates.stream()
                .map(Rate::variant)
                .distinct()
                .filter(variant -> isExceeded(variant, contextTokens))
                .sorted(Comparator.comparingLong(
                                (String variant) -> tokens(variant).orElse(0))
                        .reversed());
    }

    /** True if a variant is a context size that a number of tokens exceeds. */
    public static boolean isExceeded(String variant, long contextTokens) {
        OptionalLong size = tokens(variant);
        return size.isPresent() && contextTokens > size.getAsLong();
    }

    private static OptionalLong tokens(String variant) {
        Matcher matcher = VARIANT.matcher(variant);
        return matcher.matches() ? OptionalLong.of(1000 * Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
