package io.tunetally.discussion;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The commands about a team's discussion. */
public enum Verb {
    BOARD("scenarios"),
    CHEAPEST("scenarios", 2),
    COMPARE_THOSE("scenarios", 2),
    EQUAL_TERMS("scenarios", 2),
    SHOW("scenarios", 1),
    DROPPED("scenarios", 1),
    ASK("scenarios", 1),
    EDIT("scenarios", 1),
    VERSUS("scenarios", 2),
    FOLLOW_UP("scenarios"),
    PER_MONTH("scenarios", 1),
    PER_REQUEST("scenarios", 1),
    TOGETHER("scenarios", 2),
    DROP("scenarios", 1),
    KEEP("scenarios", 1),
    RESTORE("scenarios", 1),
    CALL("scenarios", 1),
    MERGE("scenarios", 1),
    UNDO("scenarios"),
    PROPOSED_BY("scenarios", 1),
    MINE("scenarios", 1),
    WHO("scenarios", 1),
    DEARER("scenarios", 2),
    DECIDE("decide"),
    DECISION("decide"),
    REOPEN("decide"),
    VOTE("decide"),
    QUOTE("quote"),
    HISTORY("quote"),
    EXPORT("quote"),
    ACTUAL("actual"),
    ACCURACY("actual"),
    DEFAULTS_SHOW("defaults"),
    DEFAULTS_SET("defaults"),
    DEFAULTS_RESET("defaults"),
    CUSTOMER("defaults"),
    NO_CUSTOMER("defaults"),
    PRICE_SET("prices"),
    DISCOUNT("prices"),
    PRICE_LIST("prices"),
    PRICE_REMOVE("prices"),
    CURRENCY("prices"),
    CURRENCY_OFF("prices"),
    WATCH("watch"),
    UNWATCH("watch"),
    BUDGET_ALERT("watch");

    private static final Set<Verb> CHANGE_TEAM = EnumSet.of(
            DEFAULTS_SET,
            DEFAULTS_RESET,
            CUSTOMER,
            NO_CUSTOMER,
            PRICE_SET,
            DISCOUNT,
            PRICE_REMOVE,
            CURRENCY,
            CURRENCY_OFF);

    /** A plan names every value that was assumed for it, so that other defaults leave a board as it is. */
    private static final Set<Verb> CHANGE_BOARD = EnumSet.of(
            DROP,
            KEEP,
            RESTORE,
            CALL,
            UNDO,
            DECIDE,
            REOPEN,
            VOTE,
            CUSTOMER,
            NO_CUSTOMER,
            PRICE_SET,
            PRICE_REMOVE,
            DISCOUNT);

    private final String intent;
    private final int scenariosNeeded;

    Verb(String intent) {
        this(intent, 0);
    }

    /** @param scenariosNeeded in threads with fewer, its words mean something else */
    Verb(String intent, int scenariosNeeded) {
        this.intent = intent;
        this.scenariosNeeded = scenariosNeeded;
    }

    /** Returns the intent's word in the JSON contract. */
    public String intent() {
        return intent;
    }

    /** True if it changes what the whole team assumes. */
    public boolean changesTeam() {
        return CHANGE_TEAM.contains(this);
    }

    /** True if it changes what the board of its thread shows. */
    public boolean changesBoard() {
        return CHANGE_BOARD.contains(this);
    }

    /** True if its words may be those of any other command. */
    public boolean isLastResort() {
        return this == ASK;
    }

    /** Returns how many scenarios a thread needs for its words to mean it. */
    public int scenariosNeeded() {
        return scenariosNeeded;
    }

    /** Returns the command of a key of the phrases: {@code price-set}. */
    public static Optional<Verb> of(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(values()).filter(verb -> verb.name().equals(name)).findFirst();
    }
}
