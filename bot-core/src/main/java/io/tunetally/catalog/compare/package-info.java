/** Lists prices, and compares two editions side by side. Imports catalog and catalog.yaml. */
@NullMarked
package io.tunetally.catalog.compare;

import org.jspecify.annotations.NullMarked;
