package chladni.engine.score;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.media.Sound;
import chladni.engine.network.Clap;
import chladni.engine.network.NetworkConfig;
import chladni.engine.network.NetworkFolder;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.sound.ClapFeatures;
import chladni.engine.sound.ClapFeatures.Filling;
import chladni.engine.text.RobertaTokenizer;
import chladni.engine.text.Tokens;

/// Listens: CLAP (Wu et al. 2023), to the first ten seconds.
public final class ClapJudge implements Judge<Sound> {
    private final String id;
    private final Clap clap;
    private final ClapFeatures features;
    private final RobertaTokenizer tokenizer;
    private final Remembered<ReadText> texts = new Remembered<>();

    private ClapJudge(String id, Clap clap, ClapFeatures features, RobertaTokenizer tokenizer) {
        this.id = id;
        this.clap = clap;
        this.features = features;
        this.tokenizer = tokenizer;
    }

    /// @throws PackBroken naming the file that is missing or damaged
    public static ClapJudge open(PackFolder pack, Device device) {
        ClapFeatures.Format format = format(NetworkConfig.read(pack.path().resolve("preprocessor_config.json")));
        RobertaTokenizer tokenizer = RobertaTokenizer.open(pack.path());
        Clap clap = Clap.open(NetworkFolder.open(pack.path()), device);
        if (format.mels() != clap.bands() || format.frames() > clap.frames()) {
            clap.close();
            throw new PackBroken("The CLAP model in " + pack.path() + " takes " + clap.bands() + " bands and at most " + clap.frames()
                    + " frames, but its preprocessor_config.json makes " + format.mels() + " and " + format.frames()
                    + ": the files do not belong together.");
        }
        return new ClapJudge(pack.id(), clap, new ClapFeatures(format), tokenizer);
    }

    private static ClapFeatures.Format format(NetworkConfig file) {
        if (file.text("truncation", "rand_trunc").equals("fusion")) {
            throw file.unsupported("truncation");
        }
        Filling filling = switch (file.text("padding", "repeatpad")) {
            case "repeatpad" -> Filling.REPEAT_WHOLE;
            case "repeat" -> Filling.REPEAT;
            case "pad" -> Filling.ZEROS;
            default -> throw file.unsupported("padding");
        };
        int rate = file.integer("sampling_rate", 48_000);
        long samples = (long) rate * file.integer("max_length_s", 10);
        try {
            return new ClapFeatures.Format(rate, file.integer("fft_window_size", 1024), file.integer("hop_length", 480),
                    file.integer("feature_size", 64), file.number("frequency_min", 0), file.number("frequency_max", 14_000),
                    (int) Math.min(samples, Integer.MAX_VALUE / 2), filling);
        } catch (IllegalArgumentException impossible) {
            throw new PackBroken("preprocessor_config.json asks for what cannot be: " + impossible.getMessage() + ".", impossible);
        }
    }

    @Override
    public String id() {
        return id;
    }

    /// The cosine between the sound and the text.
    @Override
    public Score judge(Sound sound, String text, CancelSignal cancel) {
        return new Score(hear(sound, text, cancel).cosine(), text, id);
    }

    /// The same with all that led to it.
    public Heard hear(Sound sound, String text, CancelSignal cancel) {
        return new Heard(id, read(text, cancel), clap.audio(features.of(sound), cancel).embedding(), clap.audioScale(), clap.textScale());
    }

    private ReadText read(String text, CancelSignal cancel) {
        return texts.of(text, unread -> {
            Tokens tokens = tokenizer.tokens(unread, clap.length());
            return new ReadText(tokens, clap.text(tokens.toLongArray(), cancel).embedding());
        });
    }

    @Override
    public void close() {
        clap.close();
    }
}
