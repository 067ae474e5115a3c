/// The right panel: what is known about what the canvas shows, and what can be made from it.
@NullMarked
package chladni.app.feature.inspect;

import org.jspecify.annotations.NullMarked;
