package id.karier.integration.bulk;

import java.util.Arrays;

/** Remembers on which line a key was first seen: 12 bytes a key, so that a million rows stay small. */
final class Seen {
    private long[] keys = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;

    /** The line on which the key was seen before; the given one when it is new. */
    int first(long key, int line) {
        if (size * 3 > keys.length * 2) {
            grow();
        }
        int place = place(keys, lines, key);
        if (lines[place] != 0) {
            return lines[place];
        }
        keys[place] = key;
        lines[place] = line;
        size++;
        return line;
    }

    private static int place(long[] keys, int[] lines, long key) {
        int mask = keys.length - 1;
        int place = (int) (mixed(key) & mask);
        while (lines[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static long mixed(long key) {
        long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }

    private void grow() {
        var oldKeys = Arrays.copyOf(keys, keys.length);
        var oldLines = Arrays.copyOf(lines, lines.length);
        keys = new long[oldKeys.length * 2];
        lines = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLines[i] != 0) {
                int place = place(keys, lines, oldKeys[i]);
                keys[place] = oldKeys[i];
                lines[place] = oldLines[i];
            }
        }
    }

    /** A text as a key: 64 bits, whatever its capitals. */
    static long key(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ Character.toUpperCase(text.charAt(i))) * 0x100000001b3L;
        }
        return hash;
    }
}
