package chladni.app.feature.run;

import chladni.app.bench.Bench;
import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import chladni.engine.job.Lane;
import chladni.engine.job.Preview;
import chladni.engine.job.Progress;
import chladni.engine.job.Ticket;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Brings recipes into the lane and what comes out of it into the document. Nothing calls the window from the engine thread:
/// `frame` looks, once a frame, at how far things have come.
public final class RunViewModel {
    private static final double SHOW_AFTER_SECONDS = 0.5;

    private final Lane lane;
    private final Bench bench;
    private final Document document;
    private final Consumer<Throwable> onFailure;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper queued = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /// A run with its ticket, and the take in the strip that forms now.
    private static final class Pending {
        final TakeRun run;
        final Ticket ticket;
        final Pace pace = new Pace();
        @Nullable TakeItem item;
        int takesSeen;
        @Nullable Preview seen;

        Pending(TakeRun run, Ticket ticket) {
            this.run = run;
            this.ticket = ticket;
        }
    }

    public RunViewModel(Lane lane, Bench bench, Document document, Consumer<Throwable> onFailure) {
        this.lane = lane;
        this.bench = bench;
        this.document = document;
        this.onFailure = onFailure;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Whether the running take has been asked to end where it is.
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    /// Runs that wait behind the current one.
    public ReadOnlyIntegerProperty queuedProperty() {
        return queued.getReadOnlyProperty();
    }

    /// 0 … 1 of the current run.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// "take 4 of 4 · step 34 of 50 · 14 it/s · 1 s left"; empty when nothing runs or it has only just begun.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// What the engine had to say about the run, such as a prompt that had to be cut.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Puts a recipe at the end of the queue.
    public void start(Recipe recipe) {
        TakeRun run = new TakeRun(bench, recipe);
        pending.addLast(new Pending(run, lane.add(run)));
        frame();
    }

    /// Puts a recipe at the head of the queue.
    public void startNext(Recipe recipe) {
        TakeRun run = new TakeRun(bench, recipe);
        Pending next = new Pending(run, lane.addNext(run));
        Pending first = pending.peekFirst();
        if (first != null && first.ticket.state() != Ticket.State.WAITING) {
            pending.removeFirst();
            pending.addFirst(next);
            pending.addFirst(first);
        } else {
            pending.addFirst(next);
        }
        frame();
    }

    /// Ends the current take after the step it is in and keeps what is there; the rest of the run is dropped.
    public void stopHere() {
        Pending first = pending.peekFirst();
        if (first != null && first.ticket.state() == Ticket.State.RUNNING) {
            first.ticket.finishHere();
            stopping.set(true);
        }
    }

    /// Gives the current take up.
    public void cancel() {
        lane.cancelCurrent();
        frame();
    }

    public void clearQueue() {
        lane.clear();
        frame();
    }

    /// Once a frame: brings in what has happened since the last one.
    ///
    /// @return whether more frames are wanted
    public boolean frame() {
        for (Pending one : List.copyOf(pending)) {
            if (one.ticket.state() != Ticket.State.WAITING) {
                sample(one);
            }
        }
        Pending first = pending.peekFirst();
        boolean active = first != null && first.ticket.state() == Ticket.State.RUNNING;
        running.set(active);
        queued.set(active ? pending.size() - 1 : pending.size());
        if (!active) {
            status.set("");
            progress.set(0);
            stopping.set(false);
        }
        return !pending.isEmpty();
    }

    private void sample(Pending one) {
        boolean ended = one.ticket.state() != Ticket.State.RUNNING; // read first: what was finished before is seen below
        for (SavedTake take = one.run.nextFinished(); take != null; take = one.run.nextFinished()) {
            document.finish(item(one), take);
            one.item = null;
            one.takesSeen++;
        }
        if (ended) {
            end(one);
        } else {
            form(one);
        }
    }

    private void form(Pending one) {
        Progress now = one.ticket.latestProgress();
        if (now == null || now.take() < one.takesSeen) {
            return;
        }
        one.pace.note(now, System.nanoTime());
        String text = one.pace.text(now);
        item(one).form(Pace.shareOfTake(now), stageText(now));
        Preview preview = one.ticket.latestPreview();
        if (preview != null && !preview.equals(one.seen) && preview.take() == now.take()) {
            one.seen = preview;
            item(one).estimate(Shown.estimate(one.run.recipe().single(one.takesSeen), preview));
        }
        if (one.ticket.secondsRunning() > SHOW_AFTER_SECONDS) {
            status.set(stopping.get() ? text + " · stopping here" : text);
            progress.set(Pace.share(now));
        }
    }

    private static String stageText(Progress now) {
        return switch (now.stage()) {
            case DENOISING -> "step %d / %d".formatted(now.step(), now.steps());
            default -> now.stage().label();
        };
    }

    /// The place in the strip of the take that forms now. The canvas follows it unless the user looks at another one.
    private TakeItem item(Pending one) {
        TakeItem now = one.item;
        if (now == null) {
            TakeItem before = document.looked();
            boolean follows = before == null || document.takes().isEmpty() || before == document.takes().getLast();
            now = document.begin(one.run.recipe().seed() + one.takesSeen, one.run.title());
            one.item = now;
            if (follows) {
                document.look(now);
            }
        }
        return now;
    }

    private void end(Pending one) {
        pending.remove(one);
        stopping.set(false);
        TakeItem unfinished = one.item;
        if (unfinished != null) {
            document.giveUp(unfinished);
        }
        Throwable failure = one.ticket.failure();
        if (failure != null) {
            onFailure.accept(failure);
        }
        List<String> notes = one.ticket.notes();
        note.set(notes.isEmpty() ? "" : notes.getLast()); // every take keeps its own; the inspector shows them
    }
}
