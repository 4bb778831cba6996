package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the steps of a run and the time of each as hours, so that they are read like hours: {@code step 1200/3600, 5.1s/it},
 * {@code 7,200 steps at 2 it/s}. A text with several times, or without a number of all steps, stays as it is.
 */
public final class StepTimes {
    private static final MathContext DIGITS = new MathContext(6);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final int THOUSANDS = 3;

    /** No run is longer: a year. */
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(8_784);

    /** A progress of fewer parts is one of steps only if it is called so. */
    private static final BigDecimal LEAST_UNNAMED = BigDecimal.valueOf(100);

    private static final Map<Trait, BigDecimal> SECONDS = Map.of(
            Trait.SPAN_OF_HOURS,
            SECONDS_PER_HOUR,
            Trait.SPAN_OF_MINUTES,
            BigDecimal.valueOf(60),
            Trait.SPAN_OF_SECONDS,
            BigDecimal.ONE);

    private static final String NUMBER = "(?<![\\w.,])(\\d[\\d,_]{0,11}(?:\\.\\d{1,4})?)(k?)";
    private static final String WORD = " ?([a-z]{1,10})";

    /** {@code 5.1s/it}, {@code 9 seconds per step}, {@code 2 it/s}. */
    private static final Pattern RATE =
            Pattern.compile(NUMBER + WORD + "(?: ?/ ?| ([a-z]{1,4}) )([a-z]{1,10})(?![\\w])");

    /** {@code each step takes 9 seconds}, {@code 7200 iterations x 3s}, {@code 2,000 steps of 9 s}. */
    private static final Pattern BEHIND =
            Pattern.compile("(?<!\\w)([a-z]{1,10})(?: ?[*@:=,] ?| ([a-z]{1,5}) )" + NUMBER + WORD + "(?![\\w/])");

    /** {@code 1200/3600}. */
    private static final Pattern PROGRESS = Pattern.compile(
            "(?:(?<!\\w)([a-z]{1,10}) ?:? ?)?(?<![\\w./])(\\d[\\d,]{0,11}) ?/ ?(\\d[\\d,]{0,11})(?![\\w/%.])");

    /** {@code 3600 steps}, {@code every 500 steps}. */
    private static final Pattern COUNT =
            Pattern.compile("(?:(?<!\\w)([a-z_]{1,12}) )?" + NUMBER + WORD + "(?!\\w)(?: ([a-z]{1,10})(?!\\w))?");

    /** The {@code per epoch} of {@code 1200 steps per epoch}. */
    private static final Pattern PER_OTHER = Pattern.compile("(?: ?/ ?| [a-z]{1,4} )([a-z]{1,8})(?!\\w)");

    private static final Pattern EPOCHS = Pattern.compile("(?<![\\w.,/])(\\d{1,3})" + WORD + "(?!\\w)");

    /** {@code max_steps=1800}, {@code total optimization steps = 900}. */
    private static final Pattern SETTING = Pattern.compile(
            "(?<!\\w)([a-z_]{2,20}(?: [a-z_]{2,20}){0,2})[\"']?(?: ?[:=] ?| )(\\d[\\d,]{0,11})(?![\\w/.])");

    private final CompiledLexicon lexicon;
    private final FoldedText folded;
    private final String text;

    private StepTimes(CompiledLexicon lexicon, FoldedText folded) {
        this.lexicon = lexicon;
        this.folded = folded;
        this.text = folded.text();
    }

    /**
     * The seconds of a step, as they stand in the text.
     *
     * @param each whether a step is the subject: {@code each step takes 9 seconds}
     */
    private record Time(int from, int to, BigDecimal seconds, boolean each) {}

    /**
     * The number of all steps.
     *
     * @param from where its words begin that are read as nothing else; where they end if they stay
     */
    private record Steps(int from, int to, BigDecimal count) {}

    /** Returns the text with the hours of its steps. */
    public static FoldedText written(CompiledLexicon lexicon, FoldedText folded) {
        return new StepTimes(lexicon, folded).written();
    }

