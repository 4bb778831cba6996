package io.tunetally.discussion.reader;

import io.tunetally.chat.Markup;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads commands about a discussion. Deterministic; the thread is read only if the words of a message may mean it. */
public final class CommandReader {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_LETTER = 2;
    private static final Pattern ADDRESSED = Pattern.compile("^(?:\\s*<@!?\\w+(?:\\|[^>]*)?>[\\s,:]*)+(?=\\S)");
    private static final String OF = "letter";

    private static final String EXAMPLE = "example";

    private final Phrasebook phrasebook = Phrasebook.builtIn();
    private final PhraseIndex index = phrasebook.index();
    private final Wordings wordings = phrasebook.wordings();
    private final Descriptions descriptions = phrasebook.descriptions();

    /**
     * Returns the command of a message; empty if it is none.
     *
     * @param scenarios reads the thread's scenarios, dropped ones among them
     */
    public Optional<Command> read(String text, Markup markup, Supplier<List<Scenario>> scenarios) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String spaced = Wordings.spaced(plain(text, markup));
        Set<String> words = Wordings.words(spaced);
        words.addAll(Wordings.words(wordings.spelled(spaced)));
        List<Phrasebook.Entry> entries = index.of(words);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        LazyScenarios thread = new LazyScenarios(scenarios);
        return wordings.of(spaced).stream()
                .flatMap(wording -> read(wording, entries, thread).stream())
                .findFirst();
    }

    private Optional<Command> read(String wording, List<Phrasebook.Entry> entries, LazyScenarios thread) {
        String text = " " + wording;
        return entries.stream()
                .flatMap(entry ->
                        entry.phrase().match(text).stream().flatMap(values -> command(entry, values, thread).stream()))
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

    private Optional<Command> command(Phrasebook.Entry entry, Map<String, String> values, LazyScenarios thread) {
        Verb verb = entry.verb();
        if (!entry.example().isEmpty()) {
            values.put(EXAMPLE, entry.example());
        }
        if (entry.scenariosNeeded() == 0 && !values.containsKey(OF)) {
            return Optional.of(new Command(verb, values, List.of()));
        }
        List<Scenario> scenarios = thread.scenarios();
        boolean enough = scenarios.size() >= entry.scenariosNeeded();
        if (!enough || !Command.SCENARIOS.stream().allMatch(gap -> isMeant(gap, values, scenarios))) {
            return Optional.empty();
        }
        return Optional.of(new Command(verb, values, scenarios));
    }

    /** True if a gap names scenarios; the letter takes the place of a description of only one. */
    private boolean isMeant(String gap, Map<String, String> values, List<Scenario> scenarios) {
        String typed = values.get(gap);
        if (typed == null || !Descriptions.isOne(typed)) {
            return typed == null || mayMean(typed, scenarios);
        }
        List<Scenario> meant = descriptions.find(
                typed, scenarios.stream().filter(each -> !each.dropped()).toList());
        if (meant.size() == 1) {
            values.put(gap, meant.getFirst().letter());
        }
        return !meant.isEmpty();
    }

    /** A letter may be wrong, which is told; a word of several letters is a scenario's name or none. */
    private boolean mayMean(String typed, List<Scenario> scenarios) {
        boolean known = scenarios.stream().anyMatch(scenario -> scenario.isCalled(typed));
        boolean single = typed.length() == 1 && Character.isLetter(typed.charAt(0)) && !phrasebook.isWord(typed);
        boolean capitals = typed.length() > 1
                && typed.length() <= LONGEST_LETTER
                && typed.chars().allMatch(Character::isUpperCase);
        return known || single || capitals;
    }
}
