package io.verigate.rules.compile;

import io.verigate.decision.Facts;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyTexts;
import io.verigate.rules.check.RuleCheck;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.check.SymbolTable;
import io.verigate.rules.runtime.Findings;
import io.verigate.rules.runtime.RuleSet.Compiled;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieContainer;

/// Compiles checked rules with Drools' executable model, each time under a new release, so that a rule set can be
/// disposed of as a whole. Applies the second and third gate of the fence.
public final class RuleCompiler {
    /// Name of the only global.
    public static final String FINDINGS = "findings";

    private static final String FOLDER = RequestSource.PACKAGE.replace('.', '/');

    private final Policies policies;
    private final Map<String, RuleDefinition> rules;
    private final Set<FenceGate> gates;

    /// @param gates which of the second and third gate apply; all of them except in tests of a single gate
    RuleCompiler(Policies policies, Map<String, RuleDefinition> rules, Set<FenceGate> gates) {
        this.policies = policies;
        this.rules = rules;
        this.gates = gates;
    }

    /// The header of a generated file.
    static String preamble() {
        return "package "
                + RequestSource.PACKAGE
                + "; global "
                + Findings.class.getName()
                + " "
                + FINDINGS
                + "; ";
    }

    /// Compiles rules that passed the first gate.
    ///
    /// @throws Faults from the second or third gate
    public static Compiled compile(RuleCheck check, Policies policies) {
        RulePrefilter screens = RulePrefilter.before(check.rules());
        String text = new RuleWriter(new SymbolTable(policies), screens).write(check.rules());
        return fenced(check, policies)
                .compile(
                        Map.of("rules.drl", text),
                        RequestSource.of(policies, check.rules(), screens));
    }

    /// Loads compiled rules from the cache through the same gates.
    ///
    /// @throws Faults from the second or third gate
    public static Compiled load(byte[] module, RuleCheck check, Policies policies) {
        return fenced(check, policies)
                .load((release, loader) -> CachedModule.open(module, release));
    }

    private static RuleCompiler fenced(RuleCheck check, Policies policies) {
        Map<String, RuleDefinition> rules = new TreeMap<>();
        check.rules().forEach(rule -> rules.put(rule.definition().id(), rule.definition()));
        return new RuleCompiler(policies, rules, EnumSet.allOf(FenceGate.class));
    }

    /// Compiles without loading any class, for tests of single gates.
    ///
    /// @return the classes, by file name
    /// @throws Faults when it does not compile
    Map<String, byte[]> rehearse(Map<String, String> files, String request) {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId("io.verigate", "rehearsed", UUID.randomUUID().toString());
        try {
            return Map.copyOf(build(services, release, loader(), files, request).getClassesMap());
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private ClassLoader loader() {
        return gates.contains(FenceGate.CLASSES)
                ? new RuleClassLoader()
                : RuleCompiler.class.getClassLoader();
    }

    /// @param files rule texts by file name
    /// @param request source of the class `Request`
    public Compiled compile(Map<String, String> files, String request) {
        return load((release, loader) -> build(KieServices.get(), release, loader, files, request));
    }

    /// Supplies a module and registers it with Drools, without loading any class.
    private interface Origin {
        InternalKieModule module(ReleaseId release, ClassLoader loader);
    }

    private Compiled load(Origin origin) {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId("io.verigate", "rules", UUID.randomUUID().toString());
        ClassLoader loader = loader();
        try {
            InternalKieModule module = origin.module(release, loader);
            if (gates.contains(FenceGate.BYTECODE)) {
                BytecodeCheck.check(module.getClassesMap(), rules);
            }
            KieContainer container = services.newKieContainer(release, loader);
            return new Compiled(
                    module::getBytes,
                    container.newKieBase(unchanging(services)),
                    constructor(container),
                    () -> {
                        container.dispose();
                        services.getRepository().removeKieModule(release);
                    });
        } catch (RuntimeException | LinkageError e) {
            services.getRepository().removeKieModule(release);
            throw e;
        }
    }

    /// Compiles without loading any class.
    private static InternalKieModule build(
            KieServices services,
            ReleaseId release,
            ClassLoader loader,
            Map<String, String> files,
            String request) {
        KieFileSystem sources = services.newKieFileSystem();
        sources.generateAndWritePomXML(release);
        sources.write("src/main/java/" + FOLDER + "/" + RequestSource.NAME + ".java", request);
        files.forEach(
                (name, text) -> sources.write("src/main/resources/" + FOLDER + "/" + name, text));
        KieBuilder builder = services.newKieBuilder(sources, loader);
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new InvalidRuleSetException(errors.stream().map(RuleCompiler::fault).toList());
        }
        return (InternalKieModule) ((KieBuilderImpl) builder).getKieModuleIgnoringErrors();
    }

    /// Rules never change after the build, so Drools itself discards requests for which no rule fires.
    private static KieBaseConfiguration unchanging(KieServices services) {
        KieBaseConfiguration configuration = services.newKieBaseConfiguration();
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        return configuration;
    }

    private MethodHandle constructor(KieContainer container) {
        try {
            Class<?> request =
                    Class.forName(
                            RequestSource.PACKAGE + "." + RequestSource.NAME,
                            true,
                            container.getClassLoader());
            MethodHandle made =
                    MethodHandles.publicLookup()
                            .findConstructor(
                                    request,
                                    MethodType.methodType(
                                            void.class, Facts.class, PolicyTexts.class));
            return MethodHandles.insertArguments(made, 1, policies.constants())
                    .asType(MethodType.methodType(Object.class, Facts.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the request class was not compiled", e);
        }
    }

    /// The input was generated from checked rules, so this is a bug in the service, not in a rule.
    private static Diagnostic fault(Message message) {
        return new Diagnostic(
                        "rules",
                        0,
                        0,
                        "the rules are valid but could not be compiled, which is a bug in the service: please report it with `%s`"
                                .formatted(message.getText().lines().findFirst().orElse("")))
                .about("compile")
                .in(FenceGate.CLASSES);
    }
}
