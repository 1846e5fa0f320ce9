package dev.primegate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The verifiers of {@code svix} and {@code standardwebhooks}, in a process of Node's. */
final class Peers implements AutoCloseable {
    static final List<String> NAMES = List.of("svix", "standardwebhooks");

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    private Peers(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /** Starts them with these messages; {@code folder} has been given {@code npm ci}. */
    static Peers start(Path folder, List<SignedMessage> messages) throws IOException {
        Path file = Files.createTempFile("webhooks", ".json");
        file.toFile().deleteOnExit();
        Files.writeString(
                file, new ObjectMapper().writeValueAsString(messages), StandardCharsets.UTF_8);
        return new Peers(
                new ProcessBuilder("node", "verify.mjs", file.toString(), SignedMessage.KEY)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Nanoseconds that one of them needs for all messages. */
    long verify(String name) throws IOException {
        questions.write(name + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the verifiers of Node ended");
        }
        return Long.parseLong(answer);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        var _ = process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        var _ = process.destroyForcibly();
    }
}
