/** Tests of health, readiness and metrics, over real sockets if possible. */
@NullMarked
package io.tunetally.operations;

import org.jspecify.annotations.NullMarked;
