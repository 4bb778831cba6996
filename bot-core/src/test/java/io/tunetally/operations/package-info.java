/** Tests of health, readiness and metrics, over real sockets where there is one. */
@NullMarked
package io.tunetally.operations;

import org.jspecify.annotations.NullMarked;
