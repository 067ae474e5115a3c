package chladni.app.cli;

import chladni.engine.codec.FileKind;
import chladni.engine.codec.PictureContents;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.SoundContents;
import chladni.engine.codec.SoundFile;
import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.score.Judged.Seen;
import chladni.engine.score.TakePrompts;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `score` is asked about: a take's folder, a picture or a sound, with the words that each side should fit.
///
/// @param notes sides that are left out, in sentences
record ScoreSubject(Path file, boolean isTake, Optional<Seen<Picture>> picture, Optional<Seen<Sound>> sound, List<String> notes) {
    private static final TakePrompts NO_WORDS = new TakePrompts("", "");

    /// @param picture words that replace a take's own; empty for those
    /// @param sound the same
    /// @throws BadInput when the file is none of the three, or nobody says what it should be like
    static ScoreSubject of(Path file, PackStore packs, String picture, String sound) {
        if (Files.isDirectory(file)) {
            return take(file, packs, picture, sound);
        }
        return FileKind.of(file).isPicture() ? picture(file, packs, picture) : sound(file, packs, sound);
    }

    private static ScoreSubject take(Path folder, PackStore packs, String picture, String sound) {
        SavedTake saved = TakeStore.read(folder);
        TakePrompts own = TakePrompts.of(saved.take().recipe(), packs);
        String looks = picture.isBlank() ? own.picture() : picture;
        String sounds = sound.isBlank() ? own.sound() : sound;
        List<String> notes = new ArrayList<>();
        if (looks.isBlank()) {
            notes.add("The take has no words for its picture; --picture gives some.");
        }
        if (sounds.isBlank()) {
            notes.add("The take has no words for its sound; --sound gives some.");
        }
        if (notes.size() == 2) {
            throw new BadInput(folder + " has no words to compare with. Add --picture TEXT or --sound TEXT.");
        }
        return new ScoreSubject(folder, true, seen(saved.take().picture(), looks), seen(saved.take().sound(), sounds), notes);
    }

    private static ScoreSubject picture(Path file, PackStore packs, String given) {
        PictureContents contents = PictureFile.read(file);
        String text = given.isBlank() ? prompts(contents.text().recipe(), file, packs).picture() : given;
        if (text.isBlank()) {
            throw new BadInput(file + " does not say what it should look like. Add --picture TEXT.");
        }
        return new ScoreSubject(file, false, seen(contents.picture(), text), Optional.empty(), List.of());
    }

    private static ScoreSubject sound(Path file, PackStore packs, String given) {
        SoundContents contents = SoundFile.read(file);
        String text = given.isBlank() ? prompts(contents.recipe(), file, packs).sound() : given;
        if (text.isBlank()) {
            throw new BadInput(file + " does not say what it should sound like. Add --sound TEXT.");
        }
        if (contents.sound().length() == 0) {
            throw new BadInput(file + " has no samples: it is 0 s long. Choose one that is longer.");
        }
        return new ScoreSubject(file, false, Optional.empty(), seen(contents.sound(), text), List.of());
    }

    /// The words of the recipe that a file carries.
    private static TakePrompts prompts(Optional<String> recipe, Path file, PackStore packs) {
        Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        return recipe.map(json -> TakePrompts.of(RecipeJson.parse(json, base), packs)).orElse(NO_WORDS);
    }

    private static <T> Optional<Seen<T>> seen(T what, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Seen<>(what, text));
    }
}
