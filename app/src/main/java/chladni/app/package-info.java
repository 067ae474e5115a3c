/// The window and the command line: thin, everything that can be reached without a window lives in the engine.
/// Here lie only the way in ([chladni.app.Main]), start and stop, and the page where every long-lived object is made.
@NullMarked
package chladni.app;

import org.jspecify.annotations.NullMarked;
