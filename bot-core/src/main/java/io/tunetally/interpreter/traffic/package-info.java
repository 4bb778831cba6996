/** Part of stage 4: reads requests per time and the periods of rates. Imports interpreter.sentence. */
@NullMarked
package io.tunetally.interpreter.traffic;

import org.jspecify.annotations.NullMarked;
