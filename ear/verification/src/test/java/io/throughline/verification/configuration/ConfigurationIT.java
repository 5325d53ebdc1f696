package io.throughline.verification.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.configuration.domain.RelationType;
import io.throughline.configuration.service.ApplicationService;
import io.throughline.configuration.service.Baselines;
import io.throughline.configuration.service.ImpactService;
import io.throughline.configuration.service.ImpactView;
import io.throughline.configuration.service.InstalledProducts;
import io.throughline.configuration.service.NamedItemCommand;
import io.throughline.configuration.service.ReasonCommand;
import io.throughline.configuration.service.RelationCommand;
import io.throughline.configuration.service.RelationService;
import io.throughline.configuration.service.RelationView;
import io.throughline.configuration.service.ServerReservations;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.configuration.service.inventory.ImportRefused;
import io.throughline.configuration.service.inventory.InventoryFormat;
import io.throughline.configuration.service.inventory.ServerImportCommand;
import io.throughline.configuration.service.inventory.ServerImportService;
import io.throughline.configuration.service.inventory.ServerImportView;
import io.throughline.identity.domain.Role;
import io.throughline.identity.service.PersonService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Stale;
import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.fixture.Sessions;
import io.throughline.verification.harness.InContainer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The configuration in the container: mapping, rights, transactions. */
class ConfigurationIT extends InContainer {

    @Inject
    private Fleet fleet;

    @Inject
    private ServerService servers;

    @Inject
    private ApplicationService applications;

    @Inject
    private RelationService relations;

    @Inject
    private ImpactService impact;

    @Inject
    private ServerImportService imports;

    @Inject
    private ServerReservations reservations;

    @Inject
    private InstalledProducts installed;

    @Inject
    private Baselines baselines;

    @Inject
    private PersonService people;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void keepsAServerWithItsLabelsAndProducts() throws Exception {
        ServerView server = fleet.server("4.2.7");

        ServerView read = admin(() -> servers.get(number(server)));

        assertThat(read).isEqualTo(server);
        assertThat(read.labels()).containsEntry("role", "cart");
        assertThat(read.versionOf("cart")).contains("4.2.7");
        assertThat(baselines.expected(List.of(number(server)))).singleElement().satisfies(expected -> {
            assertThat(expected.version()).isEqualTo("4.2.7");
            assertThat(expected.change()).isNull();
        });
    }

