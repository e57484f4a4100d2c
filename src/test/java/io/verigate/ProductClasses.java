package io.verigate;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/// The classes of the product without its tests, read once for all tests of the architecture.
public final class ProductClasses {
    public static final JavaClasses ALL =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    private ProductClasses() {}
}
