/// The networks, one file per architecture: each reads its published configuration, writes its graph, and predicts. None of
/// them loops, samples or knows what its prediction is for.
@NullMarked
package chladni.engine.network;

import org.jspecify.annotations.NullMarked;
