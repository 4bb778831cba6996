package io.tunetally.wording.unit;

import io.tunetally.answer.advice.OwnPayback;
import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Words when a sum that is paid once comes back out of what the asker saves. */
public final class OwnPaybackWording {
    private static final BigDecimal MONTH = BigDecimal.valueOf(Period.DAYS_PER_MONTH);

    /** From here on days are told in months as well. */
    private static final long MANY_DAYS = 60;

    private OwnPaybackWording() {}

    /**
     * Words the payback.
     *
     * @param start what there is to start with, whose price is told beside it
     */
    public static Reply reply(BreakEvenOutcome outcome, OwnPayback payback, Quote start) {
        Inquiry inquiry = outcome.inquiry();
        AnswerFrame answerFrame = AnswerFrame.of(inquiry).cite(start);
        String cost = Labels.offer(start) + ": " + new Standing(inquiry.without(SlotName.PREPARATION_USD)).cost(start);
        answerFrame.under(payback.onceSaid() ? "Not counted in it: " + cost : "Running it is not taken off: " + cost);
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of("Once", Span.plain(Numbers.money(payback.once()))));
        BigDecimal each = inquiry.filled().value(SlotName.SAVING_PER_REQUEST_USD);
        String request = each == null ? "" : Numbers.listed(Band.exactly(new Money(each))) + " a request, ";
        facts.add(Block.Fact.of(
                "Saved", Span.plain(request + saved(payback) + " a day, " + month(payback) + " a month")));
        answerFrame.figure(new Block.Facts(facts));
        answerFrame.detail(Block.Text.of(
                Span.plain(Numbers.money(payback.once()) + " / " + saved(payback) + " a day = " + days(payback))));
        answerFrame.explain(start.lines());
        return answerFrame.reply(title(inquiry, payback), outcome.followUps());
    }

    /** {@code Yes, within 12 months: pays back after 125 days (4.2 months) - $25,000 once, $198.37 a day saved}. */
    private static String title(Inquiry inquiry, OwnPayback payback) {
        String back = "ays back after " + days(payback) + ": " + Numbers.money(payback.once()) + " once, "
                + saved(payback) + " saved a day";
        boolean periodSaid = inquiry.request().slots().has(SlotName.MONTHS)
                || inquiry.request().slots().has(SlotName.DAYS);
        if (!periodSaid) {
            return "P" + back;
        }
        String period = Standing.period(inquiry);
        return payback.daysAtMost() <= inquiry.periodDays()
                ? "Yes, within " + period + " - p" + back
                : "No, not within " + period + " - p" + back;
    }

    private static String days(OwnPayback payback) {
        String least = Numbers.count(BigDecimal.valueOf(payback.days()));
        String days = payback.days() == payback.daysAtMost()
                ? Text.counted(payback.days(), "day")
                : least + "-" + Text.counted(payback.daysAtMost(), "day");
        return payback.days() < MANY_DAYS
                ? days
                : days + " ("
                        + BigDecimal.valueOf(payback.days())
                                .divide(MONTH, 1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " months)";
    }

    private static String saved(OwnPayback payback) {
        return Numbers.money(payback.savedPerDay());
    }

    private static String month(OwnPayback payback) {
        return Numbers.money(new Money(payback.savedPerDay().usd().multiply(MONTH)));
    }
}
