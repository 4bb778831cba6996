/** Turns a request into an outcome, one class an intent. Holds no English. Imports interpreter, engine, catalog, units, conversation. */
@NullMarked
package io.tunetally.answer;

import org.jspecify.annotations.NullMarked;
