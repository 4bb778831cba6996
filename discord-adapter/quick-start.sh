# How ./tunetally starts this adapter: what Java is told, also while it rehearses the start against a stand-in for Discord.
# shellcheck shell=sh disable=SC2034,SC2154 # the launcher reads them; its set_heap sets heap

# Each collection holds up what is under way for milliseconds: all processors do it, there is room for some thousand answers between
# two, and what outlives one is not copied twice. No collection while classes are loaded. No profiles from the rehearsal: by them
# Java's code was slower in the end, and it went on compiling for longer. And Java's second compiler takes a method after a fifth of
# the usual number of calls: whoever is answered while it works waits, so that it is done sooner. What outlived its use is looked for
# when the heap is full: some 60 MiB are in use, another 50 for a thousand servers of 80 channels, and without a limit it would grow to
# a quarter of the machine. A bot of more than some 2,500 servers needs more: TUNETALLY_HEAP=512m.
set_heap 256m
options="-XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy -Xms96m -Xmn64m -Xmx$heap -XX:SurvivorRatio=8"
options="$options -XX:MaxTenuringThreshold=1 -XX:MetaspaceSize=96m -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
options="$options -XX:Tier4InvocationThreshold=1000 -XX:Tier4MinInvocationThreshold=120 -XX:Tier4CompileThreshold=3000"
