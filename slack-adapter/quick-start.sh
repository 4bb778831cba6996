# How ./tunetally starts this adapter: what Java is told, also while it rehearses the start against a stand-in for Slack.
# shellcheck shell=sh disable=SC2034 # the launcher reads them

# One collector thread: as fast as Java's own choice on two cores, with less memory.
options='-XX:+UseSerialGC'
