package io.verigate.rules.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.util.PortablePath;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;

/// A module of compiled rules that was kept as bytes.
final class CachedModule {
    private CachedModule() {}

    /// Makes it known to Drools under a new release, and loads nothing of it yet.
    static InternalKieModule open(byte[] bytes, ReleaseId release) {
        KieServices services = KieServices.get();
        KieModuleModel model = services.newKieModuleModel();
        KieBuilderImpl.setDefaultsforEmptyKieModule(model);
        InternalKieModule module =
                new CanonicalKieModule(new MemoryKieModule(release, model, files(bytes)));
        services.getRepository().addKieModule(module);
        return module;
    }

    /// Drools could read them by itself, but byte for byte, which takes a tenth of a start.
    private static MemoryFileSystem files(byte[] bytes) {
        MemoryFileSystem files = new MemoryFileSystem();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.write(PortablePath.of(entry.getName()), zip.readAllBytes(), true);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept of compiled rules is damaged", e);
        }
    }
}
