package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceKey;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flattens a price entry into one rate per figure. */
final class PriceReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

    private final EntryReader entries;

    PriceReader(EntryReader entries) {
        this.entries = entries;
    }

    /** Returns the rates of an entry; none if it has a fault or is explicitly left open. */
    List<Located<Rate>> rates(Fields entry, BookFile file) {
        int before = entries.faultCount();
        Flattening.Head head = new Flattening.Head(
                subject(entry),
                entries.provider(entry),
                entry.choices("objectives", Objective.class),
                entry.choice("deployment", Deployment.class),
                variant(entry),
                Dates.effective(entry),
                entries.evidence(entry, file.edition()));
        Flattening rates = new Flattening(head, file.overlaid());
        figures(entry, rates);
        checkQuote(entry, head.provenance().quote(), rates);
        if (PriceKey.GROUPS.stream().noneMatch(entry::has)) {
            entry.fault("training", "the entry has no price; add one, or null if none is known");
        }
        entry.end();
        return entries.faultCount() > before ? List.of() : rates.rates();
    }

    /** Refuses words that do not hold the figures they stand for. */
    private static void checkQuote(Fields entry, @Nullable String quote, Flattening rates) {
        if (quote == null) {
            return;
        }
        List<BigDecimal> quoted = NUMBER.matcher(quote)
                .results()
                .map(number -> new BigDecimal(number.group().replace(",", "")))
                .toList();
        rates.amounts()
                .filter(amount -> amount.signum() > 0)
                .filter(amount -> quoted.stream().noneMatch(number -> number.compareTo(amount) == 0))
                .findFirst()
                .ifPresent(amount -> entry.fault(
                        "quote", "does not hold the figure " + amount.toPlainString() + "; quote the words that do"));
    }

    private static String variant(Fields entry) {
        String variant = entry.text("variant");
        return variant == null ? "" : variant;
    }

    private PriceScope subject(Fields entry) {
        String model = entry.text("model");
        Fields size = entry.mapping("size");
        boolean any = entry.flag("any");
        if (Stream.of(model != null, size != null, any).filter(given -> given).count() != 1) {
            entry.fault("model", "give exactly one of model, size and any: true");
        }
        if (model != null) {
            return new PriceScope.OfModel(entries.model(entry, "model", model));
        }
        return size == null ? new PriceScope.OfAny() : size(size);
    }

    private static PriceScope size(Fields size) {
        BigDecimal over = size.number("over");
        BigDecimal upTo = size.number("up_to");
        if (over == null && upTo == null) {
            size.fault("up_to", "give over, up_to or both, in billions of parameters");
        }
        if (over != null && upTo != null && over.compareTo(upTo) >= 0) {
            size.fault("over", "is not below up_to; swap them");
        }
        size.end();
        return new PriceScope.OfSize(over, upTo);
    }

    private static void figures(Fields entry, Flattening rates) {
        Map<String, Optional<Fields>> groups = new HashMap<>();
        for (Meter figure : Meter.values()) {
            PriceKey key = PriceKey.of(figure);
            if (key.shape() == PriceKey.Shape.SINGLE) {
                rates.add(figure, entry, key.group());
            } else {
                groups.computeIfAbsent(key.group(), name -> Optional.ofNullable(entry.mapping(name)))
                        .ifPresent(group -> grouped(figure, key, group, rates));
            }
        }
        groups.values().forEach(group -> group.ifPresent(Fields::end));
    }

    private static void grouped(Meter figure, PriceKey key, Fields group, Flattening rates) {
        switch (key.shape()) {
            case SINGLE, NAMED -> rates.add(figure, group, key.name());
            case BY_METHOD -> byMethod(figure, group, rates);
            case BY_VARIANT -> byVariant(figure, group, rates);
        }
    }

    private static void byMethod(Meter figure, Fields group, Flattening rates) {
        for (Method method : Method.values()) {
            rates.add(figure, group, Constants.name(method), Set.of(method), rates.variant());
        }
    }

    private static void byVariant(Meter figure, Fields group, Flattening rates) {
        for (String variant : group.names()) {
            if (figure == Meter.GPU_HOUR && Gpu.ofVariant(variant).isEmpty()) {
                group.fault(
                        variant,
                        "unknown GPU; known: " + Gpu.ids() + ", each also with a suffix such as _sxm; other GPUs are"
                                + " defined in io.tunetally.catalog.Gpu");
            }
            if (!rates.variant().isEmpty()) {
                group.fault(variant, "is itself a variant; remove variant: " + rates.variant() + " from the entry");
            }
            rates.add(figure, group, variant, Set.of(), variant.equals(PriceKey.PLAIN) ? "" : variant);
        }
    }
}
