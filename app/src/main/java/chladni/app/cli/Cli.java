package chladni.app.cli;

/// Holds the command line's place until it lands.
public final class Cli {
    private Cli() {}

    public static void main(String[] arguments) {
        System.err.println("The command line is not built in yet.");
        for (String argument : arguments) {
            System.out.println(argument);
        }
        System.exit(70);
    }
}
