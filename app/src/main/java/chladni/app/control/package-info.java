/// Controls of our own: they know media values and numbers, but no take, no engine and no feature. Pixels are made off the
/// FX thread by `Painter`.
@NullMarked
package chladni.app.control;

import org.jspecify.annotations.NullMarked;
