package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Byte-pair encoding (Sennrich et al. 2016): a word's letters, in which the pair that was merged earliest in training is merged
/// again and again. A queue of possible merges keeps this at n log n, so that a word of a million letters is no trap.
final class Bpe {
    private final Vocabulary vocabulary;
    private final Map<Long, Merge> merges;
    private final int unknown;
    private final String wordEnd;

    /// @param merge the pair's place in the table of merges and the id of what it becomes
    private record Merge(int rank, int id) {}

    private record Candidate(int rank, int at, int id) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(at, other.at);
        }
    }

    /// @param table `left right` pairs of tokens, earliest first
    /// @param unknown token for letters that the vocabulary lacks
    /// @param wordEnd what the last letter of a word carries, such as `</w>`
    Bpe(Vocabulary vocabulary, List<String[]> table, String unknown, String wordEnd) {
        this.vocabulary = vocabulary;
        this.unknown = vocabulary.required(unknown);
        this.wordEnd = wordEnd;
        this.merges = HashMap.newHashMap(table.size());
        for (String[] pair : table) {
            if (pair.length != 2) {
                throw new PackBroken("The tokenizer's table of merges is damaged at '" + String.join(" ", pair) + "': two tokens are expected.");
            }
            Merge merge = new Merge(merges.size(), vocabulary.required(pair[0] + pair[1]));
            merges.putIfAbsent(key(vocabulary.required(pair[0]), vocabulary.required(pair[1])), merge);
        }
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    /// @param word in letters of the [ByteAlphabet]
    List<Integer> ids(String word) {
        return word.isEmpty() ? List.of() : new Word(word).merged();
    }

    /// Letters as a linked list, of which merging takes elements out.
    private final class Word {
        private static final int GONE = -1;

        private final int[] ids;
        private final int[] before;
        private final int[] after;
        private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

        Word(String letters) {
            int n = letters.length();
            ids = new int[n];
            before = new int[n];
            after = new int[n];
            for (int i = 0; i < n; i++) {
                String letter = letters.substring(i, i + 1);
                Integer id = vocabulary.id(i == n - 1 ? letter + wordEnd : letter);
                ids[i] = id == null ? unknown : id;
                before[i] = i - 1;
                after[i] = i + 1;
            }
            for (int i = 0; i < n - 1; i++) {
                propose(i);
            }
        }

        List<Integer> merged() {
            for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
                if (isStillPossible(best)) {
                    merge(best);
                }
            }
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < ids.length; i = after[i]) {
                left.add(ids[i]);
            }
            return left;
        }

        private void propose(int at) {
            int right = at < 0 ? ids.length : after[at];
            Merge merge = right >= ids.length ? null : merges.get(key(ids[at], ids[right]));
            if (merge != null) {
                queue.add(new Candidate(merge.rank(), at, merge.id()));
            }
        }

        private boolean isStillPossible(Candidate candidate) {
            int at = candidate.at();
            if (ids[at] == GONE || after[at] >= ids.length) {
                return false;
            }
            Merge merge = merges.get(key(ids[at], ids[after[at]]));
            return merge != null && merge.id() == candidate.id();
        }

        private void merge(Candidate best) {
            int at = best.at();
            int right = after[at];
            ids[at] = best.id();
            ids[right] = GONE;
            after[at] = after[right];
            if (after[at] < ids.length) {
                before[after[at]] = at;
            }
            propose(before[at]);
            propose(at);
        }
    }
}
