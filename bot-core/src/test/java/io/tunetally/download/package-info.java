/** Tests of what is read from the network. */
@NullMarked
package io.tunetally.download;

import org.jspecify.annotations.NullMarked;
