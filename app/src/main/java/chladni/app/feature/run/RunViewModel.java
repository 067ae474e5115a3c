package chladni.app.feature.run;

import chladni.app.bench.Bench;
import chladni.app.bench.Previews;
import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import chladni.app.failure.Problem;
import chladni.engine.job.Lane;
import chladni.engine.job.Preview;
import chladni.engine.job.Progress;
import chladni.engine.job.Ticket;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.Accidents;
import chladni.engine.take.SavedTake;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Brings recipes into the lane and what comes out of it into the document. Nothing calls the window from the engine thread:
/// `frame` looks, once a frame, at how far things have come.
public final class RunViewModel {
    private static final double SHOW_AFTER_SECONDS = 0.5;
    private static final int ENDED_KEPT = 8;

    private final Lane lane;
    private final Bench bench;
    private final Document document;
    private final Consumer<Throwable> onFailure;
    private final ObservableList<QueueItem> queue = FXCollections.observableArrayList();
    private final ObservableList<RunEnd> ended = FXCollections.observableArrayList();
    private final StepShelf shelf = new StepShelf();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final BooleanProperty chime = new SimpleBooleanProperty(true);
    private final ObjectProperty<Previews> previews = new SimpleObjectProperty<>(Previews.AS_IT_PAYS);
    private volatile Previews wanted = Previews.AS_IT_PAYS;
    private Consumer<RunEnd> onEnd = _ -> {};
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable QueueItem> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper queued = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    public RunViewModel(Lane lane, Bench bench, Document document, Consumer<Throwable> onFailure) {
        this.lane = lane;
        this.bench = bench;
        this.document = document;
        this.onFailure = onFailure;
        previews.subscribe(now -> wanted = now);
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

    /// The run that goes on, then those that wait, next one first.
    public ObservableList<QueueItem> queue() {
        return queue;
    }

    /// The run that goes on; null when none does.
    public ReadOnlyObjectProperty<@Nullable QueueItem> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Runs that are over, newest first; a few.
    public ObservableList<RunEnd> ended() {
        return ended;
    }

    /// Whether nothing more begins after the current run.
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /// Whether a run that ends in the background is to be heard.
    public BooleanProperty chimeProperty() {
        return chime;
    }

    /// How early looks at what forms are made; a run that goes on follows too.
    public ObjectProperty<Previews> previewsProperty() {
        return previews;
    }

    /// Who is told, on the FX thread, of every run that is over.
    public void setOnEnd(Consumer<RunEnd> listener) {
        onEnd = listener;
    }

    /// Puts a recipe at the end of the queue.
    public void start(Recipe recipe) {
        startUntil(recipe, 0);
    }

    /// Puts a recipe at the end of the queue whose takes remain drafts.
    ///
    /// @param until steps after which each of them ends, with the estimate as it is then
    public void startUntil(Recipe recipe, int until) {
        TakeRun run = run(recipe, until);
        queue.add(new QueueItem(run, lane.add(run)));
        frame();
    }

    private TakeRun run(Recipe recipe, int until) {
        return new TakeRun(recipe, until, () -> wanted, (monitor, onTake) -> bench.make(recipe, monitor, onTake));
    }

    /// Makes a take of what was kept of one that was cut short, before what waits.
    void bringBack(Accidents.Left left) {
        startNext(new TakeRun(left.recipe(), 0, () -> wanted, (monitor, onTake) -> bench.bringBack(left, monitor, onTake)));
    }

    /// Puts a recipe at the head of the queue.
    public void startNext(Recipe recipe) {
        startNext(run(recipe, 0));
    }

    private void startNext(TakeRun run) {
        QueueItem next = new QueueItem(run, lane.addNext(run));
        queue.add(firstWaiting(), next);
        frame();
    }

    /// Moves a waiting run up (−1) or down (1); it stays behind what runs.
    public void move(QueueItem item, int by) {
        int from = queue.indexOf(item);
        int first = firstWaiting();
        int to = Math.clamp(from + by, first, queue.size() - 1);
        if (item.isWaiting() && from >= first && to != from) {
            lane.move(item.ticket, to - first);
            queue.remove(from);
            queue.add(to, item);
        }
    }

    /// Takes a waiting run out of the queue.
    public void remove(QueueItem item) {
        item.ticket.stop();
        frame();
    }

    /// Lets the current run finish and begins no other, or goes on.
    public void pause(boolean wish) {
        if (wish) {
            lane.pause();
        } else {
            lane.resume();
        }
        paused.set(wish);
        frame();
    }

    private int firstWaiting() {
        int index = 0;
        while (index < queue.size() && !queue.get(index).isWaiting()) {
            index++;
        }
        return index;
    }

    /// Ends the current take after the step it is in and keeps what is there; the rest of the run is dropped.
    public void stopHere() {
        QueueItem first = queue.isEmpty() ? null : queue.getFirst();
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
        boolean more = false;
        for (QueueItem one : List.copyOf(queue)) {
            more |= one.ticket.state() != Ticket.State.WAITING && sample(one);
        }
        QueueItem first = queue.isEmpty() ? null : queue.getFirst();
        boolean active = first != null && first.ticket.state() == Ticket.State.RUNNING;
        running.set(active);
        current.set(active ? first : null);
        queued.set(active ? queue.size() - 1 : queue.size());
        if (!active) {
            status.set("");
            progress.set(0);
            stopping.set(false);
        }
        return more || !queue.isEmpty() && !(paused.get() && !active);
    }

    /// @return whether there is more to bring in: the end of a take is work enough for one frame
    private boolean sample(QueueItem one) {
        boolean ended = one.ticket.state() != Ticket.State.RUNNING; // read first: what was finished before is seen below
        SavedTake take = one.run.nextFinished();
        if (take != null) {
            TakeItem made = item(one);
            document.finish(made, take);
            shelf.keep(made, one.run.stepsOf(one.takesSeen));
            one.item = null;
            one.takesSeen++;
            return true;
        }
        if (ended) {
            end(one);
        } else {
            form(one);
        }
        return false;
    }

    private void form(QueueItem one) {
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
            one.at(Pace.share(now), text);
        }
    }

