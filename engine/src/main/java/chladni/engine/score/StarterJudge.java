package chladni.engine.score;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.network.Embedding;
import chladni.engine.network.SentenceMatcher;
import chladni.engine.onnx.Device;
import chladni.engine.pack.JudgePack;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackStore;
import chladni.engine.sound.InputLevel;
import chladni.engine.sound.LogMel;
import chladni.engine.sound.PictureScale;
import chladni.engine.sound.SoundFit;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Optional;
import java.util.function.Function;

/// The starter's judge: how large a share the asked words have among all things that it can tell apart. The one thing that is nearest to
/// the words is what they mean, and does not compete with them.
///
/// @param seen how what is judged becomes a grey picture
public record StarterJudge<T>(JudgePack pack, Function<T, Picture> seen) implements Judge<T> {
    /// One that looks at pictures.
    public static StarterJudge<Picture> looks(PackFolder pack, Device device) {
        return new StarterJudge<>(JudgePack.open(pack, "picture", device), Picture::grey);
    }

    /// One that listens, to the sound itself and not to the spectrogram that it was made from.
    public static StarterJudge<Sound> sounds(PackFolder pack, Device device) {
        SpectrogramFormat format = SpectrogramFormat.STARTER;
        return new StarterJudge<>(JudgePack.open(pack, "sound", device),
                sound -> new LogMel(format).analyse(SoundFit.whole(sound, format).sound(), InputLevel.NORMALISED).picture());
    }

    /// The first one among the packs, as one that looks.
    public static Optional<Judge<Picture>> firstToLook(PackStore packs, Device device) {
        return first(packs).map(pack -> looks(pack, device));
    }

    /// The first one among the packs, as one that listens.
    public static Optional<Judge<Sound>> firstToListen(PackStore packs, Device device) {
        return first(packs).map(pack -> sounds(pack, device));
    }

    private static Optional<PackFolder> first(PackStore packs) {
        return packs.list().stream().filter(pack -> pack.manifest().kind() == PackKind.JUDGE).findFirst();
    }

    @Override
    public String id() {
        return pack.id();
    }

    /// The share, 0 … 1.
    @Override
    public Score judge(T thing, String text, CancelSignal cancel) {
        SentenceMatcher matcher = pack.matcher();
        Embedding place = matcher.vectors(input(seen.apply(thing), matcher.rows()), cancel);
        Embedding words = pack.sentence(text, cancel);
        Embedding rivals = matcher.rivals();
        int meant = nearest(words, rivals);
        double own = place.cosine(0, words, 0);
        double sum = 1;
        for (int k = 0; k < rivals.rows(); k++) {
            sum += k == meant ? 0 : Math.exp(matcher.scale() * (place.cosine(0, rivals, k) - own));
        }
        return new Score(1 / sum, text, id());
    }

    private static int nearest(Embedding words, Embedding rivals) {
        int best = 0;
        for (int k = 1; k < rivals.rows(); k++) {
            best = words.cosine(0, rivals, k) > words.cosine(0, rivals, best) ? k : best;
        }
        return best;
    }

    /// In its own proportions, as high as the encoder wants it.
    private static Tensor input(Picture grey, int rows) {
        int columns = Math.max(1, Math.round((float) grey.width() * rows / grey.height()));
        Picture fitted = PictureScale.to(grey, rows, columns);
        return Tensor.of(Shape.of(1, 1, rows, columns), fitted.values());
    }

    @Override
    public void close() {
        pack.close();
    }
}
