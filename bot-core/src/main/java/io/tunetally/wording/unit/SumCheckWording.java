package io.tunetally.wording.unit;

import io.tunetally.answer.advice.SumCheck;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/** Words how a sum that was quoted or paid lies to today's price of the same job. */
public final class SumCheckWording {
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal ABOUT_TWICE = new BigDecimal("1.9");
    private static final MathContext ROUGHLY = new MathContext(2, RoundingMode.HALF_UP);

    private static final String HALF = "half";

    private record Share(BigDecimal size, String words) {}

    private static final List<Share> PARTS = List.of(
            part("0.05", "a twentieth"),
            part("0.1", "a tenth"),
            part("0.2", "a fifth"),
            part("0.25", "a quarter"),
            part("0.333", "a third"),
            part("0.4", "two fifths"),
            part("0.5", HALF),
            part("0.6", "three fifths"),
            part("0.667", "two thirds"),
            part("0.75", "three quarters"),
            part("0.9", "nine tenths"));

    private final SumCheck check;

    private SumCheckWording(SumCheck check) {
        this.check = check;
    }

    private static Share part(String size, String words) {
        return new Share(new BigDecimal(size), words);
    }

    /** {@code $340 is a quarter below today's price: $450.00 at Azure OpenAI (global)}. */
    public static String of(SumCheck check) {
        return new SumCheckWording(check).text();
    }

    private String text() {
        return check.sum().inDollars() ? sum() + " " + verdict() : foreign();
    }

    private String verdict() {
        String price = "today's price: " + price();
        return switch (check.verdict()) {
            case FAR_ABOVE -> above() + (check.tokensEach() == null ? rest() : fitting());
            case ABOVE -> above() + fitting();
            case IN_LINE, OPEN -> isToTheCent() ? "is right: " + arithmetic() : "is in line with " + price;
            case BELOW -> below() + price + fitting();
            case FAR_BELOW -> "is " + share() + " of " + price + (check.tokensEach() == null ? asks() : fitting());
        };
    }

    /** True if the sum is the price of the only seller, whose one line explains it. */
    private boolean isToTheCent() {
        Quote cheapest = check.cheapest();
        return check.sum().each() == null
                && check.examplesAssumed() == null
                && cheapest.equals(check.dearest())
                && LineItem.ofPart(cheapest.lines(), Part.TRAINING).size() == 1
                && Numbers.money(check.sum().amount()).equals(Numbers.money(cheapest.training()));
    }

    /** {@code 18,400,000 tokens × $5.00 / 1M tokens = $92.00 at Azure OpenAI (global)}. */
    private String arithmetic() {
        LineItem line = LineItem.ofPart(check.cheapest().lines(), Part.TRAINING).getFirst();
        return Arithmetic.withoutLabel(line) + at(check.cheapest());
    }

    private String below() {
        String missing = nearest(BigDecimal.ONE.subtract(check.times()));
        return missing.equals(HALF) ? "is about half of " : "is " + missing + " below ";
    }

    private String above() {
        BigDecimal times = check.times();
        if (times.compareTo(ABOUT_TWICE) < 0) {
            return "is " + nearest(times.subtract(BigDecimal.ONE)) + " above today's price: " + price();
        }
        return "is " + multiple(times) + " the price of the training itself (" + price() + ")";
    }

    /** {@code some 3,300 times}, {@code about twice}. */
    private static String multiple(BigDecimal times) {
        BigDecimal rounded = times.round(ROUGHLY);
        return rounded.compareTo(BigDecimal.TWO) <= 0 ? "about twice" : "some " + Numbers.count(rounded) + " times";
    }

    private String share() {
        return check.times().compareTo(TENTH) < 0 ? "less than a tenth" : "about " + nearest(check.times());
    }

    private static String nearest(BigDecimal share) {
        return PARTS.stream()
                .min(Comparator.comparing(part -> part.size().subtract(share).abs()))
                .orElseThrow()
                .words();
    }

    private String rest() {
        if (check.examplesAssumed() != null && check.sum().each() == null) {
            return ": say how many examples it is for";
        }
        return check.sum().paid()
                ? ": the rest may be more runs, more epochs or an endpoint that was left on"
                : ": the rest would be people's work on data and evaluation, so ask what it contains";
    }

    private String asks() {
        if (check.examplesAssumed() != null && check.sum().each() == null) {
            return rest();
        }
        return check.sum().paid() ? "" : ": ask which data and how many epochs it covers";
    }

    /** Says which length would explain the sum, where the length was assumed. */
    private String fitting() {
        Long tokens = check.tokensEach();
        return tokens == null ? "" : "; that would be " + Numbers.count(tokens) + " tokens each";
    }

    private String foreign() {
        String said = Text.capitalised(check.sum().text()) + (check.sum().each() == null ? "" : " per example");
        return switch (check.verdict()) {
            case FAR_ABOVE ->
                said + " is far above the price of the training itself (" + price() + " in US dollars)" + rest();
            case FAR_BELOW -> said + " is far below today's price: " + price() + " in US dollars" + asks();
            case ABOVE, BELOW, IN_LINE, OPEN ->
                "Today's price is " + price() + "; " + check.sum().text()
                        + (check.sum().each() == null ? "" : " per example")
                        + " is not converted, as prices are in US dollars";
        };
    }

    /** {@code $340}, {@code $0.02 per example ($20.00 in all)}. */
    private String sum() {
        Band each = check.sum().each();
        return each == null
                ? said(check.sum().amount())
                : Numbers.listed(each) + " per example, " + said(check.sum().amount()) + " in all,";
    }

    private static String said(Band amount) {
        return amount.isExact() ? said(amount.low()) : said(amount.low()) + "-" + said(amount.high());
    }

    /** A sum of whole dollars was said without cents. */
    private static String said(Money amount) {
        BigDecimal plain = Exact.normal(amount.usd());
        return plain.scale() <= 0 ? "$" + Exact.grouped(plain.toPlainString()) : Numbers.money(amount);
    }

    /** {@code $450.00 at Azure OpenAI (global)}, {@code $3.45 at Ori to $4.00 at Together AI}. */
    private String price() {
        Quote cheapest = check.cheapest();
        Quote dearest = check.dearest();
        String low = Numbers.money(cheapest.training()) + at(cheapest);
        boolean one = Numbers.money(cheapest.training()).equals(Numbers.money(dearest.training()));
        Long assumed = check.examplesAssumed();
        return (one ? low : low + " to " + Numbers.money(dearest.training()) + at(dearest))
                + (assumed == null ? "" : " for the assumed " + Numbers.count(assumed) + " examples");
    }

    private static String at(Quote quote) {
        return " at " + Labels.provider(quote.offer());
    }
}
