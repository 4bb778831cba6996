# How ./tunetally starts this adapter: what Java is told, also while it rehearses the start against a stand-in for Discord.
# shellcheck shell=sh disable=SC2034 # the launcher reads them

# One collector thread, and room for some thousand answers between two collections: each one holds up what is under way for milliseconds.
options='-XX:+UseSerialGC -Xms96m -Xmn64m'
