package io.tunetally.discussion;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one way to buy a job, on one day.
 *
 * @param offer in words: {@code Llama 3.1 8B, LoRA on Ori}
 * @param training one training
 * @param monthly running it, null if that was not asked or has no price
 * @param hosting the part of it that is paid without any request; null as {@code monthly}
 * @param total training and running over the days, null likewise
 * @param days 0 if running was not asked; with days and no total, its cost is unknown
 * @param cut the shutdown before the days are over, to which the total is counted; null if there is none
 * @param closed why it cannot be started; empty if it can
 * @param endings the announced days on which something ends, the next one first
 * @param rate the price behind the training: {@code $0.46 / 1M tokens}
 * @param rateSince the day from which that price is known, empty if undated
 * @param digest of the price book it was made from
 */
public record Figures(
        String model,
        String provider,
        String providerName,
        String offer,
        Band training,
        @Nullable Band monthly,
        @Nullable Band hosting,
        @Nullable Band total,
        long days,
        @Nullable Cut cut,
        String closed,
        List<Ending> endings,
        String rate,
        String rateSince,
        String digest) {

    public Figures {
        endings = List.copyOf(endings);
    }

    /**
     * A shutdown within the days that were asked about.
     *
     * @param days that are counted
     */
    public record Cut(long days, LocalDate day) {
        private static @Nullable Cut read(String text) {
            String[] parts = text.split(" ", 2);
            return parts.length < 2 ? null : new Cut(Long.parseLong(parts[0]), LocalDate.parse(parts[1]));
        }
    }

    /**
     * An announced end.
     *
     * @param day from which it applies
     * @param kind what ends; empty in a record from before it had one
     * @param text in the words of an answer: {@code no new job for anyone}
     */
    public record Ending(LocalDate day, String kind, String text) {
        private static final Set<String> KINDS =
                Stream.of(LifecycleEvent.Kind.values()).map(Enum::name).collect(Collectors.toSet());

        public Ending(LocalDate day, LifecycleEvent.Kind kind, String text) {
            this(day, kind.name(), text);
        }

        /** True if both are the same end, in whatever words. */
        public boolean isSame(Ending other) {
            boolean known = !kind.isEmpty() && !other.kind.isEmpty();
            return day.equals(other.day) && (known ? kind.equals(other.kind) : text.equals(other.text));
        }

        private String line() {
            return (day + " " + kind).strip() + " " + text;
        }

        private static Ending read(String line) {
            String[] parts = line.split(" ", 3);
            return parts.length == 3 && KINDS.contains(parts[1])
                    ? new Ending(LocalDate.parse(parts[0]), parts[1], parts[2])
                    : new Ending(LocalDate.parse(parts[0]), "", line.split(" ", 2)[1]);
        }
    }

    /** Returns the months of 30 days, which may have a fraction. */
    public BigDecimal months() {
        return Exact.quotient(BigDecimal.valueOf(days), BigDecimal.valueOf(Period.DAYS_PER_MONTH));
    }

    /** Returns the amount that ranks it: the total where there is one, else the training. */
    public Band headline() {
        return total == null ? training : total;
    }

    void write(Body body) {
        body.with("model", model)
                .with("provider", provider)
                .with("providerName", providerName)
                .with("offer", offer)
                .with("training", text(training))
                .with("monthly", text(monthly))
                .with("hosting", text(hosting))
                .with("total", text(total))
                .with("days", days)
                .with("cut", cut == null ? "" : cut.days() + " " + cut.day())
                .with("closed", closed)
                .with("endings", endings.stream().map(Ending::line).collect(Collectors.joining("\n")))
                .with("rate", rate)
                .with("rateSince", rateSince)
                .with("digest", digest);
    }

    static Figures read(Body body) {
        Band training = band(body.text("training"));
        return new Figures(
                body.text("model"),
                body.text("provider"),
                body.text("providerName"),
                body.text("offer"),
                training == null ? Band.ZERO : training,
                band(body.text("monthly")),
                band(body.text("hosting")),
                band(body.text("total")),
                body.number("days") + body.number("months") * Period.DAYS_PER_MONTH,
                Cut.read(body.text("cut")),
                body.text("closed"),
                body.text("endings").lines().map(Ending::read).toList(),
                body.text("rate"),
                body.text("rateSince"),
                body.text("digest"));
    }

    private static String text(@Nullable Band band) {
        return band == null ? "" : band.low().toDecimal() + " " + band.high().toDecimal();
    }

    private static @Nullable Band band(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] ends = text.split(" ", -1);
        return new Band(new Money(new BigDecimal(ends[0])), new Money(new BigDecimal(ends[1])));
    }
}
