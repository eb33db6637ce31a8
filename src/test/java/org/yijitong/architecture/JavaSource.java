package org.yijitong.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * One Java file, read by the JDK's own parser and not compiled: enough to see shapes, not types.
 *
 * @param name the path, as a finding names it
 */
record JavaSource(String name, String text, CompilationUnitTree tree, DocTrees trees) {

    static List<JavaSource> of(Path folder) {
        return parse(Project.below(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> new Text(file.toString(), Project.text(file)))
                .toList());
    }

    /** A planted file; its name is made of its package and first type, by the caller. */
    static List<JavaSource> planted(String name, String text) {
        return parse(List.of(new Text(name, text)));
    }

    private static List<JavaSource> parse(List<Text> texts) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, texts);
        var trees = DocTrees.instance(task);
        var sources = new ArrayList<JavaSource>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                String name = tree.getSourceFile().toUri().getPath().substring(1);
                String text = tree.getSourceFile().getCharContent(true).toString();
                sources.add(new JavaSource(name, text, tree, trees));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** The simple name of the file's type, {@code PersonStore}. */
    String type() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.substring(0, file.length() - ".java".length());
    }

    /** The module the file belongs to: the first package below the root; empty for the root itself. */
    String module() {
        var declared = tree.getPackageName();
        String[] parts = declared == null ? new String[0] : declared.toString().split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    long firstLine(Tree part) {
        return tree.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(tree, part));
    }

    long lastLine(Tree part) {
        return tree.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(tree, part));
    }

    String where(Tree part) {
        return name + ":" + firstLine(part);
    }

    @Nullable
    String docOf(TreePath path) {
        return trees.getDocComment(path);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        Text(String path, String content) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
