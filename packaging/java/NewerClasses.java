import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Gives classes that were compiled for Java 5 the format of Java 8, with the stack maps that belong to it: the cache
 * holds none that are older than Java 6, and reading them anew would take a tenth of the time to the first rows.
 */
final class NewerClasses {
    private static final int OLDEST_IN_CACHE = ClassFile.JAVA_6_VERSION;

    private NewerClasses() {
    }

    static void rewrite(Path jar) throws IOException {
        Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
        try (JarFile from = new JarFile(jar.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(rewritten))) {
            ClassFile format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ConstantPoolSharingOption.NEW_POOL,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver
                            .ofResourceParsing(type -> stream(from, type))
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (JarEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    to.write(entry.getName().endsWith(".class") ? newer(format, bytes) : bytes);
                }
            }
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream stream(JarFile jar, ClassDesc type) {
        try {
            String name = type.descriptorString().substring(1, type.descriptorString().length() - 1) + ".class";
            JarEntry entry = jar.getJarEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] newer(ClassFile format, byte[] bytes) {
        ClassModel model = format.parse(bytes);
        return model.majorVersion() >= OLDEST_IN_CACHE
                ? bytes
                : format.transformClass(model, ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen((builder, element) -> builder.with(element instanceof ClassFileVersion
                                ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                                : element)));
    }
}
