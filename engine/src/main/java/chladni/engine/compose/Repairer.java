package chladni.engine.compose;

import chladni.engine.codec.PictureFile;
import chladni.engine.failure.BadInput;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Stage;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Repair;
import chladni.engine.sound.PictureFit;
import chladni.engine.sound.SpectralGain;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.util.Map;

/// Repairs inside a mask without a model. What changes a cell's level is applied to the sound that is there as a filter over time and
/// frequency, which keeps its phases; only a blur, whose levels were nowhere before, is sounded anew. Either way the samples outside
/// the masked span are those of the take.
public final class Repairer {
    /// @throws BadInput when there is no take, or nothing is masked
    public Take repair(Repair recipe, TakeIndex index, Monitor monitor) {
        StageClock clock = new StageClock(monitor, index.take(), index.takes());
        NoteBook notes = new NoteBook(monitor);
        clock.enter(Stage.ENCODING, 1);
        Take old = TakeStore.read(recipe.from()).take();
        Spectrogram before = old.spectrogram();
        Picture mask = PictureFit.STRETCH.fit(PictureFile.read(recipe.mask()).picture(), before.format(), before.columns()).picture();
        requireSomething(mask, recipe);

        clock.enter(Stage.DECODING, 1);
        LevelChange change = new LevelChange(recipe.act(), before.format());
        Spectrogram after = new Spectrogram(before.format(), before.columns(), change.of(before.picture(), mask).values());
        boolean sameSize = old.picture().height() == before.rows() && old.picture().width() == before.columns();
        Picture picture = sameSize ? change.of(old.picture(), mask) : after.picture();
        monitor.preview(new Preview(index.take(), 1, picture, after));

        clock.enter(Stage.SOUNDING, 1);
        Sound sound = sound(recipe, old, after, mask, monitor);
        if (loudest(sound) > 1 && loudest(old.sound()) <= 1) {
            notes.add("The masked part reaches full scale and is cut off there: make it less loud.");
        }
        return new Take(recipe, new Making().made(clock, notes, 0), picture, after, sound, Map.of());
    }

    private static void requireSomething(Picture mask, Repair recipe) {
        for (float value : mask.values()) {
            if (value > 0) {
                return;
            }
        }
        throw new BadInput("The mask " + recipe.mask() + " is all black, so nothing would be repaired. Paint what is to change white.");
    }

    private static Sound sound(Repair recipe, Take old, Spectrogram after, Picture mask, Monitor monitor) {
        if (recipe.act() instanceof Repair.Act.Blur) {
            double gain = SoundLevel.relativeTo(old.spectrogram(), old.sound());
            return new SoundPaste(new SoundMaker(null, monitor.cancel()), gain).over(old.sound(), after, mask);
        }
        float[] factors = LevelChange.factors(recipe.act(), mask, old.spectrogram());
        float[] filtered = new SpectralGain(after.format()).apply(old.sound(), factors, after.columns()).channels()[0];
        float[] samples = Splice.of(mask, after.format()).into(old.sound().mono().channels()[0], at -> filtered[at]);
        return Sound.mono(old.sound().sampleRate(), samples);
    }

    private static float loudest(Sound sound) {
        float peak = 0;
        for (float sample : sound.channels()[0]) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
