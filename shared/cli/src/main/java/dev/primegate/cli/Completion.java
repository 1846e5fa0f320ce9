package dev.primegate.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Prints what makes a shell complete words: {@code source <(./primegate completion)}. */
@Command(name = "completion", description = "Print completions for bash and zsh, to be sourced.")
final class Completion implements Verb {
    private final Desk desk;
    private final Supplier<String> script;

    Completion(Desk desk, Supplier<String> script) {
        this.desk = desk;
        this.script = script;
    }

    @Override
    public Exit run() {
        desk.print(script.get());
        return Exit.OK;
    }
}
