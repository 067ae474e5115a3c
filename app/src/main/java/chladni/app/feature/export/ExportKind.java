package chladni.app.feature.export;

import java.util.Locale;

/// What can be made of a take. The files that can be played carry their recipe, so dropping them back restores everything.
public enum ExportKind {
    WAV_16("WAV, 16 bits", "wav", Group.SOUND, "The sound as it lies on disk. Plays everywhere; carries its recipe."),
    WAV_24("WAV, 24 bits", "wav", Group.SOUND, "For further work in an editor; carries its recipe."),
    WAV_FLOAT("WAV, float", "wav", Group.SOUND, "32-bit floats: nothing is rounded or clipped; carries its recipe."),
    FLAC("FLAC", "flac", Group.SOUND, "Half the size of a WAV and lossless, 24 bits; carries its recipe."),
    MP3("MP3", "mp3", Group.SOUND, "192 kbit/s, for sending around; carries its recipe."),
    OGG("Ogg Opus", "ogg", Group.SOUND, "160 kbit/s, for the web; carries its recipe."),
    PNG_8("Playable picture", "png", Group.PICTURE, "Grey, 8 bits, one pixel a cell: anyone can turn it back into the sound."),
    PNG_16("Playable picture, 16 bits", "png", Group.PICTURE, "The same in 65 536 greys."),
    PICTURE("Picture", "png", Group.PICTURE, "What the picture voice's decoder sees."),
    FIGURE("Figure", "png", Group.PICTURE, "With axes, colours and a bar of levels, for print. Not playable."),
    PROOF("Proof", "png", Group.PICTURE, "The sound analysed again beside the picture it was made from, and how far apart the two are."),
    MP4("Film", "mp4", Group.FILM, "A playhead over the picture with the sound, 60 frames a second, H.264 and AAC."),
    GIF("Moving picture", "gif", Group.FILM, "A playhead over the picture, endless, without sound.");

    /// What it is for the eye that looks for it.
    public enum Group { SOUND, PICTURE, FILM }

    private final String label;
    private final String extension;
    private final Group group;
    private final String about;

    ExportKind(String label, String extension, Group group, String about) {
        this.label = label;
        this.extension = extension;
        this.group = group;
        this.about = about;
    }

    public String label() {
        return label;
    }

    /// Of the file's name, without the dot.
    public String extension() {
        return extension;
    }

    public Group group() {
        return group;
    }

    /// One sentence: what it is good for.
    public String about() {
        return about;
    }

    /// Whether the file is what lies in the take's folder already.
    boolean isCopy() {
        return this == WAV_16 || this == PNG_8 || this == PICTURE;
    }

    /// "castle towers × bell ringing s2024.wav", without what file systems refuse.
    public String suggestedName(String title, long seed) {
        String words = title.replaceAll("[^\\p{L}\\p{N} ×,.'-]", " ").replaceAll("\\s+", " ").strip();
        String start = words.substring(0, Math.min(words.length(), 60)).strip();
        String suffix = switch (this) {
            case PNG_8, PNG_16 -> " spectrogram";
            case FIGURE -> " figure";
            case PROOF -> " proof";
            default -> "";
        };
        return (start.isEmpty() ? "take" : start) + " s" + seed + suffix + "." + extension;
    }

    /// In the settings file.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
