/// The command line (picocli). The only package that writes to the console, and never a user of JavaFX.
@NullMarked
package chladni.app.cli;

import org.jspecify.annotations.NullMarked;
