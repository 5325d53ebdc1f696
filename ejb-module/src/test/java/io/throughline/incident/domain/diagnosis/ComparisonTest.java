package io.throughline.incident.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static ServerTraits server(String site, String version, String byChange) {
        return new ServerTraits(
                "SRV-000001",
                Map.of("site", site, "product shopping-cart", version),
                byChange == null ? Map.of() : Map.of("product shopping-cart", byChange));
    }

    @Test
    void whatAllFailingServersHaveAndNoPassingOneIsDecisiveAndNamesTheChangeThatTouchedIt() {
        Comparison comparison = new Comparison(
                List.of(server("ams1", "4.2.7", null), server("fra1", "4.2.7", null)),
                List.of(server("ams1", "4.2.8", "CHG-000001")));

        List<Difference> differences = comparison.differences();

        assertThat(differences.get(0))
                .isEqualTo(new Difference("product shopping-cart", "4.2.7", 2, 0, true, List.of("CHG-000001")));
        assertThat(differences.get(1).value()).isEqualTo("4.2.8");
        assertThat(differences.get(1).decisive()).isTrue();
        assertThat(differences)
                .filteredOn(difference -> difference.trait().equals("site"))
                .noneMatch(Difference::decisive);
    }

    @Test
    void whatBothHaveAlikeIsNotMentioned() {
        Comparison comparison =
                new Comparison(List.of(server("ams1", "4.2.7", null)), List.of(server("ams1", "4.2.8", null)));

        assertThat(comparison.differences()).extracting(Difference::trait).doesNotContain("site");
    }

    @Test
    void nothingCanBeToldWhenEveryServerFails() {
        assertThat(new Comparison(List.of(server("ams1", "4.2.7", null)), List.of()).differences())
                .isEmpty();
    }
}
