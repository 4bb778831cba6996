package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.console.prices.PriceWords;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The text of a change request for proposed prices, in Markdown.
 *
 * @param file the price file to edit
 * @param today the day of the request
 */
record ChangeRequest(EntryDraft draft, String file, List<ProposedPrice> prices, Impact impact, LocalDate today) {
    private static final String NEW = "none";

    ChangeRequest {
        prices = List.copyOf(prices);
    }

    boolean isHeld() {
        return impact.held() > 0 || prices.stream().anyMatch(ProposedPrice::isHeld);
    }

    @Override
    public String toString() {
        return title() + "\n\n"
                + "| figure | before | last seen | after | ratio | |\n|---|--:|---|--:|--:|---|\n"
                + prices.stream().map(this::rows).collect(Collectors.joining())
                + "\n- Source: " + source() + "\n- File: " + file + "; " + edit() + "\n\n"
                + ImpactTable.markdown(impact)
                + (isHeld() && impact.held() == 0 ? "\n**" + ImpactTable.HELD + "**\n" : "");
    }

    private String title() {
        Rate first = prices.getFirst().proposed();
        return "Prices of " + PriceWords.subject(first.subject()) + " at " + first.provider() + ", seen "
                + draft.observed();
    }

    private String source() {
        Source source = draft.source();
        return source.title() + (source.url() == null ? "" : ", " + source.url()) + ", seen " + draft.observed();
    }

    private String edit() {
        boolean isNew = prices.stream().allMatch(price -> price.replaced().isEmpty());
        if (isNew) {
            return "add the entry.";
        }
        LocalDate from = draft.from();
        return from == null
                ? "the entry replaces the figures before."
                : "end the entry before with effective: {until: " + from + "}.";
    }

    private String rows(ProposedPrice price) {
        return price.before().isEmpty()
                ? row(PriceChange.figure(price.proposed()), NEW, "", price.proposed(), NEW, "new")
                : price.changes().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(PriceChange change) {
        return row(
                PriceChange.figure(change.before()),
                change.before().price().price() + bySize(change.before()),
                seen(change.before()),
                change.after(),
                ImpactTable.ratio(change.ratio()),
                change.isHeld() ? "hold for a second look" : "");
    }

    private static String row(String figure, String before, String seen, Rate after, String ratio, String note) {
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(figure, before, seen, after.price().price(), ratio, note);
    }

    private static String bySize(Rate rate) {
        return rate.subject() instanceof PriceScope.OfSize ? " by size" : "";
    }

    private String seen(Rate rate) {
        OptionalLong age = rate.provenance().ageInDays(today);
        return age.isEmpty()
                ? PriceWords.UNDATED
                : today.minusDays(age.getAsLong()).toString();
    }
}
