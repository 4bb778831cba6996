package io.tunetally.interpreter.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Generates labelled requests by combining phrases, number formats, units, order and typing errors. */
final class PositiveCorpus {
    private static final int LINES = 1600;
    private static final long SEED = 20261125;

    private record Part(String text, Map<String, String> slots) {}

    private static final String[][] MODELS = {
        {"gpt-4o", "gpt-4o", "GPT-4o", "gpt4o", "gpt 4o", "chatgpt 4o", "gpt-4o-2024-08-06"},
        {
            "gpt-4o-mini",
            "gpt-4o-mini",
            "gpt4o-mini",
            "4o mini",
            "gpt 4o mini",
            "GPT-4o mini",
            "4o-mini",
            "chatgpt 4o mini"
        },
        {"gpt-4.1-mini", "gpt-4.1-mini", "4.1 mini", "gpt4.1 mini", "gpt 4.1-mini"},
        {"gpt-4.1", "gpt-4.1", "gpt4.1", "GPT 4.1"},
        {"gpt-4.1-nano", "gpt-4.1-nano", "4.1 nano", "gpt 4.1 nano"},
        {
            "llama-3.1-8b",
            "llama 8b",
            "llama-3.1-8b",
            "8b llama",
            "llama3.1:8b",
            "Llama 3.1 8B",
            "llama8b",
            "meta-llama/Meta-Llama-3.1-8B-Instruct",
            "llama-3.1-8b-instruct"
        },
        {"llama-3.3-70b", "llama 70b", "llama-3.3-70b", "70b llama", "Llama 3.3 70B", "llama70b"},
        {"mistral-7b", "mistral 7b", "mistral-7b", "Mistral 7B", "7b mistral", "mistral"},
        {"gemini-2.0-flash", "gemini 2.0 flash", "gemini-2.0-flash", "gemini flash", "Gemini 2.0 Flash"},
        {"gpt-3.5-turbo", "gpt-3.5-turbo", "gpt 3.5", "gpt 3.5 turbo"},
    };
    private static final String[] EXAMPLE_UNITS = {
        "examples",
        "samples",
        "rows",
        "records",
        "training examples",
        "pairs",
        "conversations",
        "tickets",
        "q&a pairs",
        "data points",
        "ex"
    };
    private static final String[] EPOCH_UNITS = {"epochs", "epochs", "epoch", "ep"};
    private static final String[] EACH = {
        "tokens each", "tokens per example", "tok/ea", "tokens/example", "tok each", "tokens per row", "toks per sample"
    };
    private static final String[] TOTAL = {"tokens total", "tokens in total", "total tokens", "training tokens"};
    private static final String[] VERBS = {
        "cost", "price", "estimate", "how much for", "how much is", "what does it cost:", ""
    };
    private static final String[] LEADS = {"", "", "", "please ", "hey, ", "hi there, ", "can you "};
    private static final String[] METHODS = {"lora", "LoRA", "qlora", "with lora", "peft"};

    private final Random random = new Random(SEED);

    private PositiveCorpus() {}

    static List<String> lines() {
        PositiveCorpus corpus = new PositiveCorpus();
        Set<String> lines = new LinkedHashSet<>();
        while (lines.size() < LINES) {
            lines.add(corpus.line());
        }
        return List.copyOf(lines);
    }

