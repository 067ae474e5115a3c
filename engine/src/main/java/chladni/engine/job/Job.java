package chladni.engine.job;

/// A piece of long work for the `Lane`: a user's wish with a name. It reports to the monitor and stops when that says so.
public interface Job {
    /// For the queue panel and messages: "castle × bell, 4 takes".
    String title();

    /// Does the work on the engine thread. A `ChladniFailure` is an answer, anything else a bug; both end only this job.
    void run(Monitor monitor);
}
