package org.yijitong.architecture;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SQL of a source: what is handed to {@code Db}, put together from literals, constants and choices between them. */
final class Statements extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** How a statement reaches the database: {@code in} one unit, {@code byKey} the same, {@code across} units, {@code global}. */
    private static final List<String> DOORS = List.of("in", "byKey", "across", "global");

    /**
     * One statement.
     *
     * @param sql empty when it is not a constant: then values may have been pasted into it
     */
    record Statement(JavaSource source, String where, String door, Optional<String> sql) {}

    private final JavaSource source;
    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final List<String> databases = new ArrayList<>();
    private final List<Statement> found = new ArrayList<>();

    private Statements(JavaSource source) {
        this.source = source;
    }

    static List<Statement> of(JavaSource source) {
        var statements = new Statements(source);
        statements.scan(source.tree(), null);
        return statements.found;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        if (String.valueOf(variable.getType()).equals("Db")) {
            databases.add(variable.getName().toString());
        }
        constants.remove(variable.getName().toString());
        if (variable.getInitializer() != null) {
            constants.put(variable.getName().toString(), variable.getInitializer());
        }
        return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
        constants.remove(assignment.getVariable().toString());
        return super.visitAssignment(assignment, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, @Nullable Void unused) {
        constants.remove(assignment.getVariable().toString());
        return super.visitCompoundAssignment(assignment, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && databases.contains(select.getExpression().toString().replaceFirst("^this\\.", ""))
                && DOORS.contains(select.getIdentifier().toString())) {
            ExpressionTree statement = call.getArguments().getLast();
            String door = select.getIdentifier().toString();
            found.add(new Statement(source, source.where(statement), door, constant(statement)));
        }
        return super.visitMethodInvocation(call, null);
    }

    private Optional<String> constant(@Nullable Tree expression) {
        return switch (expression) {
            case LiteralTree literal -> Optional.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inside -> constant(inside.getExpression());
            case IdentifierTree name -> constant(constants.get(name.getName().toString()));
            case BinaryTree sum -> joined(sum.getLeftOperand(), sum.getRightOperand());
            case ConditionalExpressionTree choice -> joined(choice.getTrueExpression(), choice.getFalseExpression());
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("replace") -> replaced(select.getExpression(), call);
            case null, default -> Optional.empty();
        };
    }

    /** One constant put into another at a word that stands for it. */
    private Optional<String> replaced(Tree text, MethodInvocationTree call) {
        return constant(text)
                .flatMap(whole -> constant(call.getArguments().getFirst())
                        .flatMap(word ->
                                constant(call.getArguments().getLast()).map(part -> whole.replace(word, part))));
    }

    private Optional<String> joined(Tree left, Tree right) {
        return constant(left).flatMap(first -> constant(right).map(second -> first + second));
    }

    /** Every text of a source that reads like SQL, wherever it stands. */
    static Stream<String> texts(JavaSource source) {
        var texts = new ArrayList<String>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                if (literal.getValue() instanceof String text
                        && text.matches("(?s)\\s*(SELECT|INSERT INTO|UPDATE|DELETE "
                                + "FROM|WITH|FROM|WHERE|MERGE|SET|TRUNCATE|LOCK|CREATE|ALTER|GRANT)\\s.*")) {
                    texts.add(text);
                }
                return null;
            }
        }.scan(source.tree(), null);
        return texts.stream();
    }
}
