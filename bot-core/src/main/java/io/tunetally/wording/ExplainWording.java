package io.tunetally.wording;

import io.tunetally.answer.advice.SellerFacts;
import io.tunetally.answer.advice.SellerTerms;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.topic.Topic;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Buttons;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.PriceAge;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.part.WarningWording;
import io.tunetally.wording.unit.ByTheTokenWording;
import io.tunetally.wording.unit.PlaceWording;
import io.tunetally.wording.unit.SellerTermsWording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words the explanation of a topic: its text, one price of the day, and two next questions. */
final class ExplainWording {
    /** How far the announced ends of models are told. */
    private static final int MONTHS_AHEAD = 6;

    /** How many sources of a seller are named. */
    private static final int SOURCES = 2;

    Reply reply(ExplainOutcome outcome) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(Span.plain(text(outcome))));
        if (outcome.finding() instanceof ExplainOutcome.ByTheToken served
                && !served.quotes().isEmpty()) {
            blocks.add(ByTheTokenWording.table(served));
        }
        blocks.add(Block.Text.of(Span.plain(price(outcome))));
        blocks.add(Buttons.of("", outcome.followUps()));
        return new Reply(title(outcome), blocks, Audience.EVERYONE);
    }

    static String title(ExplainOutcome outcome) {
        return switch (outcome.finding()) {
            case ExplainOutcome.Hardware hardware -> HardwareWording.title(hardware);
            case ExplainOutcome.TrainingTime time ->
                HardwareWording.title(time, outcome.inquiry().filled());
            case ExplainOutcome.Offering offering -> OfferingWording.title(offering);
            case ExplainOutcome.Seller seller -> OfferingWording.title(seller);
            case ExplainOutcome.Examples examples -> title(examples);
            case ExplainOutcome.Sources sources -> title(sources, outcome.inquiry());
            case ExplainOutcome.Ends ends -> title(ends, outcome.inquiry());
            case ExplainOutcome.Terms terms -> SellerTermsWording.title(outcome, terms);
            case ExplainOutcome.ByTheToken served -> ByTheTokenWording.title(served);
            case null -> withFacts(outcome.topic().title(), outcome.inquiry());
        };
    }

    static String text(ExplainOutcome outcome) {
        return switch (outcome.finding()) {
            case ExplainOutcome.Hardware hardware -> HardwareWording.text(hardware);
            case ExplainOutcome.TrainingTime time ->
                HardwareWording.textOfTime(time, outcome.inquiry().filled());
            case ExplainOutcome.Offering offering -> OfferingWording.text(offering);
            case ExplainOutcome.Seller seller -> OfferingWording.text(seller);
            case ExplainOutcome.Terms terms ->
                terms.terms() instanceof SellerTerms.DataUse
                        ? ofTopic(outcome)
                        : withFacts(SellerTermsWording.text(terms), outcome.inquiry());
            case ExplainOutcome.ByTheToken served -> ByTheTokenWording.closed(served) + ofTopic(outcome);
            case ExplainOutcome.Sources sources -> text(sources) + " " + ofTopic(outcome);
            case ExplainOutcome.Examples _, ExplainOutcome.Ends _ -> ofTopic(outcome);
            case null -> ofTopic(outcome);
        };
    }

    /** {@code For a first try only: 200 examples are a start, 500 to 1,000 are what to rely on}. */
    private static String title(ExplainOutcome.Examples said) {
        String examples = Text.counted(said.examples(), "example");
        String are = said.examples() == 1 ? " is " : " are ";
        if (said.examples() >= said.enough()) {
            return "Yes: " + examples + are + "enough, " + said.enough()
                    + " to 1,000 good ones are what it takes to begin";
        }
        String rely = said.enough() + " to 1,000 are what to rely on";
        return said.examples() < said.fewest()
                ? "No: " + examples + are + "too few to tune on, " + rely
                : "For a first try only: " + examples + are + "a start, " + rely;
    }

    /** {@code GPT-4.1 mini on Azure OpenAI: from 2027-10-14 shut down}. */
    private static String title(ExplainOutcome.Ends ends, Inquiry inquiry) {
        Provider seller = ends.seller();
        if (ends.events().isEmpty()) {
            return "No end is announced for " + ends.model().name() + (seller == null ? "" : " on " + seller.name());
        }
        WarningWording wording = new WarningWording(inquiry.asOf());
        Catalog catalog = inquiry.engine().prices().catalog();
        Map<String, String> bySeller = ends.events().stream()
                .collect(Collectors.groupingBy(
                        event -> catalog.provider(event.provider())
                                .map(Provider::name)
                                .orElse(event.provider().value()),
                        LinkedHashMap::new,
                        Collectors.mapping(wording::dated, Collectors.joining(", "))));
        return ends.model().name()
                + bySeller.entrySet().stream()
                        .map(each -> " on " + each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining(";"));
    }

    private static String title(ExplainOutcome.Sources from, Inquiry inquiry) {
        LocalDate last = from.sources().getFirst().on();
        return "The prices of " + from.provider().name()
                + (last == null ? " have no date" : " were last seen on " + PriceAge.of(last, inquiry.asOf()));
    }

    /** {@code They are from "Ori: pricing" (https://..., seen 2026-10-08) and 2 more.} */
    private static String text(ExplainOutcome.Sources from) {
        return "They are from "
                + from.sources().stream()
                        .limit(SOURCES)
                        .map(ExplainWording::seen)
                        .collect(Collectors.joining("; "))
                + (from.sources().size() > SOURCES
                        ? " and " + (from.sources().size() - SOURCES) + " more sources."
                        : ".");
    }

    private static String seen(SellerFacts.Seen seen) {
        String url = seen.source().url();
        return seen.source().title() + " (" + (url == null ? "" : url + ", ")
                + (seen.on() == null ? "undated" : "seen " + seen.on()) + ")";
    }

    private static String ofTopic(ExplainOutcome outcome) {
        Topic other = outcome.other();
        String after = other == null ? "" : " " + withFacts(other.title(), outcome.inquiry()) + ".";
        return withFacts(outcome.topic().text(), outcome.inquiry()) + after;
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
            case VALIDATION -> names(inquiry.engine().prices().billingValidation());
            case MINIMUM -> minimums(new SellerFacts(inquiry.engine()));
            case STORAGE -> names(new SellerFacts(inquiry.engine()).storingForAFee());
            case CLOSED -> names(new SellerFacts(inquiry.engine()).closed());
            case ENDS ->
                ends(new SellerFacts(inquiry.engine()).endsUntil(inquiry.asOf().plusMonths(MONTHS_AHEAD)));
            case PER_TOKEN -> names(new SellerFacts(inquiry.engine()).runningByTheToken());
            case DOWNLOAD -> names(new SellerFacts(inquiry.engine()).handingOutWeights());
            case REGIONAL -> PlaceWording.regional(new SellerFacts(inquiry.engine()).regional());
            case REGION -> Text.capitalised(PlaceWording.regional(new SellerFacts(inquiry.engine()).regional()));
            case CLOSED_MODELS -> PlaceWording.closedModels(new SellerFacts(inquiry.engine()).closedModels());
        };
    }

    private static String names(List<Provider> providers) {
        return providers.isEmpty()
                ? "no seller on file"
                : Text.listed(providers.stream().map(Provider::name).toList());
    }

    /** {@code Together AI ($0-$6.00) and Mistral AI ($4.00)}. */
    private static String minimums(SellerFacts facts) {
        List<String> all = facts.minimums().entrySet().stream()
                .map(each -> each.getKey().name() + " (" + minimum(each.getValue()) + ")")
                .toList();
        return all.isEmpty() ? "no seller on file" : Text.listed(all);
    }

    private static String minimum(Band each) {
        return each.isExact() ? Numbers.money(each) : "up to " + Numbers.money(Band.exactly(each.high()));
    }

    /** {@code GPT-4o and GPT-4.1 on OpenAI (2027-01-14)}. */
    private static String ends(List<SellerFacts.End> ends) {
        return ends.isEmpty()
                ? "none on file"
                : ends.stream()
                        .map(end -> (end.models().isEmpty()
                                        ? "all"
                                        : Text.listed(end.models().stream()
                                                .map(Model::name)
                                                .toList()))
                                + " on " + end.provider().name() + " (" + end.date() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** Returns the sentence with the price of the day. */
    static String price(ExplainOutcome outcome) {
        ExplainOutcome.ByTheToken served =
                outcome.finding() instanceof ExplainOutcome.ByTheToken byTheToken ? byTheToken : null;
        Quote quote = served == null
                ? outcome.quote()
                : served.quotes().stream().findFirst().orElse(null);
        if (quote == null) {
            return "No price book has a price of today for it.";
        }
        Inquiry inquiry = outcome.inquiry();
        Total total = quote.total();
        String elsewhere =
                outcome.finding() instanceof ExplainOutcome.Seller || outcome.finding() instanceof ExplainOutcome.Terms
                        ? "Elsewhere, training today on "
                        : "That has no price here; elsewhere, training today on ";
        return (isElsewhere(outcome) && served == null ? elsewhere : "Today, training on ")
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
