package io.tunetally.runtime;

/** A process that is asked to stop, and does not end by itself. */
final class EndlessProcess {
    private EndlessProcess() {}

    /** Prints a line once it can be asked, and goes on. */
    public static void main(String[] arguments) throws InterruptedException {
        StopSignal _ = StopSignal.ofTheProcess();
        System.out.println("started");
        Thread.sleep(60_000);
    }
}
