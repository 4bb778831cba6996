/** Reads price files into a catalog and reports every fault with file, line and key. Imports catalog, units, text and Jackson. */
@NullMarked
package io.tunetally.catalog.yaml;

import org.jspecify.annotations.NullMarked;
