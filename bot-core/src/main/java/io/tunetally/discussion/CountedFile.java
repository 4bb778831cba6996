package io.tunetally.discussion;

import io.tunetally.units.Range;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The counts of a training file, of which nothing else is kept.
 *
 * @param tokens its tokens by the tokenizer that counted them; a range if they are estimated
 * @param suggestedEpochs what its number of examples suggests; 0 if the epochs were asked for
 */
public record CountedFile(Map<String, Range> tokens, long suggestedEpochs) {
    private static final String TOKENS = "tokens ";
    private static final String EPOCHS = "suggestedEpochs";
    private static final String TO = "-";

    public CountedFile {
        tokens = Map.copyOf(tokens);
    }

    static CountedFile read(String json) {
        Body body = Body.read(json);
        return new CountedFile(
                body.startingWith(TOKENS).entrySet().stream()
                        .collect(Collectors.toMap(
                                count -> count.getKey().substring(TOKENS.length()), count -> range(count.getValue()))),
                body.number(EPOCHS));
    }

    private static Range range(String written) {
        String[] ends = written.split(TO, 2);
        return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    String write() {
        Body body = new Body().with(EPOCHS, suggestedEpochs);
        tokens.forEach((tokenizer, count) -> body.with(TOKENS + tokenizer, count.low() + TO + count.high()));
        return body.write();
    }
}
