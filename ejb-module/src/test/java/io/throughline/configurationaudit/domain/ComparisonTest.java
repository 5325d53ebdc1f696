package io.throughline.configurationaudit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.configurationaudit.domain.Comparison.Expected;
import io.throughline.configurationaudit.domain.Observation.Product;
import io.throughline.configurationaudit.domain.Observation.Reach;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final String SERVER = "SRV-000001";
    private static final String CHANGE = "CHG-000007";
    private static final Map<String, Set<String>> FILES =
            Map.of("cart/configuration.properties", Set.of("aa"), "cart/trust.pem", Set.of("bb", "cc"));

    @Test
    void aServerThatIsAsTheChangeSaysHasNoFinding() {
        assertThat(differences(seen("4.2.8", "aa", "cc"), CHANGE, null)).isEmpty();
    }

    @Test
    void aFileEditedByHandIsUnexplainedAndTheChangeIsNoLongerTrue() {
        assertThat(differences(seen("4.2.8", "edited", "bb"), CHANGE, null))
                .extracting(Difference::kind, Difference::path, Difference::observed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                FindingKind.UNEXPLAINED_FILE, "cart/configuration.properties", "edited"),
                        org.assertj.core.groups.Tuple.tuple(
                                FindingKind.CHANGE_NOT_TRUE, null, "4.2.8 with files that differ"));
    }

    @Test
    void aFileThatIsMissingIsUnexplained() {
        Observation seen = new Observation(
                SERVER,
                Reach.SEEN,
                "",
                List.of(new Product("cart", "4.2.8", Map.of("cart/configuration.properties", "aa"))));
        assertThat(differences(seen, null, null)).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo("cart/trust.pem");
            assertThat(difference.observed()).isEqualTo(Observation.MISSING);
        });
    }

    @Test
    void anotherLevelIsUnexplainedAndTheChangeIsNoLongerTrue() {
        assertThat(differences(seen("4.2.7", "aa", "bb"), CHANGE, null))
                .extracting(Difference::kind, Difference::expected, Difference::observed, Difference::change)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FindingKind.UNEXPLAINED_LEVEL, "4.2.8", "4.2.7", CHANGE),
                        org.assertj.core.groups.Tuple.tuple(FindingKind.CHANGE_NOT_TRUE, "4.2.8", "4.2.7", CHANGE));
    }

    @Test
    void whatNoChangeAndNoRegistrationKnowsIsUnexplained() {
        Observation seen = new Observation(SERVER, Reach.SEEN, "", List.of(new Product("miner", "1.0", Map.of())));
        assertThat(differences(seen, CHANGE, null)).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(FindingKind.UNEXPLAINED_LEVEL);
            assertThat(difference.expected()).isEqualTo(Observation.NOT_INSTALLED);
        });
    }

    @Test
    void aChangeThatHasTheServerInHandExplainsWhatDiffers() {
        assertThat(differences(seen("4.2.7", "aa", "bb"), CHANGE, "CHG-000009")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, UNREACHABLE", "HOST_KEY, HOST_KEY", "MUTE, MUTE"})
    void aServerThatCouldNotBeLookedAtIsAFindingEvenUnderAChange(Reach reach, FindingKind kind) {
        Observation seen = Observation.without(SERVER, reach, "no route");
        assertThat(differences(seen, CHANGE, "CHG-000009")).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.observed()).isEqualTo("no route");
        });
    }

    private static Observation seen(String level, String configuration, String trust) {
        return new Observation(
                SERVER,
                Reach.SEEN,
                "",
                List.of(new Product(
                        "cart",
                        level,
                        Map.of("cart/configuration.properties", configuration, "cart/trust.pem", trust))));
    }

    private static List<Difference> differences(Observation seen, String change, String inProgress) {
        return new Comparison(
                        Map.of("cart", new Expected("cart", "4.2.8", change)),
                        (product, version) -> product.equals("cart") ? FILES : Map.of(),
                        inProgress)
                .of(seen);
    }
}
