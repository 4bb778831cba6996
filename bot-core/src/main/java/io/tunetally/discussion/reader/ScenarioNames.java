package io.tunetally.discussion.reader;

import io.tunetally.discussion.Command;
import io.tunetally.discussion.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the scenarios that the gaps of a command name: by a letter, by a name, or in words. */
final class ScenarioNames {
    private static final int LONGEST_LETTER = 2;
    private static final String LETTER = "letter";

    /** May also be words of one scenario's offer alone: "azure is out". */
    private static final String ANY = "any";

    /** A letter amid a sentence, where one that is no scenario may be part of anything. */
    private static final String CAPITAL = "capital";

    /** A pronoun for the plan that was asked last: {@code decide that}, {@code call it pilot}. */
    private static final String IT = "it";

    private static final String LAST_ONE = "the last one";

    private final Set<String> words;
    private final Descriptions descriptions;

    /** @param words single letters that are words of their own */
    ScenarioNames(Set<String> words, Descriptions descriptions) {
        this.words = Set.copyOf(words);
        this.descriptions = descriptions;
    }

    /** True if a command names any scenario. */
    boolean areIn(Map<String, String> values) {
        return values.containsKey(IT) || typed(values).findAny().isPresent();
    }

    /** True if it names one by a capital letter, which has no other meaning in its place, also where there is none. */
    boolean hasCapital(Map<String, String> values) {
        return typed(values).anyMatch(typed -> typed.length() == 1 && Character.isUpperCase(typed.charAt(0)));
    }

    private static Stream<String> typed(Map<String, String> values) {
        return Stream.concat(Command.SCENARIOS.stream(), Stream.of(ANY, CAPITAL))
                .filter(values::containsKey)
                .map(gap -> values.getOrDefault(gap, ""));
    }

    /** Puts letters in the place of words that mean one scenario; false if a gap can mean none. */
    boolean resolve(Map<String, String> values, List<Scenario> scenarios) {
        if (values.remove(IT) != null) {
            List<Scenario> last = latest(scenarios);
            if (last.size() == 1) {
                values.put(LETTER, last.getFirst().letter());
            } else if (!last.isEmpty()) {
                values.put(LETTER, LAST_ONE);
                values.put(
                        Command.CANDIDATES, last.stream().map(Scenario::label).collect(Collectors.joining(", ")));
            }
            return !last.isEmpty();
        }
        boolean inWords = values.containsKey(ANY);
        boolean amid = values.containsKey(CAPITAL);
        Stream.of(ANY, CAPITAL)
                .filter(values::containsKey)
                .forEach(gap -> values.put(LETTER, String.valueOf(values.remove(gap))));
        return Command.SCENARIOS.stream()
                .filter(values::containsKey)
                .allMatch(gap -> isCalled(values.getOrDefault(gap, ""), scenarios)
                        || (gap.equals(LETTER)
                                ? !amid && isMeant(gap, inWords, values, scenarios)
                                : isMeant(gap, false, values, scenarios)));
    }

    /** Returns the plans that were asked last: several if they were compared. */
    private static List<Scenario> latest(List<Scenario> scenarios) {
        List<Scenario> open = scenarios.stream().filter(each -> !each.dropped()).toList();
        return open.stream()
                .map(Scenario::lastAskedAt)
                .max(Comparator.naturalOrder())
                .map(last -> open.stream()
                        .filter(each -> each.lastAskedAt().equals(last))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isCalled(String typed, List<Scenario> scenarios) {
        return scenarios.stream().anyMatch(each -> each.isCalled(typed));
    }

    private boolean isMeant(String gap, boolean inWords, Map<String, String> values, List<Scenario> scenarios) {
        return mayBeWrong(values.getOrDefault(gap, "")) || described(gap, inWords, values, scenarios);
    }

    /** A letter of which there is no scenario is said to be wrong; a word of several letters is a scenario's name or none. */
    private boolean mayBeWrong(String typed) {
        boolean single = typed.length() == 1
                && Character.isLetter(typed.charAt(0))
                && !words.contains(typed.toLowerCase(Locale.ROOT));
        boolean capitals = typed.length() > 1
                && typed.length() <= LONGEST_LETTER
                && typed.chars().allMatch(Character::isUpperCase);
        return single || capitals;
    }

    private boolean described(String gap, boolean inWords, Map<String, String> values, List<Scenario> scenarios) {
        String typed = values.getOrDefault(gap, "");
        List<Scenario> open = scenarios.stream().filter(each -> !each.dropped()).toList();
        List<Scenario> found = descriptions.find(typed, open);
        List<Scenario> meant = found.isEmpty() ? descriptions.find(typed, scenarios) : found;
        if (meant.isEmpty() && inWords) {
            meant = byOffer(typed, open, scenarios);
        }
        if (meant.size() == 1) {
            values.put(gap, meant.getFirst().letter());
        } else if (meant.size() > 1) {
            values.put(Command.CANDIDATES, meant.stream().map(Scenario::label).collect(Collectors.joining(", ")));
        }
        return !meant.isEmpty();
    }

    /** Words that several scenarios have may be about anything else. */
    private static List<Scenario> byOffer(String typed, List<Scenario> open, List<Scenario> all) {
        return Stream.of(open, all)
                .map(scenarios ->
                        scenarios.stream().filter(each -> each.isOf(typed)).toList())
                .filter(found -> found.size() == 1)
                .findFirst()
                .orElse(List.of());
    }
}
