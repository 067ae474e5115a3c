package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the table of a study (`assets/presets/README.md` has the fields). A table without a seed begins at 1: a study that is run again must
/// find its takes again.
public final class StudyJson {
    private static final long FIRST_SEED = 1;
    private static final int MOST_CELLS = 100_000;

    private StudyJson() {}

    /// @throws BadInput when the file cannot be read or is no table
    public static StudyTable read(Path file) {
        return RecipeJson.reading(file, StudyJson::table);
    }

    /// @param base folder that relative file names start from
    public static StudyTable parse(String json, Path base) {
        return RecipeJson.parsing(json, fields -> table(fields, base));
    }

    private static StudyTable table(Fields fields, Path base) {
        fields.optional("chladni");
        if (!fields.text("kind", "study").equals("study")) {
            throw new BadInput("\"kind\" is \"" + fields.text("kind")
                    + "\": this is a recipe; chladni render makes it. A table of a study has the kind study.");
        }
        Compose recipe = recipe(fields.required("recipe"), base);
        StudyTable table = new StudyTable(
                fields.text("title", ""),
                recipe,
                texts(fields, "pictures", List.of()),
                texts(fields, "sounds", List.of()),
                alike(fields.text("pairs", "all")),
                grid(fields),
                Ranges.number("ratio", fields.number("ratio", Imprint.DEFAULT_RATIO), 0, 1),
                distil(fields.optional("distil"), recipe));
        fields.refuseUnknown();
        long cells = (long) table.settings().size() * table.pairs() * table.recipe().takes();
        if (cells > MOST_CELLS) {
            throw new BadInput("This table asks for %,d takes; at most %,d are possible.".formatted(cells, MOST_CELLS));
        }
        table.cells(); // what a combination makes impossible is said before the first take
        return table;
    }

    private static Compose recipe(JsonNode node, Path base) {
        Recipe recipe = RecipeJson.recipe(new Fields(node, "recipe"), base);
        if (!(recipe instanceof Compose compose)) {
            throw new BadInput("The \"recipe\" of a study is of the kind compose; \"methods\" says what else is made of it.");
        }
        return node.has("seed") ? compose : compose.withSeed(FIRST_SEED);
    }

    private static Distil distil(@Nullable JsonNode node, Compose recipe) {
        Distil like = Distil.of(recipe.seed(), recipe.voices()).withColumns(recipe.columns());
        if (node == null) {
            return like;
        }
        Fields fields = new Fields(node, "distil");
        Distil distil = RecipeJson.optimised(like, fields);
        fields.refuseUnknown();
        return distil;
    }

    private static boolean alike(String pairs) {
        return switch (pairs) {
            case "all" -> false;
            case "alike" -> true;
            default -> throw new BadInput("\"pairs\" must be all or alike, not \"" + pairs + "\".");
        };
    }

    private static StudyTable.Grid grid(Fields fields) {
        List<StudyMethod> methods = texts(fields, "methods", List.of("joint")).stream().map(StudyMethod::of).toList();
        JsonNode vary = fields.optional("vary");
        if (vary == null) {
            return new StudyTable.Grid(methods, List.of(), List.of(), List.of(), List.of(false), List.of(""));
        }
        Fields varied = new Fields(vary, "vary");
        StudyTable.Grid grid = new StudyTable.Grid(
                methods,
                list(varied, "start", StudyJson::start),
                list(varied, "guidance", node -> number(node, "guidance", 0, 30)),
                list(varied, "balance", node -> number(node, "balance", 0, 1)),
                orOne(texts(varied, "vocoder", List.of()).stream().map(StudyJson::griffinLim).toList(), false),
                orOne(texts(varied, "style", List.of()), ""));
        varied.refuseUnknown();
        return grid;
    }

    private static <T> List<T> orOne(List<T> values, T otherwise) {
        return values.isEmpty() ? List.of(otherwise) : values;
    }

    private static boolean griffinLim(String vocoder) {
        return switch (vocoder) {
            case "pack" -> false;
            case "griffin-lim" -> true;
            default -> throw new BadInput("\"vary.vocoder\" may hold pack and griffin-lim, not \"" + vocoder + "\".");
        };
    }

    private static StudyTable.Start start(JsonNode node) {
        Fields fields = new Fields(node, "vary.start");
        StudyTable.Start start = new StudyTable.Start(
                Ranges.number("vary.start.picture", fields.number("picture", 0), 0, 0.99),
                Ranges.number("vary.start.sound", fields.number("sound", 0), 0, 0.99));
        fields.refuseUnknown();
        return start;
    }

    private static double number(JsonNode node, String field, double low, double high) {
        if (!node.isNumber()) {
            throw new BadInput("\"vary." + field + "\" must hold numbers, not " + node + ".");
        }
        return Ranges.number("vary." + field, node.doubleValue(), low, high);
    }

    private static List<String> texts(Fields fields, String field, List<String> otherwise) {
        if (fields.optional(field) == null) {
            return otherwise;
        }
        return list(fields, field, node -> {
            if (!node.isString()) {
                throw new BadInput("\"" + fields.name(field) + "\" must hold texts in quotes, not " + node + ".");
            }
            return Ranges.prompt(fields.name(field), node.stringValue());
        });
    }

    private static <T> List<T> list(Fields fields, String field, Function<JsonNode, T> reading) {
        @Nullable JsonNode value = fields.optional(field);
        List<T> list = new ArrayList<>();
        if (value == null) {
            return list;
        }
        if (!value.isArray()) {
            throw new BadInput("\"" + fields.name(field) + "\" must be a list in brackets, not " + value + ".");
        }
        value.forEach(element -> list.add(reading.apply(element)));
        return list;
    }
}
