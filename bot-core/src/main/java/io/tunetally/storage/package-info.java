/** The ports of storage, one small interface each; they keep canonical text and plain values. Imports chat. */
@NullMarked
package io.tunetally.storage;

import org.jspecify.annotations.NullMarked;
