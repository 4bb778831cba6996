@NullMarked
package io.tunetally.interpreter.rate;

import org.jspecify.annotations.NullMarked;
