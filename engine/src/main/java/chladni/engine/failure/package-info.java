/// What can go wrong, as a closed set of kinds. Every message says what is wrong, where, and what to do; the kind decides
/// the command line's exit code and how the window presents it. Also the signal by which long work is cancelled.
@NullMarked
package chladni.engine.failure;

import org.jspecify.annotations.NullMarked;
