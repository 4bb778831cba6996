package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Place;

/** Something read from a file, with where it stands, so that a later check can point there. */
public record Placed<T>(T value, Place place, boolean overlaid) {}
