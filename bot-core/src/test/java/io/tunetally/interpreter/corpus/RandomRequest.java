package io.tunetally.interpreter.corpus;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random valid requests: every slot and every intent. */
public final class RandomRequest {
    private static final List<Intent> INTENTS = List.of(
            Intent.MODELS,
            Intent.MIGRATE,
            Intent.BREAKEVEN,
            Intent.TCO,
            Intent.BUDGET,
            Intent.WORTHIT,
            Intent.RECOMMEND,
            Intent.COMPARE);

    private static final List<String> UNPRICED =
            List.of("llama 13b", "qwen2.5-7b", "gpt-5", "claude sonnet", "mixtral 8x7b");

    private final Random random;
    private Slots slots = Slots.NONE;

    public RandomRequest(Random random) {
        this.random = random;
    }

    public Request request() {
        Intent intent = INTENTS.get(random.nextInt(INTENTS.size()));
        if (intent == Intent.MODELS) {
            return Request.of(intent, Slots.NONE);
        }
        models(intent == Intent.COMPARE);
        choices();
        numbers(intent);
        if (intent == Intent.BUDGET || (intent == Intent.RECOMMEND && random.nextBoolean())) {
            put(SlotName.BUDGET_USD, new BigDecimal(1 + random.nextInt(5000)));
        }
        if (intent == Intent.WORTHIT && random.nextInt(3) == 0) {
            put(SlotName.CRITERIA, List.of(Criterion.NICHE_TASK, Criterion.DATA_CHANGES));
        }
        if (random.nextInt(10) == 0) {
            put(SlotName.EXPLAIN, true);
        }
        Request request = Request.of(intent, slots);
        return random.nextInt(8) == 0 ? request.tippingPoints() : request;
    }

    /** Returns phrases of different slots, each in one of its forms. */
    public List<String> phrases() {
        List<String> phrases = new ArrayList<>();
        phrases.add(pick("gpt-4o", "llama 8b", "4o mini", "mistral 7b", "gemini flash"));
        phrases.add(1 + random.nextInt(9000) + pick(" examples", " rows", " training examples"));
        if (random.nextBoolean()) {
            phrases.add(1 + random.nextInt(20) + pick(" epochs", "ep", " passes"));
        }
        if (random.nextBoolean()) {
            phrases.add(100 + random.nextInt(900) + pick(" tokens each", " tok/ea", " tokens per example"));
        }
        if (random.nextInt(3) == 0) {
            phrases.add(pick("lora", "full", "no lora"));
        }
        if (random.nextInt(3) == 0) {
            phrases.add(1 + random.nextInt(900) + pick(" requests/day", " rpd", " calls per hour"));
            phrases.add(1 + random.nextInt(24) + pick(" months", " mo"));
        }
        if (random.nextInt(3) == 0) {
            phrases.add(pick("on together", "via fireworks", "on azure"));
        }
        if (random.nextInt(4) == 0) {
            phrases.add(1 + random.nextInt(9) + " runs");
        }
        return phrases;
    }

