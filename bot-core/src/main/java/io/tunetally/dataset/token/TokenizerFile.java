package io.tunetally.dataset.token;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.dataset.source.DatasetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a Hugging Face {@code tokenizer.json} of the byte-level BPE family. The ids of its tokens are the ranks of their merges. */
final class TokenizerFile {
    private static final Map<String, WordSplitter> KNOWN_PATTERNS = Map.of(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            WordSplitter.CL100K,
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            WordSplitter.QWEN);
    private static final String GPT_2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private final String family;
    private final Path file;

    private TokenizerFile(String family, Path file) {
        this.family = family;
        this.file = file;
    }

    /**
     * Reads the tokenizer of a family.
     *
     * @throws DatasetException naming the file and what is not supported
     */
    static Tokenizer read(String family, Path file) {
        JsonNode root;
        try {
            root = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                            .streamReadConstraints(StreamReadConstraints.builder()
                                    .maxDocumentLength(256L << 20)
                                    .build())
                            .build())
                    .build()
                    .readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new DatasetException(file + ": cannot be read as a tokenizer.json (" + unreadable.getMessage() + ")");
        }
        return new TokenizerFile(family, file).tokenizer(root);
    }

    private Tokenizer tokenizer(JsonNode root) {
        JsonNode model = root.path("model");
        if (!model.path("type").asText("").equals("BPE")
                || model.path("byte_fallback").asBoolean()) {
            throw unsupported(
                    "its model is not byte-level BPE (" + model.path("type").asText("none") + ")");
        }
        List<String> added = new ArrayList<>();
        root.path("added_tokens")
                .forEach(token -> added.add(token.path("content").asText("")));
        return new BytePairTokenizer(
                splitter(root.path("pre_tokenizer")),
                ranks(model.path("vocab")),
                composed(root.path("normalizer")),
                pattern(added));
    }

    private boolean composed(JsonNode normalizer) {
        String type = normalizer.path("type").asText("");
        if (!type.isEmpty() && !type.equals("NFC")) {
            throw unsupported("its normalizer is " + type + "; NFC and none are read");
        }
        return !type.isEmpty();
    }

    private Splitter splitter(JsonNode preTokenizer) {
        List<JsonNode> steps = new ArrayList<>();
        JsonNode several = preTokenizer.path("pretokenizers");
        (several.isArray() ? several : List.of(preTokenizer)).forEach(steps::add);
        if (steps.isEmpty() || !type(steps.getLast()).equals("ByteLevel")) {
            throw unsupported("its pre-tokenizer does not end with ByteLevel");
        }
        if (steps.getLast().path("use_regex").asBoolean(true)) {
            return of(steps.size() == 1, GPT_2);
        }
        boolean one = steps.size() == 2 && type(steps.getFirst()).equals("Split");
        return of(one, one ? steps.getFirst().path("pattern").path("Regex").asText("") : "");
    }

    private static String type(JsonNode step) {
        return step.path("type").asText("");
    }

    private Splitter of(boolean understood, String regex) {
        if (!understood || regex.isEmpty()) {
            throw unsupported("its pre-tokenizer has other steps than one Split and ByteLevel");
        }
        WordSplitter known = KNOWN_PATTERNS.get(regex);
        try {
            return known == null ? new PatternSplitter(Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS)) : known;
        } catch (PatternSyntaxException invalid) {
            throw unsupported("the pattern of its pre-tokenizer cannot be used (" + invalid.getDescription() + ")");
        }
    }

    private Ranks ranks(JsonNode vocabulary) {
        Map<Character, Integer> bytes = bytesByCharacter();
        Ranks.Builder ranks = new Ranks.Builder();
        vocabulary.properties().forEach(entry -> {
            byte[] token = bytes(entry.getKey(), bytes);
            if (token != null) {
                ranks.add(token, entry.getValue().asInt());
            }
        });
        if (ranks.size() < 256) {
            throw unsupported("its vocabulary has only " + ranks.size() + " byte-level tokens");
        }
        return ranks.build();
    }

    private static byte @Nullable [] bytes(String token, Map<Character, Integer> bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(token.length());
        for (int i = 0; i < token.length(); i++) {
            Integer value = bytes.get(token.charAt(i));
            if (value == null) {
                return null; // An added token, which is not made of byte characters.
            }
            out.write(value);
        }
        return out.toByteArray();
    }

    /** Byte-level vocabularies write each byte as a visible character: printable ones as themselves, the others from U+0100 on. */
    private static Map<Character, Integer> bytesByCharacter() {
        Map<Character, Integer> bytes = new HashMap<>();
        char next = 256;
        for (int value = 0; value < 256; value++) {
            boolean visible = (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
            bytes.put(visible ? (char) value : next++, value);
        }
        return bytes;
    }

    /** Returns a pattern of the added tokens, the longest first; null for none. Their first characters are looked for before all of them are tried. */
    static @Nullable Pattern pattern(List<String> added) {
        String alternatives = added.stream()
                .filter(token -> !token.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String first = added.stream()
                .filter(token -> !token.isEmpty())
                .map(token -> "\\x{" + Integer.toHexString(token.codePointAt(0)) + "}")
                .distinct()
                .collect(Collectors.joining());
        return alternatives.isEmpty() ? null : Pattern.compile("(?=[" + first + "])(?:" + alternatives + ")");
    }

    private DatasetException unsupported(String why) {
        return new DatasetException(file + ": is not a tokenizer that can be read: " + why + "; remove tokenizers."
                + family + " to use the estimate");
    }
}
