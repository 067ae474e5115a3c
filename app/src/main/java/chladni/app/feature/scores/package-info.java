/// What the judges say: how right a take looks and sounds, and where it stands among the others.
@NullMarked
package chladni.app.feature.scores;

import org.jspecify.annotations.NullMarked;
