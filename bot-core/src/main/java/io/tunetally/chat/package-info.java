/** What comes in from a platform or the console, platform-free. Imports nothing but the JDK. */
@NullMarked
package io.tunetally.chat;

import org.jspecify.annotations.NullMarked;
