/** Tests of the launcher script at the repository's root. */
@NullMarked
package io.tunetally.launcher;

import org.jspecify.annotations.NullMarked;
