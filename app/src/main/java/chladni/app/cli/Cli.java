package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's root: builds the commands, turns every end into an exit code.
@Command(
        name = "chladni",
        description = "Sounds that are pictures and pictures that are sounds. Without arguments the studio opens.",
        subcommands = {
            RenderCommand.class, ScoreCommand.class, StudyCommand.class, ListenCommand.class, SeeCommand.class, PacksCommand.class, DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        versionProvider = VersionInfo.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done", "2:bad input: arguments, a recipe, a file", "3:pack missing or broken", "4:device, memory or disk",
            "5:cancelled; finished takes are kept", "70:a bug"})
public final class Cli {
    private static final int HELP_WIDTH = 100;

    private Cli() {}

    /// Runs a command and ends the program with its exit code. Ctrl-C stops within one network call and keeps what was made.
    public static void main(String[] arguments) {
        CommandFactory commands = new CommandFactory(new CancelSignal(), Output.standard(), new Writing());
        Interruption interruption = Interruption.listen(commands);
        LogManager.getLogManager().reset(); // libraries that log with java.util.logging would write to stderr
        int code = run(arguments, commands);
        interruption.ended(code);
        System.exit(code);
    }

    /// @return the exit code
    static int run(String[] arguments, CancelSignal cancel, Output output) {
        return run(arguments, new CommandFactory(cancel, output, new Writing()));
    }

    private static int run(String[] arguments, CommandFactory commands) {
        CommandLine line = new CommandLine(new Cli(), commands);
        Output output = commands.output();
        line.setOut(writer(output.results()));
        line.setErr(writer(output.messages()));
        line.setUsageHelpWidth(HELP_WIDTH);
        versions(line);
        Words.register(line);
        line.setExecutionExceptionHandler((thrown, _, _) -> FailureReport.report(thrown, output));
        line.setParameterExceptionHandler(new WrongArguments(output));
        line.setExecutionStrategy(new CommandLine.RunLast());
        return line.execute(arguments);
    }

    /// Every command knows the program's version, not only the first.
    private static void versions(CommandLine line) {
        line.getCommandSpec().versionProvider(new VersionInfo());
        line.getSubcommands().values().forEach(Cli::versions);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
