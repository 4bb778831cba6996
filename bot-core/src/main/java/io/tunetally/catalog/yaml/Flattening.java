package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Validity;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flattens a price entry into rates, which differ only in figure, method, variant and price. */
final class Flattening {
    private final Head head;
    private final boolean overlaid;
    private final List<Located<Rate>> all = new ArrayList<>();
    private final Set<BigDecimal> amounts = new LinkedHashSet<>();

    Flattening(Head head, boolean overlaid) {
        this.head = head;
        this.overlaid = overlaid;
    }

    /** The data shared by all figures of an entry. */
    record Head(
            PriceScope subject,
            ProviderId provider,
            Set<Objective> objectives,
            @Nullable Deployment deployment,
            String variant,
            Validity effective,
            Provenance provenance) {}

    void add(Meter figure, Fields fields, String key) {
        add(figure, fields, key, Set.of(), head.variant());
    }

    /** Adds the price under a key, unless it is left open. */
    void add(Meter figure, Fields fields, String key, Set<Method> methods, String variant) {
        Band price = fields.price(key);
        if (price != null) {
            amounts.add(price.low().usd());
            amounts.add(price.high().usd());
            Rate rate = new Rate(
                    figure,
                    head.subject(),
                    head.provider(),
                    methods,
                    figure.dependsOnObjective() ? head.objectives() : Set.of(),
                    head.deployment(),
                    variant,
                    figure.priced(price),
                    head.effective(),
                    head.provenance());
            all.add(new Located<>(rate, fields.place(key), overlaid));
        }
    }

    /** Returns the amounts as they stand in the entry, per million tokens or per unit. */
    Stream<BigDecimal> amounts() {
        return amounts.stream();
    }

    String variant() {
        return head.variant();
    }

    List<Located<Rate>> rates() {
        return all;
    }
}
