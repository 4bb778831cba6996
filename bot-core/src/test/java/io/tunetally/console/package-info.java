/** Tests of the command line. */
@NullMarked
package io.tunetally.console;

import org.jspecify.annotations.NullMarked;
