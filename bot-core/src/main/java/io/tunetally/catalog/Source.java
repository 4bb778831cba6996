package io.tunetally.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact was read.
 *
 * @param url where to look it up, if it has an address
 * @param observed when it was read, if known
 */
public record Source(
        String id,
        String title,
        @Nullable String url,
        @Nullable LocalDate observed) {}
