package chladni.engine.score;

import chladni.engine.failure.CancelSignal;

/// Says how well something fits a text: a `Judge<Picture>` looks, a `Judge<Sound>` listens. One instance serves one thread at a time;
/// texts that were read are remembered, so that a hundred takes of one prompt cost one reading.
public interface Judge<T> extends AutoCloseable {
    /// What takes name it by: the id of its pack.
    String id();

    /// Higher is better. Numbers of one judge may be compared, those of two may not.
    ///
    /// @throws chladni.engine.failure.Cancelled when the signal is raised, also inside the network
    Score judge(T seen, String text, CancelSignal cancel);

    @Override
    void close();
}
