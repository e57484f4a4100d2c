package io.verigate.cli;

/// The program: without arguments, or with `serve`, it is the service.
public final class Verigate {
    private static final int MISUSE = 2;

    private Verigate() {}

    /// Runs the command that the arguments name.
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].equals("serve")) {
            Service.begin();
            return;
        }
        System.err.printf("there is no command `%s`; use `serve`%n", arguments[0]);
        System.exit(MISUSE);
    }
}
