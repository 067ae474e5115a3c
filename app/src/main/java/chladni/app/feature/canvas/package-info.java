/// The canvas with its heading: what is looked at, by which eye, in which colours, and what lies under the pointer.
@NullMarked
package chladni.app.feature.canvas;

import org.jspecify.annotations.NullMarked;
