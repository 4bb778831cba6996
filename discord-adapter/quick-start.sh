# How ./tunetally starts this adapter: what Java is told, and the settings with which the start is rehearsed, where nobody listens.
# shellcheck shell=sh disable=SC2034 # the launcher reads them

# One collector thread, and room for some thousand answers between two collections: each one holds up what is under way for milliseconds.
options='-XX:+UseSerialGC -Xms96m -Xmn64m'
rehearsal='DISCORD_TOKEN=rehearsal DISCORD_API_URL=http://127.0.0.1:9/'
