package chladni.app.cli;

import chladni.engine.score.Heard;
import chladni.engine.score.Looked;
import chladni.engine.score.PictureWindows;
import chladni.engine.score.ReadText;
import chladni.engine.score.Score;
import chladni.engine.score.Scores;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One answer of `score`, for people and for programs.
record ScoreLine(ScoreSubject subject, Optional<Looked> looked, Optional<Heard> heard, Scores starter) {
    /// A take is judged through its windows, a picture by itself as a whole.
    private Optional<Double> looks() {
        return looked.map(it -> subject.isTake() ? it.mean() : it.cosine()).or(() -> starter.looks().map(Score::value));
    }

    private Optional<Double> sounds() {
        return heard.map(Heard::cosine).or(() -> starter.sounds().map(Score::value));
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(subject.notes());
        if (subject.picture().isPresent() && looks().isEmpty()) {
            notes.add("There is no CLIP pack, so the picture was not judged.");
        }
        if (subject.sound().isPresent() && sounds().isEmpty()) {
            notes.add("There is no CLAP pack, so the sound was not judged.");
        }
        looked.flatMap(it -> it.text().tokens().note()).ifPresent(notes::add);
        heard.flatMap(it -> it.text().tokens().note()).ifPresent(notes::add);
        return notes;
    }

    /// `out/0001  looks 0.2731  sounds 0.3312`
    String words() {
        return subject.file() + looks().map(value -> number("looks", value)).orElse("") + sounds().map(value -> number("sounds", value)).orElse("");
    }

    private static String number(String what, double value) {
        return String.format(Locale.ROOT, "  %s %.4f", what, value);
    }

    String json(boolean trace) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("file", subject.file().toString()).put("looks", looks().orElse(null)).put("sounds", sounds().orElse(null));
        looked.ifPresent(it -> clip(line.putObject("clip"), it, trace));
        heard.ifPresent(it -> clap(line.putObject("clap"), it, trace));
        starter.looks().or(starter::sounds).ifPresent(any -> {
            ObjectNode own = line.putObject("starter").put("pack", any.judge());
            starter.looks().ifPresent(score -> own.put("looks", score.value()));
            starter.sounds().ifPresent(score -> own.put("sounds", score.value()));
        });
        notes().forEach(line.putArray("notes")::add);
        return line.toString();
    }

    private void clip(ObjectNode node, Looked it, boolean trace) {
        node.put("pack", it.judge()).put("text", text(subject.picture().map(seen -> seen.text())));
        node.put("cosine", it.cosine()).put("logit", it.cosine() * it.logitScale()).put("logit_scale", it.logitScale());
        ObjectNode windows = node.putObject("windows");
        subject.picture().ifPresent(seen -> windows.put("size", PictureWindows.side(seen.what())).put("step", PictureWindows.step(seen.what())));
        it.windowCosines().forEach(windows.putArray("cosines")::add);
        windows.put("mean", it.mean());
        if (trace) {
            numbers(node, "image_embeds", it.whole().unit());
            numbers(node, "image_embeds_raw", it.whole().raw());
            text(node, it.text());
        }
    }

    private void clap(ObjectNode node, Heard it, boolean trace) {
        node.put("pack", it.judge()).put("text", text(subject.sound().map(seen -> seen.text()))).put("cosine", it.cosine());
        node.put("logit_per_audio", it.cosine() * it.audioScale()).put("logit_per_text", it.cosine() * it.textScale());
        node.put("logit_scale_a", it.audioScale()).put("logit_scale_t", it.textScale());
        if (trace) {
            numbers(node, "audio_embeds", it.sound().unit());
            numbers(node, "audio_embeds_raw", it.sound().raw());
            text(node, it.text());
        }
    }

    private static String text(Optional<String> text) {
        return text.orElse("");
    }

    private static void text(ObjectNode node, ReadText text) {
        numbers(node, "text_embeds", text.embedding().unit());
        numbers(node, "text_embeds_raw", text.embedding().raw());
        text.tokens().ids().forEach(node.putArray("token_ids")::add);
    }

    private static void numbers(ObjectNode node, String name, Tensor tensor) {
        var array = node.putArray(name);
        for (float number : tensor.data()) {
            array.add(number);
        }
    }
}