    private void models(boolean several) {
        List<ModelId> ids = new ArrayList<>();
        int count = several ? 2 + random.nextInt(2) : random.nextInt(2);
        if (several && random.nextInt(6) == 0) {
            put(SlotName.MODELS, List.of(SlotName.ALL_MODELS));
            return;
        }
        if (count == 1 && random.nextInt(6) == 0) {
            unpriced();
            return;
        }
        List<Model> models = BuiltIn.CATALOG.models();
        while (ids.size() < count) {
            ModelId id = models.get(random.nextInt(models.size())).id();
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        if (!ids.isEmpty()) {
            put(SlotName.MODELS, List.copyOf(ids));
        }
    }

    private void unpriced() {
        String name = pick(UNPRICED.toArray(new String[0]));
        put(SlotName.MODELS, List.of(new ModelId(name)));
        BigDecimal size =
                name.equals("llama 13b") ? new BigDecimal(13) : name.startsWith("qwen") ? new BigDecimal(7) : null;
        if (size != null) {
            put(SlotName.SIZE_B, size);
        }
    }

    private void choices() {
        if (random.nextInt(3) == 0) {
            put(SlotName.METHOD, random.nextBoolean() ? Method.LORA : Method.FULL);
        }
        if (slots.value(SlotName.METHOD) == Method.LORA && random.nextInt(3) == 0) {
            put(SlotName.QUANTIZED, true);
        }
        if (random.nextInt(6) == 0) {
            put(SlotName.OBJECTIVE, List.of(Objective.values()).get(random.nextInt(3)));
        }
        if (random.nextInt(4) == 0) {
            put(
                    SlotName.PROVIDER,
                    new ProviderId(pick(
                            "openai",
                            "azure",
                            "google",
                            "together",
                            "fireworks",
                            "mistral",
                            "bedrock",
                            "ori",
                            "prime-intellect",
                            "thinking-machines",
                            "selfhost")));
        }
        if (random.nextInt(6) == 0) {
            put(SlotName.DEPLOYMENT, List.of(Deployment.values()).get(random.nextInt(6)));
        }
        if (random.nextInt(8) == 0) {
            put(SlotName.GPU, pick("h100", "a100", "l40s", "4090", "mi300x"));
            count(SlotName.GPUS, 16, 3);
            if (random.nextInt(3) == 0) {
                put(
                        random.nextBoolean() ? SlotName.TOKENS_PER_SECOND : SlotName.TOKENS_PER_SECOND_PER_GPU,
                        decimal(9000, 1));
            }
            if (random.nextInt(4) == 0) {
                put(SlotName.PROVIDER, ProviderId.SELF_HOSTED);
                put(SlotName.OWN_HARDWARE, true);
            }
        }
        if (random.nextInt(8) == 0) {
            put(SlotName.PACKED, random.nextBoolean());
        }
        if (random.nextInt(8) == 0) {
            put(SlotName.BATCH, random.nextBoolean());
        }
        if (random.nextInt(8) == 0) {
            put(SlotName.EDITION, pick("guide", "published"));
        }
    }

    private void numbers(Intent intent) {
        count(SlotName.EXAMPLES, 100_000, 2);
        if (random.nextBoolean()) {
            count(SlotName.TOKENS_PER_EXAMPLE, 5000, 2);
        } else if (random.nextInt(4) == 0) {
            count(SlotName.TOTAL_TOKENS, 100_000_000, 1);
        }
        count(SlotName.BILLED_TOKENS, 100_000_000, 9);
        count(SlotName.EPOCHS, 100, 2);
        count(SlotName.RUNS, 20, 6);
        count(SlotName.UNITS, 9, 9);
        count(SlotName.VALIDATION_TOKENS, 100_000, 8);
        count(SlotName.EVALUATIONS, 20, 8);
        count(SlotName.SEQUENCE_LENGTH, 9000, 8);
        count(SlotName.GRADER_TOKENS, 9_000_000, 9);
        count(SlotName.INPUT_TOKENS, 4000, 5);
        count(SlotName.OUTPUT_TOKENS, 4000, 5);
        if (random.nextInt(5) == 0) {
            count(SlotName.PROMPT_TOKENS, 9000, 1);
            count(SlotName.TUNED_PROMPT_TOKENS, 900, 1);
        }
        count(SlotName.RETRAIN_EVERY_DAYS, 90, 8);
        if (random.nextInt(9) == 0) {
            put(SlotName.TRAINING_HOURS, decimal(50, 1));
        }
        if (random.nextInt(9) == 0) {
            put(SlotName.CACHED_PERCENT, decimal(99, 0));
        }
        boolean running = intent == Intent.TCO || intent == Intent.BREAKEVEN || intent == Intent.WORTHIT;
        if (running) {
            count(SlotName.MONTHS, 100, 2);
            if (random.nextInt(6) == 0) {
                put(SlotName.MONTHLY_HOURS, decimal(700, 1));
            }
            if (random.nextBoolean()) {
                put(SlotName.REQUESTS_PER_DAY, decimal(9000, random.nextInt(3)));
            }
        }
    }

    private void count(SlotName<Long> name, int maximum, int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            long low = 1L + random.nextInt(maximum);
            @Nullable Long high = random.nextInt(6) == 0 && low < maximum
                    ? Long.valueOf(low + 1 + random.nextInt((int) (maximum - low)))
                    : null;
            slots = slots.with(name, new Slot<>(low, high, Origin.SAID, null, random.nextInt(6) == 0));
        }
    }

    private BigDecimal decimal(int maximum, int scale) {
        return SlotName.SIZE_B.value(new BigDecimal(1 + random.nextInt(maximum)).scaleByPowerOfTen(-scale));
    }

    private <T> void put(SlotName<T> name, T value) {
        slots = slots.with(name, Slot.of(value, Origin.SAID));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
