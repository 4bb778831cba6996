package io.tunetally.wording;

import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.topic.Topic;
import io.tunetally.wording.part.Buttons;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.PriceAge;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.util.List;

/** Words the explanation of a topic: its text, one price of the day, and two next questions. */
final class ExplainWording {
    Reply reply(ExplainOutcome outcome) {
        return new Reply(
                title(outcome),
                List.of(
                        Block.Text.of(Span.plain(text(outcome))),
                        Block.Text.of(Span.plain(price(outcome))),
                        Buttons.of("", outcome.followUps())),
                Audience.EVERYONE);
    }

    static String title(ExplainOutcome outcome) {
        ExplainOutcome.Hardware hardware = outcome.hardware();
        if (hardware != null) {
            return HardwareWording.title(hardware);
        }
        return outcome.offering() == null
                ? withFacts(outcome.topic().title(), outcome.inquiry())
                : OfferingWording.title(outcome.offering());
    }

    static String text(ExplainOutcome outcome) {
        ExplainOutcome.Hardware hardware = outcome.hardware();
        if (hardware != null) {
            return HardwareWording.text(hardware);
        }
        Topic other = outcome.other();
        String after = other == null ? "" : " " + withFacts(other.title(), outcome.inquiry()) + ".";
        return outcome.offering() == null
                ? withFacts(outcome.topic().text(), outcome.inquiry()) + after
                : OfferingWording.text(outcome.offering());
    }

    private static String withFacts(String text, Inquiry inquiry) {
        String told = text;
        for (Topic.Fact fact : Topic.Fact.values()) {
            if (told.contains(fact.placeholder())) {
                told = told.replace(fact.placeholder(), fact(fact, inquiry));
            }
        }
        return told;
    }

    private static String fact(Topic.Fact fact, Inquiry inquiry) {
        AssumedJob job = new AssumedJob(inquiry.filled());
        return switch (fact) {
            case JOB -> job.training();
            case TRAFFIC -> job.traffic();
            case AGE ->
                PriceAge.latest(inquiry.engine().prices().catalog().books())
                        .map(day -> "The newest prices were last seen on " + PriceAge.of(day, inquiry.asOf()))
                        .orElse("The prices have no date");
            case VALIDATION ->
                Text.listed(inquiry.engine().prices().billingValidation().stream()
                        .map(Provider::name)
                        .toList());
        };
    }

    /** Returns the sentence with the price of the day. */
    static String price(ExplainOutcome outcome) {
        Quote quote = outcome.quote();
        if (quote == null) {
            return "No price book has a price of today for it.";
        }
        Inquiry inquiry = outcome.inquiry();
        Total total = quote.total();
        return (isElsewhere(outcome) ? "That has no price here; elsewhere, training today on " : "Today, training on ")
                + fact(Topic.Fact.JOB, inquiry)
                + (total == null ? "" : " and answering " + fact(Topic.Fact.TRAFFIC, inquiry))
                + " costs " + Numbers.money(total == null ? quote.training() : total.amount())
                + (isOpenChoice(inquiry) ? " at the cheapest" : "")
                + afterTraining(new Standing(inquiry), quote)
                + ": " + Labels.offer(quote) + ".";
    }

    /** True if something was named that has no price, so that the price is that of another offer. */
    private static boolean isElsewhere(ExplainOutcome outcome) {
        boolean named = outcome.inquiry().request().slots().names().size() > 1;
        return named && !outcome.asAsked();
    }

    /** True if the offer was chosen by its price alone. */
    private static boolean isOpenChoice(Inquiry inquiry) {
        return !inquiry.filled().has(SlotName.MODELS) && !inquiry.filled().has(SlotName.PROVIDER);
    }

    /** Returns what the price of training does not say: that the offer is closed, or costs more once it is deployed. */
    private static String afterTraining(Standing standing, Quote quote) {
        String closed = standing.closed(quote);
        if (!closed.isEmpty()) {
            return " (" + closed + ")";
        }
        return quote.total() == null ? standing.whileDeployed(quote) : "";
    }
}
