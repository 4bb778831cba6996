package io.tunetally.slack.install;

import io.tunetally.bot.CommandSpec;
import io.tunetally.slack.event.Shortcuts;
import io.tunetally.slack.message.Notices;
import java.util.List;
import java.util.stream.Collectors;

/** The app's manifest, from which Slack makes the app: what the handlers answer and the scopes they need, no more. */
public final class SlackManifest {
    /** The scopes for the command, answers, mentions, direct messages, pictures and files, and admin status, in this order. */
    public static final List<String> SCOPES =
            List.of("commands", "chat:write", "app_mentions:read", "im:history", "files:write", "users:read");

    public static final List<String> EVENTS =
            List.of("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked");

    private SlackManifest() {}

    /** The manifest in YAML, for Socket Mode; the comments say what HTTP mode changes. */
    static String yaml(List<CommandSpec> commands) {
        String verbs = commands.stream().map(CommandSpec::verb).collect(Collectors.joining("|"));
        return """
            # Generated from the bot's commands; SlackManifestTest compares it with the handlers. Paste it at
            # https://api.slack.com/apps under "Create New App", "From a manifest".
            # HTTP mode: socket_mode_enabled: false; url: https://<your host>/slack/events for the command in slash_commands;
            # request_url: https://<your host>/slack/events in event_subscriptions and in interactivity.
            # Many workspaces: redirect_urls with https://<your host>/slack/oauth_redirect in oauth_config;
            # token_rotation_enabled and org_deploy_enabled as you like.
            # users:read says who is an admin, and so may change the defaults; with SLACK_DEFAULTS_BY=everyone leave it out.
            # files:read is optional: with it and SLACK_FILES=on the bot measures training files that people send it. Add it to
            # the scopes under bot, and under bot_optional beside bot, so that an installation may leave it out.
            display_information:
              name: TuneTally
              description: What fine-tuning an AI model will cost
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: false
              bot_user:
                display_name: TuneTally
                always_online: true
              slash_commands:
                - command: %s
                  description: What fine-tuning a model will cost
                  usage_hint: "%s, or a question in your own words"
                  should_escape: false
              shortcuts:
                - name: Estimate cost
                  type: message
                  callback_id: %s
                  description: What the job in this message would cost
                - name: Fine-tuning estimate
                  type: global
                  callback_id: %s
                  description: A form for model, examples, epochs and traffic
            oauth_config:
              scopes:
                bot:
            %s
            settings:
              event_subscriptions:
                bot_events:
            %s
              interactivity:
                is_enabled: true
              org_deploy_enabled: false
              socket_mode_enabled: true
              token_rotation_enabled: false
            """.formatted(Notices.COMMAND, verbs, Shortcuts.MESSAGE, Shortcuts.GLOBAL, items(SCOPES), items(EVENTS));
    }

    private static String items(List<String> values) {
        return values.stream().map(value -> "      - " + value).collect(Collectors.joining("\n"));
    }
}
