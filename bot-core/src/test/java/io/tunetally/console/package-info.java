<<<<<<< HEAD
=======
/** Tests of the command line. */
>>>>>>> storage
@NullMarked
package io.tunetally.console;

import org.jspecify.annotations.NullMarked;
