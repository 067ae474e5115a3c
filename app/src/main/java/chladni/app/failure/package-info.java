/// The one funnel for everything that goes wrong in the window: plain words, what to do, a code that can be searched. Shown
/// in place, never as a dialog.
@NullMarked
package chladni.app.failure;

import org.jspecify.annotations.NullMarked;
