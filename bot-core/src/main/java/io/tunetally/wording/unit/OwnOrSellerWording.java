package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words whether own GPUs cost less than a seller or than rented ones, or below which price of an hour they do. */
public final class OwnOrSellerWording {
    private OwnOrSellerWording() {}

    public static Reply reply(OwnOrSellerOutcome outcome) {
        Inquiry inquiry = outcome.inquiry();
        Quote own = outcome.own();
        AnswerFrame answerFrame = AnswerFrame.of(inquiry.without(SlotName.PROVIDERS)
                        .without(SlotName.PROVIDER)
                        .without(SlotName.OWN_HARDWARE)
                        .without(SlotName.GPU)
                        .without(SlotName.GPUS)
                        .without(SlotName.GPU_HOUR_USD))
                .cite(outcome.seller());
        List<Block.Fact> facts = new ArrayList<>(List.of(
                Block.Fact.of(seller(outcome.seller()), Span.plain(new Standing(inquiry).cost(outcome.seller()))),
                Block.Fact.of("Your own GPUs", Span.plain(own(outcome)))));
        busy(outcome).ifPresent(text -> facts.add(Block.Fact.of("In use", Span.plain(text))));
        answerFrame.figure(new Block.Facts(facts));
        GpuNeed need = own.gpuNeed();
        if (need != null) {
            answerFrame.detail(new Block.Facts(List.of(
                    Block.Fact.of("", Span.plain(Arithmetic.gpus(need))),
                    Block.Fact.of("", Span.plain(Arithmetic.of(need, own.billedTokens()))))));
        }
        answerFrame.explain(outcome.seller().lines());
        answerFrame.note("An own GPU costs its hours whether it is used or not: purchase, power, space and staff.");
        return answerFrame.reply(title(outcome), outcome.followUps());
    }

    private static String title(OwnOrSellerOutcome outcome) {
        String seller = seller(outcome.seller());
        String job = Labels.job(outcome.seller());
        if (!outcome.hourSaid()) {
            String gpu = gpu(outcome.own());
            return isRented(outcome)
                    ? "Rent at " + Numbers.money(compared(outcome.seller()))
                            + (isRun(outcome.own()) ? " a month" : " a training") + ", unless an hour of your own "
                            + gpu
                            + " costs you less than "
                            + Numbers.money(outcome.most().low()) + " (rented "
                            + Numbers.money(outcome.most()) + "): " + job
                    : "Your own GPUs are cheaper than " + seller + " only if an hour of one " + gpu
                            + " costs you less than " + Numbers.money(outcome.most()) + ": " + job;
        }
        Band own = compared(outcome.own());
        Band other = compared(outcome.seller());
        String period = isRun(outcome.own()) ? " a month" : " a training";
        boolean cheaper = own.high().compareTo(other.low()) < 0;
        boolean dearer = other.high().compareTo(own.low()) < 0;
        if (!cheaper && !dearer) {
            return "It depends on how fast your GPUs are: " + Numbers.money(own) + period + " on your own, "
                    + Numbers.money(other) + " on " + seller + ": " + job;
        }
        Band saved = cheaper ? difference(other, own) : difference(own, other);
        return (cheaper ? "Yes, your own GPUs are cheaper by " : "No, " + seller + " is cheaper by ")
                + Numbers.money(saved) + period + ": " + Numbers.money(cheaper ? own : other) + " against "
                + Numbers.money(cheaper ? other : own) + (cheaper ? " on " + seller : " on your own") + ", " + job;
    }

    private static boolean isRented(OwnOrSellerOutcome outcome) {
        return outcome.seller().offer().provider().id().equals(ProviderId.SELF_HOSTED);
    }

    private static boolean isRun(Quote quote) {
        return !quote.sum(Part.HOSTING).isZero() || !quote.sum(Part.INFERENCE).isZero();
    }

    /** Returns what is compared: a month of running, else a training. */
    private static Band compared(Quote quote) {
        return isRun(quote) ? quote.monthly() : quote.training();
    }

    private static Band difference(Band dear, Band cheap) {
        Money low = dear.low().minus(cheap.high());
        return new Band(low, dear.high().minus(cheap.low()));
    }

    private static String seller(Quote quote) {
        return quote.offer().provider().id().equals(ProviderId.SELF_HOSTED)
                ? "rented GPUs"
                : Labels.provider(quote.offer());
    }

    private static String gpu(Quote own) {
        GpuNeed need = own.gpuNeed();
        return need == null ? "GPU" : need.gpu().label();
    }

    /** {@code 0.2-0.8 GPU-hours to train, then 720 GPU-hours a month on 1 x H100}. */
    private static String own(OwnOrSellerOutcome outcome) {
        Quote own = outcome.own();
        GpuNeed need = own.gpuNeed();
        String month = isRun(own)
                ? ", then " + Numbers.quantity(gpuHours(own, false)) + " a month"
                        + (outcome.hourSaid() ? " for " + Numbers.money(own.monthly()) : "")
                : "";
        return Numbers.quantity(gpuHours(own, true)) + " to train"
                + (outcome.hourSaid() ? " for " + Numbers.money(own.training()) : "") + month
                + (need == null
                        ? ""
                        : ", on " + Numbers.count(need.gpus()) + " x "
                                + need.gpu().label());
    }

    private static Quantity gpuHours(Quote quote, boolean once) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (LineItem line : LineItem.paid(quote.lines(), once)) {
            Quantity counted = line.counted().quantity();
            if (counted.unit() == Unit.GPU_HOUR) {
                low = low.add(counted.low());
                high = high.add(counted.high());
            }
        }
        return new Quantity(low, high, Unit.GPU_HOUR);
    }

    /** Says for which part of the time repeated trainings keep the GPUs busy. */
    private static Optional<String> busy(OwnOrSellerOutcome outcome) {
        Long days = outcome.inquiry().filled().value(SlotName.RETRAIN_EVERY_DAYS);
        GpuNeed need = outcome.own().gpuNeed();
        if (days == null || need == null) {
            return Optional.empty();
        }
        Quantity hours = gpuHours(outcome.own(), true);
        BigDecimal there = BigDecimal.valueOf(days)
                .multiply(BigDecimal.valueOf(Period.HOURS_PER_DAY))
                .multiply(BigDecimal.valueOf(need.gpus()));
        BigDecimal low = Exact.quotient(hours.low(), there);
        BigDecimal high = Exact.quotient(hours.high(), there);
        return Optional.of(Numbers.percent(low) + " to " + Numbers.percent(high) + " of " + days + " days on "
                + Numbers.count(need.gpus()) + " x " + need.gpu().label()
                + "; the rest of the time they cost as much");
    }
}
