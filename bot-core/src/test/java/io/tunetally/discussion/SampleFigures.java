package io.tunetally.discussion;

import io.tunetally.units.Band;
import java.util.List;

/** The figures of a plan, for tests in which they do not matter. */
final class SampleFigures {
    static final Figures GPT_4O = new Figures(
            "gpt-4o",
            "openai",
            "OpenAI",
            "GPT-4o on OpenAI",
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

    private SampleFigures() {}
}
