package chladni.engine.codec;

import java.util.Arrays;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// The codings besides WAV that a sound can be exported in.
public enum SoundCoding {
    /// Lossless, 24 bits; holds every sample that is no louder than full scale.
    FLAC("flac", "flac", avcodec.AV_CODEC_ID_FLAC, 0),
    /// 192 kbit/s: plays everywhere.
    MP3("mp3", "mp3", avcodec.AV_CODEC_ID_MP3, 192_000, 8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000),
    /// Opus in Ogg at 160 kbit/s; decoders give it back at 48 kHz.
    OGG("ogg", "ogg", avcodec.AV_CODEC_ID_OPUS, 160_000, 8000, 12_000, 16_000, 24_000, 48_000);

    private static final int FALLBACK_RATE = 48_000;

    private final String extension;
    private final String container;
    private final int codec;
    private final int bitRate;
    private final int[] rates;

    SoundCoding(String extension, String container, int codec, int bitRate, int... rates) {
        this.extension = extension;
        this.container = container;
        this.codec = codec;
        this.bitRate = bitRate;
        this.rates = rates;
    }

    /// Of the file's name, without the dot.
    public String extension() {
        return extension;
    }

    String container() {
        return container;
    }

    int codec() {
        return codec;
    }

    /// Bits a second; 0 where the coding is lossless.
    int bitRate() {
        return bitRate;
    }

    /// FFmpeg's name of the sample type to encode from, or none to let it choose.
    int sampleFormat() {
        return this == FLAC ? avutil.AV_SAMPLE_FMT_S32 : avutil.AV_SAMPLE_FMT_NONE;
    }

    /// The sound's own rate where the coding has it, else 48 kHz.
    int rateFor(int rate) {
        return rates.length == 0 || Arrays.stream(rates).anyMatch(known -> known == rate) ? rate : FALLBACK_RATE;
    }
}
