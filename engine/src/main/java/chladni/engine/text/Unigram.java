package chladni.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The unigram language model (Kudo 2018, section 3.2): of all ways to part a text into pieces the most probable, by Viterbi's algorithm.
final class Unigram {
    /// What an unknown character costs beyond the least probable piece, as in SentencePiece.
    private static final double UNKNOWN_PENALTY = 10;

    private final PieceModel model;
    /// Node and character → node; node 0 is the root.
    private final Map<Long, Integer> steps = new HashMap<>();
    /// Node → id of the piece that ends there, or −1.
    private final List<Integer> ends = new ArrayList<>(List.of(-1));
    private final double unknownScore;

    Unigram(PieceModel model) {
        this.model = model;
        double least = 0;
        for (int id = 0; id < model.pieces().size(); id++) {
            PieceModel.Scored piece = model.pieces().get(id);
            if (piece.use() != PieceModel.Use.NEVER && !piece.text().isEmpty()) {
                add(piece.text(), id);
                least = piece.use() == PieceModel.Use.NORMAL ? Math.min(least, piece.score()) : least;
            }
        }
        unknownScore = least - UNKNOWN_PENALTY;
    }

    private void add(String text, int id) {
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            long key = key(node, text.charAt(i));
            Integer next = steps.get(key);
            if (next == null) {
                next = ends.size();
                ends.add(-1);
                steps.put(key, next);
            }
            node = next;
        }
        if (ends.get(node) < 0) {
            ends.set(node, id);
        }
    }

    private static long key(int node, char c) {
        return (long) node << 16 | c;
    }

    /// @param text with its blanks written as `▁`
    List<Found> pieces(String text) {
        Lattice lattice = new Lattice(text.length());
        for (int start = 0; start < text.length(); start += Character.charCount(text.codePointAt(start))) {
            int character = Character.charCount(text.codePointAt(start));
            boolean single = false;
            int node = 0;
            for (int end = start + 1; end <= text.length(); end++) {
                Integer next = steps.get(key(node, text.charAt(end - 1)));
                if (next == null) {
                    break;
                }
                node = next;
                if (ends.get(node) >= 0) {
                    lattice.propose(start, end, ends.get(node), score(ends.get(node), end - start));
                    single |= end - start == character;
                }
            }
            if (!single) {
                lattice.propose(start, start + character, model.unknown(), unknownScore);
            }
        }
        return lattice.best();
    }

    private double score(int id, int length) {
        PieceModel.Scored piece = model.pieces().get(id);
        return piece.use() == PieceModel.Use.USER ? length * 1.0 : piece.score(); // the user's pieces beat any other way
    }

    /// A piece's id and where it begins. Neighbouring unknown characters are one.
    record Found(int id, int start) {}

    /// For every place of a text the best way to get there.
    private final class Lattice {
        private final double[] scores;
        private final int[] from;
        private final int[] ids;

        Lattice(int length) {
            scores = new double[length + 1];
            Arrays.fill(scores, 1, length + 1, Double.NEGATIVE_INFINITY);
            from = new int[length + 1];
            ids = new int[length + 1];
        }

        void propose(int start, int end, int id, double score) {
            if (scores[start] + score > scores[end]) {
                scores[end] = scores[start] + score;
                from[end] = start;
                ids[end] = id;
            }
        }

        List<Found> best() {
            List<Found> found = new ArrayList<>();
            for (int end = scores.length - 1; end > 0; end = from[end]) {
                Found piece = new Found(ids[end], from[end]);
                if (piece.id == model.unknown() && !found.isEmpty() && found.getLast().id == model.unknown()) {
                    found.removeLast();
                }
                found.add(piece);
            }
            return found.reversed();
        }
    }
}
