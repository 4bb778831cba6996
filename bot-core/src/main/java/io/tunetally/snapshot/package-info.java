/** Writes records to bytes when the project is built, and reads them at a start. Knows no record. */
@NullMarked
package io.tunetally.snapshot;

import org.jspecify.annotations.NullMarked;
