/** Reads addresses on the network in limited time and size. Imports nothing but the JDK. */
@NullMarked
package io.tunetally.download;

import org.jspecify.annotations.NullMarked;
