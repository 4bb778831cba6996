package io.tunetally.wording;

import io.tunetally.answer.outcome.ExplainOutcome.Offering;
import io.tunetally.answer.outcome.ExplainOutcome.Seller;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words whether a provider trains with a method, and who a seller is. */
final class OfferingWording {
    private static final int SELLERS_NAMED = 4;

    private OfferingWording() {}

    static String title(Offering offering) {
        String what = what(offering);
        ProviderId asked = offering.provider();
        if (asked == null) {
            return offering.sellers().isEmpty()
                    ? "No provider in the price books offers " + what + " to new customers"
                    : Text.capitalised(what) + " is sold by " + listed(offering.sellers());
        }
        Provider known = offering.known();
        if (known == null) {
            return "The price books have no offers of " + Text.capitalised(asked.value());
        }
        if (!offering.models().isEmpty()) {
            return "Yes: " + known.name() + " offers " + what + models(offering);
        }
        Model model = offering.model();
        if (asked.equals(ProviderId.SELF_HOSTED) && model != null) {
            return "No: " + model.name() + " cannot be trained on " + known.name();
        }
        return offering.closed()
                ? "Not to new customers: " + known.name() + " offers " + what + " to existing ones only"
                : "No: " + known.name() + " does not offer " + what;
    }

    static String text(Offering offering) {
        if (offering.provider() == null) {
            return offering.models().isEmpty()
                    ? "The list of models shows what can be started today."
                    : "New customers can start with "
                            + Text.counted(offering.models().size(), "model") + " there.";
        }
        List<Provider> others = offering.sellers().stream()
                .filter(seller -> !seller.id().equals(offering.provider()))
                .toList();
        boolean there = !offering.models().isEmpty();
        if (others.isEmpty()) {
            return (there ? "No other" : "No") + " provider in the price books offers it to new customers.";
        }
        return (there ? "Elsewhere it is sold by " : "New customers get it from ") + listed(others) + ".";
    }

    /** {@code Ori sells fine-tuning: a new customer can start with 1 model there}. */
    static String title(Seller seller) {
        String name = seller.provider().name();
        GpuPricesOutcome.Row gpu = seller.gpu();
        if (!seller.models().isEmpty()) {
            return name + " sells fine-tuning: a new customer can start with "
                    + Text.counted(seller.models().size(), "model") + " there";
        }
        if (seller.closed()) {
            return name + " sells fine-tuning to existing customers only";
        }
        return gpu == null ? name + " has no price on file" : name + " rents GPUs" + from(gpu);
    }

    static String text(Seller seller) {
        GpuPricesOutcome.Row gpu = seller.gpu();
        boolean trains = !seller.models().isEmpty() || seller.closed();
        if (!trains) {
            return "You train an open model on them yourself, and pay for the hours.";
        }
        String note = seller.provider().methodNote();
        String method = note != null
                ? note
                : seller.provider().offersLora() ? "It trains with LoRA, among others." : "It does not offer LoRA.";
        return method + (gpu == null ? "" : " It also rents GPUs" + from(gpu) + ".");
    }

    private static String from(GpuPricesOutcome.Row gpu) {
        return ", from " + Numbers.listed(gpu.rate().price().price()) + " an hour ("
                + gpu.gpu().label() + ")";
    }

    private static String listed(List<Provider> sellers) {
        List<String> names = sellers.stream().map(Provider::name).toList();
        if (names.size() > SELLERS_NAMED) {
            return String.join(", ", names.subList(0, SELLERS_NAMED)) + " and "
                    + Text.counted(names.size() - SELLERS_NAMED, "other");
        }
        return Text.listed(names);
    }

    private static String models(Offering offering) {
        return offering.model() == null
                ? ", for " + Text.counted(offering.models().size(), "model")
                : "";
    }

    /** {@code LoRA}, {@code full fine-tuning of GPT-4o}, {@code DPO with LoRA}. */
    private static String what(Offering offering) {
        Model model = offering.model();
        Objective objective = offering.objective();
        String method = method(offering.method());
        String kind = objective == null ? method : objective.name();
        String with = objective == null || offering.method() == null ? "" : " with " + method;
        return kind + with + (model == null ? "" : " of " + model.name());
    }

    private static String method(@Nullable Method method) {
        return method == Method.LORA
                ? Labels.method(method)
                : (method == null ? "" : Labels.method(method) + " ") + "fine-tuning";
    }
}
