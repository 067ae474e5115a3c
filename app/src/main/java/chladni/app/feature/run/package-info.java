/// Making: the Generate and Stop commands, the queue, and the progress of what runs, sampled once a frame from its ticket.
@NullMarked
package chladni.app.feature.run;

import org.jspecify.annotations.NullMarked;
