package io.verigate.rules.compile;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.rules.check.RuleDefinition;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The third gate of the fence: inspects compiled rules before any class is loaded. Refuses references that are not on the
/// allow list, backward jumps (loops), recursion, and classes of an unknown kind.
final class BytecodeCheck {
    private final Map<String, ClassModel> classes = new TreeMap<>();
    private final Map<String, RuleDefinition> rules;
    private final Map<String, String> ruleOf = new HashMap<>();
    private final List<Diagnostic> faults = new ArrayList<>();

    private BytecodeCheck(Map<String, byte[]> compiled, Map<String, RuleDefinition> rules) {
        this.rules = rules;
        compiled.forEach((file, bytes) -> {
            ClassModel model = ClassFile.of().parse(bytes);
            classes.put(model.thisClass().asInternalName(), model);
        });
    }

    /// @param compiled bytes by file name
    /// @param rules by name, to locate faults
    /// @throws Faults with everything that is not allowed
    static void check(Map<String, byte[]> compiled, Map<String, RuleDefinition> rules) {
        BytecodeCheck check;
        try {
            check = new BytecodeCheck(compiled, rules);
            check.classes.values().forEach(check::nameRules);
            check.classes.values().forEach(check::type);
            new RecursionCheck(check.classes)
                    .first()
                    .ifPresent(method ->
                            check.fault(
                                    method.owner(), "a recursive call of `" + method.name() + "`"));
        } catch (IllegalArgumentException e) {
            throw new InvalidRuleSetException(
                    List.of(
                            new Diagnostic("rules", 0, 0, "the rules compile to an invalid class")
                                    .about("bytecode")
                                    .in(FenceGate.BYTECODE)));
        }
        if (!check.faults.isEmpty()) {
            throw new InvalidRuleSetException(check.faults);
        }
    }

    private void type(ClassModel type) {
        String name = type.thisClass().asInternalName();
        Optional<CompiledKind> kind = CompiledKind.of(name);
        if (kind.isEmpty()) {
            fault(name, "the class `" + name + "`, which is not allowed");
            return;
        }
        new ClassCheck(type, kind.get(), this::kindOf)
                .check()
                .forEach(message -> fault(name, message));
    }

    private Optional<CompiledKind> kindOf(String name) {
        return classes.containsKey(name) ? CompiledKind.of(name) : Optional.empty();
    }

    /// Maps lambda classes to rules by reading the methods that assemble the rules.
    private void nameRules(ClassModel type) {
        for (MethodModel method : type.methods()) {
            if (method.methodName().stringValue().startsWith("rule_")) {
                String rule = null;
                String last = "";
                int patterns = 0;
                for (CodeElement element :
                        method.code().map(CodeModel::elementList).orElse(List.of())) {
                    switch (element) {
                        case LoadConstantInstruction constant
                                when constant.constantEntry() instanceof StringEntry text ->
                                last = text.stringValue();
                        case InvokeInstruction call -> {
                            rule = call.name().equalsString("rule") ? last : rule;
                            patterns += call.name().equalsString("pattern") ? 1 : 0;
                        }
                        case FieldInstruction field -> {
                            String owner = field.owner().asInternalName();
                            boolean lambda =
                                    CompiledKind.of(owner)
                                            .filter(kind -> kind == CompiledKind.LAMBDA)
                                            .isPresent();
                            if (rule != null && lambda) {
                                ruleOf.putIfAbsent(owner, rule);
                            }
                        }
                        default -> {}
                    }
                }
                if (patterns > 1) {
                    fault(
                            type.thisClass().asInternalName(),
                            "a join of " + patterns + " facts, which is not allowed");
                }
            }
        }
    }

    private void fault(String type, String what) {
        String rule = ruleOf.get(type);
        @Nullable RuleDefinition definition = rule == null ? null : rules.get(rule);
        String file = definition == null ? "rules" : definition.file();
        int line = definition == null ? 0 : definition.line();
        String subject = rule == null ? "the rule set" : "rule `" + rule + "`";
        faults.add(
                new Diagnostic(file, line, 0, subject + " compiles to " + what)
                        .about("bytecode")
                        .in(FenceGate.BYTECODE));
    }
}
