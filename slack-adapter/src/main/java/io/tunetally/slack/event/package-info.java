/** Handles commands, mentions, buttons, forms and App Home. Imports slack.send, slack.message and slack.api. */
@NullMarked
package io.tunetally.slack.event;

import org.jspecify.annotations.NullMarked;
