/** The running process: composition root, platforms, stores, instrumentation and shutdown. The console and the adapters stand beside each other on it. */
@NullMarked
package io.tunetally.runtime;

import org.jspecify.annotations.NullMarked;
