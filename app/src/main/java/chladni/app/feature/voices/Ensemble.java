package chladni.app.feature.voices;

import chladni.app.bench.PackCard;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The voices and how they share the say: the balance divides it between pictures and sounds, the weights within each kind.
/// There is always one of each; a voice without words is left out.
public final class Ensemble {
    private static final double EVEN = 0.5;

    private final ObservableList<PackCard> packs;
    private final ObservableList<VoiceModel> voices = FXCollections.observableArrayList(voice -> new Observable[] {
        voice.promptProperty(), voice.packProperty(), voice.paintedProperty()
    });
    private final DoubleProperty balance = new SimpleDoubleProperty(EVEN);

    /// @param packs what there is to choose from
    Ensemble(PackCard picture, PackCard sound, ObservableList<PackCard> packs) {
        this.packs = packs;
        voices.addAll(new VoiceModel(VoiceKind.PICTURE, picture), new VoiceModel(VoiceKind.SOUND, sound));
        balance.set(picture.defaults().balance());
    }

    /// In the order of the panel. Also tells of changes to a voice's words, pack and map.
    public ObservableList<VoiceModel> voices() {
        return voices;
    }

    /// 0 all picture … 1 all sound.
    public DoubleProperty balanceProperty() {
        return balance;
    }

    public ObservableList<PackCard> packs() {
        return packs;
    }

    /// The packs that a voice may have; its present one is always among them.
    List<PackCard> packsFor(VoiceModel voice) {
        Stream<PackCard> possible = packs.stream().filter(voice.kind()::takes);
        return Stream.concat(possible, Stream.of(voice.pack())).distinct().toList();
    }

    VoiceModel first(VoiceKind kind) {
        return voices.stream().filter(voice -> voice.kind() == kind).findFirst().orElseThrow();
    }

    boolean isOnlyOne(VoiceModel voice) {
        return voices.stream().filter(other -> other.kind() == voice.kind()).count() == 1;
    }

    /// A further voice, behind the last one of its kind, with the pack and guidance of the first one and no words yet.
    public VoiceModel add(VoiceKind kind) {
        VoiceModel voice = new VoiceModel(kind, first(kind).pack());
        voice.promptProperty().set("");
        voice.guidance().set(first(kind).guidance().get());
        int last = 0;
        for (int i = 0; i < voices.size(); i++) {
            last = voices.get(i).kind() == kind ? i : last;
        }
        voices.add(last + 1, voice);
        return voice;
    }

    /// Does nothing for the last one of its kind.
    void remove(VoiceModel voice) {
        if (!isOnlyOne(voice)) {
            voices.remove(voice);
        }
    }

    void move(VoiceModel voice, int by) {
        int from = voices.indexOf(voice);
        int to = Math.clamp(from + by, 0, voices.size() - 1);
        if (from >= 0 && from != to) {
            voices.remove(from);
            voices.add(to, voice);
        }
    }

    boolean speaks() {
        return voices.stream().anyMatch(VoiceModel::speaks);
    }

    boolean speaks(VoiceKind kind) {
        return voices.stream().anyMatch(voice -> voice.kind() == kind && voice.speaks());
    }

    /// The voices of the next recipe.
    List<Voice> recipe() {
        return voices.stream().filter(VoiceModel::speaks).map(voice -> voice.voice(weight(voice))).toList();
    }

    private double weight(VoiceModel voice) {
        boolean both = speaks(VoiceKind.PICTURE) && speaks(VoiceKind.SOUND);
        double ofKind = !both ? 1 : voice.kind() == VoiceKind.SOUND ? balance.get() : 1 - balance.get();
        double all = voices.stream().filter(other -> other.kind() == voice.kind() && other.speaks())
                .mapToDouble(other -> other.share().get()).sum();
        return all == 0 ? 0 : ofKind * (voice.share().get() / all);
    }

    /// Puts a recipe's voices in place of these.
    void recall(Compose recipe) {
        empty();
        for (Voice voice : recipe.voices()) {
            VoiceKind kind = kindOf(voice);
            VoiceModel place = first(kind).speaks() ? add(kind) : first(kind);
            place.packProperty().set(card(voice.pack(), kind));
            place.recall(voice);
        }
        recallWeights(recipe);
    }

    /// One of each, without words.
    void empty() {
        VoiceModel picture = first(VoiceKind.PICTURE);
        VoiceModel sound = first(VoiceKind.SOUND);
        picture.promptProperty().set("");
        sound.promptProperty().set("");
        voices.setAll(picture, sound);
    }

    private void recallWeights(Compose recipe) {
        double pictures = sum(recipe, VoiceKind.PICTURE);
        double sounds = sum(recipe, VoiceKind.SOUND);
        balance.set(pictures == 0 && sounds == 0 || !speaks(VoiceKind.PICTURE) || !speaks(VoiceKind.SOUND)
                ? EVEN : sounds / (pictures + sounds));
        for (VoiceKind kind : VoiceKind.values()) {
            List<Voice> ofKind = recipe.voices().stream().filter(voice -> kindOf(voice) == kind).toList();
            List<VoiceModel> places = voices.stream().filter(voice -> voice.kind() == kind && voice.speaks()).toList();
            double most = ofKind.stream().mapToDouble(Ensemble::share).max().orElse(0);
            for (int i = 0; i < Math.min(places.size(), ofKind.size()); i++) {
                places.get(i).share().set(most == 0 ? 1 : share(ofKind.get(i)) / most);
            }
        }
    }

    private double sum(Compose recipe, VoiceKind kind) {
        return recipe.voices().stream().filter(voice -> kindOf(voice) == kind).mapToDouble(Ensemble::share).sum();
    }

    private static double share(Voice voice) {
        return voice.weight() instanceof Weight.Even even ? even.share() : EVEN;
    }

    /// A pack that makes both is what the panel has it as already, else a picture's.
    private VoiceKind kindOf(Voice voice) {
        for (VoiceModel known : voices) {
            if (known.pack().id().equals(voice.pack())) {
                return known.kind();
            }
        }
        return packs.stream().filter(pack -> pack.id().equals(voice.pack())).findFirst()
                .filter(pack -> !pack.kind().makesPictures()).map(_ -> VoiceKind.SOUND).orElse(VoiceKind.PICTURE);
    }

    PackCard card(String id, VoiceKind kind) {
        return Stream.concat(packs.stream(), voices.stream().map(VoiceModel::pack)).filter(pack -> pack.id().equals(id)).findFirst()
                .orElseGet(() -> PackCard.missing(id, kind == VoiceKind.PICTURE
                        ? chladni.engine.pack.PackKind.PICTURE : chladni.engine.pack.PackKind.SOUND));
    }
}
