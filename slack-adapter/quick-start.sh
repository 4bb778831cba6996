# How ./tunetally starts this adapter: what Java is told, also while it rehearses the start against a stand-in for Slack.
# shellcheck shell=sh disable=SC2034,SC2154 # the launcher reads them; its set_heap sets heap

# One collector thread, room for some thousand answers between two collections, and what outlives one is not copied twice: each
# collection holds up what is under way for milliseconds. No collection while classes are loaded. And no profiles from the
# rehearsal: by them Java's code was slower in the end, and it went on compiling for longer. What outlived its use is looked for when the
# heap is full: without a limit (TUNETALLY_HEAP) that would be at a quarter of the machine.
set_heap 192m
options="-XX:+UseSerialGC -Xms96m -Xmn64m -Xmx$heap -XX:MaxTenuringThreshold=1 -XX:MetaspaceSize=96m"
options="$options -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
