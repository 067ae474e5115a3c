/// Background work: the one engine thread with its queue (`Lane`), what waits in it (`Job`), and how work reports and is
/// stopped (`Monitor`). Knows no model and no window.
@NullMarked
package chladni.engine.job;

import org.jspecify.annotations.NullMarked;
