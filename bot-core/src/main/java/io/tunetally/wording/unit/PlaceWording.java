package io.tunetally.wording.unit;

import io.tunetally.answer.advice.SellerFacts;
import io.tunetally.catalog.Model;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Words what a region costs, and which closed models are left to a new customer. */
public final class PlaceWording {
    private static final int DECIMALS = 2;

    private PlaceWording() {}

    /** {@code a regional deployment on Azure OpenAI costs 10 % to 21 % more to train than a global one, and 10 % more to run}. */
    public static String regional(List<SellerFacts.Regional> sellers) {
        return sellers.isEmpty()
                ? "no price list on file has a price by region"
                : sellers.stream().map(PlaceWording::regional).collect(Collectors.joining("; "));
    }

    private static String regional(SellerFacts.Regional seller) {
        SellerFacts.Ratios input = seller.input();
        return "a regional deployment on " + seller.provider().name() + " costs " + more(seller.training())
                + " to train than a global one"
                + (input == null ? "" : ", and " + more(input) + " to run by the token");
    }

    private static String more(SellerFacts.Ratios ratios) {
        String least = above(ratios.least());
        String most = above(ratios.most());
        return (least.equals(most) ? least : least + " to " + most) + " more";
    }

    private static String above(BigDecimal ratio) {
        return Numbers.percent(ratio.subtract(BigDecimal.ONE).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** {@code Closed models that a new customer can still tune: GPT-4.1 and GPT-4.1 mini on Azure OpenAI (until 2027-04-14)}. */
    public static String closedModels(List<SellerFacts.ClosedModels> left) {
        return left.isEmpty()
                ? "No closed model on file takes a new customer's training any more"
                : "Closed models that a new customer can still tune: "
                        + left.stream()
                                .map(group -> Text.listed(group.models().stream()
                                                .map(Model::name)
                                                .toList())
                                        + " on " + group.provider().name()
                                        + (group.until() == null ? "" : " (until " + group.until() + ")"))
                                .collect(Collectors.joining("; "));
    }
}
