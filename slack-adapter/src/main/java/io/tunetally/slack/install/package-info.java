/** Installs and uninstalls the app in workspaces: OAuth pages, tokens and their rotation. Imports slack.event, slack.send, slack.message, slack.api and slack.http. */
@NullMarked
package io.tunetally.slack.install;

import org.jspecify.annotations.NullMarked;
