# How ./tunetally starts this adapter: what Java is told, and the settings with which the start is rehearsed, where nobody listens.
# shellcheck shell=sh disable=SC2034 # the launcher reads them

# One collector thread and a heap that begins small: a bot is mostly idle and its heap hardly grows.
options='-XX:+UseSerialGC -Xms32m'
rehearsal='DISCORD_TOKEN=rehearsal DISCORD_API_URL=http://127.0.0.1:9/'
