/** Exact amounts, quantities and unit prices, each as a band from low to high. Never rounds. Imports nothing but the JDK. */
@NullMarked
package io.tunetally.units;

import org.jspecify.annotations.NullMarked;
