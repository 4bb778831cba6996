package io.tunetally.dataset.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Detects the container of a file by the beginning of its content; its name is not asked. */
final class ContentSniffer {
    static final int AHEAD = 1 << 14;

    private static final Pattern YAML_KEY = Pattern.compile("[a-z_][a-z0-9_.-]*:(\\s.*)?");
    private static final Pattern YAML_BETWEEN = Pattern.compile("\\s*|\\s*#.*|\\s+.*|- .*|---");
    private static final int LEAST_KEYS = 3;

    private ContentSniffer() {}

    static Container detect(byte[] beginning) {
        if (OtherFiles.startsWith(beginning, 'P', 'A', 'R', '1')) {
            return Container.PARQUET;
        }
        OtherFiles.refuse(beginning);
        String text = new String(beginning, StandardCharsets.UTF_8).stripLeading();
        Optional<Container> json = JsonSniffer.detect(text);
        if (json.isPresent()) {
            return json.get();
        }
        refuseConfiguration(text);
        return TableSniffer.detect(text).orElse(Container.TEXT);
    }

    /** Distinct keys in small letters, each on a line of its own, are YAML; a dialogue repeats its speakers. */
    private static void refuseConfiguration(String text) {
        List<String> outer = text.lines()
                .filter(line -> !YAML_BETWEEN.matcher(line).matches())
                .toList();
        boolean yaml = outer.size() >= LEAST_KEYS
                && outer.stream().allMatch(line -> YAML_KEY.matcher(line).matches())
                && outer.stream()
                                .map(line -> line.substring(0, line.indexOf(':')))
                                .distinct()
                                .count()
                        == outer.size();
        if (yaml) {
            throw new DatasetException("is a training config, which is not read; name the training file inside it");
        }
    }
}
