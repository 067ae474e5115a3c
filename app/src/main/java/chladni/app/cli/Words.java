package chladni.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the words of a command line, with messages for people instead of the names of Java's types.
final class Words {
    private Words() {}

    static void register(CommandLine line) {
        line.registerConverter(Integer.class, number("a whole number", Integer::valueOf));
        line.registerConverter(int.class, number("a whole number", Integer::valueOf));
        line.registerConverter(Long.class, number("a whole number", Long::valueOf));
        line.registerConverter(Double.class, number("a number", Double::valueOf));
        line.registerConverter(Path.class, Words::path);
    }

    private static <N> ITypeConverter<N> number(String kind, Function<String, N> reading) {
        return word -> {
            try {
                return reading.apply(word);
            } catch (NumberFormatException none) {
                throw new TypeConversionException("'" + word + "' is not " + kind + (word.matches("-?\\d{5,}") ? " of this size" : ""));
            }
        };
    }

    /// An empty word is a shell's unset variable, and not the working directory.
    private static Path path(String word) {
        if (word.isBlank()) {
            throw new TypeConversionException("the file or folder name is empty");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException odd) {
            throw new TypeConversionException("this cannot be the name of a file or folder: " + odd.getReason());
        }
    }
}
