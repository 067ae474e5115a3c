/// What becomes of files that are dropped on the canvas or opened: labelled targets that say what each would do.
@NullMarked
package chladni.app.feature.drop;

import org.jspecify.annotations.NullMarked;
