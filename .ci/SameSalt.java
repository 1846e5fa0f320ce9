import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes, for {@code --patch-module java.base=FOLDER}, a JDK's class that gives {@code Set.of} and
 * {@code Map.of} the same salt in every process: their order is that of the clock otherwise.
 *
 * <p>usage: java SameSalt.java FOLDER
 */
final class SameSalt {
    private static final String NAME = "jdk/internal/misc/CDS.class";
    private static final String SEED = "getRandomSeedForDumping";

    private SameSalt() {}

    public static void main(String... arguments) throws IOException {
        byte[] original;
        try (var bytes = Object.class.getModule().getResourceAsStream(NAME)) {
            original = Objects.requireNonNull(bytes).readAllBytes();
        }
        ClassFile classes = ClassFile.of();
        ClassTransform same =
                ClassTransform.dropping(SameSalt::isSeed)
                        .andThen(ClassTransform.endHandler(SameSalt::addSeed));
        byte[] changed = classes.transformClass(classes.parse(original), same);
        Path file = Path.of(arguments[0], NAME);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, changed);
    }

    private static boolean isSeed(ClassElement part) {
        return part instanceof MethodModel method && method.methodName().equalsString(SEED);
    }

    private static void addSeed(ClassBuilder builder) {
        builder.withMethodBody(
                SEED,
                MethodTypeDesc.of(ConstantDescs.CD_long),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                code -> code.loadConstant(1L).lreturn());
    }
}
