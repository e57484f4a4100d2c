package io.verigate.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.verigate.decision.FactType;
import io.verigate.decision.Scope;
import io.verigate.decision.Word;
import io.verigate.policy.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks the `then` of one rule: only calls on `findings`, with bindings and texts of the right types, and at most one
/// verdict.
final class ConsequenceCheck {
    private final String file;
    private final int line;
    private final Map<String, FactType> bound;
    private final List<Fault> faults;

    /// @param line of `then`, from 1
    ConsequenceCheck(String file, int line, Map<String, FactType> bound, List<Fault> faults) {
        this.file = file;
        this.line = line;
        this.bound = bound;
        this.faults = faults;
    }

    void check(String text) {
        ParseResult<BlockStmt> parsed = new JavaParser().parseBlock("{" + text + "\n}");
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            fault(1, "`then` holds calls on `findings`, each ended by `;`");
            return;
        }
        int verdicts = 0;
        for (Statement statement : parsed.getResult().get().getStatements()) {
            int at = statement.getBegin().map(begin -> begin.line).orElse(1);
            verdicts += call(statement, at) ? 1 : 0;
        }
        if (verdicts > 1) {
            fault(1, "a rule gives one verdict: split it into two rules");
        }
        if (parsed.getResult().get().getStatements().isEmpty()) {
            fault(1, "`then` says nothing: call a verb on `findings`");
        }
    }

    /// Whether it gives a verdict.
    private boolean call(Statement statement, int at) {
        if (!(statement instanceof ExpressionStmt expression)
                || !(expression.getExpression() instanceof MethodCallExpr call)
                || !(call.getScope().orElse(null) instanceof NameExpr scope)
                || !scope.getNameAsString().equals(RuleCompiler.FINDINGS)
                || call.getTypeArguments().isPresent()) {
            fault(at, "only calls such as `findings.advise(\"…\");` stand in `then`");
            return false;
        }
        String name = call.getNameAsString();
        Verb verb = Verb.BY_NAME.get(name);
        if (verb == null) {
            fault(
                    at,
                    "there is no verb `"
                            + name
                            + "`"
                            + Fault.suggestion(name, Verb.BY_NAME.keySet()));
            return false;
        }
        if (call.getArguments().size() != verb.arguments().size()) {
            fault(at, "`" + name + "` takes " + verb.arguments().size() + " arguments");
            return verb.verdict();
        }
        for (int i = 0; i < verb.arguments().size(); i++) {
            argument(call.getArgument(i), verb.arguments().get(i), at);
        }
        return verb.verdict();
    }

    private void argument(Expression given, Verb.Argument wanted, int at) {
        Optional<String> text =
                given instanceof StringLiteralExpr literal
                        ? Optional.of(literal.asString())
                        : Optional.empty();
        switch (wanted) {
            case SCOPE -> {
                if (text.filter(word -> Word.parse(Scope.class, word).isPresent()).isEmpty()) {
                    fault(
                            at,
                            "`"
                                    + given
                                    + "` is not a scope: one of "
                                    + String.join(", ", Word.all(Scope.class)));
                }
            }
            case CODE -> {
                if (text.filter(code -> code.matches("[a-z][a-z0-9-]{0,63}")).isEmpty()) {
                    fault(at, "`" + given + "` is not a code such as `\"try-another-method\"`");
                }
            }
            case DURATION -> {
                FactType type =
                        given instanceof NameExpr name ? bound.get(name.getNameAsString()) : null;
                if (type != FactType.DURATION) {
                    fault(
                            at,
                            "`"
                                    + given
                                    + "` is not a duration: bind one in `when`, as in `$wait : destinationWait`"
                                    + Fault.suggestion(given.toString(), bound.keySet()));
                }
            }
        }
    }

    private void fault(int at, String message) {
        faults.add(new Fault(file, line + at - 1, 0, message));
    }
}
