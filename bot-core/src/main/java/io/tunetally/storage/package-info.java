/** The ports of what is kept: one small interface each; they store canonical text and plain values. Imports chat. */
@NullMarked
package io.tunetally.storage;

import org.jspecify.annotations.NullMarked;
