package dev.primegate.simulation.mutant;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles mutants, in memory, against the product as it stands on the class path. */
public final class Workshop {
    private static final String ENTRY = "dev.primegate.simulation.Seeds";

    private final Path root;

    /** Takes sources from the project at {@code root}. */
    public Workshop(Path root) {
        this.root = root;
    }

    /** The first seed in which the mutant breaks a promise, and how often; empty if in none. */
    public String firstKill(Mutant mutant, long from, long to) {
        try {
            ClassLoader loader = new MutantLoader(compile(mutant));
            return (String)
                    Class.forName(ENTRY, true, loader)
                            .getMethod("firstFailing", long.class, long.class)
                            .invoke(null, from, to);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("mutant " + mutant.name() + " cannot run", e);
        }
    }

    private Map<String, byte[]> compile(Mutant mutant) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
        Outputs outputs = new Outputs(files);
        List<Source> sources =
                mutant.sources(root).entrySet().stream()
                        .map(file -> new Source(file.getKey().toUri(), file.getValue()))
                        .toList();
        List<String> options =
                List.of("-proc:none", "-parameters", "-cp", System.getProperty("java.class.path"));
        if (!compiler.getTask(null, outputs, diagnostics, options, null, sources).call()) {
            throw new IllegalStateException(
                    "mutant %s does not compile: %s"
                            .formatted(
                                    mutant.name(),
                                    diagnostics.getDiagnostics().stream()
                                            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                                            .toList()));
        }
        Map<String, byte[]> classes = new HashMap<>();
        outputs.written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps class files instead of writing them. */
    private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Outputs(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            URI uri = URI.create("mem:///" + name.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
