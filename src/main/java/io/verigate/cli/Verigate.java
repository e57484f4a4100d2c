package io.verigate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/// The program: without arguments, or with `serve`, it is the service; other commands do one thing and end.
@Command(
        name = "verigate",
        description = "Decides from rules whether a verification code may be sent.",
        synopsisSubcommandLabel = "[command]",
        footerHeading =
                "%nWithout a command the service starts. Exit codes: 0 good, 1 not good, 2 not understood.%n",
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
public final class Verigate implements Callable<Integer> {
    /// Everything went well.
    static final int GOOD = 0;

    /// The command was understood, and its answer is bad: faults, failed cases, not ready.
    static final int NOT_GOOD = 1;

    /// The command was not understood, or what it names is not there.
    static final int MISUSE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private Verigate() {}

    /// Runs the command that the arguments name, and ends the process unless that is the service.
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Service.run(); // without the parsing of commands, which costs a tenth of a start
            return;
        }
        if (!arguments[0].equals("serve")) {
            // What a command answers goes to standard output, and nothing else does.
            System.setProperty("VERIGATE_LOG_TO", "System.err");
        }
        System.exit(commandLine().execute(arguments));
    }

    /// The commands, with errors that say what to do and never show a stack trace.
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Verigate());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setParameterExceptionHandler((exception, given) -> misunderstood(exception));
        commandLine.setExecutionExceptionHandler(
                (exception, command, parsed) -> failed(exception, command));
        return commandLine;
    }

    /// Only reached when there are options and no command.
    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int misunderstood(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println("verigate: " + reason(exception));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr())) {
            command.getErr().printf("see `%s --help`%n", command.getCommandSpec().qualifiedName());
        }
        return MISUSE;
    }

    private static String reason(ParameterException exception) {
        return exception instanceof CommandLine.UnmatchedArgumentException unmatched
                ? "there is no command or option `%s`"
                        .formatted(unmatched.getUnmatched().getFirst())
                : String.valueOf(exception.getMessage());
    }

    private static int failed(Exception exception, CommandLine command) {
        command.getErr().println("verigate: " + Service.reason(exception));
        return exception instanceof MisuseException ? MISUSE : NOT_GOOD;
    }
}
