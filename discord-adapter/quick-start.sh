# How ./tunetally starts this adapter: what Java is told, also while it rehearses the start against a stand-in for Discord.
# shellcheck shell=sh disable=SC2034,SC2154 # the launcher reads them; its set_heap sets heap

# Each collection holds up the answers under way for milliseconds: all processors collect, there is room for some thousand answers
# between two collections, and survivors are not copied twice. No collection while classes are loaded. No profiles from the
# rehearsal: Java's code was slower with them in the end, and compiled for longer. Java's second compiler takes a method after a
# fifth of the usual calls, since answers wait while it works. The heap is collected in full when it has grown to its limit: some
# 60 MiB are in use, 76 with 2,500 servers of 80 channels; without a limit it would grow to a quarter of the machine.
set_heap 192m
options="-XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy -Xms96m -Xmn64m -Xmx$heap -XX:SurvivorRatio=8"
options="$options -XX:MaxTenuringThreshold=1 -XX:MetaspaceSize=96m -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
options="$options -XX:Tier4InvocationThreshold=1000 -XX:Tier4MinInvocationThreshold=120 -XX:Tier4CompileThreshold=3000"
