package io.verigate.cli;

import io.verigate.access.ApiScope;
import io.verigate.access.Role;
import io.verigate.analysis.simulation.AttackKind;
import io.verigate.policy.Literal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The entry point: without arguments, or with `serve`, it starts the service; other commands run once and exit.
@Command(
        name = "verigate",
        scope = ScopeType.INHERIT, // standard options, version and exit codes
        description = "Decides by rules whether a verification code may be sent.",
        synopsisSubcommandLabel = "[command]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Success", "1:Failure", "2:Invalid usage"},
        versionProvider = VersionProvider.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            RulesCommand.class,
            KeysCommand.class,
            SecretsCommand.class,
            HealthCommand.class,
            RehearseCommand.class
        })
public final class Verigate extends CliCommand implements Callable<Integer> {
    private Verigate() {}

    /// Runs the command that the arguments name, and exits the process unless that is the service.
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Service.run(); // skips parsing, which takes a tenth of the start time
            return;
        }
        if (!arguments[0].equals("serve")) {
            // Keeps standard output for the result of the command.
            System.setProperty("VERIGATE_LOG_TO", "System.err");
        }
        System.exit(commands().execute(arguments));
    }

    /// Creates the command line. Its errors say what to do, and never show a stack trace.
    static CommandLine commands() {
        return new CommandLine(new Verigate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .registerConverter(Duration.class, Verigate::duration)
                .registerConverter(Role.class, text -> constant(Role.class, text))
                .registerConverter(ApiScope.class, text -> constant(ApiScope.class, text))
                .registerConverter(AttackKind.class, text -> constant(AttackKind.class, text))
                .setParameterExceptionHandler((exception, arguments) -> rejected(exception))
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> failed(exception, command));
    }

    /// Reached only with options but without a command.
    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "a command is required");
    }

    private static Duration duration(String text) {
        return Literal.duration(text)
                .filter(Duration::isPositive)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "`%s` is not a duration such as 90d or 12h".formatted(text)));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return EnumSet.allOf(type).stream()
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                "`%s` is not one of %s".formatted(text, EnumSet.allOf(type))));
    }

    private static int rejected(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println("verigate: " + message(exception));
        if (!UnmatchedArgumentException.printSuggestions(exception, command.getErr())) {
            command.getErr().printf("see `%s --help`%n", command.getCommandSpec().qualifiedName());
        }
        return ExitCode.USAGE;
    }

    private static String message(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched
                ? "unknown command or option `%s`".formatted(unmatched.getUnmatched().getFirst())
                : String.valueOf(exception.getMessage());
    }

    private static int failed(Exception exception, CommandLine command) {
        command.getErr().println("verigate: " + Service.reason(exception));
        return exception instanceof UsageException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}
