package io.verigate.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class on a running service: `@Inject TestService`. Classes whose `@Property` annotations are equal share one server
/// and one schema, so they must use accounts and addresses of their own. A class that counts rows or moves the clock asks
/// for a schema of its own with `@Property(name = ServiceTest.SCHEMA, value = …)`.
@ExtendWith(SharedService.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServiceTest {
    /// The property with the name of the database schema: lower-case letters, digits and underscores.
    String SCHEMA = "test.schema";
}