    private FoldedText written() {
        Time time = mayHaveTime() ? time() : null;
        Steps steps = time == null ? null : steps(time);
        if (time == null || steps == null) {
            return folded;
        }
        BigDecimal hours = time.seconds()
                .multiply(steps.count())
                .divide(SECONDS_PER_HOUR, DIGITS)
                .stripTrailingZeros();
        if (hours.compareTo(MOST_HOURS) > 0) {
            return folded;
        }
        // Three decimals could be thousands: 1.875.
        BigDecimal shown = hours.scale() == THOUSANDS ? hours.setScale(THOUSANDS + 1) : hours;
        String word = shown.toPlainString() + " " + TimeUnit.HOUR.letter();
        boolean first = steps.from() < time.from();
        return folded.replacing(
                new int[] {first ? steps.from() : time.from(), first ? time.from() : steps.from()},
                new int[] {first ? steps.to() : time.to(), first ? time.to() : steps.to()},
                first ? new String[] {"", word} : new String[] {word, ""},
                2);
    }

    /** True if a unit of time or a step stands behind a number, but none of hours, which need not be reckoned: most texts need no closer look. */
    private boolean mayHaveTime() {
        boolean timed = false;
        for (int at = 0; at + 1 < text.length(); at++) {
            if (isDigit(at) && !isDigit(at + 1)) {
                int start = text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
                int end = start;
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                Trait.Bits traits = lexicon.traits(text, start, end);
                boolean hours = traits.contains(Trait.SPAN_OF_HOURS) || traits.contains(Trait.SPAN_OF_DAYS);
                if (hours && (end == text.length() || !isDigit(end))) {
                    return false;
                }
                timed |= traits.contains(Trait.STEP_OF_RUN)
                        || traits.contains(Trait.SPAN_OF_SECONDS)
                        || traits.contains(Trait.SPAN_OF_MINUTES);
            }
        }
        return timed;
    }

