package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Hidden;
import io.verigate.ProductClasses;
import io.verigate.api.common.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The generated description of the interface, against the routes that there are.
final class OpenApiTest {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete");

    private static Map<String, Object> paths = Map.of();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file =
                Problem.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            paths =
                    map(
                            map(new Load(LoadSettings.builder().build()).loadFromString(text))
                                    .get("paths"));
        }
    }

    @Test
    void describesEveryRouteAndNothingElse() {
        Set<String> described = new TreeSet<>();
        paths.forEach((path, operations) ->
                map(operations).keySet().stream()
                        .filter(VERBS::contains)
                        .forEach(verb -> described.add(verb + " " + path)));

        assertThat(described).isEqualTo(routes()).isNotEmpty();
    }

    @Test
    void everyOperationTellsGoodAnswersAndProblemsApart() {
        paths.forEach((path, operations) ->
                map(operations)
                        .forEach((verb, operation) -> {
                            Map<String, Object> answers = map(map(operation).get("responses"));
                            assertThat(answers).as("%s %s", verb, path).containsKeys("4XX", "5XX");
                            assertThat(answers.keySet())
                                    .as("%s %s", verb, path)
                                    .filteredOn(status -> status.startsWith("2"))
                                    .hasSizeBetween(1, 2);
                        }));
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        ProductClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(Controller.class))
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> !type.isAnnotationPresent(Hidden.class))
                .forEach(type ->
                        Arrays.stream(type.getDeclaredMethods())
                                .flatMap(method -> route(method).stream())
                                .map(route -> {
                                    String base = type.getAnnotation(Controller.class).value();
                                    return route.replaceFirst(
                                            " ", " " + (base.equals("/") ? "" : base));
                                })
                                .map(route -> route.replaceFirst("/$", ""))
                                .forEach(routes::add));
        return routes;
    }

    /// Verb and path of a method below its controller's; empty when it is no route.
    private static Optional<String> route(Method method) {
        Get get = method.getAnnotation(Get.class);
        Post post = method.getAnnotation(Post.class);
        Put put = method.getAnnotation(Put.class);
        Delete delete = method.getAnnotation(Delete.class);
        return Stream.of(
                        Optional.ofNullable(get).map(route -> "get " + route.value()),
                        Optional.ofNullable(post).map(route -> "post " + route.value()),
                        Optional.ofNullable(put).map(route -> "put " + route.value()),
                        Optional.ofNullable(delete).map(route -> "delete " + route.value()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // a YAML mapping with text keys
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
