/**
 * Imports third-party price lists (LiteLLM, Azure, genai-prices) and lists of models (OpenAI, Azure) into an edition of
 * ours. Imports catalog, catalog.yaml, units and Jackson.
 */
@NullMarked
package io.tunetally.catalog.imports;

import org.jspecify.annotations.NullMarked;
