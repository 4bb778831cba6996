# Java options of this adapter, also used while its start is recorded against a stand-in for Slack.
# shellcheck shell=sh # the launcher reads this file and has the function

set_options
