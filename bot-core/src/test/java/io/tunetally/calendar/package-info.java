@NullMarked
package io.tunetally.calendar;

import org.jspecify.annotations.NullMarked;
