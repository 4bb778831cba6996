package io.tunetally.discussion.reader;

import io.tunetally.chat.Markup;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.Verb;
import io.tunetally.text.PatternIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads commands about a discussion. Deterministic; the thread is read only if the words of a message may mean it. */
public final class CommandReader {
    private static final int LONGEST = 2_000;
    private static final Pattern ADDRESSED = Pattern.compile("^(?:\\s*<@!?\\w+(?:\\|[^>]*)?>[\\s,:]*)+(?=\\S)");
    private static final Pattern LETTER_AMID = Pattern.compile("(?<= )\\p{Lu}(?= |$)");

    private final Phrasebook phrasebook = Phrasebook.builtIn();
    private final PatternIndex<Phrasebook.Entry> index = phrasebook.index();
    private final Wordings wordings = phrasebook.wordings();
    private final ScenarioNames names = phrasebook.names();

    /**
     * Returns the command of a message; empty if it is none.
     *
     * @param scenarios reads the thread's scenarios, dropped ones among them
     */
    public Optional<Command> read(String text, Markup markup, Supplier<List<Scenario>> scenarios) {
        return read(
                text, markup, scenarios, (entry, thread) -> thread.scenarios().size() >= entry.scenariosNeeded());
    }

    /**
     * Returns the command of a message that means nothing else; empty if it is none, or if the thread has the scenarios that
     * it needs.
     */
    public Optional<Command> readWithoutScenarios(String text, Markup markup, Supplier<List<Scenario>> scenarios) {
        return read(
                text, markup, scenarios, (entry, thread) -> thread.scenarios().size() < entry.scenariosNeeded());
    }

    /** Whether a thread has the scenarios for a phrase. */
    private interface Enough {
        boolean has(Phrasebook.Entry entry, LazyScenarios thread);
    }

    private Optional<Command> read(String text, Markup markup, Supplier<List<Scenario>> scenarios, Enough enough) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String spaced = Wordings.spaced(plain(text, markup));
        Set<String> words = Wordings.words(spaced);
        words.addAll(Wordings.words(wordings.spelled(spaced)));
        PatternIndex.Possible<Phrasebook.Entry> found = index.in(List.copyOf(words));
        boolean amid = LETTER_AMID.matcher(spaced).find();
        List<Phrasebook.Entry> entries = IntStream.range(0, found.size())
                .mapToObj(found::pattern)
                .filter(entry -> amid || !entry.verb().isLastResort())
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        LazyScenarios thread = new LazyScenarios(scenarios);
        List<String> ways = wordings.of(spaced);
        return Stream.of(false, true)
                .map(last -> entries.stream()
                        .filter(entry -> entry.verb().isLastResort() == last)
                        .toList())
                .flatMap(tried -> ways.stream().flatMap(way -> read(way, tried, thread, enough).stream()))
                .findFirst();
    }

    private Optional<Command> read(
            String wording, List<Phrasebook.Entry> entries, LazyScenarios thread, Enough enough) {
        String text = " " + wording;
        return entries.stream()
                .flatMap(entry -> entry.phrase().match(text).stream()
                        .flatMap(values -> command(entry, values, thread, enough).stream()))
                .findFirst();
    }

    private static String plain(String text, Markup markup) {
        String said = ADDRESSED.matcher(text).replaceFirst("");
        return markup == Markup.MRKDWN
                ? said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                : said;
    }

    /** Reads the scenarios once. */
    private static final class LazyScenarios {
        private final Supplier<List<Scenario>> reader;
        private List<Scenario> scenarios = List.of();
        private boolean isRead;

        LazyScenarios(Supplier<List<Scenario>> reader) {
            this.reader = reader;
        }

        List<Scenario> scenarios() {
            if (!isRead) {
                scenarios = reader.get();
                isRead = true;
            }
            return scenarios;
        }
    }

    private Optional<Command> command(
            Phrasebook.Entry entry, Map<String, String> values, LazyScenarios thread, Enough enough) {
        Verb verb = entry.verb();
        values.putAll(entry.given());
        if (entry.scenariosNeeded() == 0 && !names.areIn(values)) {
            return Optional.of(new Command(verb, values, List.of()));
        }
        List<Scenario> scenarios = thread.scenarios();
        boolean means = enough.has(entry, thread) || names.hasCapital(values);
        return means && names.resolve(values, scenarios)
                ? Optional.of(new Command(verb, values, scenarios))
                : Optional.empty();
    }
}
