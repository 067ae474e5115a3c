/// The engine: recipes in, takes out. Tour: `recipe` says what is wished; `Engine` opens `pack`s on a `onnx` device and hands the recipe
/// to its flow in `compose`; flows speak in `diffusion`'s estimates and samplers over `network`s that `graph` writes and `weights` feeds;
/// `sound` and `codec` turn numbers into pictures and sounds; `take` keeps them; `job` runs it all on one background thread.
@NullMarked
package chladni.engine;

import org.jspecify.annotations.NullMarked;
