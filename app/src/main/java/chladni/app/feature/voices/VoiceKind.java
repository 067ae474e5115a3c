package chladni.app.feature.voices;

import chladni.app.bench.PackCard;
import java.util.List;

/// What a voice has an opinion about.
public enum VoiceKind {
    PICTURE("Looks like", "picture", List.of("grayscale", "lithograph", "black background", "bright background")),
    SOUND("Sounds like", "sound", List.of());

    private final String title;
    private final String style;
    private final List<String> styleWords;

    VoiceKind(String title, String style, List<String> styleWords) {
        this.title = title;
        this.style = style;
        this.styleWords = styleWords;
    }

    public String title() {
        return title;
    }

    /// In style classes and the settings file.
    public String style() {
        return style;
    }

    /// Words that picture packs, ours and the published ones, have learnt to draw by.
    List<String> styleWords() {
        return styleWords;
    }

    boolean takes(PackCard pack) {
        return this == PICTURE ? pack.kind().makesPictures() : pack.kind().makesSounds();
    }
}
