package io.tunetally.dataset.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code tokenizer.json} whose model is byte pair encoding of characters with bytes for the others. */
final class SentencePieceFile {
    private static final String SPACE = String.valueOf(SentencePieceTokenizer.SPACE);
    private static final int BYTES = 256;
    private static final Pattern BEYOND_A_WORD = Pattern.compile("[^" + SPACE + "]" + SPACE);

    private final JsonNode root;
    private final Function<String, RuntimeException> unsupported;

    /**
     * Creates a reader.
     *
     * @param unsupported the exception that says what cannot be read
     */
    SentencePieceFile(JsonNode root, Function<String, RuntimeException> unsupported) {
        this.root = root;
        this.unsupported = unsupported;
    }

    Tokenizer tokenizer(@Nullable Pattern added) {
        String prefix = prefix(root.path("normalizer"), root.path("pre_tokenizer"));
        JsonNode model = root.path("model");
        Map<String, Integer> ids = new HashMap<>();
        model.path("vocab")
                .properties()
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt()));
        Map<Integer, Integer> characters = new HashMap<>();
        boolean wordsApart = true;
        for (Map.Entry<String, Integer> token : ids.entrySet()) {
            String text = token.getKey();
            wordsApart &= !BEYOND_A_WORD.matcher(text).find();
            if (text.codePointCount(0, text.length()) == 1) {
                characters.put(text.codePointAt(0), token.getValue());
            }
        }
        return new SentencePieceTokenizer(
                characters, bytes(ids), merges(model.path("merges"), ids), prefix, wordsApart, added);
    }

    private List<Integer> bytes(Map<String, Integer> ids) {
        List<Integer> bytes = new ArrayList<>(BYTES);
        for (int value = 0; value < BYTES; value++) {
            String name = String.format(Locale.ROOT, "<0x%02X>", value);
            bytes.add(ids.getOrDefault(name, SentencePieceTokenizer.UNKNOWN));
        }
        return bytes;
    }

    /** A merge is written as a list of two tokens, or with a space between them. */
    private MergeTable merges(JsonNode merges, Map<String, Integer> ids) {
        MergeTable table = new MergeTable(merges.size());
        int rank = 0;
        for (JsonNode merge : merges) {
            String written = merge.asText("");
            int space = written.indexOf(' ', 1);
            String left = merge.isArray() ? merge.path(0).asText() : written.substring(0, Math.max(0, space));
            String right = merge.isArray() ? merge.path(1).asText() : written.substring(space + 1);
            Integer leftId = ids.get(left);
            Integer rightId = ids.get(right);
            Integer made = ids.get(left + right);
            if (leftId == null || rightId == null || made == null) {
                throw unsupported.apply("its merge " + rank + " is not one of two tokens");
            }
            table.add(leftId, rightId, rank++, made);
        }
        return table;
    }

    /** Returns what stands before a text, once spaces are written as their sign; null for nothing. */
    private @Nullable String prefix(JsonNode normalizer, JsonNode preTokenizer) {
        String before = type(preTokenizer);
        if (before.equals("Metaspace")) {
            boolean never = preTokenizer.path("prepend_scheme").asText("").equals("never")
                    || !preTokenizer.path("add_prefix_space").asBoolean(true);
            return never ? null : SPACE;
        }
        // A pre-tokenizer that splits at spaces finds none, as they have been written as their sign.
        boolean none = before.isEmpty()
                || (before.equals("Split")
                        && preTokenizer
                                .path("pattern")
                                .path("String")
                                .asText("")
                                .equals(" "));
        if (!none) {
            throw unsupported.apply("its pre-tokenizer is " + before);
        }
        List<JsonNode> steps = new ArrayList<>();
        if (type(normalizer).equals("Sequence")) {
            normalizer.path("normalizers").forEach(steps::add);
        } else {
            steps.add(normalizer);
        }
        Optional<JsonNode> prepended =
                steps.stream().filter(step -> type(step).equals("Prepend")).findFirst();
        long replaced = steps.stream().filter(SentencePieceFile::writesSpaces).count();
        if (replaced != 1 || steps.size() != (prepended.isPresent() ? 2 : 1)) {
            throw unsupported.apply("its normalizer has other steps than a sign for spaces and one before the text");
        }
        return prepended.map(step -> step.path("prepend").asText()).orElse(null);
    }

    private static boolean writesSpaces(JsonNode step) {
        return type(step).equals("Replace")
                && step.path("pattern").path("String").asText("").equals(" ")
                && step.path("content").asText("").equals(SPACE);
    }

    private static String type(JsonNode step) {
        return step.path("type").asText("");
    }
}
