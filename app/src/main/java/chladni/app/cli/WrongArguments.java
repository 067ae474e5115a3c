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
        boolean noCommand = wrong instanceof CommandLine.UnmatchedArgumentException && wrong.getCommandLine().getParent() == null;
        if (noCommand) {
            String word = ((CommandLine.UnmatchedArgumentException) wrong).getUnmatched().getFirst();
            return word.startsWith("-") ? "There is no option '" + word + "'." : "There is no command '" + word + "'.";
        }
        String message = String.valueOf(wrong.getMessage());
        return message.matches("(?s).*[.?!]") ? message : message + ".";
    }
}
