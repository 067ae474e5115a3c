/// What is painted over the canvas: layers of bytes, the shapes that tools draw into them, and what becomes of a painted mask
/// before it is used (grown, feathered, snapped to cells). Pure: no window, no files.
@NullMarked
package chladni.app.mask;

import org.jspecify.annotations.NullMarked;
