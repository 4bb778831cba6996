package io.tunetally.wording.law;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The questions that the laws are checked on, of all intents, and the days that they are asked on. */
final class LawQuestions {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 15);
    private static final int DAYS = 30;
    private static final int DAYS_BETWEEN = 37;

    private static final List<String> MODELS = List.of(
            "llama 8b",
            "llama 8b lora",
            "llama 70b lora",
            "llama 8b on together",
            "mistral 7b",
            "qwen3 8b lora",
            "qwen 32b lora on fireworks",
            "gpt-oss 20b",
            "gpt-4o",
            "gpt-4o on azure",
            "gpt-4o mini",
            "gpt-4.1 mini",
            "gemini 2.0 flash",
            "phi-4",
            "deepseek-v3.1 lora");

    /** Questions about a model, and how its numbers are echoed. */
    private static final List<Form> ABOUT_A_MODEL = List.of(
            form("cost #"),
            form("cost 2k examples 4 epochs #", "2,000 examples", "4 epochs"),
            form("what does # cost with 3M tokens?", "3,000,000 tokens"),
            form("tco #"),
            form("tco # 1500 requests/day", "1,500 requests/day"),
            form("tco # 20k requests a day over 24 months", "20,000 requests/day", "24 months"),
            form("tco # 700 requests a day, retrain every month", "700 requests/day"),
            form("break even # 2000 token prompt vs 150", "2,000 prompt tokens", "150 prompt tokens"),
            form("break even # 2000 token prompt vs 150, 9000 requests a day", "9,000 requests/day"),
            form("budget $50 #", "$50"),
            form("what can i do with $20 and 900 examples on #", "$20", "900 examples"),
            form("lora vs full # 1200 examples", "1,200 examples"),
            form("# vs llama 70b, 1300 examples", "1,300 examples"),
            form("tco # vs gpt-4o mini 300 requests/day", "300 requests/day"),
            form("compare # and gpt-oss 120b over 9 months with 4000 requests a day", "9 months", "4,000 requests/day"),
            form("we tuned #, where do we move? 5000 requests/day", "5,000 requests/day"),
            form("is fine-tuning # worth it? 6000 requests/day", "6,000 requests/day"),
            form("recommend something instead of # for 800 examples", "800 examples"));

    private static final List<Form> ABOUT_NONE = List.of(
            form("compare all"),
            form("compare all 2500 examples", "2,500 examples"),
            form("compare all lora 5 epochs", "5 epochs"),
            form("tco all"),
            form("tco all 3000 requests/day", "3,000 requests/day"),
            form("tco all 3000 requests/day for 2 years", "3,000 requests/day", "24 months"),
            form("cheapest model for 700 examples", "700 examples"),
            form("recommend"),
            form("recommend 4000 examples", "4,000 examples"),
            form("which model should we use for 8000 requests a day", "8,000 requests/day"),
            form("recommend with $30", "$30"),
            form("budget $50", "$50"),
            form("budget $5 2k examples", "$5", "2,000 examples"),
            form("budget $500 for 6 months running at 100 requests a day", "$500"),
            form("models"),
            form("break even"),
            form("break even 3000 token prompt vs 200", "3,000 prompt tokens"),
            form("should we fine-tune?"),
            form(
                    "is it worth fine-tuning? 20k requests/day, gpt-4o, 3000 token prompt, 300 out",
                    "20,000 requests/day"),
            form("should I fine-tune for classifying support emails?"),
            form("should we fine-tune? our data changes weekly"),
            form("we leave openai, where to?"),
            form("together vs fireworks for llama 8b"),
            form("at what volume is azure cheaper than openai for gpt-4o"),
            form("cost llama 8b on h100 1100 examples", "1,100 examples"),
            form("tco llama 8b on h100 with 2000 requests a day", "2,000 requests/day"),
            form("cost o4-mini rft 4 training hours", "4 training hours"),
            form("dpo llama 8b 900 examples", "900 examples"),
            form("should we fine-tune for one JSON format every time? 90000 requests a day", "90,000 requests/day"),
            form("should we fine-tune for our tone, 700 examples", "700 examples"),
            form("should we fine-tune qwen3 8b? 250000 requests a day", "250,000 requests/day"),
            form("what would change tco qwen3 8b vs gpt-oss 20b 2000 requests/day", "2,000 requests/day"),
            form("what would change compare llama 8b vs mistral 7b 3000 examples", "3,000 examples"),
            form("cost gpt-4.1 nano batch 400 requests/day", "400 requests/day"),
            form("lora vs full vs qlora llama 8b"));

    /** A question, and how its numbers are echoed. */
    record Form(String text, List<String> echoes) {}

    private LawQuestions() {}

    static Form form(String text, String... echoes) {
        return new Form(text, List.of(echoes));
    }

    static List<Form> all() {
        Stream<Form> ofModels = MODELS.stream()
                .flatMap(model ->
                        ABOUT_A_MODEL.stream().map(form -> new Form(form.text().replace("#", model), form.echoes())));
        return Stream.concat(ofModels, ABOUT_NONE.stream()).toList();
    }

    static List<LocalDate> days() {
        return IntStream.range(0, DAYS)
                .mapToObj(n -> FIRST_DAY.plusDays((long) n * DAYS_BETWEEN))
                .toList();
    }
}
