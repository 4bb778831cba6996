/** The front door: takes a chat event, gives an answer, and is the one place that catches what should not happen. Imports everything but storage.jdbc and chart. */
@NullMarked
package io.tunetally.bot;

import org.jspecify.annotations.NullMarked;
