package io.verigate.rules;

import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;

/// A module of compiled rules that was kept as bytes.
final class KeptModule {
    private KeptModule() {}

    /// Makes it known to Drools under a new release, and loads nothing of it yet.
    static InternalKieModule open(byte[] bytes, ReleaseId release) {
        KieServices services = KieServices.get();
        KieModuleModel model = services.newKieModuleModel();
        KieBuilderImpl.setDefaultsforEmptyKieModule(model);
        InternalKieModule module =
                new CanonicalKieModule(
                        new MemoryKieModule(release, model, MemoryFileSystem.readFromJar(bytes)));
        services.getRepository().addKieModule(module);
        return module;
    }
}
