package io.throughline.configuration.service;

import static io.throughline.configuration.domain.RelationType.BELONGS_TO;
import static io.throughline.configuration.domain.RelationType.DEPENDS_ON;
import static io.throughline.configuration.domain.RelationType.PROVIDES;
import static io.throughline.configuration.domain.RelationType.RESPONSIBLE;
import static io.throughline.configuration.domain.RelationType.SERVES;
import static io.throughline.configuration.domain.RelationType.USES;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.configuration.domain.Relation;
import io.throughline.configuration.domain.RelationType;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final RecordNumber CART_1 = RecordKind.SERVER.number(1);
    private static final RecordNumber CART_2 = RecordKind.SERVER.number(2);
    private static final RecordNumber CART = RecordKind.SERVICE.number(1);
    private static final RecordNumber CHECKOUT = RecordKind.SERVICE.number(2);
    private static final RecordNumber MAIL = RecordKind.SERVICE.number(3);
    private static final RecordNumber STOREFRONT = RecordKind.APPLICATION.number(1);
    private static final RecordNumber CONSUMER = RecordKind.ORGANISATION.number(1);
    private static final RecordNumber TRADE = RecordKind.ORGANISATION.number(2);
    private static final RecordNumber OWNER = RecordKind.PERSON.number(1);

    private final List<Relation> relations = new ArrayList<>();

    SpreadTest() {
        relate(CART_1, PROVIDES, CART);
        relate(CART_2, PROVIDES, CART);
        relate(CART_2, PROVIDES, MAIL);
        relate(CHECKOUT, DEPENDS_ON, CART);
        relate(STOREFRONT, USES, CHECKOUT);
        relate(STOREFRONT, BELONGS_TO, CONSUMER);
        relate(CART, SERVES, TRADE);
        relate(OWNER, RESPONSIBLE, STOREFRONT);
    }

    @Test
    void goesFromAServerToTheServiceAndToEverythingThatNeedsIt() {
        Spread spread = from(CART_1);

        assertThat(spread.reached())
                .contains(
                        CART.toString(),
                        CHECKOUT.toString(),
                        STOREFRONT.toString(),
                        CONSUMER.toString(),
                        TRADE.toString(),
                        OWNER.toString(),
                        CART_2.toString());
    }

    @Test
    void namesTheOtherServersOfTheServiceButNotWhatElseTheyProvide() {
        assertThat(from(CART_1).reached()).contains(CART_2.toString()).doesNotContain(MAIL.toString());
        assertThat(from(CART_2).reached()).contains(MAIL.toString());
    }

    @Test
    void explainsEachHitByThePathToIt() {
        assertThat(from(CART_1).pathTo(CONSUMER.toString()))
                .extracting(step -> step.from() + " " + step.relation().type() + " " + step.to())
                .containsExactly(
                        CART_1 + " PROVIDES " + CART,
                        CART + " DEPENDS_ON " + CHECKOUT,
                        CHECKOUT + " USES " + STOREFRONT,
                        STOREFRONT + " BELONGS_TO " + CONSUMER);
    }

    @Test
    void neverHitsWhatIsItselfChangedAndEndsInCircles() {
        relate(CART, DEPENDS_ON, CHECKOUT);

        assertThat(from(CART, CART_2).reached()).doesNotContain(CART.toString(), CART_2.toString());
    }

    private Spread from(RecordNumber... scope) {
        Spread spread = new Spread(List.of(scope));
        for (Set<String> front = spread.front(); !front.isEmpty(); front = spread.front()) {
            for (Relation relation : relations) {
                spread.along(relation);
            }
        }
        return spread;
    }

    private void relate(RecordNumber from, RelationType type, RecordNumber to) {
        relations.add(new Relation(
                RecordKind.RELATION.number(relations.size() + 1L),
                type,
                from,
                to,
                new Deed("PER-000001", Instant.EPOCH, null)));
    }
}
