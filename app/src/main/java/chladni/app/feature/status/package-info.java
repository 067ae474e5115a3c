/// The line at the bottom: what lies under the pointer, and how far the run is.
@NullMarked
package chladni.app.feature.status;

import org.jspecify.annotations.NullMarked;
