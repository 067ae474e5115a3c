package chladni.engine.score;

/// One judge's answer.
///
/// @param value higher fits better; CLIP's and CLAP's are cosines, −1 … 1 (good matches lie about 0.3), the starter's judges
///     give shares, 0 … 1
/// @param text what was compared with
/// @param judge the judge's id
public record Score(double value, String text, String judge) {
    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score must be a number, not " + value);
        }
    }
}
