package org.yijitong.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Code that breaks a rule on purpose: compiled while the test runs, so that the compiler's own walls stay shut. */
final class Planted {
    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private Planted() {}

    /** The classes of some source; each starts at its package line. */
    static JavaClasses classes(String sources) {
        try {
            Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target", "planted")), "rule");
            List<String> files = Pattern.compile("(?m)^(?=package )")
                    .splitAsStream(sources)
                    .map(source -> write(root, source))
                    .toList();
            var said = new StringWriter();
            var compiler = ToolProvider.getSystemJavaCompiler();
            var options = List.of("-proc:none", "-d", root.resolve("classes").toString());
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                var units = manager.getJavaFileObjectsFromStrings(files);
                if (!compiler.getTask(said, manager, null, options, null, units).call()) {
                    throw new IllegalStateException(said.toString());
                }
            }
            return new ClassFileImporter().importPath(root.resolve("classes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path root, String source) {
        var inPackage = PACKAGE.matcher(source);
        var type = TYPE.matcher(source);
        if (!inPackage.find() || !type.find()) {
            throw new IllegalArgumentException("a planted source names its package and type: " + source);
        }
        Path file = root.resolve(inPackage.group(1).replace('.', '/')).resolve(type.group(1) + ".java");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
