/** Exact amounts, quantities and unit prices, each as a band low..high. Imports nothing but the JDK; never rounds. */
@NullMarked
package io.tunetally.units;

import org.jspecify.annotations.NullMarked;
