package chladni.app.feature.canvas;

import chladni.app.document.Painting;

/// What the balance brush paints towards.
public enum BalanceSide {
    PICTURE("more picture", 0),
    NEITHER("as the panel says", Painting.EVEN),
    SOUND("more sound", 255);

    private final String label;
    private final int value;

    BalanceSide(String label, int value) {
        this.label = label;
        this.value = value;
    }

    public String label() {
        return label;
    }

    int value() {
        return value;
    }

    BalanceSide other() {
        return this == PICTURE ? SOUND : PICTURE;
    }
}
