/// Files in and out: pictures, sounds, and what they carry along (recipe, calibration, loop). Files are known by their
/// content, not their name; what cannot be read is answered with a sentence that says what it is. The only package that uses
/// javax.imageio and JavaCV; knows no signal processing and no recipe beyond its text.
@NullMarked
package chladni.engine.codec;

import org.jspecify.annotations.NullMarked;
