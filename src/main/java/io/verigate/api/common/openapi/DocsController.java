package io.verigate.api.common.openapi;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.security.Anonymous;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/// Serves the OpenAPI document and Swagger UI from the class path only.
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocsController {
    private static final String WHY = "public description of the API, contains no data";
    private static final String DOCUMENT = "META-INF/swagger/openapi.yml";
    private static final String JAR =
            "META-INF/maven/org.webjars.npm/swagger-ui-dist/pom.properties";
    private static final String FILES = "META-INF/resources/webjars/swagger-ui-dist/";
    private static final Map<String, String> SERVED =
            Map.of(
                    "swagger-ui.css", "text/css",
                    "swagger-ui-bundle.js", "text/javascript",
                    "favicon-32x32.png", "image/png");
    private static final String START =
            "window.onload = () => SwaggerUIBundle({ url: '/openapi.yml', dom_id: '#ui', deepLinking: true });";
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Verigate: the interface</title>
              <link rel="icon" href="/docs/favicon-32x32.png">
              <link rel="stylesheet" href="/docs/swagger-ui.css">
            </head>
            <body>
              <main id="ui"></main>
              <script src="/docs/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """;

    /// The OpenAPI document.
    @Get("/openapi.yml")
    @Anonymous(WHY)
    HttpResponse<?> document() {
        return HttpResponse.ok(read(DOCUMENT)).contentType("application/yaml;charset=utf-8");
    }

    /// The page that shows it.
    @Get("/docs")
    @Anonymous(WHY)
    HttpResponse<?> page() {
        return HttpResponse.ok(PAGE.getBytes(StandardCharsets.UTF_8))
                .contentType("text/html;charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                                + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'");
    }

    /// Files of the page.
    @Get("/docs/{file}")
    @Anonymous(WHY)
    HttpResponse<?> file(String file) {
        if (file.equals("start.js")) {
            return HttpResponse.ok(START.getBytes(StandardCharsets.UTF_8))
                    .contentType(MediaType.of("text/javascript"));
        }
        String type = SERVED.get(file);
        if (type == null) {
            throw missing();
        }
        return HttpResponse.ok(read(FILES + version() + "/" + file))
                .contentType(MediaType.of(type))
                .header("Cache-Control", "public, max-age=86400");
    }

    private static String version() {
        try (InputStream in = open(JAR)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the API documentation page", e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the API description", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = DocsController.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw missing();
        }
        return in;
    }

    private static ProblemException missing() {
        return ProblemException.notFound("unknown file");
    }
}
