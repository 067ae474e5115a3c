package chladni.engine.take;

import chladni.engine.codec.FileKind;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that a recipe refers to.
public final class RecipeFiles {
    private RecipeFiles() {}

    /// Looks that they are all there, before minutes are spent on loading models.
    ///
    /// @throws chladni.engine.failure.BadInput naming the first that is missing or cannot be opened
    public static void requireThere(Recipe recipe) {
        for (Path file : of(recipe)) {
            if (!Files.isDirectory(file)) { // a take
                FileKind.of(file);
            }
        }
    }

    static List<Path> of(Recipe recipe) {
        return switch (recipe) {
            case Compose compose -> of(compose);
            case Distil distil -> maps(distil.voices());
            case Colourise colourise -> List.of(colourise.take());
            case Imprint imprint -> Stream.of(imprint.picture(), imprint.sound())
                    .filter(Imprint.Source.File.class::isInstance).map(source -> ((Imprint.Source.File) source).path()).toList();
            case Repair repair -> List.of(repair.from(), repair.mask());
        };
    }

    private static List<Path> of(Compose compose) {
        List<Path> files = new ArrayList<>();
        Canvas canvas = compose.canvas();
        if (canvas != null) {
            files.add(canvas.from());
            if (canvas.mask() != null) {
                files.add(canvas.mask());
            }
        }
        files.addAll(maps(compose.voices()));
        return files;
    }

    private static List<Path> maps(List<Voice> voices) {
        return voices.stream().map(Voice::weight).filter(Weight.Painted.class::isInstance).map(weight -> ((Weight.Painted) weight).map()).toList();
    }
}
