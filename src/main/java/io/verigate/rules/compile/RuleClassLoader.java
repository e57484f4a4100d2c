package io.verigate.rules.compile;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The second gate of the fence: a class loader with an allow list of what compiled rules need. Nothing else is visible,
/// neither to the compiler nor to compiled rules, and no resources other than class files.
final class RuleClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    /// Types of facts, what the Java language requires, and what the compiler looks up to resolve those.
    private static final Set<String> JAVA =
            names(
                    "java.lang.",
                    """
                    Boolean CharSequence Class ClassNotFoundException CloneNotSupportedException Cloneable Comparable
                    Deprecated Enum Enum$EnumDesc Error Exception FunctionalInterface IllegalArgumentException Integer
                    Iterable Long Number Object Override Record RuntimeException SafeVarargs String SuppressWarnings
                    Throwable Void constant.Constable constant.ConstantDesc constant.DynamicConstantDesc
                    annotation.Annotation invoke.MethodHandles invoke.MethodHandles$Lookup invoke.StringConcatFactory
                    invoke.TypeDescriptor invoke.TypeDescriptor$OfField reflect.AnnotatedElement
                    reflect.GenericDeclaration reflect.Type\
                    """);

    private static final Set<String> LIBRARY =
            names(
                    "java.",
                    """
                    io.Externalizable io.IOException io.ObjectInputStream io.ObjectOutputStream
                    io.ObjectStreamException io.Serializable time.Duration time.Instant
                    time.format.DateTimeFormatter time.format.DateTimeFormatterBuilder time.temporal.Temporal
                    time.temporal.TemporalAccessor time.temporal.TemporalAdjuster time.temporal.TemporalAmount
                    util.AbstractCollection util.AbstractList util.ArrayList util.Arrays util.Collection
                    util.Collections util.Comparator util.Iterator util.List util.ListIterator util.Locale
                    util.Optional util.RandomAccess util.SequencedCollection util.Spliterator util.function.Consumer
                    util.function.Function util.function.IntFunction util.function.Predicate util.function.UnaryOperator
                    util.stream.Stream\
                    """);

    private static final Set<String> DROOLS =
            names(
                    "org.",
                    """
                    drools.compiler.kie.builder.MaterializedLambda drools.core.WorkingMemory
                    drools.ecj.EclipseJavaCompiler drools.modelcompiler.CanonicalKieModuleModel
                    drools.modelcompiler.dsl.pattern.D drools.modelcompiler.util.EvaluationUtil drools.util.DateUtils
                    kie.api.KieServices kie.api.builder.ReleaseId kie.api.builder.model.KieBaseModel
                    kie.api.builder.model.KieModuleModel kie.api.builder.model.KieSessionModel
                    kie.api.builder.model.KieSessionModel$KieSessionType kie.api.conf.EventProcessingOption
                    kie.api.conf.KieBaseMutabilityOption kie.api.conf.Option kie.api.conf.SingleValueOption
                    kie.api.internal.utils.KieService kie.api.runtime.conf.ClockTypeOption
                    kie.api.runtime.conf.KieSessionOption kie.api.runtime.conf.SingleValueKieSessionOption
                    kie.util.maven.support.ReleaseIdImpl\
                    """);

    private static final Set<String> OURS =
            names("io.verigate.", "decision.Facts policy.PolicyTexts rules.runtime.Findings");

    /// The executable model, and functions that Drools instantiates by name when it builds a `KieBase`.
    private static final Set<String> PACKAGES =
            Set.of(
                    "org.drools.model",
                    "org.drools.model.consequences",
                    "org.drools.model.functions",
                    "org.drools.model.functions.temporal",
                    "org.drools.model.impl",
                    "org.drools.model.view",
                    "org.drools.core.base.accumulators");

    private static final ClassLoader ALL = RuleClassLoader.class.getClassLoader();
    private static final String ENDING = ".class";

    RuleClassLoader() {
        super("rules", null);
    }

    private static Set<String> names(String start, String rest) {
        return Stream.of(rest.strip().split("\\s+"))
                .map(start::concat)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean knows(String name) {
        int dot = name.lastIndexOf('.');
        return Stream.of(JAVA, LIBRARY, DROOLS, OURS).anyMatch(names -> names.contains(name))
                || dot > 0 && PACKAGES.contains(name.substring(0, dot));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!knows(name)) {
            throw new ClassNotFoundException("class `" + name + "` is not available to rules");
        }
        return Class.forName(name, false, ALL);
    }

    @Override
    public @Nullable URL getResource(String name) {
        boolean known =
                name.endsWith(ENDING)
                        && knows(
                                name.substring(0, name.length() - ENDING.length())
                                        .replace('/', '.'));
        return known ? ALL.getResource(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return getResource(name) == null ? null : ALL.getResourceAsStream(name);
    }
}
