package io.tunetally.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The source of a fact.
 *
 * @param url its address, if it has one
 * @param observed when it was read, if known
 */
public record Source(
        String id,
        String title,
        @Nullable String url,
        @Nullable LocalDate observed) {}
