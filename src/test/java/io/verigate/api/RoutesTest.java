package io.verigate.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import io.micronaut.http.annotation.HttpMethodMapping;
import io.verigate.ProductClasses;
import io.verigate.api.common.security.Anonymous;
import io.verigate.api.common.security.RequiresScope;
import org.junit.jupiter.api.Test;

final class RoutesTest {
    @Test
    void everyRouteSaysWhoMayUseIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethodMapping.class)
                .should()
                .beAnnotatedWith(RequiresScope.class)
                .orShould()
                .beAnnotatedWith(Anonymous.class)
                .check(ProductClasses.ALL);
    }
}
