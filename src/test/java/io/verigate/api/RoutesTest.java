package io.verigate.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.verigate.api.common.security.Anonymous;
import io.verigate.api.common.security.RequiresScope;
import org.junit.jupiter.api.Test;

final class RoutesTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.verigate");

    @Test
    void everyRouteSaysWhoMayUseIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethodMapping.class)
                .should()
                .beAnnotatedWith(RequiresScope.class)
                .orShould()
                .beAnnotatedWith(Anonymous.class)
                .check(OURS);
    }
}
