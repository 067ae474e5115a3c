/// The window's outline: where each feature's view stands. Knows the features' views, nothing of what they do.
@NullMarked
package chladni.app.shell;

import org.jspecify.annotations.NullMarked;
