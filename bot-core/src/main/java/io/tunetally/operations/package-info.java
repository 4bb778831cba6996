/** Health, readiness and metrics over HTTP. Imports settings and Micrometer. */
@NullMarked
package io.tunetally.operations;

import org.jspecify.annotations.NullMarked;
