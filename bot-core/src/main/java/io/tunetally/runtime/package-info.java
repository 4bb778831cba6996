/**
 * The running process: composition root, platforms, stores, instrumentation and shutdown. The console and the adapters
 * use it side by side.
 */
@NullMarked
package io.tunetally.runtime;

import org.jspecify.annotations.NullMarked;
