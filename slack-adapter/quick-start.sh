# How ./tunetally starts this adapter: what Java is told, and the settings with which the start is rehearsed, where nobody listens.
# shellcheck shell=sh disable=SC2034 # the launcher reads them

# One collector thread: as fast as Java's own choice on two cores, with less memory.
options='-XX:+UseSerialGC'
rehearsal='SLACK_BOT_TOKEN=xoxb-rehearsal SLACK_SIGNING_SECRET=rehearsal SLACK_PORT=0 SLACK_API_URL=http://127.0.0.1:9/'
