package chladni.engine.take;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is looked for in the library. Every condition must hold; `ALL` has none.
///
/// @param words as typed: beginnings of words in any order, "whole phrases" in quotes, -without; empty for everything
/// @param packs one of them must have taken part; empty for any
/// @param kinds of recipe; empty for any
/// @param from first day; null for any
/// @param to last day; null for any
/// @param leastRating 0 … 5
/// @param starred only what has a star
/// @param trashed what was thrown away instead of what is kept
public record TakeQuery(
        String words, Set<String> packs, Set<String> kinds, @Nullable LocalDate from, @Nullable LocalDate to,
        int leastRating, boolean starred, boolean trashed, Order order) {
    public static final TakeQuery ALL = new TakeQuery("", Set.of(), Set.of(), null, null, 0, false, false, Order.NEWEST);

    /// What comes first; takes that are equal in it, or have none, come newest first.
    public enum Order {
        NEWEST("Newest first"),
        OLDEST("Oldest first"),
        RATING("Best rated first"),
        LOOKS("Looks right first"),
        SOUNDS("Sounds right first"),
        /// By the worse of the two ranks: good in both beats best in one.
        BOTH("Right in both first");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    public TakeQuery {
        packs = Set.copyOf(packs);
        kinds = Set.copyOf(kinds);
    }

    public TakeQuery withWords(String typed) {
        return new TakeQuery(typed, packs, kinds, from, to, leastRating, starred, trashed, order);
    }

    public TakeQuery withPacks(Set<String> ids) {
        return new TakeQuery(words, ids, kinds, from, to, leastRating, starred, trashed, order);
    }

    public TakeQuery withKinds(Set<String> names) {
        return new TakeQuery(words, packs, names, from, to, leastRating, starred, trashed, order);
    }

    public TakeQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new TakeQuery(words, packs, kinds, first, last, leastRating, starred, trashed, order);
    }

    public TakeQuery withLeastRating(int rating) {
        return new TakeQuery(words, packs, kinds, from, to, rating, starred, trashed, order);
    }

    public TakeQuery withStar(boolean on) {
        return new TakeQuery(words, packs, kinds, from, to, leastRating, on, trashed, order);
    }

    public TakeQuery inTrash(boolean on) {
        return new TakeQuery(words, packs, kinds, from, to, leastRating, starred, on, order);
    }

    public TakeQuery ordered(Order by) {
        return new TakeQuery(words, packs, kinds, from, to, leastRating, starred, trashed, by);
    }
}
