/** Values that are made when they are first needed, so that a start does not wait for them. Imports nothing but the JDK. */
@NullMarked
package io.tunetally.lazy;

import org.jspecify.annotations.NullMarked;
