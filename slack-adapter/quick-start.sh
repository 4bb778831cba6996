# Java options of this adapter, also used while its start is recorded against a stand-in for Slack.
# shellcheck shell=sh disable=SC2034,SC2154 # the launcher reads them; its set_heap sets heap

# One collector thread, memory for some thousand answers between two collections, and survivors are not copied twice: each
# collection delays answers in progress by milliseconds. No collection while classes are loaded. No profiles from the
# training run: with them the final code was slower, and compilation took longer. A full collection runs when the
# heap is full: without a limit (TUNETALLY_HEAP) that would be at a quarter of the machine's memory.
set_heap 192m
options="-XX:+UseSerialGC -Xms96m -Xmn64m -Xmx$heap -XX:MaxTenuringThreshold=1 -XX:MetaspaceSize=96m"
options="$options -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
