package io.tunetally.wording.unit;

import io.tunetally.answer.advice.SellerTerms;
import io.tunetally.answer.advice.SellerTerms.Billing;
import io.tunetally.answer.advice.SellerTerms.Run;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.ExplainOutcome.Terms;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import io.tunetally.request.SlotName;
import io.tunetally.topic.Topics;
import io.tunetally.units.Band;
import io.tunetally.units.UnitPrice;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words the terms of one seller: the answer, begun with yes or no where that was asked for, and what belongs to it. */
public final class SellerTermsWording {
    private static final int MODELS_NAMED = 2;

    private SellerTermsWording() {}

    /**
     * A sentence that answers.
     *
     * @param verdict yes, no, or unknown, which stands even if yes or no was not asked for
     */
    record Said(Verdict verdict, String sentence) {}

    enum Verdict {
        YES("Yes: "),
        NO("No: "),
        UNKNOWN("Unknown: "),
        /** The sentence says itself that it is no answer by yes or no. */
        NONE("");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    public static String title(ExplainOutcome outcome, Terms terms) {
        Said said = said(terms, outcome.topic().id());
        boolean whether =
                Boolean.TRUE.equals(outcome.inquiry().request().slots().value(SlotName.ASKS_WHETHER));
        return whether || said.verdict() == Verdict.UNKNOWN
                ? said.verdict().word + said.sentence()
                : Text.capitalised(said.sentence());
    }

    private static Said said(Terms terms, String topic) {
        Provider known = terms.known();
        String seller = known == null ? Text.capitalised(terms.asked().value()) : known.name();
        if (terms.terms() instanceof SellerTerms.DataUse) {
            return new Said(
                    Verdict.NONE, "What " + seller + " does with your data is no price: only its own terms say it");
        }
        if (known == null) {
            return new Said(Verdict.UNKNOWN, "the price books have no offers of " + seller);
        }
        boolean reversed = topic.equals(Topics.PER_TOKEN);
        return switch (terms.terms()) {
            case SellerTerms.Running running -> RunningWording.said(terms, seller, running, reversed);
            case SellerTerms.Rented rented -> rented(seller, rented, topic);
            case SellerTerms.Weights weights -> weights(terms, seller, weights);
            case SellerTerms.Storage storage -> storage(seller, storage);
            case SellerTerms.Minimum minimum -> minimum(seller, minimum);
            case SellerTerms.Validation validation -> validation(seller, validation);
            case SellerTerms.NotTrained _, SellerTerms.DataUse _ -> notTrained(terms, seller);
        };
    }

    private static Said notTrained(Terms terms, String seller) {
        Model model = terms.model();
        return new Said(
                Verdict.UNKNOWN,
                "the price books do not have " + seller + " as a seller of "
                        + (model == null ? "fine-tuning" : "fine-tuning of " + model.name()));
    }

    private static Said rented(String seller, SellerTerms.Rented rented, String topic) {
        String gpus = seller + " rents GPUs by the hour, from "
                + Numbers.listed(rented.cheapest().price().price()) + " ("
                + rented.gpu().label() + ")";
        return switch (topic) {
            case Topics.HOSTED -> new Said(Verdict.YES, gpus);
            case Topics.PER_TOKEN -> new Said(Verdict.NO, gpus);
            case Topics.WEIGHTS -> new Said(Verdict.YES, seller + " rents GPUs, and what is trained on them is yours");
            default -> new Said(Verdict.UNKNOWN, "the price books have only the GPUs of " + seller + " by the hour");
        };
    }

    private static Said weights(Terms terms, String seller, SellerTerms.Weights weights) {
        Model model = terms.model();
        List<Model> handedOut = weights.handedOut();
        if (!handedOut.isEmpty()) {
            return new Said(
                    Verdict.YES,
                    "the tuned weights of "
                            + (model == null ? Text.counted(handedOut.size(), "model") : model.name())
                            + " can be downloaded from " + seller);
        }
        return weights.published()
                ? new Said(
                        Verdict.UNKNOWN,
                        "the price books do not say whether " + seller + " lets you download tuned weights")
                : new Said(
                        Verdict.NO,
                        "the weights of " + (model == null ? "the models" : model.name()) + " on " + seller
                                + " are not published, and stay there");
    }

