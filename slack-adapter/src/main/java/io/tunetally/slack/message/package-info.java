/** Replies as Slack messages: blocks, tables, forms and buttons. Imports slack.api. */
@NullMarked
package io.tunetally.slack.message;

import org.jspecify.annotations.NullMarked;
