package chladni.app;

import chladni.app.control.RulerActions;
import chladni.app.document.Document;
import chladni.app.document.Span;
import chladni.app.feature.listen.ListenViewModel;

/// The time ruler's wishes, for the player and the document.
record RulerToListen(ListenViewModel listen, Document document) implements RulerActions {
    @Override
    public void seek(double seconds) {
        listen.seek(seconds);
    }

    @Override
    public void scrub(double seconds) {
        listen.scrub(seconds);
    }

    @Override
    public void select(double from, double to) {
        document.selectionProperty().set(Span.between(from, to));
    }

    @Override
    public void selectAll() {
        document.selectionProperty().set(null);
    }
}
