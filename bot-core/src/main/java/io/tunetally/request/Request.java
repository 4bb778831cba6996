package io.tunetally.request;

import java.math.BigDecimal;
import java.util.Locale;

/** A request, with the values it gives or inherits. One record per intent. */
public sealed interface Request {
    Slots slots();

    record Estimate(Slots slots) implements Request {}

    record Compare(Slots slots) implements Request {}

    record Tco(Slots slots) implements Request {}

    record BreakEven(Slots slots) implements Request {}

    record Budget(Slots slots) implements Request {}

    record Recommend(Slots slots) implements Request {}

    record WorthIt(Slots slots) implements Request {}

    /** Moving off a tuned model: where to, at what cost, and by when. */
    record Migrate(Slots slots) implements Request {}

    /** The values at which the answer to another request changes; {@link SlotName#ABOUT} has the intent of that request. */
    record TippingPoints(Slots slots) implements Request {
        @Override
        public Request subject() {
            Intent about = slots.value(SlotName.ABOUT);
            return Request.of(about == null ? Intent.COMPARE : about, slots.without(SlotName.ABOUT));
        }
    }

    record Models(Slots slots) implements Request {}

    record Help(Slots slots) implements Request {}

    /** A topic to explain to a learner. */
    record Explain(Slots slots) implements Request {
        /** Returns the request for a topic. */
        public static Explain of(String topic) {
            return new Explain(Slots.NONE.with(SlotName.TOPIC, Slot.of(topic, Origin.SAID)));
        }
    }

    /** Returns the request whose answer is wanted or examined, usually this one. */
    default Request subject() {
        return this;
    }

    /** True if the request is about running the model, not only about training it. */
    default boolean asksAboutRunning() {
        return switch (subject().intent()) {
            case MIGRATE, TCO, BREAKEVEN, RECOMMEND, WORTHIT, EXPLAIN -> true;
            case ESTIMATE, COMPARE, BUDGET, MODELS, TIPPINGPOINTS, HELP, NONE ->
                slots().names().stream().anyMatch(name -> name.is(SlotTrait.RUNNING));
        };
    }

    /** Returns the question of what would change the answer to this request. */
    default TippingPoints tippingPoints() {
        return new TippingPoints(
                subject().slots().with(SlotName.ABOUT, Slot.of(subject().intent(), Origin.SAID)));
    }

    default Intent intent() {
        return switch (this) {
            case Estimate _ -> Intent.ESTIMATE;
            case Compare _ -> Intent.COMPARE;
            case Tco _ -> Intent.TCO;
            case BreakEven _ -> Intent.BREAKEVEN;
            case Budget _ -> Intent.BUDGET;
            case Recommend _ -> Intent.RECOMMEND;
            case WorthIt _ -> Intent.WORTHIT;
            case Migrate _ -> Intent.MIGRATE;
            case TippingPoints _ -> Intent.TIPPINGPOINTS;
            case Models _ -> Intent.MODELS;
            case Help _ -> Intent.HELP;
            case Explain _ -> Intent.EXPLAIN;
        };
    }

    /**
     * Returns the request of an intent; {@link Intent#NONE} is not a request. That other models than the named ones stay
     * untuned is left out.
     */
    static Request of(Intent intent, Slots all) {
        Slots slots = all.withNamedUntuned();
        return switch (intent) {
            case ESTIMATE -> new Estimate(slots);
            case COMPARE -> new Compare(slots);
            case TCO -> new Tco(slots);
            case BREAKEVEN -> new BreakEven(slots);
            case BUDGET -> new Budget(slots);
            case RECOMMEND -> new Recommend(slots);
            case WORTHIT -> new WorthIt(slots);
            case MIGRATE -> new Migrate(slots);
            case TIPPINGPOINTS -> new TippingPoints(slots);
            case MODELS -> new Models(slots);
            case HELP -> new Help(slots);
            case EXPLAIN -> new Explain(slots);
            case NONE -> throw new IllegalArgumentException("none is not a request");
        };
    }

    /**
     * What others take or would take for the same work, beside which a model is set: {@code 4900 USD a month for agency}.
     *
     * @param amount in its own currency
     * @param currency its ISO code
     * @param payee as it was said, one word
     */
    record OtherCost(BigDecimal amount, String currency, Per per, String payee) {
        /** What the amount is for. */
        public enum Per {
            MONTH,
            YEAR,
            /** Each request, answer or document. */
            REQUEST;

            public String words() {
                return "a " + name().toLowerCase(Locale.ROOT);
            }
        }

        /** True if it is in US dollars, as all prices are. */
        public boolean inDollars() {
            return currency.equals("USD");
        }

        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency + " " + per.words() + " for " + payee;
        }
    }
}
