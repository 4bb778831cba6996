package io.tunetally.discussion;

import io.tunetally.units.Band;
import java.util.List;

/** The figures of a plan, for tests in which they do not matter. */
public final class SampleFigures {
    static final Figures GPT_4O = of("GPT-4o on OpenAI");

    private SampleFigures() {}

    public static Figures of(String offer) {
        return new Figures(
                "gpt-4o",
                "openai",
                "OpenAI",
                offer,
                Band.of("3.75"),
                null,
                null,
                null,
                0,
                null,
                "",
                List.of(),
                "",
                "",
                "");
    }
}
