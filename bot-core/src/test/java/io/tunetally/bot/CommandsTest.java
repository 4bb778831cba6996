package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Option values as the interpreter reads them. */
@Requirement("discord-5")
class CommandsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = new CatalogLoader(CLOCK)
            .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
    private static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());

    private final Commands commands = Commands.of(CATALOG.books(), INTERPRETER);

    private static Stream<String> providers() {
        return INTERPRETER.providers().stream();
    }

    /** {@code mistral} is also a model's name. */
    @ParameterizedTest
    @MethodSource("providers")
    void takesAProviderThatIsOfferedForThatProviderAndForNothingElse(String id) {
        for (String model : List.of("ministral-8b-classifier", "gpt-4o-mini", "mistral-7b")) {
            for (String typed : List.of(id, " " + id.toUpperCase(Locale.ROOT))) {
                Slots slots = read(Map.of("model", model, "provider", typed));

                assertThat(slots.value(SlotName.PROVIDER)).isEqualTo(new ProviderId(id));
                assertThat(slots.value(SlotName.MODELS)).containsExactly(new ModelId(model));
                assertThat(commands.values(slots)).containsEntry("provider", id).containsEntry("model", model);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void takesEachOfSeveralProvidersForOne(String id) {
        String other = id.equals("openai") ? "together" : "openai";
        for (String between : List.of(" vs ", ", ", " and ")) {
            Slots slots = read(Map.of("model", "gpt-4o-mini", "provider", other + between + id));

            assertThat(slots.value(SlotName.PROVIDERS))
                    .as("%s%s%s", other, between, id)
                    .containsExactly(new ProviderId(other), new ProviderId(id));
            assertThat(slots.value(SlotName.MODELS)).containsExactly(new ModelId("gpt-4o-mini"));
        }
    }

    private Slots read(Map<String, String> options) {
        return INTERPRETER
                .read(commands.text("cost", options), Markup.PLAIN, true, null)
                .slots();
    }
}
