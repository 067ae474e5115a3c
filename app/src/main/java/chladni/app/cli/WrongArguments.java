package chladni.app.cli;

import picocli.CommandLine;

/// Arguments that no command takes: what is wrong, the nearest right word, and where help is.
record WrongArguments(Output output) implements CommandLine.IParameterExceptionHandler {
    private static final int BAD_INPUT = 2;

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        output.messages().println(sentence(wrong));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, wrong.getCommandLine().getErr());
        output.messages().println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return BAD_INPUT;
    }

    private static String sentence(CommandLine.ParameterException wrong) {
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().getFirst(), wrong.getCommandLine());
        }
        String message = String.valueOf(wrong.getMessage());
        return message.matches("(?s).*[.?!]") ? message : message + ".";
    }

    private static String unknown(String word, CommandLine command) {
        if (word.startsWith("-")) {
            return "There is no option '" + word + "'.";
        }
        return command.getSubcommands().isEmpty() ? "'" + word + "' is one argument too many." : "There is no command '" + word + "'.";
    }
}
