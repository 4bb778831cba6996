package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * A known spelling of a model.
 *
 * @param family the family its id belongs to, null where the lexicon knows none
 * @param version what stands between family and size in the spelling, empty where nothing does
 * @param misspelt whether a zero was typed for the letter o
 */
public record ModelName(ModelId id, @Nullable Family family, String version, boolean misspelt) {}
