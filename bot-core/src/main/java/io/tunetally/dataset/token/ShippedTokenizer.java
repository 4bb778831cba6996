package io.tunetally.dataset.token;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tokenizers that ship with the program; each is loaded when it is first used. */
enum ShippedTokenizer {
    CL100K_BASE("cl100k_base", () -> new BytePairTokenizer(WordSplitter.CL100K, Vocabularies.cl100k(), false, null)),
    O200K_BASE("o200k_base", () -> new BytePairTokenizer(WordSplitter.O200K, Vocabularies.o200k(), false, null)),
    QWEN3(
            "qwen3",
            () -> new BytePairTokenizer(
                    WordSplitter.QWEN, Vocabularies.shipped("qwen3"), true, TokenizerFile.pattern(qwenAdded()))),
    MISTRAL_NEMO(
            "mistral-nemo",
            () -> new BytePairTokenizer(
                    WordSplitter.TEKKEN,
                    Vocabularies.shipped("mistral-nemo"),
                    false,
                    TokenizerFile.pattern(tekkenAdded())));

    private final String id;
    // The suppliers are lambdas without state, and what they load stays.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<Tokenizer> loader;

    @SuppressWarnings("ImmutableEnumChecker")
    private @Nullable Tokenizer loaded;

    ShippedTokenizer(String id, Supplier<Tokenizer> loader) {
        this.id = id;
        this.loader = loader;
    }

    static ShippedTokenizer of(String id) {
        return List.of(values()).stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tokenizer \"" + id + "\" ships with the program"));
    }

    synchronized Tokenizer tokenizer() {
        Tokenizer known = loaded == null ? loader.get() : loaded;
        loaded = known;
        return known;
    }

    private static List<String> qwenAdded() {
        List<String> added = new ArrayList<>(
                List.of("<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>", "<think>", "</think>"));
        List.of(
                        "endoftext",
                        "im_start",
                        "im_end",
                        "object_ref_start",
                        "object_ref_end",
                        "box_start",
                        "box_end",
                        "quad_start",
                        "quad_end",
                        "vision_start",
                        "vision_end",
                        "vision_pad",
                        "image_pad",
                        "video_pad",
                        "fim_prefix",
                        "fim_middle",
                        "fim_suffix",
                        "fim_pad",
                        "repo_name",
                        "file_sep")
                .forEach(name -> added.add("<|" + name + "|>"));
        return added;
    }

    private static List<String> tekkenAdded() {
        List<String> added = new ArrayList<>(List.of("<unk>", "<s>", "</s>", "<pad>"));
        List.of(
                        "INST",
                        "/INST",
                        "AVAILABLE_TOOLS",
                        "/AVAILABLE_TOOLS",
                        "TOOL_RESULTS",
                        "/TOOL_RESULTS",
                        "TOOL_CALLS",
                        "PREFIX",
                        "MIDDLE",
                        "SUFFIX")
                .forEach(name -> added.add("[" + name + "]"));
        IntStream.range(14, 1000).forEach(number -> added.add("<SPECIAL_" + number + ">"));
        return added;
    }
}
