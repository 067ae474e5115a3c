/// What a user can do, one row each: the menu, the toolbar, the keys, the palette and the tests all read the same table.
@NullMarked
package chladni.app.command;

import org.jspecify.annotations.NullMarked;
