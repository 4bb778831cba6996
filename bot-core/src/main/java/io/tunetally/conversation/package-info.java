/** Merges a request with the defaults and with the thread's earlier requests. Imports storage, chat, request and interpreter. */
@NullMarked
package io.tunetally.conversation;

import org.jspecify.annotations.NullMarked;
