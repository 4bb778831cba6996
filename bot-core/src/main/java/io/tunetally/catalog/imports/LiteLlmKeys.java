package io.tunetally.catalog.imports;

import io.tunetally.catalog.Meter;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of a row in LiteLLM's list. An unknown key may change the meaning of the others. */
final class LiteLlmKeys {
    private static final Map<String, Meter> TUNED = Map.of(
            "input_cost_per_token", Meter.TUNED_INPUT,
            "output_cost_per_token", Meter.TUNED_OUTPUT,
            "cache_read_input_token_cost", Meter.TUNED_CACHED,
            "input_cost_per_token_batches", Meter.TUNED_BATCH_INPUT,
            "output_cost_per_token_batches", Meter.TUNED_BATCH_OUTPUT);
    private static final Map<String, Meter> BASE = Map.of(
            "input_cost_per_token", Meter.BASE_INPUT,
            "output_cost_per_token", Meter.BASE_OUTPUT,
            "cache_read_input_token_cost", Meter.BASE_CACHED);
    private static final Map<String, Meter> LONG_PROMPT = Map.of(
            "input_cost_per_token_above_200k_tokens", Meter.BASE_INPUT,
            "output_cost_per_token_above_200k_tokens", Meter.BASE_OUTPUT,
            "cache_read_input_token_cost_above_200k_tokens", Meter.BASE_CACHED);

    /** Prices of offers and modalities that have no figure here. */
    private static final Pattern OTHER_PRICES = Pattern.compile("(input|output)_cost_per_token_"
            + "(batches|priority|flex|cache_hit|above_\\d+k_tokens(_priority)?)"
            + "|(input|output)_cost_per_"
            + "(audio_token(_priority)?|image(_token)?|reasoning_token|pixel|second|query|character|request"
            + "|(audio|video)_per_second)(_above_\\d+k_tokens)?"
            + "|cache_(read|creation)_input_(token|audio_token)_cost(_priority|_flex|_above_\\w+)?"
            + "|(input|output)_dbu_cost_per_token|tiered_pricing|search_context_cost_per_query"
            + "|web_search_billing_unit|regional_processing_uplift_multiplier_(eu|us)"
            + "|code_interpreter_cost_per_session|file_search_cost_per_(1k_calls|gb_per_day)"
            + "|(annotation|ocr)_cost_per_page|output_cost_per_image");

    private static final Set<String> ABOUT = Set.of(
            "litellm_provider",
            "mode",
            "source",
            "metadata",
            "comment",
            "deprecation_date",
            "supported_endpoints",
            "supported_modalities",
            "supported_output_modalities",
            "supported_regions",
            "prompt_cache_min_tokens",
            "output_vector_size",
            "rpm",
            "tpm",
            "use_openai_responses_path",
            "provider_specific_entry");
    private static final Pattern CAPABILITY = Pattern.compile("supports_\\w+|max_\\w+");

    private LiteLlmKeys() {}

    /** Returns the figures of a row by key, of the tuned or of the untuned model. */
    static Map<String, Meter> figures(boolean tuned) {
        return tuned ? TUNED : BASE;
    }

    /** Returns the figures of the untuned model for prompts longer than 200,000 tokens. */
    static Map<String, Meter> longPrompt() {
        return LONG_PROMPT;
    }

    /** True for a key whose price is imported. */
    static boolean isTaken(String key) {
        return TUNED.containsKey(key) || LONG_PROMPT.containsKey(key);
    }

    static boolean isKnown(String key) {
        return TUNED.containsKey(key)
                || ABOUT.contains(key)
                || CAPABILITY.matcher(key).matches()
                || OTHER_PRICES.matcher(key).matches();
    }
}
