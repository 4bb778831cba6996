package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prices of a day that differ between two sets of price books. */
record PriceChanges(List<PriceChange> changed, int added, int removed) {
    PriceChanges {
        changed = List.copyOf(changed);
    }

    /** Everything that distinguishes a rate from others of its day. */
    private record Key(
            String edition,
            Meter figure,
            PriceScope subject,
            ProviderId provider,
            Set<Method> methods,
            Set<Objective> objectives,
            @Nullable Deployment deployment,
            String variant) {
        static Key of(Rate rate) {
            return new Key(
                    rate.provenance().edition(),
                    rate.figure(),
                    rate.subject(),
                    rate.provider(),
                    rate.methods(),
                    rate.objectives(),
                    rate.deployment(),
                    rate.variant());
        }
    }

    static PriceChanges between(Catalog before, Catalog after, LocalDate day) {
        Map<Key, Rate> old = rates(before, day);
        Map<Key, Rate> current = rates(after, day);
        List<PriceChange> changed = new ArrayList<>();
        current.forEach((key, rate) -> {
            Rate earlier = old.get(key);
            if (earlier != null && !earlier.price().equals(rate.price())) {
                changed.add(new PriceChange(earlier, rate));
            }
        });
        int kept = (int) current.keySet().stream().filter(old::containsKey).count();
        return new PriceChanges(changed, current.size() - kept, old.size() - kept);
    }

    boolean areNone() {
        return changed.isEmpty() && added == 0 && removed == 0;
    }

    List<PriceChange> held() {
        return changed.stream().filter(PriceChange::isHeld).toList();
    }

    private static Map<Key, Rate> rates(Catalog catalog, LocalDate day) {
        Map<Key, Rate> rates = new LinkedHashMap<>();
        catalog.books().stream()
                .flatMap(book -> book.rates().stream())
                .filter(rate -> rate.effective().holdsOn(day))
                .forEach(rate -> rates.put(Key.of(rate), rate));
        return rates;
    }
}
