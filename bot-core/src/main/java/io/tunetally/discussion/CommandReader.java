package io.tunetally.discussion;

import io.tunetally.chat.Markup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads commands about a discussion. Deterministic; the thread is read only if the words of a message may mean it. */
public final class CommandReader {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_LETTER = 2;
    private static final Pattern ADDRESSED = Pattern.compile("^(?:\\s*<@!?\\w+(?:\\|[^>]*)?>[\\s,:]*)+(?=\\S)");
    private static final Pattern AT_END = Pattern.compile("[\\s.!?]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String OF = "letter";
    private static final String TO = "other";

    private final Phrasebook phrasebook = Phrasebook.builtIn();

    /**
     * Returns the command of a message; empty if it is none.
     *
     * @param scenarios reads the thread's scenarios, dropped ones among them
     */
    public Optional<Command> read(String text, Markup markup, Supplier<List<Scenario>> scenarios) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = " " + plain(text, markup);
        LazyScenarios thread = new LazyScenarios(scenarios);
        return phrasebook.entries().stream()
                .flatMap(entry -> entry.phrase().match(plain).stream()
                        .flatMap(values -> command(entry.verb(), values, thread).stream()))
                .findFirst();
    }

    private static String plain(String text, Markup markup) {
        String said = ADDRESSED.matcher(text).replaceFirst("");
        String typed = markup == Markup.MRKDWN
                ? said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                : said;
        return AT_END.matcher(SPACE.matcher(typed.strip()).replaceAll(" ")).replaceFirst("");
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

    private static Optional<Command> command(Verb verb, Map<String, String> values, LazyScenarios thread) {
        boolean needsNone = verb.scenariosNeeded() == 0 && !values.containsKey(OF);
        if (needsNone) {
            return Optional.of(new Command(verb, values, List.of()));
        }
        List<Scenario> scenarios = thread.scenarios();
        boolean enough = scenarios.size() >= verb.scenariosNeeded();
        boolean meant =
                Stream.of(OF, TO).map(values::get).allMatch(typed -> typed == null || mayMean(typed, scenarios));
        return enough && meant ? Optional.of(new Command(verb, values, scenarios)) : Optional.empty();
    }

    /** A letter may be wrong, which is told; a word of several letters is a scenario's name or none. */
    private static boolean mayMean(String typed, List<Scenario> scenarios) {
        boolean known = scenarios.stream().anyMatch(scenario -> scenario.isCalled(typed));
        boolean single = typed.length() == 1 && Character.isLetter(typed.charAt(0));
        boolean capitals = typed.length() <= LONGEST_LETTER && typed.chars().allMatch(Character::isUpperCase);
        return known || single || capitals;
    }
}
