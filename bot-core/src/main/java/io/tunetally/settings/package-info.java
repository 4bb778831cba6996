/** Environment variables and YAML as typed records; every error names the setting. Imports Jackson. */
@NullMarked
package io.tunetally.settings;

import org.jspecify.annotations.NullMarked;
