package dev.primegate.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Refuses ids that are no promise, and writes down what a passing test has proven. */
class ProofRecorder implements BeforeTestExecutionCallback, TestWatcher {
    /** Below the module's folder, where {@link Tally} looks. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        for (String id : ids(context)) {
            if (!Promises.all().containsKey(id)) {
                throw new IllegalArgumentException("@Proves names no row of promises.tsv: " + id);
            }
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        String test =
                context.getRequiredTestClass().getSimpleName()
                        + "."
                        + context.getRequiredTestMethod().getName();
        for (String id : ids(context)) {
            append(id + "\t" + test + "\n");
        }
    }

    private static String[] ids(ExtensionContext context) {
        Proves proves = context.getRequiredTestMethod().getAnnotation(Proves.class);
        return proves == null ? new String[0] : proves.value();
    }

    private static void append(String line) {
        try {
            Files.createDirectories(Tally.FILE.getParent());
            Files.writeString(
                    Tally.FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
