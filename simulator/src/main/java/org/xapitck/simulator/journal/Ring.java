package org.xapitck.simulator.journal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last calls by their index. It is made of pieces that are made anew: a store of a young object
 * into an old array is dear to a collector of garbage, and here there is one for many calls.
 */
final class Ring {
  /** 128 calls a piece. */
  private static final int SHIFT = 7;

  private static final int PIECE = 1 << SHIFT;

  private final AtomicReferenceArray<Piece> pieces;
  private final int capacity;

  private record Piece(long number, AtomicReferenceArray<Entry> entries) {}

  Ring(int capacity) {
    this.capacity = capacity;
    // one more, as the newest and the oldest are seldom whole
    this.pieces = new AtomicReferenceArray<>((capacity + PIECE - 1) / PIECE + 1);
  }

  int capacity() {
    return capacity;
  }

  /** Puts an entry at its index, unless newer ones have taken the place meanwhile. */
  void put(long index, Entry entry) {
    long number = index >>> SHIFT;
    int slot = (int) (number % pieces.length());
    Piece piece = pieces.getAcquire(slot);
    while (piece == null || piece.number() < number) {
      pieces.compareAndSet(slot, piece, new Piece(number, new AtomicReferenceArray<>(PIECE)));
      piece = pieces.getAcquire(slot);
    }
    if (piece.number() == number) {
      piece.entries().setRelease((int) (index & (PIECE - 1)), entry);
    }
  }

  /** The entry at an index; null where it is not there yet, or no more. */
  Entry get(long index) {
    long number = index >>> SHIFT;
    Piece piece = pieces.getAcquire((int) (number % pieces.length()));
    return piece == null || piece.number() != number
        ? null
        : piece.entries().getAcquire((int) (index & (PIECE - 1)));
  }

  /** Forgets all. */
  void clear() {
    for (int i = 0; i < pieces.length(); i++) {
      pieces.set(i, null);
    }
  }
}
