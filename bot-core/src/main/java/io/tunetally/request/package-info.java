/** A request and its slots, the problems found while reading it, and its canonical text. Imports text and catalog. */
@NullMarked
package io.tunetally.request;

import org.jspecify.annotations.NullMarked;
