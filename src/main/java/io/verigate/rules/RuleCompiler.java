package io.verigate.rules;

import io.verigate.decision.Facts;
import io.verigate.policy.Fault;
import io.verigate.policy.Faults;
import io.verigate.policy.Policies;
import io.verigate.rules.RuleSet.Compiled;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/// Compiles checked rules with Drools' executable model, each time under a new release, so that a rule set can be
/// thrown away whole.
final class RuleCompiler {
    /// Name of the one global.
    static final String FINDINGS = "findings";

    private static final String FOLDER = RequestSource.PACKAGE.replace('.', '/');

    private RuleCompiler() {}

    /// What stands before the text of every file, on its first line, so that lines stay where they are.
    static String preamble() {
        return "package "
                + RequestSource.PACKAGE
                + "; global "
                + Findings.class.getName()
                + " "
                + FINDINGS
                + "; ";
    }

    /// @throws Faults when Drools refuses what our own check let through
    static Compiled compile(Map<String, String> files, Policies policies) {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId("io.verigate", "rules", UUID.randomUUID().toString());
        KieFileSystem sources = services.newKieFileSystem();
        sources.generateAndWritePomXML(release);
        sources.write(
                "src/main/java/" + FOLDER + "/" + RequestSource.NAME + ".java",
                RequestSource.of(policies));
        files.forEach((name, text) ->
                sources.write(
                        "src/main/resources/" + FOLDER + name.substring(name.lastIndexOf('/')),
                        preamble() + text));
        KieBuilder builder = services.newKieBuilder(sources, RuleCompiler.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            services.getRepository().removeKieModule(release);
            throw new Faults(errors.stream().map(RuleCompiler::fault).toList());
        }
        KieContainer container = services.newKieContainer(release);
        return new Compiled(
                container.getKieBase(),
                constructor(container),
                () -> {
                    container.dispose();
                    services.getRepository().removeKieModule(release);
                });
    }

    private static MethodHandle constructor(KieContainer container) {
        try {
            Class<?> request =
                    Class.forName(
                            RequestSource.PACKAGE + "." + RequestSource.NAME,
                            true,
                            container.getClassLoader());
            return MethodHandles.publicLookup()
                    .findConstructor(request, MethodType.methodType(void.class, Facts.class))
                    .asType(MethodType.methodType(Object.class, Facts.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the class of requests was not compiled", e);
        }
    }

    private static Fault fault(Message message) {
        String path = message.getPath() == null ? "rules" : message.getPath();
        return new Fault(
                path,
                Math.max(message.getLine(), 0),
                Math.max(message.getColumn(), 0),
                message.getText());
    }
}
