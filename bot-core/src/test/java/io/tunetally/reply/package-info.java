/** What every platform's formatter must keep, and replies to try it with. */
@NullMarked
package io.tunetally.reply;

import org.jspecify.annotations.NullMarked;
