package io.verigate.app;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.verigate.decision.SpellingSuggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Refuses a setting that nobody knows or understands, where Micronaut would quietly take the default, or `false`, in its
/// place: a misspelt `true` would leave a connection in the clear, or let one person do what takes two. A blank one is
/// not set. Made before everything that acts on settings.
@Context
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConfigurationCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationCheck.class);
    private static final String OURS = "verigate.";
    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);

    private final Environment environment;
    private final Map<String, Class<?>> known = new TreeMap<>();

    /// @throws IllegalArgumentException when one of them is not known or not understood
    ConfigurationCheck(BeanContext beans, Environment environment) {
        this.environment = environment;
        List<BeanDefinition<Record>> ours = new ArrayList<>(beans.getBeanDefinitions(Record.class));
        ours.removeIf(read -> !read.hasStereotype(ConfigurationProperties.class));
        ours.forEach(
                read -> Arrays.stream(read.getConstructor().getArguments()).forEach(this::know));
        environment.getPropertySources().forEach(this::checkNames);
        known.forEach(this::checkValue);
        ours.forEach(beans::getBean); // which checks what a value may be
    }

    private void know(Argument<?> setting) {
        setting.getAnnotationMetadata()
                .stringValue(Property.class, "name")
                .filter(name -> name.startsWith(OURS))
                .ifPresent(name -> known.put(name, setting.getType()));
    }

    private void checkNames(PropertySource source) {
        for (String written : source) {
            if (source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE) {
                checkVariable(written);
            } else {
                checkName(written, source.get(written));
            }
        }
    }

    private void checkName(String written, Object value) {
        String name = NameUtils.hyphenate(written.replaceFirst("\\[\\d+]$", ""));
        if (name.startsWith(OURS) && !String.valueOf(value).isBlank() && !known.containsKey(name)) {
            throw new IllegalArgumentException(
                    "`%s` is no setting%s correct it"
                            .formatted(
                                    name, SpellingSuggestion.question(name, known.keySet(), ";")));
        }
    }

    /// Others set variables too that begin like ours, such as Kubernetes for the address of a service `verigate`.
    private void checkVariable(String written) {
        Set<String> variables =
                known.keySet().stream()
                        .map(ConfigurationCheck::variable)
                        .collect(Collectors.toSet());
        if (written.startsWith(variable(OURS)) && !variables.contains(written)) {
            SpellingSuggestion.to(written, variables)
                    .ifPresent(near ->
                            LOG.warn(
                                    "the variable `{}` is no setting and has no effect, did you mean `{}`?",
                                    written,
                                    near));
        }
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private void checkValue(String name, Class<?> type) {
        environment
                .getProperty(name, String.class)
                .filter(value -> !value.isBlank() && !isUnderstood(name, value, type))
                .ifPresent(value -> {
                    throw new IllegalArgumentException(
                            "`%s` has to be %s; correct it".formatted(name, expected(type)));
                });
    }

    private boolean isUnderstood(String name, String value, Class<?> type) {
        return FLAGS.contains(type)
                ? value.equals("true") || value.equals("false")
                : environment.getProperty(name, type).isPresent();
    }

    /// Not what it is: that may be a password in the wrong place.
    private static String expected(Class<?> type) {
        if (FLAGS.contains(type)) {
            return "`true` or `false`";
        }
        if (type == Duration.class) {
            return "a time such as `30s`";
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(word -> "`" + word.toString().toLowerCase(Locale.ROOT) + "`")
                        .collect(Collectors.joining(", ", "one of ", ""))
                : "a whole number";
    }
}
