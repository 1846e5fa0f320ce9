package dev.primegate.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Reads the {@code @ConfigMapping} interfaces and {@code @ConfigProperty} parameters of sources.
 */
final class ConfigSources {
    private static final Pattern TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");

    private final List<Setting> found = new ArrayList<>();

    private ConfigSources() {}

    /** Every setting that some class under {@code room} reads, by name. */
    static List<Setting> under(Path room) {
        ConfigSources sources = new ConfigSources();
        sources.read(javaOf(room));
        return sources.found.stream().distinct().sorted().toList();
    }

    private static List<Path> javaOf(Path room) {
        if (!Files.isDirectory(room.resolve("src/main/java"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(room.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains("@Config"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                null,
                                null,
                                List.of("-proc:none"),
                                null,
                                compiler.getStandardFileManager(null, null, null)
                                        .getJavaFileObjectsFromPaths(files));
        try {
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Unit(docs).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file; a mapping names only interfaces of its own file. */
    private final class Unit extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final Map<String, ClassTree> types = new TreeMap<>();
        private final Map<ClassTree, TreePath> places = new HashMap<>();

        Unit(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, Void unused) {
            super.visitCompilationUnit(unit, null);
            types.values()
                    .forEach(type ->
                            annotation(type.getModifiers().getAnnotations(), "ConfigMapping")
                                    .ifPresent(mapping ->
                                            add(argument(mapping, "prefix").orElseThrow(), type)));
            return null;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (type.getKind() == Tree.Kind.INTERFACE) {
                types.put(type.getSimpleName().toString(), type);
                places.put(type, getCurrentPath());
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            annotation(variable.getModifiers().getAnnotations(), "ConfigProperty")
                    .ifPresent(property ->
                            found.add(
                                    new Setting(
                                            argument(property, "name").orElseThrow(),
                                            variable.getType().toString(),
                                            fallback(argument(property, "defaultValue"), false),
                                            parameter(variable.getName().toString()))));
            return super.visitVariable(variable, null);
        }

        private void add(String prefix, ClassTree type) {
            for (Tree above : type.getImplementsClause()) {
                Optional.ofNullable(types.get(above.toString())).ifPresent(t -> add(prefix, t));
            }
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    add(prefix, type, method);
                }
            }
        }

        private void add(String prefix, ClassTree type, MethodTree method) {
            List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
            String kind = method.getReturnType().toString();
            String name =
                    annotation(annotations, "WithParentName").isPresent()
                            ? prefix
                            : prefix + "." + kebab(method.getName().toString());
            String inner = kind.replaceAll(".*[<,]\\s*", "").replace(">", "");
            ClassTree group = types.get(inner);
            if (kind.startsWith("Map<")) {
                name += ".{name}";
            } else if (kind.startsWith("List<") && group != null) {
                name += "[n]";
            }
            if (group != null) {
                add(name, group);
                return;
            }
            found.add(
                    new Setting(
                            name,
                            plain(kind),
                            fallback(
                                    annotation(annotations, "WithDefault")
                                            .flatMap(with -> argument(with, "value")),
                                    kind.startsWith("Optional")
                                            || kind.startsWith("List<")
                                            || kind.startsWith("Map<")),
                            meaning(type, method)));
        }

        /** What the Javadoc of the constructor around it says of a parameter. */
        private String parameter(String name) {
            String comment =
                    Optional.ofNullable(docs.getDocComment(getCurrentPath().getParentPath()))
                            .orElse("");
            Matcher said =
                    Pattern.compile("@param %s ([^@]+)".formatted(name))
                            .matcher(comment.replaceAll("\\s+", " ").strip());
            return said.find() ? sentence(said.group(1)) : "";
        }

        private static String sentence(String words) {
            return words.substring(0, 1).toUpperCase(Locale.ROOT)
                    + words.substring(1).strip()
                    + ".";
        }

        /** The first paragraph of its Javadoc, in one line. */
        private String meaning(ClassTree type, MethodTree method) {
            TreePath place = Optional.ofNullable(places.get(type)).orElseThrow();
            String comment =
                    Optional.ofNullable(docs.getDocComment(new TreePath(place, method))).orElse("");
            return TAG.matcher(comment.replaceAll("\\s+", " ").strip().replaceAll(" @\\w+ .*", ""))
                    .replaceAll("`$1`");
        }
    }

    private static String plain(String kind) {
        return kind.replaceAll("^(OptionalInt|Optional<Integer>)$", "int")
                .replaceAll("^Optional<Long>$", "long")
                .replaceAll("^Optional<(.*)>$", "$1")
                .replaceAll("^(List|Set)<(.*)>$", "$2, ...")
                .replaceAll("^Map<.*, ?(.*)>$", "$1");
    }

    private static String fallback(Optional<String> value, boolean optional) {
        return value.map("`%s`"::formatted).orElse(optional ? "none" : "needed");
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Optional<? extends AnnotationTree> annotation(
            List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(one -> one.getAnnotationType().toString().equals(name))
                .findFirst();
    }

    /** The text of an argument; what stands alone is {@code value}. */
    private static Optional<String> argument(AnnotationTree annotation, String name) {
        return annotation.getArguments().stream()
                .filter(argument ->
                        argument instanceof AssignmentTree set
                                ? set.getVariable().toString().equals(name)
                                : name.equals("value"))
                .map(argument ->
                        argument instanceof AssignmentTree set ? set.getExpression() : argument)
                .map(value ->
                        value instanceof LiteralTree literal
                                ? String.valueOf(literal.getValue())
                                : value.toString())
                .findFirst();
    }
}
