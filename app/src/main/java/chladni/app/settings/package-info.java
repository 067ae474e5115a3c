/// What the window remembers between sittings: one line per setting, one JSON file.
@NullMarked
package chladni.app.settings;

import org.jspecify.annotations.NullMarked;
