package io.verigate.crash;

import io.verigate.cli.Verigate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The service as a process of its own, which can be killed.
public final class ServiceProcess {
    private static final Pattern RUNNING = Pattern.compile("Server Running: (http://[^ ]+)");

    private final Process process;
    private final URI address;

    private ServiceProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it and returns when it listens.
    ///
    /// @param options of Java
    public static ServiceProcess start(Map<String, String> environment, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath(),
                        Verigate.class.getName()));
        return start(command, environment);
    }

    /// Starts it by any command line, and returns when it listens.
    public static ServiceProcess start(List<String> command, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        StringBuilder told = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher running = RUNNING.matcher(line);
            if (running.find()) {
                Thread.startVirtualThread(() -> readOn(output));
                return new ServiceProcess(process, URI.create(running.group(1)));
            }
            told.append(line).append('\n');
        }
        throw new IOException("the service did not start:\n" + told);
    }

    /// A process whose output nobody reads stands still.
    private static void readOn(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // It was killed.
        }
    }

    public URI address() {
        return address;
    }

    /// The number that the system knows it by.
    public long pid() {
        return process.pid();
    }

    /// `kill -9`.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// `SIGTERM`, and waits for the end.
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /// The variable of the environment that stands for a configuration entry.
    public static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String classPath() {
        return List.of("surefire.test.class.path", "java.class.path").stream()
                .map(System::getProperty)
                .flatMap(path -> Optional.ofNullable(path).stream())
                .findFirst()
                .orElseThrow();
    }
}
