/** Chat events and files from a platform or the console, free of any platform's types. Imports nothing but the JDK. */
@NullMarked
package io.tunetally.chat;

import org.jspecify.annotations.NullMarked;
