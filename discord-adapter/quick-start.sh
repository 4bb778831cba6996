# How ./tunetally starts this adapter: what Java is told, also while it rehearses the start against a stand-in for Discord.
# shellcheck shell=sh disable=SC2034 # the launcher reads them

# One collector thread, room for some thousand answers between two collections, and what outlives one is not copied twice: each
# collection holds up what is under way for milliseconds. No collection while classes are loaded. And no profiles from the
# rehearsal: by them Java's code was slower in the end, and it went on compiling for longer.
options='-XX:+UseSerialGC -Xms96m -Xmn64m -XX:MaxTenuringThreshold=1 -XX:MetaspaceSize=96m'
options="$options -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
