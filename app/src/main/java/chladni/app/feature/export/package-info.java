/// Bringing a take's files to where the user wants them.
@NullMarked
package chladni.app.feature.export;

import org.jspecify.annotations.NullMarked;
