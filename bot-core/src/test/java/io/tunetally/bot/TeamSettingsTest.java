package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.bounded.ProcessMemory;
import io.tunetally.storage.bounded.ProcessRecords;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A team's defaults, from the form to the answer. */
@Requirement("slack-16")
final class TeamSettingsTest {
    private static final PlatformId SLACK = new PlatformId("slack");
    private static final TeamDefaults.Scope TEAM = new TeamDefaults.Scope(SLACK, "T1", "");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private final Stored stored = new Stored();
    private final Assembly assembly = assembly(StoreCalls::withoutDeadline);
    private final TeamSettings settings =
            new TeamSettings(stored, assembly.interpreter(), assembly.catalog().books());

    private Assembly assembly(Supplier<StoreCalls> calls) {
        return Assembly.ofPlatform(
                SharedKnowledge.at(CLOCK),
                CLOCK,
                new ProcessMemory(Duration.ofHours(1), CLOCK),
                stored,
                new ProcessRecords(CLOCK),
                _ -> true,
                calls);
    }

    @Test
    void returnsStoredValues() {
        Map<String, String> values = Map.of(
                "model", "gpt-4o",
                "examples", "2000",
                "tokens", "800",
                "epochs", "5",
                "requests_per_day", "250",
                "months", "12",
                "edition", "guide");

        assertThat(settings.change(TEAM, values)).isEmpty();
        assertThat(settings.values(TEAM)).isEqualTo(values);
        assertThat(settings.change(TEAM, Map.of("method", "lora", "provider", "together")))
                .isEmpty();
        assertThat(settings.values(TEAM)).isEqualTo(Map.of("method", "lora", "provider", "together"));
        assertThat(settings.change(TEAM, Map.of())).isEmpty();
        assertThat(settings.values(TEAM)).isEmpty();
    }

    /** As when a person opens the form and saves it unchanged. */
    @Test
    void keepsEveryProviderWhereTheFormIsSentUnchanged() {
        for (String provider : assembly.interpreter().providers()) {
            assertThat(settings.change(TEAM, Map.of("provider", provider)))
                    .as(provider)
                    .isEmpty();
            Optional<String> set = stored.find(TEAM).team();

            assertThat(settings.change(TEAM, settings.values(TEAM))).isEmpty();
            assertThat(stored.find(TEAM).team()).isEqualTo(set).isPresent();
            assertThat(settings.values(TEAM)).isEqualTo(Map.of("provider", provider));
        }
    }

    @Test
    void namesTheOptionThatIsWrongAndChangesNothing() {
        settings.change(TEAM, Map.of("epochs", "5"));

        assertThat(settings.change(TEAM, Map.of("model", "blorft", "epochs", "4")))
                .containsOnlyKeys("model")
                .hasEntrySatisfying("model", why -> assertThat(why).contains("Unknown model: \"blorft\"", "Nearest"));
        assertThat(settings.change(TEAM, Map.of("provider", "nowhere"))).containsOnlyKeys("provider");
        assertThat(settings.change(TEAM, Map.of("epochs", "100000000000"))).containsOnlyKeys("epochs");
        assertThat(settings.values(TEAM)).isEqualTo(Map.of("epochs", "5"));
    }

    @Test
    void namesFaultsInValuesForOneQuestion() {
        assertThat(settings.faults(Map.of("model", "blorft", "epochs", "4"))).containsOnlyKeys("model");
        assertThat(settings.faults(Map.of("model", "500"))).containsOnlyKeys("model");
        assertThat(settings.faults(Map.of("model", "llama", "epochs", "4"))).isEmpty();
        assertThat(settings.faults(Map.of("model", "gpt-4o", "epochs", "4"))).isEmpty();
        assertThat(settings.faults(Map.of("model", "gpt-4o vs gpt-4o-mini", "epochs", "3")))
                .isEmpty();
        assertThat(settings.faults(Map.of("model", "gpt-4o", "method", "lora"))).isEmpty();
        assertThat(settings.values(TEAM)).isEmpty();
    }

