package chladni.engine.sound;

import java.util.Arrays;

/// Cells of a spectrogram, the loudest on top: a binary heap of numbers without boxes, since there are a quarter of a million of them.
final class CellHeap {
    private final float[] loudness;
    private int[] cells = new int[1024];
    private int size;

    /// @param loudness of every cell, by its number; may change only for cells that are not in the heap
    CellHeap(float[] loudness) {
        this.loudness = loudness;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int at = size++;
        while (at > 0 && loudness[cells[(at - 1) / 2]] < loudness[cell]) {
            cells[at] = cells[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        cells[at] = cell;
    }

    int takeLoudest() {
        int loudest = cells[0];
        int last = cells[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && loudness[cells[child + 1]] > loudness[cells[child]]) {
                child++;
            }
            if (loudness[cells[child]] <= loudness[last]) {
                break;
            }
            cells[at] = cells[child];
            at = child;
        }
        cells[at] = last;
        return loudest;
    }
}