    private String line() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> comparison();
            case 2, 3 -> ownership();
            case 4 -> affordable();
            default -> estimate();
        };
    }

    private String estimate() {
        List<Part> parts = job(1);
        if (random.nextInt(3) == 0) {
            String method = pick(METHODS);
            parts.add(new Part(
                    method,
                    method.equals("qlora") ? Map.of("method", "lora", "quantized", "true") : Map.of("method", "lora")));
        }
        return write("estimate", pick(VERBS), parts);
    }

    private String comparison() {
        List<Part> parts = job(2);
        return write("compare", random.nextBoolean() ? "compare" : "", parts);
    }

    private String ownership() {
        List<Part> parts = job(1 + random.nextInt(2));
        parts.add(requests());
        if (random.nextBoolean()) {
            int months = 1 + random.nextInt(24);
            parts.add(new Part(
                    pick("over ", "for ", "") + months + pick(" months", " mo", " month"),
                    Map.of("months", "" + months)));
        }
        if (random.nextBoolean()) {
            int in = 100 * (1 + random.nextInt(20));
            int out = 50 * (1 + random.nextInt(10));
            String text = pick(
                    in + " in / " + out + " out",
                    in + " input tokens and " + out + " output tokens",
                    in + " in " + out + " out");
            parts.add(new Part(text, Map.of("inputTokens", "" + in, "outputTokens", "" + out)));
        }
        return write("tco", pick("tco", "tco", "cost"), parts);
    }

    private String affordable() {
        List<Part> parts = new ArrayList<>();
        parts.add(model());
        int dollars = 5 * (1 + random.nextInt(100));
        parts.add(new Part(
                pick("$" + dollars, dollars + " USD", dollars + " dollars", "$" + dollars + " budget"),
                Map.of("budgetUsd", "" + dollars)));
        if (random.nextBoolean()) {
            parts.add(epochs());
        }
        return write("budget", pick("budget", "how many examples can I train,", "what can I train"), parts);
    }

    private List<Part> job(int models) {
        List<Part> parts = new ArrayList<>();
        parts.add(models == 1 ? model() : twoModels());
        if (random.nextInt(4) == 0) {
            int total = 50_000 * (1 + random.nextInt(100));
            parts.add(new Part(number(total) + " " + pick(TOTAL), Map.of("totalTokens", "" + total)));
        } else {
            int examples = 100 * (1 + random.nextInt(200));
            parts.add(new Part(number(examples) + " " + pick(EXAMPLE_UNITS), Map.of("examples", "" + examples)));
            if (random.nextBoolean()) {
                int tokens = 50 * (1 + random.nextInt(40));
                parts.add(new Part(number(tokens) + " " + pick(EACH), Map.of("tokensPerExample", "" + tokens)));
            }
        }
        if (random.nextInt(3) > 0) {
            parts.add(epochs());
        }
        return parts;
    }

    private Part epochs() {
        int epochs = 1 + random.nextInt(10);
        String number = epochs == 3 && random.nextBoolean() ? "three" : "" + epochs;
        String text = pick(
                number + " " + pick(EPOCH_UNITS),
                epochs + "ep",
                "epochs=" + epochs,
                "epochs: " + epochs,
                "--epochs " + epochs,
                number + " epochs");
        return new Part(text, Map.of("epochs", "" + epochs));
    }

    private Part requests() {
        int perDay = 100 * (1 + random.nextInt(100));
        int kind = random.nextInt(8);
        String text = switch (kind) {
            case 0 -> perDay + "/day";
            case 1 -> perDay + " rpd";
            case 2 -> perDay * 30 + " requests per month";
            case 3 -> perDay * 7 + " calls a week";
            default ->
                number(perDay) + " " + pick("requests", "req", "calls", "queries")
                        + pick("/day", " per day", " a day", " daily");
        };
        return new Part(text, Map.of("requestsPerDay", "" + perDay));
    }

    private Part model() {
        String[] model = MODELS[random.nextInt(MODELS.length)];
        return new Part(model[1 + random.nextInt(model.length - 1)], Map.of("models", model[0]));
    }

    private Part twoModels() {
        Part first = model();
        Part second = model();
        while (first.slots.equals(second.slots)) {
            second = model();
        }
        String text = first.text + pick(" vs ", " or ", " and ", ", ", " versus ") + second.text;
        return new Part(text, Map.of("models", first.slots.get("models") + "," + second.slots.get("models")));
    }

    private String number(int value) {
        List<String> styles = new ArrayList<>(List.of("" + value));
        if (value >= 1000) {
            styles.add(grouped(value, ","));
            styles.add(grouped(value, "_"));
        }
        if (value % 1000 == 0 && value < 1_000_000) {
            styles.addAll(List.of(value / 1000 + "k", value / 1000 + "K", value / 1000 + " thousand"));
        } else if (value % 100 == 0 && value >= 1000 && value < 1_000_000) {
            styles.add(value / 1000 + "." + value % 1000 / 100 + "k");
        }
        if (value % 100_000 == 0 && value >= 1_000_000) {
            String millions = value / 1_000_000 + (value % 1_000_000 == 0 ? "" : "." + value % 1_000_000 / 100_000);
            styles.addAll(List.of(millions + "M", millions + " million", millions + "m", millions + " mil"));
        }
        return pick(styles.toArray(new String[0]));
    }

    private static String grouped(int value, String separator) {
        String digits = "" + value;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(separator);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    private String write(String intent, String verb, List<Part> parts) {
        Collections.shuffle(parts, random);
        List<String> texts = new ArrayList<>();
        Map<String, String> slots = new TreeMap<>();
        for (Part part : parts) {
            texts.add(part.text);
            slots.putAll(part.slots);
        }
        boolean verbLast = !verb.isEmpty() && !verb.contains(" ") && random.nextInt(6) == 0;
        String separator = pick(", ", " ", ", ");
        String body = String.join(separator, texts);
        String text = verb.isEmpty() ? body : verbLast ? body + " " + verb : verb + " " + body;
        return misspelt(pick(LEADS) + text) + "\t" + new Label("ready", intent, slots);
    }

    /** Adds a typing error to one line in six. */
    private String misspelt(String text) {
        if (random.nextInt(6) > 0) {
            return text;
        }
        for (String word :
                List.of("examples", "samples", "tokens", "epochs", "requests", "compare", "estimate", "mistral")) {
            int at = text.indexOf(word);
            if (at >= 0) {
                return text.substring(0, at) + typo(word) + text.substring(at + word.length());
            }
        }
        return text;
    }

    private String typo(String word) {
        int i = 1 + random.nextInt(word.length() - 3);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
            case 1 -> word.substring(0, i) + word.substring(i + 1);
            default -> word.substring(0, i) + word.charAt(i) + word.substring(i);
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
