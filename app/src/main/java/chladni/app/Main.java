package chladni.app;

import chladni.app.cli.Cli;

/// The way in: arguments mean the command line, none means the window.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            Cli.main(arguments);
        } else {
            Studio.main(arguments);
        }
    }
}
