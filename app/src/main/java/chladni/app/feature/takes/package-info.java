/// The strip of takes under the canvas: what formed, what forms, which is looked at.
@NullMarked
package chladni.app.feature.takes;

import org.jspecify.annotations.NullMarked;
