package io.tunetally.console.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.advice.OwnPayback;
import io.tunetally.answer.advice.SumCheck;
import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.IdleGpu;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.engine.analysis.Crossing;
import io.tunetally.reply.Block;
import io.tunetally.request.Criterion;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import io.tunetally.units.Band;
import io.tunetally.units.Range;
import io.tunetally.wording.Wording;
import io.tunetally.wording.part.OutcomeQuotes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outcome as {@code ask --as json} prints it. */
public final class OutcomeJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LocalDate today;

    public OutcomeJson(LocalDate today) {
        this.today = today;
    }

    /** Returns an outcome with the files of its reply, if there are any. */
    public ObjectNode of(Outcome outcome, List<Block.File> files) {
        ObjectNode object = of(outcome);
        if (!files.isEmpty()) {
            ArrayNode array = object.putArray("files");
            files.forEach(file -> array.addObject()
                    .put("name", file.name())
                    .put("mediaType", file.mediaType())
                    .put("text", file.text()));
        }
        return object;
    }

    public ObjectNode of(Outcome outcome) {
        ObjectNode object = JSON.objectNode();
        object.put("status", outcome.status().word());
        Interpretation read = outcome.interpretation();
        object.put("canonical", read == null ? "" : read.canonical());
        object.put("intent", read == null ? "none" : read.intent().word());
        if (read != null && read.language() != null) {
            object.put("language", read.language());
        }
        object.put("asOf", today.toString());
        addQuotes(object, outcome);
        addAnswer(object, outcome);
        object.set("assumptions", assumptions(outcome));
        object.set("problems", read == null ? JSON.arrayNode() : InterpretationJson.problems(read));
        ArrayNode unused = read == null ? JSON.arrayNode() : unused(read, outcome);
        if (!unused.isEmpty()) {
            object.set("unused", unused);
        }
        object.set("question", SlotJson.nullable(read == null ? null : InterpretationJson.question(read)));
        object.set("followUps", followUps(outcome));
        return object;
    }

    private static ArrayNode unused(Interpretation read, Outcome outcome) {
        ArrayNode unused = InterpretationJson.unused(read);
        IdleGpu.of(read.slots(), OutcomeQuotes.of(outcome)).forEach(idle -> {
            ObjectNode object = unused.addObject().put("text", idle.text()).put("reason", idle.reason());
            TextSpan span = idle.slot().span();
            if (span != null) {
                object.set("span", SlotJson.span(span));
            }
        });
        return unused;
    }

    private void addQuotes(ObjectNode object, Outcome outcome) {
        List<Quote> quotes = OutcomeQuotes.of(outcome);
        if (!quotes.isEmpty()) {
            ArrayNode array = object.putArray("quotes");
            quotes.forEach(quote -> array.add(QuoteJson.of(quote, today)));
        }
    }

    private static void addAnswer(ObjectNode object, Outcome outcome) {
        switch (outcome) {
            case BreakEvenOutcome back when back.own() != null -> object.set("ownPayback", ownPayback(back.own()));
            case BreakEvenOutcome back
            when !back.comparisons().isEmpty() ->
                object.set("breakEven", breakEven(back.comparisons().getFirst()));
            case BreakEvenOutcome _ -> {}
            case CrossoverOutcome crossed -> {
                Crossing crossing = crossed.crossing();
                if (crossing != null) {
                    object.set("breakEven", crossing(crossing));
                }
            }
            case BudgetOutcome afforded -> {
                ArrayNode budget = object.putArray("budget");
                afforded.fits().forEach(fit -> budget.add(fit(fit, afforded.inquiry())));
                addLeftOut(object, afforded.leftOut());
            }
            case RecommendOutcome recommended -> {
                ArrayNode passedOver = object.putArray("passedOver");
                recommended
                        .passedOver()
                        .forEach(one -> passedOver
                                .addObject()
                                .put("model", one.offer().model().id().value())
                                .put("reason", one.reason().text())
                                .put("date", String.valueOf(one.reason().date())));
            }
            case WorthItOutcome judged -> {
                object.put("verdict", QuoteJson.word(judged.verdict()));
                ArrayNode open = object.putArray("openCriteria");
                judged.open().stream().map(Criterion::word).forEach(open::add);
                BreakEven comparison = judged.breakEven();
                if (comparison != null) {
                    object.set("breakEven", breakEven(comparison));
                }
            }
            case MigrateOutcome migrated -> addMigration(object, migrated);
            case ExplainOutcome explained ->
                object.putObject("explanation")
                        .put("topic", explained.topic().id())
                        .put("title", Wording.explanationTitle(explained))
                        .put("text", Wording.explanation(explained));
            case ModelsOutcome listed -> {
                ArrayNode models = object.putArray("models");
                listed.models()
                        .forEach(one -> models.addObject()
                                .put("model", one.model().id().value())
                                .put("provider", one.offer().provider().id().value())
                                .put("open", one.isOpen()));
            }
            case GpuPricesOutcome hours -> GpuPricesJson.add(object, hours);
            case Outcome.Failed failed -> object.put("incident", failed.incidentId());
            case Outcome.Refused refused -> object.put("reason", Wording.refusal(refused.reason()));
            case CompareOutcome compared -> addLeftOut(object, compared.leftOut());
            case TippingPointsOutcome tipping -> object.set("tippingPoints", TippingPointsJson.of(tipping));
            case Outcome.Discussed discussed -> object.put("intent", discussed.intent());
            case OwnOrSellerOutcome either -> object.set("ownGpuHourBelow", QuoteJson.band(either.most()));
            case EstimateOutcome priced -> {
                SumCheck check = priced.sumCheck();
                if (check != null) {
                    object.set("sumCheck", sumCheck(check));
                }
            }
            case TcoOutcome _, Outcome.FileRefused _, Outcome.Helped _, Outcome.Asked _, Outcome.NotUnderstood _ -> {}
        }
    }

    private static ObjectNode sumCheck(SumCheck check) {
        ObjectNode object = JSON.objectNode();
        SumCheck.Sum sum = check.sum();
        object.put("kind", sum.paid() ? "paid" : "quoted");
        object.put("currency", sum.currency());
        object.set("sum", QuoteJson.band(sum.amount()));
        Band each = sum.each();
        if (each != null) {
            object.set("perExample", QuoteJson.band(each));
        }
        object.set("price", QuoteJson.band(check.price()));
        object.put("verdict", QuoteJson.word(check.verdict()));
        Long tokensEach = check.tokensEach();
        if (tokensEach != null) {
            object.put("tokensEach", tokensEach);
        }
        return object;
    }

    private static void addMigration(ObjectNode object, MigrateOutcome migrated) {
        ObjectNode migration = object.putObject("migration");
        Offer leaving = migrated.leaving();
        Quote today = migrated.today();
        ProviderId provider = migrated.inquiry().filled().value(SlotName.PROVIDER);
        if (leaving != null) {
            migration.put("model", leaving.model().id().value());
            migration.put("provider", leaving.provider().id().value());
        } else if (provider != null) {
            migration.put("provider", provider.value());
        }
        if (today != null && !today.shutDown() && today.unpriced().isEmpty()) {
            migration.set("monthly", QuoteJson.band(today.monthly()));
        }
        ArrayNode ends = migration.putArray("ends");
        migrated.ends()
                .forEach(end -> ends.addObject()
                        .put("kind", QuoteJson.word(end.kind()))
                        .put("date", end.date() == null ? null : end.date().toString())
                        .put("text", end.text()));
        addLeftOut(object, migrated.leftOut());
    }

    private static void addLeftOut(ObjectNode object, List<Outcome.Reason> reasons) {
        if (!reasons.isEmpty()) {
            ArrayNode leftOut = object.putArray("leftOut");
            reasons.stream().map(Wording::refusal).forEach(leftOut::add);
        }
    }

    private static ObjectNode breakEven(BreakEven comparison) {
        ObjectNode object = JSON.objectNode();
        switch (comparison.result()) {
            case BreakEven.Result.PaysBack back -> {
                object.put("kind", "requests");
                putPaysBack(object, back);
            }
            case BreakEven.Result.EndsFirst ends -> {
                object.put("kind", "never").put("ends", ends.ending().date().toString());
                putPaysBack(object.putObject("otherwise"), ends.otherwise());
            }
            case BreakEven.Result.NoSaving _ -> object.put("kind", "never");
            case BreakEven.Result.HostingEatsSaving eats ->
                object.put("kind", "never").put("leastRequestsPerDay", QuoteJson.decimal(eats.leastRequestsPerDay()));
        }
        object.putArray("between")
                .add(comparison.tuned().offer().model().id().value())
                .add(baseOf(comparison));
        object.put("reason", Wording.verdict(comparison));
        return object;
    }

    private static String baseOf(BreakEven comparison) {
        if (comparison.isAgainstBill()) {
            return "bill";
        }
        return comparison.isOfOneModel()
                ? "base"
                : "base " + comparison.untuned().model().id().value();
    }

    private static void putPaysBack(ObjectNode object, BreakEven.Result.PaysBack back) {
        putEnds(object, back.requests());
        ObjectNode months = object.putObject("months");
        putEnds(months, back.months());
        object.put("leastRequestsPerDay", QuoteJson.decimal(back.leastRequestsPerDay()));
    }

    private static ObjectNode crossing(Crossing crossing) {
        ObjectNode object = JSON.objectNode();
        BreakEven.Ends months = crossing.months();
        if (months == null) {
            object.put("kind", "never");
        } else {
            object.put("kind", "months");
            putEnds(object, months);
        }
        BreakEven.Ends volume = crossing.requestsPerDay();
        if (volume != null) {
            putEnds(object.putObject("requestsPerDay"), volume);
        }
        object.putArray("between")
                .add(crossing.first().offer().model().id().value())
                .add(crossing.second().offer().model().id().value());
        object.put("reason", Wording.verdict(crossing));
        return object;
    }

    private static void putEnds(ObjectNode object, BreakEven.Ends ends) {
        object.put("low", QuoteJson.decimal(ends.low()));
        java.math.BigDecimal high = ends.high();
        object.put("high", high == null ? null : QuoteJson.decimal(high));
    }

    private static ObjectNode fit(BudgetFit fit, Inquiry inquiry) {
        ObjectNode object = JSON.objectNode();
        object.put("model", fit.quote().offer().model().id().value());
        object.put("provider", fit.quote().offer().provider().id().value());
        object.put("method", QuoteJson.word(fit.quote().offer().method()));
        boolean examples = fit.unknown() == BudgetFit.Unknown.EXAMPLES;
        Range known = known(inquiry, examples ? SlotName.EPOCHS : SlotName.EXAMPLES);
        putRange(object, examples ? "examples" : "epochs", fit.fits());
        if (known != null) {
            putRange(object, examples ? "epochs" : "examples", known);
        }
        if (fit.minimum() != null) {
            object.set("minimum", QuoteJson.band(fit.minimum()));
        }
        return object;
    }

    private static @Nullable Range known(Inquiry inquiry, SlotName<Long> name) {
        Slot<Long> slot = inquiry.filled().get(name);
        return slot == null ? null : new Range(slot.value(), slot.highOrValue());
    }

    private static void putRange(ObjectNode object, String key, Range range) {
        object.putObject(key).put("low", range.low()).put("high", range.high());
    }

    private static ArrayNode assumptions(Outcome outcome) {
        ArrayNode assumptions = JSON.arrayNode();
        if (outcome instanceof Outcome.Answered answered) {
            Inquiry inquiry = answered.inquiry();
            for (SlotName<?> name : inquiry.assumed()) {
                Slot<?> slot = inquiry.filled().get(name);
                if (slot != null) {
                    ObjectNode assumption = assumptions.addObject();
                    assumption.put("slot", name.word());
                    assumption.set("value", SlotJson.value(slot.value()));
                    assumption.put("origin", slot.origin().word());
                }
            }
        }
        return assumptions;
    }

    private static ArrayNode followUps(Outcome outcome) {
        ArrayNode followUps = JSON.arrayNode();
        List<NextQuestion> next = switch (outcome) {
            case Outcome.Answered answered -> answered.followUps();
            case Outcome.Refused refused -> refused.followUps();
            case Outcome.Asked asked ->
                asked.readings().stream().map(Outcome.Reading::choice).toList();
            case Outcome.Helped _,
                    Outcome.Discussed _,
                    Outcome.NotUnderstood _,
                    Outcome.FileRefused _,
                    Outcome.Failed _ -> List.of();
        };
        next.forEach(followUp -> followUps.add(followUp.command()));
        return followUps;
    }

    private static ObjectNode ownPayback(OwnPayback own) {
        ObjectNode object = JSON.objectNode();
        object.set("once", QuoteJson.band(own.once()));
        object.set("savedPerDay", QuoteJson.band(Band.exactly(own.savedPerDay())));
        object.put("days", own.days());
        object.put("daysAtMost", own.daysAtMost());
        return object;
    }
}
