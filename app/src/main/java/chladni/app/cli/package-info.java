/// The command line (DESIGN section 6): arguments in, the engine's answers out. Results go to stdout, progress and failures to stderr, and
/// every kind of end has its exit code. Nothing here loads JavaFX.
@NullMarked
package chladni.app.cli;

import org.jspecify.annotations.NullMarked;