    /** A text after the name of its option, and the fault reported for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tokens           | 12.250            | 12,250
        examples         | 1,00              | 1 or 100
        examples         | 0                 | must be 1 to
        examples         | 1000000000000     | must be 1 to 1,000,000,000
        examples         | -5                | examples must be 1 to 1,000,000,000
        examples         | abc               | Give one number
        examples         | 5 epochs          | Read as epochs
        epochs           | 2.5               | must be a whole number, 1 to 100
        epochs           | 101               | must be 1 to 100
        tokens           | 99999999999       | must be 1 to 1,000,000,000
        months           | 1000000           | must be 1 to 120
        requests_per_day | 99999999999       | requests/day must be
        model            | zorkmodel-9       | Unknown model: "zorkmodel-9"
        model            | the cheapest one  | Unknown model: "the cheapest one"
        model            | gpt-5             | Nearest: gpt-4o-mini
        model            | gpt-4o 5 epochs   | Nearest: gpt-4o
        model            | lora              | Unknown model: "lora"
        provider         | zorkcloud         | Unknown provider: "zorkcloud"
        provider         | 5                 | Unknown provider: "5"
        """)
    void namesTheFieldOfAValueThatCannotBeOne(String name, String value, String said) {
        Map<String, String> question = new HashMap<>(Map.of("model", "gpt-4o", "method", "full"));
        question.put(name, value);

        assertThat(settings.faults(question))
                .containsOnlyKeys(name)
                .hasEntrySatisfying(name, fault -> assertThat(fault).contains(said));
        assertThat(settings.change(TEAM, Map.of(name, value, "method", "lora")))
                .containsOnlyKeys(name)
                .hasEntrySatisfying(name, fault -> assertThat(fault).contains(said));
        assertThat(stored.find(TEAM).team()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1,000", "1 000", "1k", "1e3", "1.000.000", "three", "about 500", "3-5"})
    void readsNumbersAsTheCommandDoes(String examples) {
        assertThat(settings.faults(Map.of("model", "gpt-4o", "examples", examples)))
                .isEmpty();
    }

    @Test
    void namesTheFieldThatIsReadAsPartOfItsNeighbour() {
        for (String model : assembly.interpreter().models()) {
            Map<String, String> values = Map.of("model", model, "examples", "800", "epochs", "4");

            assertThat(settings.faults(values)).as(model).isEmpty();
        }
        assertThat(settings.faults(Map.of("model", "gemini 4", "examples", "800")))
                .containsOnlyKeys("model");
    }

    /** No question can be asked later, and the form shows one value. */
    @Test
    void storesOneValueOfEachOption() {
        for (Map<String, String> values :
                List.of(Map.of("epochs", "3-5"), Map.of("model", "llama"), Map.of("model", "gpt-4o vs gpt-4o-mini"))) {
            assertThat(settings.change(TEAM, values)).as("%s", values).hasSize(1);
        }
        assertThat(stored.find(TEAM).team()).isEmpty();
    }

    @Test
    void assumesThemWhereNothingIsSaidAndSaysSo() {
        settings.change(TEAM, Map.of("epochs", "5", "examples", "2000"));
        stored.set(new TeamDefaults.Scope(SLACK, "T1", "C1"), "cost 4 epochs");

        assertThat(answer("T1", "C2", "cost gpt-4o"))
                .contains("$125.00", "team default: 2,000 examples · 5 epochs", "500 tokens each (assumed)");
        assertThat(answer("T1", "C1", "cost gpt-4o")).contains("$100.00", "team default: 2,000 examples · 4 epochs");
        assertThat(answer("T1", "C2", "cost gpt-4o 1 epoch")).contains("$25.00");
        assertThat(answer("T2", "C2", "cost gpt-4o")).contains("$37.50");
    }

    @Test
    void answersWithTheReferenceJobWhereTheyCannotBeRead() {
        stored.broken = true;

        assertThat(answer("T1", "C1", "cost gpt-4o")).contains("$37.50", "without your team's defaults");
    }

    @Test
    void doesNotWaitForAStoreThatHangs() {
        stored.hanging = true;
        long begun = ProgramTime.now();

        assertThat(answer(assembly(StoreCalls::new), "T1", "C1", "cost gpt-4o"))
                .contains("$37.50", "without your team's defaults");
        assertThat(ProgramTime.since(begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void doesNotRefuseAModelForAMethodThatOnlyTheTeamPrefers() {
        settings.change(TEAM, Map.of("method", "lora"));

        assertThat(answer("T1", "C1", "cost gpt-4o")).contains("$37.50");
        assertThat(answer("T1", "C1", "cost llama 8b")).contains("LoRA");
    }

    private String answer(String space, String channel, String text) {
        return answer(assembly, space, channel, text);
    }

    private static String answer(Assembly bot, String space, String channel, String text) {
        ConversationId conversation = new ConversationId(SLACK, space, channel, text);
        Envelope envelope = new Envelope(text, conversation, new UserId("U1"), true);
        return new PlainText(400, PlainText.Style.NONE)
                .render(bot.bot()
                        .answer(new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of()))
                        .reply());
    }

    private static final class Stored implements TeamDefaults {
        private final Map<Scope, String> texts = new ConcurrentHashMap<>();
        private boolean broken;
        private volatile boolean hanging;

        @Override
        public Found find(Scope scope) {
            if (broken) {
                throw new StorageException("the disk is gone");
            }
            while (hanging) {
                pause();
            }
            Optional<String> channel =
                    scope.channel().isEmpty() ? Optional.empty() : Optional.ofNullable(texts.get(scope));
            return new Found(Optional.ofNullable(texts.get(scope.team())), channel);
        }

        private static void pause() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                throw new StorageException("nobody waits any longer", stopped);
            }
        }

        @Override
        public void set(Scope scope, String canonicalText) {
            texts.put(scope, canonicalText);
        }

        @Override
        public void clear(Scope scope) {
            texts.remove(scope);
        }
    }
}
