package org.yijitong.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** What one Java file must not contain, found in its syntax; each finding says where and what. */
final class SourceRules extends TreePathScanner<@Nullable Void, @Nullable Void> {
    /** Lines between the braces of a method, its SQL left out: a statement is read as one thing. */
    static final int LONGEST_METHOD = 30;

    private static final Set<String> GENERIC = Set.of("Exception", "Throwable", "RuntimeException", "Error");
    private static final Set<String> FLOATING = Set.of("Double", "Float");

    private final JavaSource source;
    private final boolean test;
    private final List<String> found = new ArrayList<>();

    private SourceRules(JavaSource source, boolean test) {
        this.source = source;
        this.test = test;
    }

    static List<String> inMain(JavaSource source) {
        return check(new SourceRules(source, false));
    }

    static List<String> inTests(JavaSource source) {
        return check(new SourceRules(source, true));
    }

    private static List<String> check(SourceRules rules) {
        rules.scan(rules.source.tree(), null);
        return rules.found;
    }

    private void find(Tree tree, String what) {
        found.add(source.where(tree) + " " + what);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        if (!test
                && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                && source.docOf(getCurrentPath()) == null) {
            find(type, "public type " + type.getSimpleName() + " says not what it is for");
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        if (method.getBody() != null) {
            long lines = source.lastLine(method) - source.firstLine(method.getBody()) - 1 - blockLines(method);
            if (lines > LONGEST_METHOD) {
                find(method, "method " + method.getName() + " has " + lines + " lines");
            }
        }
        return super.visitMethod(method, null);
    }

    private long blockLines(MethodTree method) {
        var lines = new long[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                lines[0] += source.lastLine(literal) - source.firstLine(literal);
                return null;
            }
        }.scan(method.getBody(), null);
        return lines[0];
    }

    @Override
    public @Nullable Void visitCatch(CatchTree caught, @Nullable Void unused) {
        String type = caught.getParameter().getType().toString();
        boolean empty = caught.getBlock().getStatements().isEmpty();
        if (empty || (GENERIC.contains(type) && !throwsSomething(caught))) {
            find(caught, "swallows " + type);
        }
        return super.visitCatch(caught, null);
    }

    private static boolean throwsSomething(CatchTree caught) {
        var thrown = new boolean[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
                thrown[0] = true;
                return null;
            }
        }.scan(caught.getBlock(), null);
        return thrown[0];
    }

    @Override
    public @Nullable Void visitPrimitiveType(PrimitiveTypeTree type, @Nullable Void unused) {
        TypeKind kind = type.getPrimitiveTypeKind();
        if (!test && (kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT)) {
            find(type, "is a floating number");
        }
        return super.visitPrimitiveType(type, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        if (!test && FLOATING.contains(name.getName().toString())) {
            find(name, "is a floating number");
        }
        return super.visitIdentifier(name, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
        String name = annotation.getAnnotationType().toString();
        if (name.matches("(.*\\.)?(Disabled\\w*|Ignore|MockitoBean|MockBean|Mock)")) {
            find(annotation, "is @" + name);
        }
        return super.visitAnnotation(annotation, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        if (test && call.getMethodSelect().toString().matches("(java\\.lang\\.)?Thread\\.sleep")) {
            find(call, "waits by the clock");
        }
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitImport(ImportTree line, @Nullable Void unused) {
        if (line.getQualifiedIdentifier().toString().startsWith("org.mockito.")) {
            find(line, "mocks");
        }
        return super.visitImport(line, null);
    }
}
