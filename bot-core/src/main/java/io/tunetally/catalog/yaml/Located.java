package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;

/** A value read from a file, with its position for later checks. */
public record Located<T>(T value, FilePosition place, boolean overlaid) {}
