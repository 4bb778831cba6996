/** Prices a training job and its traffic, exactly and in bands, as line items that explain themselves. Imports engine.rule, catalog and units. */
@NullMarked
package io.tunetally.engine;

import org.jspecify.annotations.NullMarked;
