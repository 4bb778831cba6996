package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * A known spelling of a model.
 *
 * @param family the family of its id, null if the lexicon has none
 * @param version the text between family and size in the spelling, may be empty
 * @param misspelt whether a zero was typed for the letter o
 */
public record ModelName(ModelId id, @Nullable Family family, String version, boolean misspelt) {}
