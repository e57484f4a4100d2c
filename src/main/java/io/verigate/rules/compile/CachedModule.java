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

/// Opens compiled rules from the cache.
final class CachedModule {
    private CachedModule() {}

    /// Registers the module with Drools under a new release, without loading any class.
    static InternalKieModule open(byte[] bytes, ReleaseId release) {
        KieServices services = KieServices.get();
        KieModuleModel model = services.newKieModuleModel();
        KieBuilderImpl.setDefaultsforEmptyKieModule(model);
        InternalKieModule module =
                new CanonicalKieModule(new MemoryKieModule(release, model, files(bytes)));
        services.getRepository().addKieModule(module);
        return module;
    }

    /// Drools' own reader works byte by byte, which takes a tenth of the startup time.
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
            throw new UncheckedIOException("the cached compiled rules are corrupt", e);
        }
    }
}
