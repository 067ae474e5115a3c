/// What suits the person at the desk: look, size, notices, and where things are kept. Each is a property of somebody else.
@NullMarked
package chladni.app.feature.preferences;

import org.jspecify.annotations.NullMarked;