    private static Said storage(String seller, SellerTerms.Storage storage) {
        if (storage.fees().isEmpty()) {
            return new Said(Verdict.NO, "the price books have no fee of " + seller + " for storing a tuned model");
        }
        return new Said(
                Verdict.YES,
                seller + " takes "
                        + Text.listed(storage.fees().stream()
                                .map(SellerTermsWording::fee)
                                .toList()));
    }

    private static String fee(UnitPrice fee) {
        return switch (fee.unit()) {
            case GB_MONTH -> Numbers.listed(fee.price()) + " a month for each GB of checkpoints that it stores";
            default -> Numbers.listed(fee.price()) + " a month for storing a tuned model";
        };
    }

    private static Said minimum(String seller, SellerTerms.Minimum minimum) {
        if (minimum.charges().isEmpty()) {
            return new Said(Verdict.NO, "the price books have no minimum for a job on " + seller);
        }
        return new Said(
                Verdict.YES,
                seller + " bills at least "
                        + minimum.charges().entrySet().stream()
                                .map(each -> charge(minimum, each))
                                .collect(Collectors.joining(", ")));
    }

    /** {@code $4.00 a job for most models}, {@code $6.00 for gpt-oss 120B}. */
    private static String charge(SellerTerms.Minimum minimum, Map.Entry<Band, List<Model>> each) {
        boolean first =
                each.getKey().equals(minimum.charges().keySet().iterator().next());
        String amount = Numbers.money(Band.exactly(each.getKey().high())) + (first ? " a job" : "");
        if (!each.getKey().isExact() && each.getKey().low().isZero()) {
            return amount + " for most models";
        }
        return first ? amount : amount + " for " + some(each.getValue());
    }

    private static Said validation(String seller, SellerTerms.Validation validation) {
        if (validation.billed().isBilled()) {
            return new Said(Verdict.YES, seller + " bills validation tokens, once for each evaluation");
        }
        return validation.billed().isFree()
                ? new Said(Verdict.NO, seller + " does not bill validation tokens")
                : new Said(Verdict.UNKNOWN, "no source says whether " + seller + " bills validation tokens");
    }

    /** Returns the sentences that follow, which may hold facts of the day as those of a topic. */
    public static String text(Terms terms) {
        String closed = terms.closed() && terms.known() != null
                ? " " + terms.known().name() + " takes no new customers" + (terms.model() == null ? "." : " for it.")
                : "";
        return (switch (terms.terms()) {
                    case SellerTerms.Running running -> RunningWording.text(running);
                    case SellerTerms.Rented _ -> "You train and run an open model on them yourself.";
                    case SellerTerms.Weights weights -> textOf(weights);
                    case SellerTerms.Storage storage ->
                        storage.fees().isEmpty()
                                ? "A fee that no price list names may still be in the seller's terms."
                                : "It is due each month until you delete what is stored.";
                    case SellerTerms.Minimum minimum ->
                        minimum.charges().isEmpty()
                                ? "As far as they know, a job costs its tokens, however few these are."
                                : "A small job then costs the minimum and not its tokens.";
                    case SellerTerms.Validation _ ->
                        "Validation is not trained on: where it is billed, it is by the evaluation and not by the epochs."
                                + " Where a seller does not say it, an estimate with validation tokens shows both ends.";
                    case SellerTerms.NotTrained _ -> "A seller without an offer on file may still have one.";
                    case SellerTerms.DataUse _ -> "";
                })
                + closed;
    }

    private static String textOf(SellerTerms.Weights weights) {
        return weights.handedOut().isEmpty()
                ? "Elsewhere tuned weights can be downloaded at {download}, as far as the price books know."
                : "Then they run wherever you like: " + some(weights.handedOut()) + ".";
    }

    /** {@code Llama 3.1 8B, Qwen3 8B and 4 others}. */
    static String some(List<Model> models) {
        List<String> names = models.stream().map(Model::name).distinct().toList();
        return names.size() <= MODELS_NAMED + 1
                ? Text.listed(names)
                : String.join(", ", names.subList(0, MODELS_NAMED)) + " and "
                        + Text.counted(names.size() - MODELS_NAMED, "other");
    }

    static List<Model> models(List<Run> runs) {
        return runs.stream().map(run -> run.offer().model()).distinct().toList();
    }

    static boolean isOnly(SellerTerms.Running running, Billing billing) {
        return running.runs().stream().allMatch(run -> run.billing() == billing);
    }
}
