package io.tunetally.calendar;

import java.time.LocalDate;

/**
 * An event that lasts one whole day.
 *
 * @param uid the id by which a calendar recognises the event when it is imported again
 * @param reminderDays how many days ahead the calendar reminds of it; 0 for no reminder
 */
public record CalendarEvent(String uid, LocalDate date, String summary, String description, int reminderDays) {}
