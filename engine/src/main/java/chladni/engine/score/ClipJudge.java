package chladni.engine.score;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.media.Picture;
import chladni.engine.network.Clip;
import chladni.engine.network.ClipPixels;
import chladni.engine.network.Embedding;
import chladni.engine.network.NetworkFolder;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.tensor.Tensor;
import chladni.engine.text.ClipTokenizer;
import chladni.engine.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// Looks: CLIP (Radford et al. 2021). A take is seen through square windows, whose cosines are averaged, as in Images that Sound
/// (PUBLISHED.md, point 7).
public final class ClipJudge implements Judge<Picture> {
    /// Windows in one batch: more would only take memory.
    private static final int BATCH = 8;

    private final String id;
    private final Clip clip;
    private final ClipPixels pixels;
    private final ClipTokenizer tokenizer;
    private final Remembered<ReadText> texts = new Remembered<>();

    private ClipJudge(String id, Clip clip, ClipPixels pixels, ClipTokenizer tokenizer) {
        this.id = id;
        this.clip = clip;
        this.pixels = pixels;
        this.tokenizer = tokenizer;
    }

    /// @throws PackBroken naming the file that is missing or damaged
    public static ClipJudge open(PackFolder pack, Device device) {
        ClipPixels pixels = ClipPixels.read(pack.path());
        ClipTokenizer tokenizer = ClipTokenizer.open(pack.path());
        Clip clip = Clip.open(NetworkFolder.open(pack.path()), device);
        if (!pixels.gives(clip.size())) {
            clip.close();
            throw new PackBroken("The CLIP model in " + pack.path() + " takes pictures of " + clip.size()
                    + " pixels, but its preprocessor_config.json prepares others: the files do not belong together.");
        }
        return new ClipJudge(pack.id(), clip, pixels, tokenizer);
    }

    @Override
    public String id() {
        return id;
    }

    /// The mean cosine over the windows of [PictureWindows].
    @Override
    public Score judge(Picture picture, String text, CancelSignal cancel) {
        ReadText read = read(text, cancel);
        double sum = 0;
        List<Embedding> seen = through(PictureWindows.of(picture), cancel);
        for (Embedding window : seen) {
            sum += window.cosine(0, read.embedding(), 0);
        }
        return new Score(sum / seen.size(), text, id);
    }

    /// The picture as a whole and through its windows.
    public Looked look(Picture picture, String text, CancelSignal cancel) {
        return new Looked(id, read(text, cancel), through(List.of(picture), cancel).getFirst(), through(PictureWindows.of(picture), cancel),
                clip.logitScale());
    }

    /// Pictures as the pack's own preparation cuts them, one embedding each.
    private List<Embedding> through(List<Picture> pictures, CancelSignal cancel) {
        List<Embedding> seen = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += BATCH) {
            Tensor batch = pixels.batch(pictures.subList(from, Math.min(from + BATCH, pictures.size())));
            Embedding embedding = clip.vision(batch, cancel).embedding();
            for (int row = 0; row < embedding.rows(); row++) {
                seen.add(embedding.row(row));
            }
        }
        return seen;
    }

    private ReadText read(String text, CancelSignal cancel) {
        return texts.of(text, unread -> {
            Tokens tokens = tokenizer.tokens(unread, clip.positions());
            return new ReadText(tokens, clip.text(List.of(tokens.toLongArray()), cancel).embedding());
        });
    }

    @Override
    public void close() {
        clip.close();
    }
}
