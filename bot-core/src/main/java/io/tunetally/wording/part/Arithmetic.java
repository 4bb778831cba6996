package io.tunetally.wording.part;

import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.Factor;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Plan;
import io.tunetally.engine.QuantityFormula;
import io.tunetally.engine.analysis.Payback;
import io.tunetally.engine.rule.GpuHours;
import io.tunetally.units.Band;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Shows the calculation of a line item, from the line item itself: the factors, the unit price, the amount. */
public final class Arithmetic {
    private Arithmetic() {}

    /** Returns {@code Training: 1,000 examples × 500 tokens × 3 epochs = 1,500,000 tokens × $25.00 / 1M tokens = $37.50}. */
    public static String of(LineItem line) {
        return Labels.line(line.kind()) + ": " + withoutLabel(line);
    }

    /** Returns {@code 1,000 examples × 500 tokens × 3 epochs = 1,500,000 tokens × $25.00 / 1M tokens = $37.50}. */
    public static String withoutLabel(LineItem line) {
        if (line.kind() == LineItem.Kind.BILL) {
            return Numbers.amount(line.amount()) + " a month, as you said";
        }
        if (isOneOf(line)) {
            return Numbers.amount(line.amount());
        }
        return quantity(line.counted()) + " × " + price(line) + " = " + Numbers.amount(line.amount());
    }

    /** Returns the calculation of GPU-hours: {@code 4 FLOPs × 70B parameters × 15,000,000 tokens / (989 TFLOPS × 10-45 %)}. */
    public static String of(GpuNeed need, Quantity tokens) {
        Quantity hours = need.hours();
        if (hours != null) {
            return "GPU-hours: " + Numbers.quantity(hours) + " by your figures × " + Text.counted(need.gpus(), "GPU");
        }
        Plan.Speed speed = need.speed();
        if (speed != null) {
            return "GPU-hours: " + Numbers.quantity(tokens) + " / (" + Numbers.range(speed.low(), speed.high())
                    + " tokens/s × 3,600 s)"
                    + (speed.perGpu() ? "" : " × " + Text.counted(need.gpus(), "GPU"));
        }
        return "GPU-hours: " + computed(need, need.flopsFactor(), tokens);
    }

    /** Returns the calculation of the GPU-hours in which reinforcement fine-tuning generates its rollouts. */
    public static String generating(GpuNeed need, Quantity sampled) {
        return computed(need, GpuHours.FORWARD, sampled) + " to generate the rollouts";
    }

    private static String computed(GpuNeed need, BigDecimal flops, Quantity tokens) {
        return Numbers.count(flops) + " FLOPs × " + Numbers.count(need.billionParameters())
                + (need.mixture() ? "B active parameters × " : "B parameters × ") + Numbers.quantity(tokens) + " / ("
                + Numbers.count(need.gpu().peakTflops())
                + " TFLOPS × " + Numbers.percent(need.worstUtilisation()) + " to "
                + Numbers.percent(need.bestUtilisation()) + " of peak)";
    }

    /** Returns {@code 168 GB for weights, gradients and activations, on 8 x H100}; full fine-tuning has an optimizer state of each weight. */
    public static String gpus(GpuNeed need) {
        boolean full = need.flopsFactor().compareTo(GpuHours.FULL) == 0;
        return Numbers.count(need.gigabytes()) + (need.quantized() ? " GB for 4-bit weights" : " GB for weights")
                + (full ? ", gradients, optimizer states" : ", gradients") + " and activations, on "
                + Numbers.count(need.gpus())
                + (need.gpus() == 1 ? " " : " x ") + need.gpu().label();
    }

    /** Returns {@code $4.50 / ($1.53 - $1.35) a month × 3,000 requests a month = 75,000 requests}. */
    public static String of(Payback payback) {
        BigDecimal requests = payback.requests();
        return Numbers.amount(payback.once()) + " / (" + Numbers.amount(payback.untuned()) + " - "
                + Numbers.amount(payback.tunedMonth()) + ") a month × " + Numbers.count(payback.requestsPerMonth())
                + " requests a month"
                + (requests == null ? ": never" : " = " + Numbers.count(requests) + " requests");
    }

    /** Returns a sum of lines: {@code $37.50 + $87.75 = $125.25}; empty for a single line. */
    public static String sum(List<LineItem> lines, Band total) {
        return lines.size() < 2
                ? ""
                : lines.stream().map(line -> Numbers.amount(line.amount())).collect(Collectors.joining(" + ")) + " = "
                        + Numbers.amount(total);
    }

    /** One run at the price per run explains nothing. */
    private static boolean isOneOf(LineItem line) {
        Quantity quantity = line.counted().quantity();
        return line.rate() == null && quantity.isExact() && quantity.low().compareTo(BigDecimal.ONE) == 0;
    }

    private static String quantity(QuantityFormula quantityFormula) {
        String product = quantityFormula.factors().stream().map(Labels::factor).collect(Collectors.joining(" × "));
        return explainsItself(quantityFormula)
                ? product
                : product + " = " + Numbers.quantity(quantityFormula.quantity());
    }

    private static boolean explainsItself(QuantityFormula quantityFormula) {
        if (quantityFormula.factors().size() > 1) {
            return false;
        }
        Factor.Name only = quantityFormula.factors().getFirst().name();
        return quantityFormula.unit() != Unit.TOKEN
                || only == Factor.Name.BILLED_TOKENS
                || only == Factor.Name.GRADER_TOKENS
                || only == Factor.Name.ROLLOUT_TOKENS;
    }

    private static String price(LineItem line) {
        AppliedRate rate = line.rate();
        String price = Numbers.unitPrice(line.unitPrice());
        return rate == null || rate.rule() == null ? price : price + " (" + Rules.phrase(rate) + ")";
    }
}
