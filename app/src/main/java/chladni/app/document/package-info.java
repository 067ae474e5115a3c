/// What the window is about: the takes of this sitting, the one that is looked at, the one that is kept on the canvas, what is painted
/// over it, and the history of all that.
/// Observable, for the FX thread; knows no view and no feature.
@NullMarked
package chladni.app.document;

import org.jspecify.annotations.NullMarked;
