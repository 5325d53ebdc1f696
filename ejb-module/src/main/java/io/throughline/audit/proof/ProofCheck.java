package io.throughline.audit.proof;

import java.util.Arrays;
import java.util.List;

/** Checks proofs as RFC 9162 describes it (sections 2.1.3.2 and 2.1.4.2): on its own, without the tree. */
public final class ProofCheck {

    private ProofCheck() {}

    /**
     * That the leaf stands at this place in the tree of this size and root.
     *
     * @throws BrokenProof when it is not shown
     */
    public static void inclusion(byte[] leafHash, long index, long size, byte[] root, List<byte[]> path) {
        if (index < 0 || index >= size) {
            throw new BrokenProof("there is no leaf " + index + " in a tree of " + size);
        }
        TreeHasher hasher = new TreeHasher();
        long at = index;
        long last = size - 1;
        byte[] reached = leafHash;
        for (byte[] beside : path) {
            if (last == 0) {
                throw new BrokenProof("the path is too long");
            }
            if ((at & 1) == 1 || at == last) {
                reached = hasher.node(beside, reached);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                reached = hasher.node(reached, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new BrokenProof("the path is too short");
        }
        if (!Arrays.equals(reached, root)) {
            throw new BrokenProof("the path leads to another root");
        }
    }

    /**
     * That the tree of the smaller size and root is the beginning of the larger.
     *
     * @throws BrokenProof when it is not shown
     */
    public static void consistency(
            long smaller, byte[] smallerRoot, long larger, byte[] largerRoot, List<byte[]> proof) {
        if (smaller < 0 || smaller > larger) {
            throw new BrokenProof("a tree of " + smaller + " is no beginning of one of " + larger);
        }
        if (smaller == larger || smaller == 0) {
            boolean same = smaller == 0 || Arrays.equals(smallerRoot, largerRoot);
            if (!same || !proof.isEmpty()) {
                throw new BrokenProof(same ? "the proof is too long" : "two trees of one size have different roots");
            }
            return;
        }
        TreeHasher hasher = new TreeHasher();
        boolean perfect = Long.bitCount(smaller) == 1;
        if (proof.isEmpty() && !perfect) {
            throw new BrokenProof("the proof is too short");
        }
        long at = smaller - 1;
        long last = larger - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        int next = perfect ? 0 : 1;
        byte[] former = perfect ? smallerRoot : proof.get(0);
        byte[] latter = former;
        for (; next < proof.size(); next++) {
            if (last == 0) {
                throw new BrokenProof("the proof is too long");
            }
            byte[] beside = proof.get(next);
            if ((at & 1) == 1 || at == last) {
                former = hasher.node(beside, former);
                latter = hasher.node(beside, latter);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                latter = hasher.node(latter, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new BrokenProof("the proof is too short");
        }
        if (!Arrays.equals(former, smallerRoot)) {
            throw new BrokenProof("the proof does not lead to the smaller tree's root");
        }
        if (!Arrays.equals(latter, largerRoot)) {
            throw new BrokenProof("the proof does not lead to the larger tree's root");
        }
    }
}
