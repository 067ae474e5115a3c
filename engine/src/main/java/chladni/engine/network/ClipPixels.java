package chladni.engine.network;

import chladni.engine.media.Picture;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How CLIP wants its pictures, by the pack's `preprocessor_config.json`: shorter side to a size, cut to the middle square, scaled.
///
/// source: transformers' `CLIPImageProcessor`; the resampling is Pillow's (see [PillowBicubic])
///
/// @param resize of the whole picture
/// @param crop of the middle that is kept; 0 × 0 for no cut
/// @param mean per channel, of values 0 … 1
/// @param deviation per channel
public record ClipPixels(Resize resize, Size crop, List<Double> mean, List<Double> deviation) {
    /// Height and width in pixels.
    public record Size(int height, int width) {}

    /// To a length of the shorter side, or to an exact size; both 0 for neither.
    public record Resize(int shortest, Size exact) {
        Size of(int height, int width) {
            if (shortest == 0) {
                return exact.height > 0 ? exact : new Size(height, width);
            }
            int longer = (int) ((long) shortest * Math.max(height, width) / Math.min(height, width));
            return height > width ? new Size(longer, shortest) : new Size(shortest, longer);
        }
    }

    private static final Size NONE = new Size(0, 0);
    /// The means and deviations of OpenAI's training pictures.
    private static final List<Double> MEAN = List.of(0.48145466, 0.4578275, 0.40821073);
    private static final List<Double> DEVIATION = List.of(0.26862954, 0.26130258, 0.27577711);
    private static final int BICUBIC = 3;

    /// Reads the file in a pack's folder.
    ///
    /// @throws chladni.engine.failure.PackBroken when it is missing or asks for what is not built
    public static ClipPixels read(Path folder) {
        NetworkConfig file = NetworkConfig.read(folder.resolve("preprocessor_config.json"));
        if (file.integer("resample", BICUBIC) != BICUBIC) {
            throw file.unsupported("resample");
        }
        if (Math.abs(file.number("rescale_factor", 1 / 255.0) - 1 / 255.0) > 1e-9) {
            throw file.unsupported("rescale_factor");
        }
        boolean cuts = file.flag("do_center_crop", true);
        boolean scales = file.flag("do_normalize", true);
        return new ClipPixels(
                file.flag("do_resize", true) ? resize(file) : new Resize(0, NONE),
                cuts ? size(file, "crop_size") : NONE,
                scales ? perChannel(file, "image_mean", MEAN) : List.of(0.0, 0.0, 0.0),
                scales ? perChannel(file, "image_std", DEVIATION) : List.of(1.0, 1.0, 1.0));
    }

    /// `224`, or `{"shortest_edge": 224}`, or `{"height": 224, "width": 224}`.
    private static Resize resize(NetworkConfig file) {
        boolean exact = file.isObject("size") && !file.part("size").has("shortest_edge");
        return exact ? new Resize(0, size(file, "size")) : new Resize(side(file, "size", "shortest_edge"), NONE);
    }

    private static Size size(NetworkConfig file, String key) {
        return new Size(side(file, key, "height"), side(file, key, "width"));
    }

    private static int side(NetworkConfig file, String key, String name) {
        int side = file.isObject(key) ? file.part(key).integer(name, 0) : file.integer(key, 224);
        if (side < 1 || side > 10_000) {
            throw file.unsupported(key);
        }
        return side;
    }

    private static List<Double> perChannel(NetworkConfig file, String key, List<Double> byDefault) {
        List<Double> numbers = file.has(key) ? file.numbers(key) : byDefault;
        if (numbers.size() != 3) {
            throw file.unsupported(key);
        }
        return numbers;
    }

    /// The resized and cut picture in 8 bits, as rows of red, green and blue: grey pictures have three equal channels.
    ///
    /// @param values row by row, 0 … 255
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pixels(int height, int width, int[] values) {}

    /// Resized and cut. A picture narrower than the cut is framed in black.
    public Pixels cut(Picture picture) {
        PillowBicubic.Raster whole = PillowBicubic.Raster.of(picture);
        Size size = resize.of(whole.height(), whole.width());
        whole = PillowBicubic.resize(whole, size.height, size.width);
        int rows = crop.height > 0 ? crop.height : size.height;
        int columns = crop.width > 0 ? crop.width : size.width;
        int top = Math.floorDiv(whole.height() - rows, 2);
        int left = Math.floorDiv(whole.width() - columns, 2);
        int[] values = new int[rows * columns * 3];
        for (int y = Math.max(0, -top); y < Math.min(rows, whole.height() - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(columns, whole.width() - left); x++) {
                for (int c = 0; c < 3; c++) {
                    values[(y * columns + x) * 3 + c] = whole.at(top + y, left + x, c);
                }
            }
        }
        return new Pixels(rows, columns, values);
    }

    /// Whether its results are squares of that side.
    public boolean gives(int side) {
        Size size = crop.height > 0 ? crop : resize.exact;
        return size.height == side && size.width == side;
    }

    /// `[1, 3, height, width]`: over 255, minus the mean, over the deviation.
    public Tensor tensor(Pixels pixels) {
        int plane = pixels.height * pixels.width;
        float[] values = new float[3 * plane];
        for (int c = 0; c < 3; c++) {
            float shift = mean.get(c).floatValue();
            float scale = deviation.get(c).floatValue();
            for (int i = 0; i < plane; i++) {
                values[c * plane + i] = (pixels.values[i * 3 + c] / 255f - shift) / scale;
            }
        }
        return Tensor.of(Shape.of(1, 3, pixels.height, pixels.width), values);
    }

    /// Pictures of any sizes as one batch `[n, 3, height, width]`.
    public Tensor batch(List<Picture> pictures) {
        List<Tensor> rows = new ArrayList<>();
        pictures.forEach(picture -> rows.add(tensor(cut(picture))));
        return Tensor.stack(rows);
    }
}
