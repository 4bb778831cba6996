package io.tunetally.dataset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Texts for measuring the counting of tokens, made of the JDK's own sources: the prose of their comments, the code beside it, and the
 * Chinese of their messages, written on by a chain of three characters, as there is too little of it, with a comma or full stop after
 * twelve characters in the mean. Emoji stand in chat between words of the prose.
 */
final class BenchTexts {
    private static final int LONGEST = 2_000;
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*?(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern CHINESE = Pattern.compile("[\\u4E00-\\u9FFF\\u3000-\\u303F\\uFF00-\\uFFEF]{6,}");

    private final Random random = new Random(23);
    private final List<String> english = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private final StringBuilder chinese = new StringBuilder();

    private BenchTexts() {}

    /** Writes a file of JSON Lines of each kind and returns them by their names. */
    static Map<String, Path> write(Path folder, long bytesEach) throws IOException {
        BenchTexts texts = new BenchTexts();
        texts.readSources(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("English", texts.write(folder, "english", bytesEach, texts.endless(texts.english)));
        files.put("code", texts.write(folder, "code", bytesEach, texts.endless(texts.code)));
        files.put("Chinese", texts.write(folder, "chinese", bytesEach, texts.chain()));
        files.put("emoji", texts.write(folder, "emoji", bytesEach, texts.chat()));
        return files;
    }

    private void readSources(Path sources) throws IOException {
        try (ZipFile zip = new ZipFile(sources.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            for (ZipEntry entry : entries) {
                if (entry.getName().endsWith(".java") || entry.getName().endsWith("zh_CN.properties")) {
                    read(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        Collections.shuffle(english, random);
        Collections.shuffle(code, random);
    }

    private void read(String name, String content) {
        if (name.contains("zh_CN")) {
            String text = ESCAPE.matcher(content)
                    .replaceAll(escape -> Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
            CHINESE.matcher(text).results().map(MatchResult::group).forEach(chinese::append);
            return;
        }
        StringBuilder prose = new StringBuilder();
        COMMENT.matcher(content)
                .results()
                .skip(1) // The licence is the same everywhere.
                .forEach(comment -> prose.append(comment.group(1).replaceAll("(?m)^\\s*\\* ?", ""))
                        .append('\n'));
        pieces(prose.toString(), english);
        pieces(COMMENT.matcher(content).replaceAll(""), code);
    }

    private static void pieces(String text, List<String> into) {
        for (int from = 0; from < text.length(); from += LONGEST) {
            String piece = text.substring(from, Math.min(text.length(), from + LONGEST)).strip();
            if (!piece.isEmpty()) {
                into.add(piece);
            }
        }
    }

    private Supplier<String> endless(List<String> pieces) {
        int[] next = {0};
        return () -> pieces.get(next[0]++ % pieces.size());
    }

    private Supplier<String> chain() {
        Map<String, StringBuilder> next = new HashMap<>();
        for (int i = 2; i < chinese.length(); i++) {
            next.computeIfAbsent(chinese.substring(i - 2, i), _ -> new StringBuilder())
                    .append(chinese.charAt(i));
        }
        return () -> {
            StringBuilder text = new StringBuilder("\u8BF7\u6C42");
            while (text.length() < LONGEST / 3) {
                if (random.nextInt(12) == 0) {
                    text.append(random.nextInt(3) == 0 ? '\u3002' : '\uFF0C');
                    int start = random.nextInt(chinese.length() - 2);
                    text.append(chinese, start, start + 2);
                }
                StringBuilder following = next.get(text.substring(text.length() - 2));
                text.append(
                        following == null
                                ? chinese.substring(0, 2)
                                : following.charAt(random.nextInt(following.length())));
            }
            return text.toString();
        };
    }

    private Supplier<String> chat() {
        Supplier<String> prose = endless(english);
        return () -> {
            StringBuilder text = new StringBuilder();
            for (String word : prose.get().split("\\s+", 120)) {
                text.append(word).append(' ');
                if (random.nextInt(4) == 0) {
                    int times = 1 + random.nextInt(3);
                    text.append(Character.toString(0x1F300 + random.nextInt(0x350)).repeat(times))
                            .append(' ');
                }
            }
            return text.toString();
        };
    }

    private Path write(Path folder, String name, long bytes, Supplier<String> texts) {
        Path file = folder.resolve(name + ".jsonl");
        JsonMapper json = new JsonMapper();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            long written = 0;
            while (written < bytes) {
                String line = json.writeValueAsString(Map.of("text", texts.get())) + "\n";
                out.write(line);
                written += line.getBytes(StandardCharsets.UTF_8).length;
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
