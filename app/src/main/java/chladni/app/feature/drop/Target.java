package chladni.app.feature.drop;

/// Something that can be done with a file.
public enum Target {
    PROJECT("Open this project", "Its takes, its mask and its settings; undoing brings these back", "mdral-folder_open"),
    RESTORE("Restore settings", "Put the recipe in this file back into the panel", "mdrmz-settings_backup_restore"),
    IMPRINT("Imprint this picture", "Press it into the sound on the canvas", "mdral-gradient"),
    START("Start from it", "The next takes grow out of it, as far as you like", "mdral-call_split"),
    MASK("Use as mask", "What is bright in it is made anew on the canvas", "mdral-layers"),
    HEAR("Hear this picture", "Read it as a spectrogram, without any model", "mdrmz-volume_up"),
    STILL("A still from it", "Take a picture out of the film and go on with that", "mdral-add_a_photo"),
    SEE("Sound → spectrogram", "See what it looks like, without any model", "mdral-graphic_eq");

    private final String title;
    private final String text;
    private final String icon;

    Target(String title, String text, String icon) {
        this.title = title;
        this.text = text;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    public String icon() {
        return icon;
    }
}
