package chladni.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.SpectrogramFormat;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("a.png");
    }

    @Test
    void everyStoredNumberOfSixteenBitsComesBack() {
        float[] values = new float[65_536];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 65_535f;
        }
        PngFile.write(file, new Picture(1, 256, 256, values), PngDepth.SIXTEEN, PngText.NONE);
        assertThat(PictureFile.read(file).picture().values()).isEqualTo(values);
    }

    @Test
    void eightBitsAreRoundedHalfUpAndHeldWithinBlackAndWhite() {
        float[] values = {0, 1, 0.5f, 127.4f / 255, 127.6f / 255, -3, 7};
        PngFile.write(file, new Picture(1, 1, 7, values), PngDepth.EIGHT, PngText.NONE);
        assertThat(PictureFile.read(file).picture().values())
                .containsExactly(0, 1, 128 / 255f, 127 / 255f, 128 / 255f, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"EIGHT", "SIXTEEN"})
    void coloursKeepTheirPlanes(PngDepth depth) {
        Picture picture = new Picture(3, 1, 2, new float[] {0, 1, 0.2f, 0.4f, 0.6f, 0.8f});
        PngFile.write(file, picture, depth, PngText.NONE);
        Picture read = PictureFile.read(file).picture();
        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.values()).containsExactly(picture.values(), within(1e-6f));
    }

    @Test
    void recipeParametersAndCalibrationComeBack() throws IOException {
        String recipe = "{\"prompt\": \"Türme, 東京 🏯\",\n \"seed\": 1}";
        PngText text = PngText.NONE.withParameters("castle, seed 1").withRecipe(recipe)
                .withCalibration(SpectrogramFormat.AUFFUSION);
        PngFile.write(file, new Picture(1, 1, 1, new float[1]), PngDepth.EIGHT, text);
        assertThat(PictureFile.read(file).text()).isEqualTo(text);
        String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(raw).contains("tEXtparameters\0castle, seed 1").contains("iTXtchladni\0").contains("iTXtchladni-calibration\0");
    }

    @Test
    void parametersBeyondLatinAreKeptToo() {
        PngText text = PngText.NONE.withParameters("東京タワー");
        PngFile.write(file, new Picture(1, 1, 1, new float[1]), PngDepth.EIGHT, text);
        assertThat(PictureFile.read(file).text()).isEqualTo(text);
    }

    @Test
    void transparentPixelsLieOverBlack() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FFFFFF);
        image.setRGB(1, 0, 0x80FF0000);
        ImageIO.write(image, "png", file.toFile());
        float half = 128 / 255f;
        assertThat(PictureFile.read(file).picture().values()).containsExactly(0, half, 0, 0, 0, 0);
    }

    @Test
    void palettesAreLookedUp() throws IOException {
        byte[] red = {0, (byte) 255};
        byte[] green = {0, 51};
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, green, green));
        image.getRaster().setSample(1, 0, 0, 1);
        for (String format : new String[] {"png", "gif"}) {
            ImageIO.write(image, format, file.toFile());
            assertThat(PictureFile.read(file).picture().values()).containsExactly(new float[] {0, 1, 0, 0.2f, 0, 0.2f}, within(1e-6f));
        }
    }

    @Test
    void bitmapsAreRead() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF8000);
        ImageIO.write(image, "bmp", file.toFile());
        assertThat(PictureFile.read(file).picture().values()).containsExactly(1, 128 / 255f, 0);
    }

    /// Exif 2.32, tag 0x0112: where the stored picture's upper left corner (white here) is to be seen.
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 0, 1", "3, 1, 1", "4, 1, 0", "5, 0, 0", "6, 0, 1", "7, 1, 1", "8, 1, 0"})
    void photographsAreTurnedUpright(int tag, int bottom, int right) throws IOException {
        BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 8, 8);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        Files.write(file, withOrientation(jpeg.toByteArray(), tag));
        Picture upright = PictureFile.read(file).picture();
        assertThat(upright.height()).isEqualTo(tag < 5 ? 16 : 32);
        assertThat(upright.at(0, bottom * (upright.height() - 1), right * (upright.width() - 1))).isGreaterThan(0.95f);
        assertThat(upright.at(0, (1 - bottom) * (upright.height() - 1), right * (upright.width() - 1))).isLessThan(0.05f);
    }

    @Test
    void onePixelIsAPicture() {
        PngFile.write(file, new Picture(1, 1, 1, new float[] {1}), PngDepth.EIGHT, PngText.NONE);
        assertThat(PictureFile.read(file).picture().values()).containsExactly(1f);
    }

    @Test
    void otherContentIsNamed() throws IOException {
        Files.writeString(file, "not a picture");
        assertThatThrownBy(() -> PictureFile.read(file)).isInstanceOf(BadInput.class)
                .hasMessageContaining("a text file").hasMessageContaining("PNG, JPEG");
    }

    @Test
    void damageIsAnsweredInWords() throws IOException {
        Random random = new Random(5);
        float[] noise = new float[400];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat();
        }
        PngFile.write(file, new Picture(1, 20, 20, noise), PngDepth.EIGHT, PngText.NONE.withParameters("p").withRecipe("{}"));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(8) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int k = random.nextInt(3); k >= 0 && damaged.length > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                assertThat(PictureFile.read(file).picture().values()).isNotEmpty();
            } catch (BadInput expected) {
                assertThat(expected.getMessage()).contains("a.png");
            }
        }
    }

    /// Puts an Exif segment with one tag behind the start of image.
    private static byte[] withOrientation(byte[] jpeg, int tag) {
        byte[] exif = HexFormat.of().parseHex(
                "FFE10022457869660000" + "4D4D002A00000008" + "0001" + "0112000300000001000" + tag + "0000" + "00000000");
        byte[] out = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(exif, 0, out, 2, exif.length);
        System.arraycopy(jpeg, 2, out, 2 + exif.length, jpeg.length - 2);
        return out;
    }
}
