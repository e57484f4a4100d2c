package io.verigate.rules.compile;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds recursion among compiled methods, which might never end.
final class RecursionCheck {
    private final Map<Method, Set<Method>> calls = new HashMap<>();
    private final Set<Method> harmless = new HashSet<>();

    /// One compiled method.
    ///
    /// @param owner internal name of its class
    /// @param type its descriptor
    record Method(String owner, String name, String type) {}

    RecursionCheck(Map<String, ClassModel> classes) {
        for (ClassModel type : classes.values()) {
            for (MethodModel method : type.methods()) {
                Set<Method> called = new HashSet<>();
                method.code()
                        .ifPresent(code ->
                                code.forEach(element -> {
                                    if (element instanceof InvokeInstruction call
                                            && classes.containsKey(call.owner().asInternalName())) {
                                        called.add(method(call));
                                    }
                                }));
                calls.put(
                        new Method(
                                type.thisClass().asInternalName(),
                                method.methodName().stringValue(),
                                method.methodType().stringValue()),
                        called);
            }
        }
    }

    /// A recursive method; empty without one.
    Optional<Method> first() {
        return calls.keySet().stream()
                .filter(method -> leadsBack(method, new HashSet<>()))
                .findFirst();
    }

    private boolean leadsBack(Method method, Set<Method> way) {
        if (harmless.contains(method)) {
            return false;
        }
        if (!way.add(method)) {
            return true;
        }
        for (Method next : calls.getOrDefault(method, Set.of())) {
            if (leadsBack(next, way)) {
                return true;
            }
        }
        way.remove(method);
        harmless.add(method);
        return false;
    }

    private static Method method(InvokeInstruction call) {
        return new Method(
                call.owner().asInternalName(),
                call.name().stringValue(),
                call.type().stringValue());
    }
}
