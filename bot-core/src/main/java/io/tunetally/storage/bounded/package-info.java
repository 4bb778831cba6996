/** Storage with limits: deadlines, write-behind, prefetch and flush before delete. Imports storage and chat. */
@NullMarked
package io.tunetally.storage.bounded;

import org.jspecify.annotations.NullMarked;
