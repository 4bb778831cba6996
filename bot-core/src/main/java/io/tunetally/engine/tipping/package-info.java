/** Finds the values at which another offer becomes the cheapest. Imports engine, catalog and units. */
@NullMarked
package io.tunetally.engine.tipping;

import org.jspecify.annotations.NullMarked;
