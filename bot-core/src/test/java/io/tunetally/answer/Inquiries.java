package io.tunetally.answer;

import io.tunetally.answer.advice.TunedPrompt;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.conversation.Defaults;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Prices;
import io.tunetally.engine.TestPrices;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Inquiries from typed questions, completed with the guide's reference job. */
public final class Inquiries {
    /** 1,000 examples of 500 tokens, 3 epochs; 100 requests a day of 500 tokens in and 200 out, for 6 months. */
    public static final Defaults DEFAULTS =
            new Defaults(Slots.NONE, Defaults.reference(1000, 500, 3, BigDecimal.valueOf(100), 500, 200, 6));

    /** A day on which every model of the guide can be started. */
    public static final LocalDate BEFORE_CLOSURES = LocalDate.of(2025, 6, 1);

    private static final CostEngine GUIDE = TestPrices.guide();
    private static final CostEngine TODAY = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private static final CostEngine EARLIER = TestPrices.engine(BEFORE_CLOSURES, "published/", "guide.yaml");

    private Inquiries() {}

    /** Returns an inquiry priced by the guide alone, which has seven models and no end of life. */
    public static Inquiry byGuide(String text) {
        return of(GUIDE, text);
    }

    /** Returns an inquiry priced by the published and the guide's prices, in the order that the text asks for. */
    public static Inquiry today(String text) {
        return of(TODAY, text);
    }

    /** Returns the same on the day before all closures. */
    public static Inquiry earlier(String text) {
        return of(EARLIER, text);
    }

    private static Inquiry of(CostEngine engine, String text) {
        Interpretation read = BuiltIn.read(text);
        Request request = read.request();
        if (request == null) {
            throw new IllegalArgumentException("no request: " + text + ": " + read);
        }
        Slots filled = TunedPrompt.assumed(request, DEFAULTS.fill(request));
        String edition = filled.value(SlotName.EDITION);
        CostEngine preferring = edition == null
                ? engine
                : new CostEngine(new Prices(
                        engine.prices().catalog().preferring(edition),
                        engine.prices().asOf()));
        return new Inquiry(read, request, filled, request.asksAboutRunning(), preferring);
    }
}
