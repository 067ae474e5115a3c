package chladni.app.document;

/// Something that was done and can be undone. Whoever makes one says both ways; `History` calls them in turn, on the FX thread.
public interface Edit {
    /// What was done, as a person would say it: "Painted a mask", "Deleted take 3".
    String name();

    /// Does it, for the first time or again.
    void redo();

    /// Puts everything back as it was before.
    void undo();

    /// Memory that it holds on to, roughly.
    default long bytes() {
        return 64;
    }

    /// An edit of two actions.
    static Edit of(String name, Runnable redo, Runnable undo) {
        return new Edit() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void redo() {
                redo.run();
            }

            @Override
            public void undo() {
                undo.run();
            }
        };
    }
}
