package io.tunetally.catalog;

/** Something read from a file, with where it stands, so that a later check can point there. */
record Placed<T>(T value, Place place, boolean overlaid) {}
