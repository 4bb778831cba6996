package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.ExplainOutcome.ByTheToken;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.util.List;

/** Words who runs a tuned model by the token alone, with its price a month. */
public final class ByTheTokenWording {
    private ByTheTokenWording() {}

    public static String title(ByTheToken served) {
        String what = what(served);
        List<Quote> quotes = served.quotes();
        if (quotes.isEmpty() || served.nearest()) {
            String none = "No seller on file that takes new customers runs " + what + " by the token alone";
            return quotes.isEmpty() ? none : none + "; the nearest is " + first(quotes.getFirst());
        }
        List<String> sellers =
                quotes.stream().map(quote -> quote.offer().provider().name()).toList();
        return Text.listed(sellers) + (sellers.size() == 1 ? " runs " : " run ") + what + " by the token alone, from "
                + Numbers.money(quotes.getFirst().monthly()) + " a month";
    }

    private static String what(ByTheToken served) {
        Model model = served.model();
        if (model != null) {
            return "a tuned " + model.name();
        }
        return served.sizeB() == null
                ? "a tuned model"
                : "a tuned model of about " + Numbers.count(served.sizeB()) + "B";
    }

    private static String first(Quote quote) {
        return Labels.offer(quote) + ", " + Numbers.money(quote.monthly()) + " a month";
    }

    /** Returns who runs it so for existing customers; empty if no one does. */
    public static String closed(ByTheToken served) {
        List<String> sellers = served.closed().stream().map(Provider::name).toList();
        return sellers.isEmpty()
                ? ""
                : Text.listed(sellers) + (sellers.size() == 1 ? " does" : " do") + " so for existing customers only. ";
    }

    /** Returns each seller with its cheapest offer. */
    public static Block.Table table(ByTheToken served) {
        return new Block.Table(
                List.of(
                        Block.Column.text("Seller"),
                        Block.Column.text("Model"),
                        Block.Column.number("Training"),
                        Block.Column.number("A month")),
                served.quotes().stream()
                        .map(quote -> List.of(
                                Labels.provider(quote.offer()),
                                Labels.job(quote),
                                Numbers.money(quote.training()),
                                Numbers.money(quote.monthly())))
                        .toList());
    }
}
