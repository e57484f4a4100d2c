package io.verigate.wiring;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Refuses a setting that nobody understands, where Micronaut would quietly take the default, or `false`, in its place: a
/// misspelt `true` would leave a connection in the clear, or let one person do what takes two. A blank one is not set.
@Singleton
final class SettingsCheck implements BeanCreatedEventListener<Record> {
    private static final String OURS = "io.verigate.";
    private static final Set<String> FLAGS = Set.of("true", "false");

    private final Environment environment;

    SettingsCheck(Environment environment) {
        this.environment = environment;
    }

    /// Hears of settings as soon as they are read, and before anybody acts on them.
    ///
    /// @throws IllegalArgumentException when one of them is not understood
    @Override
    public Record onCreated(BeanCreatedEvent<Record> event) {
        if (event.getBean().getClass().getName().startsWith(OURS)) {
            for (Argument<?> setting : event.getBeanDefinition().getConstructor().getArguments()) {
                setting.getAnnotationMetadata()
                        .stringValue(Property.class, "name")
                        .ifPresent(name -> check(name, setting.getType()));
            }
        }
        return event.getBean();
    }

    private void check(String name, Class<?> type) {
        environment
                .getProperty(name, String.class)
                .filter(value -> !value.isBlank() && !isUnderstood(name, value, type))
                .ifPresent(value -> {
                    throw new IllegalArgumentException(
                            "`%s` has to be %s; correct it".formatted(name, expected(type)));
                });
    }

    private boolean isUnderstood(String name, String value, Class<?> type) {
        return type == boolean.class
                ? FLAGS.contains(value)
                : environment.getProperty(name, type).isPresent();
    }

    /// Not what it is: that may be a password in the wrong place.
    private static String expected(Class<?> type) {
        if (type == boolean.class) {
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