    private boolean isDigit(int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Returns the only time of a step that is said, or null. */
    private @Nullable Time time() {
        List<Time> times = new ArrayList<>(0);
        Matcher rate = RATE.matcher(text);
        while (rate.find()) {
            Time time = rate(rate);
            if (time != null) {
                times.add(time);
            }
        }
        Matcher behind = BEHIND.matcher(text);
        for (int at = 0; times.isEmpty() && behind.find(at); at = behind.end(1)) {
            BigDecimal unit = seconds(behind.start(5), behind.end(5));
            if (isStep(behind.start(1), behind.end(1)) && unit != null && isOfEach(behind)) {
                times.add(new Time(
                        behind.start(3), behind.end(), number(behind, 3).multiply(unit), true));
            }
        }
        return times.size() == 1 ? times.getFirst() : null;
    }

    /** {@code each step takes 9 s}, {@code 900 steps of 9 s}, but not {@code 10 steps take 9 s}. */
    private boolean isOfEach(Matcher behind) {
        int before = behind.start(1) - 1;
        boolean counted = before > 0 && (isDigit(before) || isDigit(before - 1));
        return !counted || behind.start(2) < 0 || has(behind.start(2), behind.end(2), Trait.OF_EACH_STEP);
    }

    private @Nullable Time rate(Matcher rate) {
        BigDecimal number = number(rate, 1);
        BigDecimal before = seconds(rate.start(3), rate.end(3));
        BigDecimal behind = seconds(rate.start(5), rate.end(5));
        boolean joined = rate.start(4) < 0 || has(rate.start(4), rate.end(4), Trait.PER_STEP);
        if (!joined || number.signum() == 0) {
            return null;
        }
        if (before != null && isStep(rate.start(5), rate.end(5))) {
            return new Time(rate.start(), rate.end(), number.multiply(before), false);
        }
        return behind != null && isStep(rate.start(3), rate.end(3))
                ? new Time(rate.start(), rate.end(), behind.divide(number, DIGITS), false)
                : null;
    }

    /** Returns the largest number of steps that is said, because those until a warm-up or a checkpoint are fewer; null if there is none. */
    private @Nullable Steps steps(Time time) {
        List<Steps> found = new ArrayList<>(1);
        if (!addProgress(found) || !addCounts(found)) {
            return null;
        }
        Matcher setting = SETTING.matcher(text);
        for (int at = 0; setting.find(at); at = setting.end(1)) {
            if (isCountOfSteps(setting.start(1), setting.end(1))) {
                found.add(new Steps(setting.end(), setting.end(), number(setting.group(2), "")));
            }
        }
        if (found.isEmpty() && time.each()) {
            addReferred(found);
        }
        return found.stream()
                .filter(each -> each.to() <= time.from() || each.from() >= time.to())
                .reduce((one, other) -> other.count().compareTo(one.count()) > 0 ? other : one)
                .orElse(null);
    }

    /** Returns false if it is the progress of epochs: the steps beside it may be those of one. */
    private boolean addProgress(List<Steps> found) {
        Matcher progress = PROGRESS.matcher(text);
        while (progress.find()) {
            BigDecimal all = number(progress.group(3), "");
            boolean led = progress.start(1) >= 0;
            boolean named = led && isStep(progress.start(1), progress.end(1));
            if (led && has(progress.start(1), progress.end(1), Trait.EPOCH_INDEX)) {
                return false;
            }
            if (number(progress.group(2), "").compareTo(all) <= 0 && (named || all.compareTo(LEAST_UNNAMED) >= 0)) {
                found.add(new Steps(named ? progress.start() : progress.start(2), progress.end(), all));
            }
        }
        return true;
    }

    /** Returns false if there are so many steps to an epoch, and not one number of epochs. */
    private boolean addCounts(List<Steps> found) {
        Matcher count = COUNT.matcher(text);
        for (int at = 0; count.find(at); at = count.end(2)) {
            boolean part = count.start(1) >= 0 && has(count.start(1), count.end(1), Trait.SOME_STEPS);
            boolean plain = isStep(count.start(4), count.end(4));
            boolean called = count.start(5) >= 0 && has(count.start(4), count.end(5), Trait.JOB_STEPS);
            int end = plain ? count.end(4) : count.end(5);
            int epoch = plain || called ? endOfEpoch(end) : -1;
            if (epoch >= 0) {
                BigDecimal epochs = epochs();
                if (epochs == null) {
                    return false;
                }
                found.add(new Steps(count.start(2), epoch, number(count, 2).multiply(epochs)));
            } else if ((plain || called) && !part) {
                found.add(new Steps(count.start(2), end, number(count, 2)));
            }
        }
        return true;
    }

    /** {@code each step takes 9 seconds and there are 2,000 of them}. */
    private void addReferred(List<Steps> found) {
        Matcher count = COUNT.matcher(text);
        for (int at = 0; count.find(at); at = count.end(2)) {
            if (count.start(5) >= 0 && has(count.start(4), count.end(5), Trait.OF_THESE)) {
                found.add(new Steps(count.start(2), count.end(5), number(count, 2)));
            }
        }
    }

    /** Returns how many epochs the text says, or null if it does not say one number of them. */
    private @Nullable BigDecimal epochs() {
        List<BigDecimal> said = EPOCHS.matcher(text)
                .results()
                .filter(found -> has(found.start(2), found.end(2), Trait.EPOCHS_OF_RUN))
                .map(found -> new BigDecimal(found.group(1)))
                .distinct()
                .toList();
        return said.size() == 1 ? said.getFirst() : null;
    }

    /** Returns the end of the {@code per epoch} behind a number of steps, or -1. */
    private int endOfEpoch(int end) {
        Matcher per = PER_OTHER.matcher(text).region(end, text.length());
        return per.lookingAt() && has(per.start(1), per.end(1), Trait.EPOCH_INDEX) ? per.end() : -1;
    }

    /** True of the end of {@code the total optimization steps}. */
    private boolean isCountOfSteps(int from, int to) {
        String name = text.substring(from, to).replace('_', ' ');
        for (int at = 0; at < name.length(); at = nextWord(name, at)) {
            if (lexicon.traits(name, at, name.length()).contains(Trait.JOB_STEPS)) {
                return true;
            }
        }
        return false;
    }

    private static int nextWord(String name, int at) {
        int space = name.indexOf(' ', at);
        return space < 0 ? name.length() : space + 1;
    }

    private boolean isStep(int from, int to) {
        return has(from, to, Trait.STEP_OF_RUN);
    }

    private @Nullable BigDecimal seconds(int from, int to) {
        for (Map.Entry<Trait, BigDecimal> unit : SECONDS.entrySet()) {
            if (has(from, to, unit.getKey())) {
                return unit.getValue();
            }
        }
        return null;
    }

    private boolean has(int from, int to, Trait trait) {
        return lexicon.traits(text, from, to).contains(trait);
    }

    private static BigDecimal number(Matcher matcher, int group) {
        return number(matcher.group(group), matcher.group(group + 1));
    }

    private static BigDecimal number(String digits, String thousands) {
        BigDecimal number = new BigDecimal(digits.replaceAll("[,_]", ""));
        return thousands.isEmpty() ? number : number.multiply(THOUSAND);
    }
}
