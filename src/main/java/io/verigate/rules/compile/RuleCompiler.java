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
/// thrown away whole. Holds the second and the third gate of the fence.
public final class RuleCompiler {
    /// Name of the one global.
    public static final String FINDINGS = "findings";

    private static final String FOLDER = RequestSource.PACKAGE.replace('.', '/');

    private final Policies policies;
    private final Map<String, RuleDefinition> rules;
    private final Set<FenceGate> gates;

    /// @param gates which of the second and the third are closed; all but for tests of a single one
    RuleCompiler(Policies policies, Map<String, RuleDefinition> rules, Set<FenceGate> gates) {
        this.policies = policies;
        this.rules = rules;
        this.gates = gates;
    }

    /// What stands before rules.
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
    /// @throws Faults when a later gate refuses them
    public static Compiled compile(RuleCheck check, Policies policies) {
        RulePrefilter screens = RulePrefilter.before(check.rules());
        String text = new RuleWriter(new SymbolTable(policies), screens).write(check.rules());
        return fenced(check, policies)
                .compile(
                        Map.of("rules.drl", text),
                        RequestSource.of(policies, check.rules(), screens));
    }

    /// Loads what the same rules were compiled to before, through the same gates.
    ///
    /// @throws Faults when a later gate refuses them
    public static Compiled load(byte[] module, RuleCheck check, Policies policies) {
        return fenced(check, policies)
                .load((release, loader) -> CachedModule.open(module, release));
    }

    private static RuleCompiler fenced(RuleCheck check, Policies policies) {
        Map<String, RuleDefinition> rules = new TreeMap<>();
        check.rules().forEach(rule -> rules.put(rule.definition().id(), rule.definition()));
        return new RuleCompiler(policies, rules, EnumSet.allOf(FenceGate.class));
    }

    /// Compiles, and loads nothing of what was made; for tests of single gates.
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

    /// @param files the text of rules by file name
    /// @param request the source of the class that they read
    public Compiled compile(Map<String, String> files, String request) {
        return load((release, loader) -> build(KieServices.get(), release, loader, files, request));
    }

    /// Where a module comes from; it is known to Drools afterwards, and nothing of it is loaded yet.
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

    /// Compiles, and loads nothing yet of what was made.
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

    /// No rule comes or goes later: so Drools drops a request by itself for which no rule fires.
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
            throw new IllegalStateException("the class of requests was not compiled", e);
        }
    }

    /// Everything was checked and written anew before, so this is a fault of the service and not of a rule.
    private static Diagnostic fault(Message message) {
        return new Diagnostic(
                        "rules",
                        0,
                        0,
                        "the rules were understood and could not be compiled, which is a fault of the service: report it with `%s`"
                                .formatted(message.getText().lines().findFirst().orElse("")))
                .about("compile")
                .in(FenceGate.CLASSES);
    }
}
