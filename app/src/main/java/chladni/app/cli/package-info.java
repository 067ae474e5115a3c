<<<<<<< HEAD
/// The command line (picocli). The only package that writes to the console, and never a user of JavaFX.
=======
/// The command line (DESIGN section 6): arguments in, the engine's answers out. Results go to stdout, progress and failures to stderr, and
/// every kind of end has its exit code. Nothing here loads JavaFX.
>>>>>>> d8f9b79 (The joint flow, the engine, takes on disk, and the command line)
@NullMarked
package chladni.app.cli;

import org.jspecify.annotations.NullMarked;
