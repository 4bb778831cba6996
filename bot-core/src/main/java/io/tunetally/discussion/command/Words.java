package io.tunetally.discussion.command;

import io.tunetally.catalog.ProviderId;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.Verb;
import io.tunetally.reply.Span;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.SellerDiscount;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phrases that the commands share. */
final class Words {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** All but digits and a decimal point; a point at the end closes the sentence. */
    private static final Pattern NO_DIGIT = Pattern.compile("[^\\d.]|\\.$");

    /** The one name of the state of an offer that cannot be started. */
    static final String CLOSED = "cannot be started today";

    private Words() {}

    /** {@code $0.69 to train}, {@code $34,560.75 over 6 months}. */
    static String price(Figures figures) {
        Band total = figures.total();
        return total == null
                ? Numbers.money(figures.training()) + " to train"
                : Numbers.money(total) + " over " + period(figures);
    }

    /** Returns the price for a table: {@code $13,411 over 320 days, then it ends}. */
    static String priceInTable(Figures figures) {
        Figures.Cut cut = figures.cut();
        Band total = figures.total();
        return cut == null || total == null
                ? price(figures)
                : Numbers.money(total) + " over " + cut.days() + " days, then it ends";
    }

    /** True if running was asked and its cost is not known. */
    static boolean isRunningUnknown(Scenario scenario) {
        Figures figures = scenario.figures();
        return figures.days() > 0 && figures.total() == null;
    }

    /** {@code 6 months}, {@code 50 days, until it shuts down on 2027-01-14}. */
    static String period(Figures figures) {
        Figures.Cut cut = figures.cut();
        return cut == null ? Text.period(figures.days()) : Standing.untilShutDown(cut.days(), cut.day());
    }

    /** {@code Mistral 7B, LoRA on Ori, $1.15 to train; cannot be started today: not on the seller's list}. */
    static String summary(Figures figures) {
        return figures.offer() + ", " + price(figures) + standing(figures);
    }

