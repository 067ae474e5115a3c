/// The window's narrow view of the engine: what it can ask for, in the engine's own values. The real one is wired in
/// `chladni.app.Wiring`, tests put a scripted one in its place.
@NullMarked
package chladni.app.bench;

import org.jspecify.annotations.NullMarked;
