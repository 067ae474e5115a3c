package chladni.engine.score;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import java.util.Optional;

/// The two judges together: does the take look right, does it sound right.
public record Scorer(Optional<Judge<Picture>> looks, Optional<Judge<Sound>> sounds) implements AutoCloseable {
    /// @throws chladni.engine.failure.Cancelled when the signal is raised, also inside a network
    public Scores score(Judged take, CancelSignal cancel) {
        return new Scores(answer(looks, take.picture(), cancel), answer(sounds, take.sound(), cancel));
    }

    private static <T> Optional<Score> answer(Optional<Judge<T>> judge, Optional<Judged.Seen<T>> seen, CancelSignal cancel) {
        return judge.flatMap(one -> seen.map(it -> one.judge(it.what(), it.text(), cancel)));
    }

    @Override
    public void close() {
        looks.ifPresent(Judge::close);
        sounds.ifPresent(Judge::close);
    }
}
