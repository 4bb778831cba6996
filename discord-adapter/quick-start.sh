# Java options of this adapter, also used while its start is recorded against a stand-in for Discord.
# shellcheck shell=sh disable=SC2034,SC2154 # the launcher reads them; its set_heap sets heap

# Each collection delays answers in progress by milliseconds: all processors collect, there is memory for some thousand answers
# between two collections, and survivors are not copied twice. No collection while classes are loaded. No profiles from the
# training run: with them the final code was slower, and compilation took longer. Java's second compiler compiles a method after a
# fifth of the usual calls, since answers wait while it works. A full collection runs when the heap reaches its limit: some
# 60 MiB are in use, 76 with 2,500 servers of 80 channels; without a limit it would grow to a quarter of the machine's memory.
set_heap 192m
options="-XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy -Xms96m -Xmn64m -Xmx$heap -XX:SurvivorRatio=8"
options="$options -XX:MaxTenuringThreshold=1 -XX:MetaspaceSize=96m -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
options="$options -XX:Tier4InvocationThreshold=1000 -XX:Tier4MinInvocationThreshold=120 -XX:Tier4CompileThreshold=3000"
