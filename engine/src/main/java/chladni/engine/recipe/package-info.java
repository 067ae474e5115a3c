/// What the user wishes, as immutable validated values, and their JSON form (DESIGN section 5). A take is a pure function of its
/// recipe and the packs it names.
@NullMarked
package chladni.engine.recipe;

import org.jspecify.annotations.NullMarked;
