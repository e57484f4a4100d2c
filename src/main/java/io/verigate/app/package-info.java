/// Puts the parts together. The only place that knows all of them.
///
/// Not in the environment of commands: they must not wake the jobs of the service. A second courier of the same name
/// would take the messages in flight for lost ones.
@Configuration
@Requires(notEnv = "command")
@NullMarked
package io.verigate.app;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
