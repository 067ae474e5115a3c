/// Hearing: the player thread with its audio clock, the transport, the level meter. Without an audio device the clock runs on
/// silently and the transport says so.
@NullMarked
package chladni.app.feature.listen;

import org.jspecify.annotations.NullMarked;
