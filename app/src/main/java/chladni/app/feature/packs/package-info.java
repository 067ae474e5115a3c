/// The packs on this machine and those that can be fetched: where they are, whether they are whole, what may be done with them.
@NullMarked
package chladni.app.feature.packs;

import org.jspecify.annotations.NullMarked;