    /** Says that an offer cannot be started, and why; empty if it can. */
    static String standing(Figures figures) {
        return figures.closed().isEmpty() ? "" : "; " + CLOSED + ": " + figures.closed();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Returns a slot's value with its unit, and a seller by its id. */
    static String value(Slots slots, SlotName<?> name) {
        return value(slots, name, ProviderId::value);
    }

    /**
     * Returns a slot's value with its unit: {@code 3 epochs}; empty if there is none.
     *
     * @param sellers the names of sellers
     */
    static String value(Slots slots, SlotName<?> name, Function<ProviderId, String> sellers) {
        Slot<?> slot = slots.get(name);
        if (slot == null) {
            return "";
        }
        if (slot.value() instanceof Boolean) {
            return CanonicalText.values(
                    Slots.NONE.toBuilder().replace(name, slots).build());
        }
        if (name == SlotName.DISCOUNTS) {
            return text(slot.value(), sellers);
        }
        String value = text(slot.value(), sellers) + (slot.high() == null ? "" : "-" + text(slot.high(), sellers));
        String echo = name.echo();
        String unit = value.equals("1") && echo.endsWith("s") ? echo.substring(0, echo.length() - 1) : echo;
        return unit.isEmpty() ? name.word() : unit.replace("#", value);
    }

    private static String text(Object value, Function<ProviderId, String> sellers) {
        return switch (value) {
            case Long number -> Numbers.count(number);
            case BigDecimal number -> Numbers.count(number);
            case SellerDiscount discount -> Labels.discount(discount, sellers);
            case List<?> several -> {
                boolean discounts = several.stream().anyMatch(SellerDiscount.class::isInstance);
                yield several.stream()
                        .map(each -> text(each, sellers))
                        .collect(Collectors.joining(discounts ? " and " : " vs "));
            }
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    /** Returns the number of what fills a gap: {@code $1,224}; empty if it has no digit ({@code a year}). */
    static Optional<BigDecimal> number(String typed) {
        String digits = NO_DIGIT.matcher(typed).replaceAll("");
        return digits.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(digits));
    }

    /** {@code 3 % less than}, {@code the same as}. */
    static String compared(Money now, Money before) {
        if (before.isZero() || now.equals(before)) {
            return now.equals(before) ? "the same as" : "instead of";
        }
        BigDecimal percent =
                now.usd().subtract(before.usd()).multiply(HUNDRED).divide(before.usd(), 0, RoundingMode.HALF_UP);
        return percent.abs().toPlainString() + " % " + (percent.signum() < 0 ? "less" : "more") + " than";
    }

    static List<Span> people(List<Scenario> scenarios) {
        List<Span> spans = new ArrayList<>();
        scenarios.stream()
                .filter(scenario -> !scenario.asker().value().isEmpty())
                .collect(Collectors.groupingBy(Scenario::asker, LinkedHashMap::new, Collectors.toList()))
                .forEach((person, asked) -> {
                    spans.add(Span.plain(spans.isEmpty() ? "Asked by " : " · "));
                    spans.add(new Span.Person(person.value()));
                    spans.add(Span.plain(" (" + letters(asked) + ")"));
                });
        return spans;
    }

    /** Returns the letters in their order: {@code A, C}. */
    static String letters(List<Scenario> scenarios) {
        return scenarios.stream()
                .sorted(Comparator.comparingLong(Scenario::number))
                .map(Scenario::letter)
                .collect(Collectors.joining(", "));
    }

    /** {@code A (pilot), B and C}. */
    static String list(List<Scenario> scenarios) {
        List<String> labels = scenarios.stream().map(Scenario::label).toList();
        return labels.size() < 2
                ? String.join("", labels)
                : String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + labels.getLast();
    }

    /** Says which letters a thread has. */
    static String known(List<Scenario> open) {
        return open.isEmpty()
                ? "This thread has no scenarios yet: ask for a price first"
                : "This thread has " + open.stream().map(Scenario::label).collect(Collectors.joining(", "));
    }

    /** Says that a thread has no open scenario. */
    static String none(List<Scenario> scenarios) {
        return scenarios.isEmpty() ? known(scenarios) : left(List.of());
    }

    /** Says that a thread has none to choose from, or only one. */
    static String tooFew(List<Scenario> open) {
        return open.isEmpty() ? known(open) : "This thread has only " + list(open) + ": ask for another price first";
    }

    /** Says which letters a thread still has. */
    static String left(List<Scenario> open) {
        return open.isEmpty() ? "This thread has no scenario any more: undo brings the last one back" : known(open);
    }

    /** Returns the open scenario that a command names in a gap, or nothing and the reason. */
    static Found find(Command command, String gap) {
        Optional<Scenario> called = command.scenarios().stream()
                .filter(scenario -> scenario.isCalled(command.value(gap)))
                .findFirst();
        if (called.isEmpty()) {
            return missing(command.verb(), unknown(command, gap));
        }
        Scenario scenario = called.get();
        return scenario.dropped()
                ? missing(
                        command.verb(),
                        scenario.label() + " was dropped (bring back " + scenario.letter() + " undoes that). "
                                + left(command.open()))
                : new Found(called, Response.refused(command.verb(), ""));
    }

    private static String unknown(Command command, String gap) {
        String typed = command.value(gap);
        List<Scenario> open = command.open();
        if (command.has(Command.CANDIDATES) && typed.contains(" ")) {
            return "\"" + typed + "\" may be each of " + command.value(Command.CANDIDATES) + ": say its letter";
        }
        if (open.isEmpty()) {
            return none(command.scenarios());
        }
        return "There is no " + typed.toUpperCase(Locale.ROOT) + ". " + known(open);
    }

    private static Found missing(Verb verb, String sentence) {
        return new Found(Optional.empty(), Response.refused(verb, sentence));
    }

    /** Returns the open scenarios that a command names, or the answer that one of them is none. */
    static Several findAll(Command command) {
        Set<Scenario> scenarios = new LinkedHashSet<>();
        for (String gap : Command.SCENARIOS) {
            if (command.has(gap)) {
                Found found = find(command, gap);
                if (found.scenario().isEmpty()) {
                    return new Several(List.of(), Optional.of(found.otherwise()));
                }
                scenarios.add(found.scenario().get());
            }
        }
        return new Several(List.copyOf(scenarios), Optional.empty());
    }

    /** Scenarios, or the answer that one of them is none. */
    record Several(List<Scenario> scenarios, Optional<Response> otherwise) {}

    /** A scenario, or the answer that there is none. */
    record Found(Optional<Scenario> scenario, Response otherwise) {}
}
