package dev.primegate.cli;

import java.util.concurrent.Callable;

/** Something that can be asked for; how it ends is the status of the process. */
interface Verb extends Callable<Integer> {
    Exit run() throws InterruptedException;

    @Override
    default Integer call() throws InterruptedException {
        return run().status();
    }
}
