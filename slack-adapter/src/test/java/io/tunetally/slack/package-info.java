/** Tests of the Slack adapter. */
@NullMarked
package io.tunetally.slack;

import org.jspecify.annotations.NullMarked;
