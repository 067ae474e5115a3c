/// Packs: folders of published models. Where they are looked for, what their manifest says, whether they are whole, how
/// they are fetched, and how their networks are opened. Nothing here denoises or draws.
@NullMarked
package chladni.engine.pack;

import org.jspecify.annotations.NullMarked;
