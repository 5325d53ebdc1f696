package io.throughline.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree against the vectors of the reference implementation of RFC 6962, and against its definition. */
class MerkleTreeTest {

    private static final String[] INPUTS = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
    };

    private final TreeHasher hasher = new TreeHasher();
    private final Map<String, byte[]> tiles = new HashMap<>();
    private final TreeReader reader = new TreeReader((level, index) -> tiles.get(level + "/" + index));

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void hasTheRootsOfTheReferenceImplementation(int size, String root) {
        TreeBuilder tree = new TreeBuilder();
        for (int i = 0; i < size; i++) {
            tree.append(hasher.leaf(HexFormat.of().parseHex(INPUTS[i])));
        }
        assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(root);
    }

    @Test
    void hasTheRootOfTheDefinitionAtEverySize() {
        TreeBuilder tree = new TreeBuilder();
        for (int size = 1; size <= 700; size++) {
            tree.append(leaf(size - 1));
            store(tree);
            assertThat(tree.root()).as("size %d", size).isEqualTo(defined(0, size));
        }
        TreeReader stored = new TreeReader((level, index) -> tiles.get(level + "/" + index));
        for (int size = 0; size <= 700; size++) {
            assertThat(stored.root(size)).as("size %d from tiles", size).isEqualTo(defined(0, size));
        }
    }

    @Test
    void provesEveryLeafInEverySize() {
        grow(300);
        for (int size = 1; size <= 300; size++) {
            byte[] root = reader.root(size);
            for (int index = 0; index < size; index++) {
                ProofCheck.inclusion(leaf(index), index, size, root, reader.inclusion(index, size));
            }
        }
    }

    @Test
    void provesEverySizeToBeTheBeginningOfEveryLarger() {
        grow(300);
        for (int larger = 1; larger <= 300; larger++) {
            byte[] root = reader.root(larger);
            for (int smaller = 1; smaller <= larger; smaller++) {
                ProofCheck.consistency(
                        smaller, reader.root(smaller), larger, root, reader.consistency(smaller, larger));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 100, 255, 256, 257})
    void refusesAProofThatWasTouched(int size) {
        grow(size);
        byte[] root = reader.root(size);
        for (int index = 0; index < size; index += Math.max(1, size / 7)) {
            List<byte[]> path = reader.inclusion(index, size);
            int place = index;
            assertThatThrownBy(() -> ProofCheck.inclusion(leaf(place + 1000), place, size, root, path))
                    .isInstanceOf(BrokenProof.class);
            assertThatThrownBy(() -> ProofCheck.inclusion(leaf(place), place, size, leaf(5000), path))
                    .isInstanceOf(BrokenProof.class);
            for (int k = 0; k < path.size(); k++) {
                List<byte[]> touched = new ArrayList<>(path);
                touched.set(k, leaf(9999));
                assertThatThrownBy(() -> ProofCheck.inclusion(leaf(place), place, size, root, touched))
                        .isInstanceOf(BrokenProof.class);
                List<byte[]> shorter = new ArrayList<>(path);
                shorter.remove(k);
                assertThatThrownBy(() -> ProofCheck.inclusion(leaf(place), place, size, root, shorter))
                        .isInstanceOf(BrokenProof.class);
            }
            List<byte[]> longer = new ArrayList<>(path);
            longer.add(leaf(1));
            assertThatThrownBy(() -> ProofCheck.inclusion(leaf(place), place, size, root, longer))
                    .isInstanceOf(BrokenProof.class);
        }
    }

    @Test
    void refusesAConsistencyProofThatWasTouchedOrIsOfAnotherTree() {
        grow(257);
        for (int smaller : new int[] {1, 5, 128, 200, 256}) {
            List<byte[]> proof = reader.consistency(smaller, 257);
            assertThatThrownBy(() -> ProofCheck.consistency(smaller, leaf(1), 257, reader.root(257), proof))
                    .isInstanceOf(BrokenProof.class);
            assertThatThrownBy(() -> ProofCheck.consistency(smaller, reader.root(smaller), 257, leaf(1), proof))
                    .isInstanceOf(BrokenProof.class);
            for (int k = 0; k < proof.size(); k++) {
                List<byte[]> shorter = new ArrayList<>(proof);
                shorter.remove(k);
                assertThatThrownBy(() ->
                                ProofCheck.consistency(smaller, reader.root(smaller), 257, reader.root(257), shorter))
                        .isInstanceOf(BrokenProof.class);
            }
        }
    }

    @Test
    void growsOnFromItsTilesAtEverySize() {
        for (int size = 0; size <= 520; size += 13) {
            tiles.clear();
            grow(size);
            TreeBuilder resumed = TreeBuilder.resume(size, (level, index) -> tiles.get(level + "/" + index));
            assertThat(resumed.root()).isEqualTo(size == 0 ? hasher.empty() : defined(0, size));
            resumed.append(leaf(size));
            assertThat(resumed.root()).isEqualTo(defined(0, size + 1));
        }
    }

    @Test
    void storesNoMoreThanOneTileOfALevelForAFewLeaves() {
        grow(256 * 3 + 10);
        TreeBuilder resumed = TreeBuilder.resume(256 * 3 + 10, (level, index) -> tiles.get(level + "/" + index));
        resumed.append(leaf(1));
        assertThat(resumed.takeChanged()).hasSize(1);
        assertThatCode(resumed::root).doesNotThrowAnyException();
    }

    private void grow(int size) {
        TreeBuilder tree = new TreeBuilder();
        for (int i = 0; i < size; i++) {
            tree.append(leaf(i));
        }
        store(tree);
    }

    private void store(TreeBuilder tree) {
        tree.takeChanged().forEach(tile -> tiles.put(tile.level() + "/" + tile.index(), tile.hashes()));
    }

    private byte[] leaf(int index) {
        return hasher.leaf(ByteBuffer.allocate(4).putInt(index).array());
    }

    /** MTH of RFC 6962, section 2.1, word by word. */
    private byte[] defined(int from, int to) {
        if (to == from) {
            return hasher.empty();
        }
        if (to - from == 1) {
            return leaf(from);
        }
        int left = 1;
        while (left * 2 < to - from) {
            left *= 2;
        }
        return hasher.node(defined(from, from + left), defined(from + left, to));
    }
}
