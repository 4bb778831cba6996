package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;

/** Something read from a file, with where it stands, so that a later check can point there. */
public record Located<T>(T value, FilePosition place, boolean overlaid) {}
