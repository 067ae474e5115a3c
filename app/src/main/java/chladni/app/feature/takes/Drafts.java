package chladni.app.feature.takes;

import chladni.app.control.NumberScale;
import chladni.app.control.Parameter;
import chladni.app.control.Setting;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.score.JointRank;
import chladni.engine.take.Made;
import java.util.List;
import java.util.Objects;

/// Triage: many takes are made for a part of their steps, the best of them to the end (STUDIO section 7).
public final class Drafts {
    private final List<TakeItem> takes;
    private final Setting count = new Setting(new Parameter("draft.count", "Drafts", NumberScale.whole(2, 100), 16, "takes that are begun at once."));
    private final Setting share = new Setting(new Parameter("draft.share", "Steps", NumberScale.percent(0.1, 0.9), 0.3,
            "part of the steps after which a draft ends, with the estimate of the finished take as it is then."));
    private final Setting best = new Setting(new Parameter("draft.best", "Best", NumberScale.whole(1, 100), 4,
            "drafts that are finished when none has a star or a rating: those with the best scores."));

    public Drafts(List<TakeItem> takes) {
        this.takes = takes;
    }

    public Setting count() {
        return count;
    }

    public Setting share() {
        return share;
    }

    public Setting bestCount() {
        return best;
    }

    public List<Setting> settings() {
        return List.of(count, share, best);
    }

    /// Steps after which a draft of a recipe ends, counted from the first of the schedule: a start that is not pure noise leaves some out.
    public int until(Compose recipe) {
        int steps = recipe.sampling().steps();
        Canvas canvas = recipe.canvas();
        double part = canvas == null ? 1 : canvas.strength();
        int run = Math.clamp((int) (steps * part), 1, steps);
        return steps - run + Math.max(1, (int) Math.ceil(share.get() * run));
    }

    /// Whether there are drafts that nobody has finished yet.
    public boolean isAny() {
        return !open().isEmpty();
    }

    /// The drafts with a star or a rating; where there are none, those with the best scores.
    public List<TakeItem> best() {
        List<TakeItem> open = open();
        List<TakeItem> marked = open.stream().filter(item -> item.notesProperty().get().starred() || item.notesProperty().get().rating() > 0).toList();
        if (!marked.isEmpty()) {
            return marked;
        }
        List<TakeItem> scored = open.stream().filter(item -> !made(item).scores().isEmpty()).toList();
        return JointRank.PAPER.order(scored.stream().map(Drafts::made).toList()).stream().limit((long) best.get()).map(scored::get).toList();
    }

    private List<TakeItem> open() {
        return takes.stream().filter(TakeItem::isDraft).filter(draft -> takes.stream().noneMatch(other -> isFinishOf(other, draft))).toList();
    }

    private static boolean isFinishOf(TakeItem other, TakeItem draft) {
        StoredTake finished = other.saved();
        StoredTake begun = draft.saved();
        return finished != null && begun != null && !other.isDraft() && finished.recipe().equals(begun.recipe());
    }

    private static Made made(TakeItem item) {
        return Objects.requireNonNull(item.saved()).made();
    }
}
