/// A picture that is pressed into the sound on the canvas: how it is taken, and what it will look and sound like.
@NullMarked
package chladni.app.feature.imprint;

import org.jspecify.annotations.NullMarked;
