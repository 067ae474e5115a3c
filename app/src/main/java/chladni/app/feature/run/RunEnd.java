package chladni.app.feature.run;

import chladni.app.document.TimeWords;

/// A run that is over.
///
/// @param takes that it has made
/// @param seconds it took, without the waiting
/// @param outcome in a word or two: "done", "stopped", "failed"
/// @param why it failed, in a sentence; empty when it did not
public record RunEnd(String title, int takes, double seconds, String outcome, String why) {
    public boolean isDone() {
        return outcome.equals("done");
    }

    /// "4 takes in 1 min 05 s"; the outcome where it is not plainly done.
    public String words() {
        String made = takes == 1 ? "1 take" : takes + " takes";
        return (isDone() ? "" : outcome + " · ") + made + " in " + TimeWords.of(seconds);
    }
}
