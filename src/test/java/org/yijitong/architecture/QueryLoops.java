package org.yijitong.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries inside loops: which methods reach the database, through however many others, and which of these calls stand
 * in a loop, a {@code forEach} or a step of a stream. By the names of fields, parameters and methods, not by types.
 */
final class QueryLoops extends TreeScanner<@Nullable Void, Boolean> {
    private static final Set<String> DOORS = Set.of("Db.in", "Db.byKey", "Db.across", "Db.global");
    private static final Set<String> STEPS = Set.of(
            "map",
            "flatMap",
            "filter",
            "peek",
            "mapToInt",
            "mapToLong",
            "mapToObj",
            "anyMatch",
            "allMatch",
            "noneMatch",
            "collect",
            "reduce",
            "mapMulti",
            "takeWhile",
            "dropWhile",
            "toMap");
    /** They answer from memory, and read the database once where it holds more than that; else they refuse. */
    private static final Set<String> HELD = Set.of("Flows.version", "Flows.numbered", "Mechanisms.version");

    private static final Set<String> REPEATS = Set.of("forEach", "forEachOrdered", "removeIf", "replaceAll");

    private record Call(String from, String to, boolean looped, String where) {}

    private final JavaSource source;
    private final List<Call> calls;
    private final Map<String, String> types = new HashMap<>();
    private String type = "";
    private String method = "";

    private QueryLoops(JavaSource source, List<Call> calls) {
        this.source = source;
        this.calls = calls;
    }

    /** Each finding: the method with the loop, {@code People.leave}, to where the call stands. */
    static Map<String, String> of(List<JavaSource> sources) {
        var calls = new ArrayList<Call>();
        sources.forEach(source -> new QueryLoops(source, calls).scan(source.tree(), false));
        Set<String> querying = querying(calls);
        var found = new HashMap<String, String>();
        calls.stream()
                .filter(call -> call.looped() && querying.contains(call.to()))
                .forEach(call -> found.putIfAbsent(call.from(), call.where() + " calls " + call.to()));
        return found;
    }

    /** Every method that reaches a door, through however many others. */
    private static Set<String> querying(List<Call> calls) {
        Set<String> querying = new HashSet<>(DOORS);
        boolean grew = true;
        while (grew) {
            grew = querying.addAll(calls.stream()
                    .filter(call -> querying.contains(call.to()))
                    .map(Call::from)
                    .filter(from -> !HELD.contains(from))
                    .toList());
        }
        return querying;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Boolean looped) {
        String outer = type;
        type = tree.getSimpleName().isEmpty() ? outer : tree.getSimpleName().toString();
        tree.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .forEach(member -> remember((VariableTree) member));
        super.visitClass(tree, looped);
        type = outer;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Boolean looped) {
        method = tree.getName().toString();
        return super.visitMethod(tree, false);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, Boolean looped) {
        remember(variable);
        return super.visitVariable(variable, looped);
    }

    private void remember(VariableTree variable) {
        types.put(
                variable.getName().toString(),
                String.valueOf(variable.getType()).replaceFirst("<.*", ""));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree loop, Boolean looped) {
        scan(loop.getInitializer(), looped);
        scan(loop.getCondition(), true);
        scan(loop.getUpdate(), true);
        return scan(loop.getStatement(), true);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, Boolean looped) {
        scan(loop.getVariable(), looped);
        scan(loop.getExpression(), looped);
        return scan(loop.getStatement(), true);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree loop, Boolean looped) {
        return super.visitWhileLoop(loop, true);
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree loop, Boolean looped) {
        return super.visitDoWhileLoop(loop, true);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Boolean looped) {
        note(call.getMethodSelect(), looped, call);
        scan(call.getMethodSelect(), looped);
        boolean repeats = repeats(call.getMethodSelect());
        for (ExpressionTree argument : call.getArguments()) {
            boolean code = argument instanceof LambdaExpressionTree || argument instanceof MemberReferenceTree;
            scan(argument, looped || (repeats && code));
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, Boolean looped) {
        call(reference.getQualifierExpression().toString(), reference.getName().toString(), looped, reference);
        return super.visitMemberReference(reference, looped);
    }

    private void note(ExpressionTree select, boolean looped, Tree where) {
        if (select instanceof MemberSelectTree member) {
            call(member.getExpression().toString(), member.getIdentifier().toString(), looped, where);
        } else if (select instanceof IdentifierTree name) {
            call("this", name.getName().toString(), looped, where);
        }
    }

    private void call(String receiver, String name, boolean looped, Tree where) {
        String owner = receiver.equals("this") ? type : types.get(receiver.replaceFirst("^this\\.", ""));
        if (owner != null) {
            calls.add(new Call(type + "." + method, owner + "." + name, looped, source.where(where)));
        }
    }

    /** A step of a stream repeats; the same word on an Optional does not. */
    private static boolean repeats(ExpressionTree select) {
        if (select instanceof MemberSelectTree member) {
            String name = member.getIdentifier().toString();
            String receiver = member.getExpression().toString();
            boolean stream = receiver.contains("tream(") || receiver.contains("Stream.") || receiver.equals("stream");
            return REPEATS.contains(name) || (STEPS.contains(name) && (stream || receiver.equals("Collectors")));
        }
        return false;
    }
}
