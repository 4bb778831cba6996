package io.tunetally.wording;

import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.calendar.CalendarEvent;
import io.tunetally.calendar.CalendarText;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ModelId;
import io.tunetally.engine.Offer;
import io.tunetally.reply.Block;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.Text;
import io.tunetally.wording.part.WarningWording;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the calendar file of a migration: the ends that are still ahead, and the last day to train a replacement. */
final class MigrateCalendar {
    private static final String LABEL = "Calendar (.ics)";
    private static final String FILE_END = "dates.ics";
    private static final int REMINDER_DAYS = 14;
    private static final int LONGEST_SUBJECT = 80;

    private final MigrateOutcome outcome;
    private final LocalDate today;

    private MigrateCalendar(MigrateOutcome outcome) {
        this.outcome = outcome;
        this.today = outcome.inquiry().asOf();
    }

    /** Returns the file, empty if no dated end is ahead. */
    static Optional<Block.File> of(MigrateOutcome outcome) {
        return new MigrateCalendar(outcome).file();
    }

    private Optional<Block.File> file() {
        Map<String, CalendarEvent> events = new LinkedHashMap<>();
        for (LifecycleEvent end : outcome.ends()) {
            events(end).forEach(event -> events.putIfAbsent(event.uid(), event));
        }
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.File(
                        fileName(),
                        CalendarText.MEDIA_TYPE,
                        CalendarText.of(List.copyOf(events.values()), today),
                        LABEL));
    }

    private Stream<CalendarEvent> events(LifecycleEvent end) {
        LocalDate date = end.date();
        if (date == null || !date.isAfter(today)) {
            return Stream.empty();
        }
        return switch (end.kind()) {
            case DEPRECATED -> Stream.of(event(end, date, "deprecated", 0));
            case CLOSED_TO_NEW_CUSTOMERS -> Stream.of(event(end, date, "closed to new customers", 0));
            case NO_NEW_JOBS ->
                Stream.of(
                        event(end, date.minusDays(1), "last day to train a replacement", 0),
                        event(end, date, "no new training jobs", 0));
            case SHUT_DOWN -> Stream.of(event(end, date, "shutdown", REMINDER_DAYS));
        };
    }

    private CalendarEvent event(LifecycleEvent end, LocalDate date, String what, int reminderDays) {
        return new CalendarEvent(
                uid(end, date),
                date,
                MigrateWording.subject(end, outcome) + ": " + what,
                Text.capitalised(end.text()) + ". Source: " + WarningWording.source(end.provenance()) + ".",
                reminderDays);
    }

    /** Returns the same id for the same date in every answer, so that a second import changes events and adds none. */
    private String uid(LifecycleEvent end, LocalDate date) {
        String models = leavingModel()
                .orElseGet(
                        () -> end.models().stream().map(ModelId::value).sorted().collect(Collectors.joining("+")));
        String name =
                String.join(" ", models, end.provider().value(), end.kind().name(), date.toString());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@tunetally";
    }

    private Optional<String> leavingModel() {
        return Optional.ofNullable(outcome.leaving())
                .map(Offer::model)
                .map(model -> model.id().value());
    }

    /** {@code gpt-4o-mini-openai-dates.ics}. */
    private String fileName() {
        String provider = outcome.leaving() == null
                ? String.valueOf(outcome.inquiry().filled().value(SlotName.PROVIDER))
                : outcome.leaving().provider().id().value();
        String subject = Stream.concat(leavingModel().stream(), Stream.of(provider))
                .collect(Collectors.joining("-"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-");
        String named = subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length())) + "-" + FILE_END;
        return named.replaceAll("^[.-]+", "");
    }
}
