/** What an operator asks a running process: health, readiness and metrics over HTTP. Imports settings, Micrometer. */
@NullMarked
package io.tunetally.operations;

import org.jspecify.annotations.NullMarked;
