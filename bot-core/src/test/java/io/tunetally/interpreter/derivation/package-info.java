@NullMarked
package io.tunetally.interpreter.derivation;

import org.jspecify.annotations.NullMarked;