    @Test
    void refusesATakenNameAStaleVersionAndAReasonThatIsNone() throws Exception {
        ServerView server = fleet.server("4.2.7");

        assertThatThrownBy(() -> admin(() -> servers.register(Fleet.command(server.name(), "4.2.7"))))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("name-taken"));
        assertThatThrownBy(() ->
                        admin(() -> servers.retire(number(server), server.version() + 1, new ReasonCommand("old"))))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() ->
                        admin(() -> servers.retire(number(server), server.version(), new ReasonCommand("\u0007"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void letsOnlyWhoMaintainsItChangeIt() throws Exception {
        PersonView auditor = Sessions.person(people, Role.AUDITOR);
        ServerView server = fleet.server("4.2.7");

        assertThatThrownBy(() -> Sessions.as(
                        auditor.number(), () -> servers.register(Fleet.command("x-" + Fleet.unique(), "1"))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Sessions.as(
                        auditor.number(),
                        () -> servers.protect(number(server), server.version(), new ReasonCommand("mine"))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Sessions.as(
                        auditor.number(), () -> applications.add(new NamedItemCommand("a" + Fleet.unique(), null))))
                .isInstanceOf(Forbidden.class);
        assertThat(Sessions.as(auditor.number(), () -> servers.get(number(server))))
                .isEqualTo(server);
    }

    @Test
    void explainsWhomAChangeOfAServerConcerns() throws Exception {
        String service = fleet.service();
        ServerView first = fleet.server("4.2.7", service);
        ServerView second = fleet.server("4.2.7", service);
        String application = admin(() -> applications.add(new NamedItemCommand("shop " + Fleet.unique(), null)))
                .number();
        RelationView uses = admin(() -> relations.relate(new RelationCommand(application, service, RelationType.USES)));

        ImpactView view = admin(() -> impact.impactOf(List.of(number(first))));

        assertThat(view.hits())
                .extracting(ImpactView.Hit::number)
                .containsExactlyInAnyOrder(service, application, second.number());
        assertThat(view.hits(RecordKind.APPLICATION).get(0).path())
                .extracting(ImpactView.Step::relation)
                .containsExactly(RelationType.PROVIDES, RelationType.USES);

        admin(() -> relations.end(
                RecordNumber.parse(uses.number()), uses.version(), new ReasonCommand("uses another now")));
        assertThat(admin(() -> impact.impactOf(List.of(number(first)))).hits(RecordKind.APPLICATION))
                .isEmpty();
    }

    @Test
    void importsAllOfAFileOrNothing() throws Exception {
        String one = "imp-" + Fleet.unique();
        String two = "imp-" + Fleet.unique();
        String service = fleet.service();
        String good = "name,address,user\n%s,127.0.1.9,deploy\n%s,127.0.1.10,deploy\n".formatted(one, two);

        assertThatThrownBy(() -> admin(() -> imports.take(
                        new ServerImportCommand(InventoryFormat.CSV, good + "third,127.0.1.11,\n", service))))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("line 4");
        assertThat(admin(() -> servers.page(one, null, 10)).items()).isEmpty();

        ServerImportView first = admin(() -> imports.take(new ServerImportCommand(InventoryFormat.CSV, good, service)));
        ServerImportView again = admin(
                () -> imports.take(new ServerImportCommand(InventoryFormat.CSV, good.replace(".10", ".12"), service)));

        assertThat(first.created()).hasSize(2);
        assertThat(again.changed()).hasSize(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(admin(() -> servers.providing(RecordNumber.parse(service)))).hasSize(2);
    }

    @Test
    void takesWhatDeploymentsTellInTheirTransaction() throws Exception {
        ServerView server = fleet.server("4.2.7");
        InstalledProducts.Installation newer =
                new InstalledProducts.Installation(number(server), "cart", "4.2.8", RecordKind.CHANGE.number(999_999));

        inTransaction(() -> {
            installed.report(List.of(newer));
            return null;
        });
        inTransaction(() -> {
            installed.report(List.of(newer));
            return null;
        });

        ServerView read = admin(() -> servers.get(number(server)));
        assertThat(read.versionOf("cart")).contains("4.2.8");
        assertThat(read.installed()).hasSize(1);
        assertThat(read.version()).isEqualTo(server.version() + 1);
    }

    @Test
    void givesAServerToOneOfManyChangesThatWantItAtOnce() throws Exception {
        String server = fleet.server("4.2.7").number();
        int rivals = 4;
        CyclicBarrier together = new CyclicBarrier(rivals);
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int rival = 1; rival <= rivals; rival++) {
            RecordNumber change = RecordKind.CHANGE.number(900_000 + rival);
            attempts.add(executor.submit(() -> {
                together.await();
                return take(change, server);
            }));
        }

        int winners = 0;
        for (Future<Boolean> attempt : attempts) {
            winners += won(attempt) ? 1 : 0;
        }

        assertThat(winners).isEqualTo(1);
        assertThat(reservations.holders(List.of(server))).hasSize(1);
    }

    private boolean take(RecordNumber change, String server) throws Exception {
        return inTransaction(() -> {
            reservations.hold(change, List.of(server), Instant.EPOCH);
            return true;
        });
    }

    private static boolean won(Future<Boolean> attempt) throws InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException lost) {
            assertThat(lost).hasRootCauseInstanceOf(Conflict.class);
            return false;
        }
    }

    private <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        boolean done = false;
        try {
            T result = admin(work);
            done = true;
            return result;
        } finally {
            if (done) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
    }

    private static <T> T admin(Callable<T> work) throws Exception {
        return Sessions.as(Sessions.ADMINISTRATOR, work);
    }

    private static RecordNumber number(ServerView server) {
        return RecordNumber.parse(server.number());
    }
}
