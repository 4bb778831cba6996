package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.BudgetFit;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.units.Range;
import java.util.List;

/** What a budget buys. */
final class AffordedWording {
    Reply reply(Outcome.Afforded outcome) {
        Frame frame = Frame.of(outcome.inquiry());
        List<BudgetFit> fits = outcome.fits();
        boolean epochs = fits.getFirst().unknown() == BudgetFit.Unknown.EPOCHS;
        frame.add(new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.text("Method"),
                        Block.Column.number(epochs ? "Epochs" : "Examples"),
                        Block.Column.number("$/1M")),
                fits.stream().map(AffordedWording::row).toList()));
        for (BudgetFit fit : fits) {
            if (fit.minimum() != null) {
                frame.warn(fit.quote().offer().provider().name() + " may charge at least "
                        + Numbers.money(fit.minimum().high()) + " a job, more than this budget.");
            }
        }
        frame.sources(fits.stream().map(fit -> fit.quote().main()).toList());
        BudgetFit most = fits.getFirst();
        String title = Numbers.money(outcome.budget()) + " buys up to " + count(most.fits())
                + (epochs ? " epochs" : " examples") + " on "
                + most.quote().offer().model().name();
        return frame.reply(title, outcome.followUps());
    }

    private static List<String> row(BudgetFit fit) {
        return List.of(
                fit.quote().offer().model().name(),
                Labels.provider(fit.quote().offer()),
                Labels.method(fit.quote().offer().method()),
                count(fit.fits()),
                Numbers.listed(fit.quote().main().price().price()));
    }

    private static String count(Range range) {
        return Numbers.range(range.lowDecimal(), range.highDecimal());
    }
}
