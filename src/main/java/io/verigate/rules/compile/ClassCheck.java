package io.verigate.rules.compile;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attribute;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Inspects one compiled class for the third gate.
final class ClassCheck {
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "BootstrapMethods",
                    "Code",
                    "ConstantValue",
                    "Exceptions",
                    "InnerClasses",
                    "NestHost",
                    "NestMembers",
                    "RuntimeVisibleAnnotations",
                    "Signature",
                    "SourceFile");

    private final ClassModel type;
    private final String name;
    private final CompiledKind kind;
    private final Function<String, Optional<CompiledKind>> compiled;
    private final Set<String> refused = new TreeSet<>();

    /// @param compiled the kind of a class of this rule set by its name; empty for any other class
    ClassCheck(
            ClassModel type, CompiledKind kind, Function<String, Optional<CompiledKind>> compiled) {
        this.type = type;
        this.name = type.thisClass().asInternalName();
        this.kind = kind;
        this.compiled = compiled;
    }

    /// What is not allowed, in words; empty when the class passes.
    Set<String> check() {
        for (PoolEntry entry : type.constantPool()) {
            reference(entry);
        }
        attributes(type.attributes());
        for (FieldModel field : type.fields()) {
            attributes(field.attributes());
        }
        for (MethodModel method : type.methods()) {
            attributes(method.attributes());
            if (has(method.flags(), AccessFlag.NATIVE)
                    || has(method.flags(), AccessFlag.SYNCHRONIZED)
                    || method.methodName().equalsString("finalize")) {
                refused.add(
                        "a method `"
                                + method.methodName()
                                + "` that is native, synchronized or a finalizer");
            }
            method.code().ifPresent(code -> code(method.methodName().stringValue(), code));
        }
        return refused;
    }

    private static boolean has(AccessFlags flags, AccessFlag flag) {
        return flags.has(flag);
    }

    private void attributes(List<Attribute<?>> attributes) {
        attributes.stream()
                .map(attribute -> attribute.attributeName().stringValue())
                .filter(attribute -> !ATTRIBUTES.contains(attribute))
                .forEach(attribute -> refused.add("the unknown attribute `" + attribute + "`"));
    }

    private void reference(PoolEntry entry) {
        switch (entry) {
            case MemberRefEntry member -> member(member);
            case ClassEntry named -> named(named.asInternalName());
            case MethodHandleEntry handle -> member(handle.reference());
            case ConstantDynamicEntry constant -> refused.add("a dynamically computed constant");
            default -> {}
        }
    }

    private void member(MemberRefEntry member) {
        String owner = member.owner().asInternalName();
        String called = member.name().stringValue();
        boolean mine = owner.equals(name);
        boolean ours = compiled.apply(owner).filter(kind::mayUse).isPresent();
        if (!mine && !ours && !kind.mayTouch(owner, called)) {
            refused.add("`" + owner.replace('/', '.') + "." + called + "`, which is not allowed");
        }
    }

    private void named(String given) {
        String bare = given.replaceFirst("^\\[+L?", "").replaceFirst(";$", "");
        boolean fine =
                bare.equals(name)
                        || compiled.apply(bare).filter(kind::mayUse).isPresent()
                        || kind.mayName(bare)
                        || given.startsWith("[") && bare.length() == 1;
        if (!fine) {
            refused.add("`" + bare.replace('/', '.') + "`, which is not allowed");
        }
    }

    private void code(String method, CodeModel code) {
        if (!code.exceptionHandlers().isEmpty()) {
            refused.add("a `catch` in `" + method + "`");
        }
        Set<Label> passed = new HashSet<>();
        for (CodeElement element : code) {
            if (element instanceof LabelTarget target) {
                passed.add(target.label());
            }
            if (element instanceof Instruction instruction) {
                if (targets(instruction).stream().anyMatch(passed::contains)) {
                    refused.add("a backward jump in `" + method + "`, which is a loop");
                }
                unusual(method, instruction);
            }
        }
    }

    private static List<Label> targets(Instruction instruction) {
        return switch (instruction) {
            case BranchInstruction branch -> List.of(branch.target());
            case LookupSwitchInstruction lookup -> targets(lookup.cases(), lookup.defaultTarget());
            case TableSwitchInstruction table -> targets(table.cases(), table.defaultTarget());
            default -> List.of();
        };
    }

    private static List<Label> targets(List<SwitchCase> cases, Label otherwise) {
        Set<Label> targets = new HashSet<>(Set.of(otherwise));
        cases.forEach(one -> targets.add(one.target()));
        return List.copyOf(targets);
    }

    private void unusual(String method, Instruction instruction) {
        switch (instruction) {
            case MonitorInstruction lock -> refused.add("a lock in `" + method + "`");
            case NewMultiArrayInstruction array ->
                    refused.add("a multidimensional array in `" + method + "`");
            case NewPrimitiveArrayInstruction array ->
                    refused.add("a primitive array in `" + method + "`");
            case DiscontinuedInstruction old ->
                    refused.add("an obsolete instruction in `" + method + "`");
            case InvokeDynamicInstruction call when !kind.mayJoinTexts() ->
                    refused.add("an `invokedynamic` call in `" + method + "`");
            case InvokeInstruction call
                    when call.owner().asInternalName().equals("java/lang/System")
                            && !method.equals("values") ->
                    refused.add("a call of `java.lang.System` in `" + method + "`");
            default -> {}
        }
    }
}
