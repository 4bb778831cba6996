package io.tunetally.wording.part;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Factor;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.ServingLines;
import io.tunetally.engine.Total;
import io.tunetally.engine.Warning;
import io.tunetally.request.Origin;
import io.tunetally.request.PricedUnit;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an offer can be started on the day, until when it runs, and what it costs without any request. */
public final class Standing {
    private static final BigDecimal MONTH = BigDecimal.valueOf(Period.DAYS_PER_MONTH);

    private static final BigDecimal ALWAYS = BigDecimal.valueOf(Period.HOURS_PER_MONTH);

    private static final String NOT_OFFERED = "not offered";

    /** It ends the price of a training. */
    public static final String TO_TRAIN = " to train";

    /** The price of a training whose published price is zero. */
    private static final String FREE = "training is free at this seller";

    public static final String NOT_RUN = " does not run it";

    private final Inquiry inquiry;

    public Standing(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Returns what a headline says before its offer if that costs more than the budget for all of it; empty if it does not.
     */
    public Optional<String> overBudget(Quote quote) {
        Total total = quote.total();
        boolean named = inquiry.filled().has(SlotName.SIZE_B)
                || (inquiry.filled().has(SlotName.MODELS)
                        && !List.of(SlotName.ALL_MODELS).equals(inquiry.filled().value(SlotName.MODELS)));
        return inquiry.totalBudget()
                .filter(budget -> total != null && total.amount().low().compareTo(budget) > 0)
                .map(budget -> named
                        ? "Not within " + Numbers.money(budget) + ": "
                        : "Nothing fits " + Numbers.money(budget) + ": the nearest is ");
    }

    public boolean canStart(Quote quote) {
        return quote.startable();
    }

    private boolean canStart(Offer offer, Objective objective) {
        return inquiry.engine().offers().canStart(offer, objective);
    }

    /** Returns {@code closed to new customers, ends 2027-01-14}; empty if the offer can be started. */
    public String closed(Quote quote) {
        return canStart(quote) ? "" : closed(quote.offer(), quote.objective());
    }

    /** Returns the same of an offer that need not have a price. */
    public String closed(Offer offer, Objective objective) {
        String closed = closedUntilItsEnd(offer, objective);
        return closed.isEmpty()
                ? ""
                : closed + end(offer).map(date -> ", ends " + date).orElse("");
    }

    /** Returns {@code closed to new customers}, where the end is said beside it; empty if the offer can be started. */
    public String closedUntilItsEnd(Quote quote) {
        return closedUntilItsEnd(quote.offer(), quote.objective());
    }

    private String closedUntilItsEnd(Offer offer, Objective objective) {
        return canStart(offer, objective)
                ? ""
                : inquiry.engine()
                        .offers()
                        .lifecycle(offer)
                        .filter(event ->
                                event.kind() != LifecycleEvent.Kind.DEPRECATED && event.holdsOn(inquiry.asOf()))
                        .max(Comparator.comparing(LifecycleEvent::kind))
                        .map(Standing::closed)
                        .orElse("not on " + offer.provider().name() + "'s list");
    }

    /** Returns {@code shut down since 2026-10-23}. */
    public static String closed(LifecycleEvent event) {
        return switch (event.kind()) {
            case DEPRECATED, CLOSED_TO_NEW_CUSTOMERS -> "closed to new customers";
            case NO_NEW_JOBS -> "closed to new jobs";
            case SHUT_DOWN -> "shut down since " + event.date();
        };
    }

    /** Returns why no price for running is known: {@code but Together AI does not run it}. */
    public String notRun(Quote quote) {
        return isNotRun(quote) ? "but " + quote.offer().provider().name() + NOT_RUN : "running cost unknown";
    }

    /** True if the provider is known not to run what it tunes. */
    public static boolean isNotRun(Quote quote) {
        return quote.warnings().stream().anyMatch(Warning.NotServed.class::isInstance);
    }

    /** Returns why running the tuned model has no price: {@code not offered} at its provider, or {@code unknown}. */
    public String withoutPrice(Quote quote) {
        return inquiry.engine()
                        .offers()
                        .serving(quote.offer(), quote.objective())
                        .filter(ServingLines::isElsewhere)
                        .isPresent()
                ? NOT_OFFERED
                : "unknown";
    }

    /** Returns the announced day from which the tuned model no longer runs. */
    public Optional<LocalDate> end(Quote quote) {
        return end(quote.offer());
    }

    /** True if the announced day lies in the period that a quote's total is for. */
    public boolean endsWithinItsPeriod(Quote quote) {
        Total total = quote.total();
        return total != null
                && end(quote)
                        .filter(date -> date.isBefore(total.horizon().end()))
                        .isPresent();
    }

    /** Returns the same day of an offer. */
    public Optional<LocalDate> end(Offer offer) {
        return inquiry.engine().offers().shutDownAfter(inquiry.asOf(), offer).map(LifecycleEvent::date);
    }

    /**
     * Returns what an offer costs: {@code $3.83 over 6 months ($0.59 to train, then $0.54 a month)}, without the total if the
     * period is assumed. A fee of an endpoint is named; without a total it is the training.
     */
    public String cost(Quote quote) {
        if (isBelowMonth(quote.total())) {
            return total(quote) + " (" + trainingAndRunning(quote) + ")";
        }
        if (quote.total() != null) {
            return isMonthEnough(quote) ? trainingAndMonth(quote) : total(quote) + " (" + trainingAndMonth(quote) + ")";
        }
        return quote.unpriced().isEmpty()
                ? training(quote) + whileDeployed(quote)
                : trainings(quote) + ", " + notRun(quote);
    }

    /**
     * Returns what a model that its seller does not run costs to train; where it is trained again within the period, in all of
     * it: {@code $271.44 to train over 12 months (26 trainings at $10.44)}.
     */
    public String trainings(Quote quote) {
        Long every = inquiry.filled().value(SlotName.RETRAIN_EVERY_DAYS);
        if (every == null || quote.total() != null || quote.training().isZero() || !inquiry.running()) {
            return training(quote);
        }
        long trainings = 1 + new Horizon(inquiry.asOf(), inquiry.periodDays(), every).retrainings();
        return Numbers.money(quote.training().times(BigDecimal.valueOf(trainings))) + TO_TRAIN + " over "
                + period(inquiry) + " (" + Numbers.count(trainings) + " trainings at " + Numbers.money(quote.training())
                + ")" + oneOff(quote);
    }

    /**
     * Returns {@code $3.83 over 6 months - $0.59 to train, then $0.54 a month}, with the month first if the period is assumed;
     * the quote needs a total.
     */
    public String totalAndMonth(Quote quote) {
        if (isBelowMonth(quote.total())) {
            return total(quote) + " - " + trainingAndRunning(quote);
        }
        return isMonthEnough(quote)
                ? trainingAndMonth(quote) + " - " + total(quote)
                : total(quote) + " - " + trainingAndMonth(quote);
    }

    private static boolean isBelowMonth(@Nullable Total total) {
        return total != null && total.horizon().isBelowMonth();
    }

    /** {@code $1.50 to train, $285.60 to run}. */
    private static String trainingAndRunning(Quote quote) {
        Total total = Objects.requireNonNull(quote.total());
        Band running = LineItem.sum(
                total.lines().stream().filter(line -> !line.part().isOnce()).toList());
        return (quote.isUntuned() ? "nothing to train" : training(quote)) + ", " + Numbers.money(running) + " to run";
    }

    /** Returns {@code $3.83 over 6 months}; the quote needs a total. */
    public static String total(Quote quote) {
        Total total = Objects.requireNonNull(quote.total());
        return Numbers.money(total.amount()) + " over " + period(total);
    }

    /** A total over an assumed period says little. Repeated trainings need it, as no month contains them. */
    public boolean isMonthEnough(Quote quote) {
        Total total = quote.total();
        return isPeriodAssumed()
                && total != null
                && total.retrainings() == 0
                && total.horizon().growing() == null;
    }

    /** True if the months of running are assumed. */
    public boolean isPeriodAssumed() {
        Slot<Long> months = inquiry.filled().get(SlotName.MONTHS);
        return !inquiry.filled().has(SlotName.DAYS)
                && !inquiry.filled().has(SlotName.HOSTING_HOURS)
                && (months == null || months.origin() == Origin.DEFAULT);
    }

    /** Returns {@code $0.59 to train, then $0.54 a month}, and that a fee is due while an endpoint is deployed. */
    public static String trainingAndMonth(Quote quote) {
        return quote.isUntuned()
                ? month(quote) + ", nothing to train"
                : training(quote) + ", then " + month(quote)
                        + (quote.sum(Part.HOSTING).isZero() ? "" : whileUp(quote.hoursUp()));
    }

    /** Returns {@code  while it is deployed}, or of an endpoint that is not up around the clock {@code  for 171 hours}. */
    private static String whileUp(Optional<Factor> hours) {
        return hours.filter(factor ->
                        factor.low().compareTo(ALWAYS) != 0 || factor.high().compareTo(ALWAYS) != 0)
                .map(factor -> " for " + Numbers.range(factor.low(), factor.high()) + " hours")
                .orElse(" while it is deployed");
    }

    /** Returns {@code $6.53 a month}; no two months of growing traffic cost the same: {@code $11.63 a month on average}. */
    private static String month(Quote quote) {
        Total total = quote.total();
        return total == null
                        || total.horizon().growing() == null
                        || quote.sum(Part.INFERENCE).isZero()
                ? Numbers.money(quote.monthly()) + " a month"
                : Numbers.money(total.running().times(Exact.quotient(MONTH, BigDecimal.valueOf(total.days()))))
                        + " a month on average";
    }

    /** Returns {@code $1.19 to train}; where it is trained again within the period, {@code 13 trainings at $1.19}. */
    public static String training(Quote quote) {
        Total total = quote.total();
        if (quote.training().isZero()) {
            return FREE + oneOff(quote);
        }
        return (total == null || total.retrainings() == 0
                        ? Numbers.money(quote.training()) + TO_TRAIN
                        : Numbers.count(total.retrainings() + 1) + " trainings at " + Numbers.money(quote.training()))
                + oneOff(quote);
    }

    /** Returns {@code  and $5,000 one-off} for what the asker pays besides training; empty if nothing was said. */
    public static String oneOff(Quote quote) {
        Band amount = quote.sum(Part.PREPARATION);
        boolean taught = quote.lines().stream().anyMatch(line -> line.kind() == LineItem.Kind.TEACHER_OUTPUT);
        return amount.isZero()
                ? ""
                : " and " + Numbers.money(amount) + (taught ? " for the teacher's answers" : " one-off");
    }

    /** Returns {@code $0.59 to train}; where the price of an epoch is asked for, {@code $0.20 an epoch, $0.59 for 3}. */
    public String trainingOrEpoch(Quote quote) {
        Slot<Long> epochs = inquiry.filled().get(SlotName.EPOCHS);
        Band tokens = LineItem.sum(quote.lines().stream()
                .filter(line -> line.kind() == LineItem.Kind.TRAINING_TOKENS || line.kind() == LineItem.Kind.GPU_HOURS)
                .toList());
        if (inquiry.filled().value(SlotName.PRICED_UNIT) != PricedUnit.EPOCH
                || epochs == null
                || epochs.high() != null
                || tokens.isZero()) {
            return quote.training().isZero() ? FREE : Numbers.money(quote.training()) + TO_TRAIN;
        }
        Band one = tokens.times(Exact.quotient(BigDecimal.ONE, BigDecimal.valueOf(epochs.value())));
        return Numbers.money(one) + " an epoch, " + Numbers.money(quote.training()) + " for " + epochs.value();
    }

    /** Returns {@link #whileDeployed}, or that the provider does not run the tuned model. */
    public String afterwards(Quote quote) {
        return !inquiry.engine().isRunPriced(quote.offer(), quote.objective())
                        && withoutPrice(quote).equals(NOT_OFFERED)
                ? ", but " + quote.offer().provider().name() + NOT_RUN
                : whileDeployed(quote);
    }

    /**
     * Returns {@code , then $1,241 a month while it is deployed} for an offer whose tuned model is served only on an
     * endpoint that costs without any request; empty for others.
     */
    public String whileDeployed(Quote quote) {
        Band month = inquiry.standingMonth(quote);
        return month.isZero()
                ? ""
                : ", then " + Numbers.money(month) + " a month"
                        + whileUp(Optional.of(inquiry.endpoints().hours()));
    }

    /** Returns the same of a month's cost. */
    public static String whileDeployed(Band month) {
        return month.isZero() ? "" : ", then " + Numbers.money(month) + " a month while it is deployed";
    }

    /** Returns {@code 6 months}, or {@code 50 days} if a shutdown shortens the horizon. */
    public static String period(Total total) {
        BigDecimal hours = total.horizon().hours();
        if (hours != null && total.cutBy() == null) {
            return Text.hours(hours);
        }
        return total.cutBy() == null
                ? Text.period(total.horizon().days())
                : untilShutDown(total.days(), total.cutBy().date());
    }

    /** Returns {@code 6 months}, {@code 2 weeks}: the period that was asked about. */
    public static String period(Inquiry inquiry) {
        Long days = inquiry.filled().value(SlotName.DAYS);
        Long months = inquiry.filled().value(SlotName.MONTHS);
        BigDecimal hours = inquiry.filled().value(SlotName.HOSTING_HOURS);
        if (hours != null) {
            return Text.hours(hours);
        }
        return days == null ? Text.counted(months == null ? 0 : months, "month") : Text.period(days);
    }

    /** {@code 50 days, until it shuts down on 2027-01-14}. */
    public static String untilShutDown(long days, @Nullable LocalDate day) {
        return days + " days, until it shuts down on " + day;
    }
}