    private static String stageText(Progress now) {
        return switch (now.stage()) {
            case DENOISING -> "step %d / %d".formatted(now.step(), now.steps());
            default -> now.stage().label();
        };
    }

    /// The place in the strip of the take that forms now. The canvas follows it unless the user looks at another one.
    private TakeItem item(QueueItem one) {
        TakeItem now = one.item;
        if (now == null) {
            TakeItem before = document.looked();
            boolean follows = before == null || document.takes().isEmpty() || before == document.takes().getLast();
            now = document.begin(one.run.recipe().single(one.takesSeen).seed(), one.run.title());
            one.item = now;
            if (follows) {
                document.look(now);
            }
        }
        return now;
    }

    private void end(QueueItem one) {
        queue.remove(one);
        stopping.set(false);
        TakeItem unfinished = one.item;
        if (unfinished != null) {
            document.giveUp(unfinished);
        }
        RunEnd over = new RunEnd(one.title(), one.takesSeen, one.ticket.secondsRunning(), outcome(one), why(one));
        if (one.ticket.secondsRunning() > 0) {
            ended.addFirst(over);
            ended.remove(Math.min(ended.size(), ENDED_KEPT), ended.size());
            onEnd.accept(over);
        }
        Throwable failure = one.ticket.failure();
        if (failure != null) {
            onFailure.accept(failure);
        }
        List<String> notes = one.ticket.notes();
        note.set(notes.isEmpty() ? "" : notes.getLast()); // every take keeps its own; the inspector shows them
    }

    private static String why(QueueItem one) {
        Throwable failure = one.ticket.failure();
        return failure == null ? "" : Problem.of(failure).words();
    }

    private static String outcome(QueueItem one) {
        return switch (one.ticket.state()) {
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            default -> one.takesSeen < one.takes() ? "stopped" : "done";
        };
    }
}
