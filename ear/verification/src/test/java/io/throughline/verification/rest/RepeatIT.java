package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.harness.InContainer;
import io.throughline.verification.rest.Api.Answer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are sent again, and lists that are read while they grow. */
@RunAsClient
class RepeatIT extends InContainer {

    @ArquillianResource
    private URL server;

    private Api administrator;
    private String prefix;

    @BeforeEach
    void logIn() throws Exception {
        administrator = new Colleagues(server.toURI()).administrator();
        prefix = "repeat " + Fleet.unique();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndMakesNothing() throws Exception {
        String key = UUID.randomUUID().toString();

        Answer first = administrator.postAs(key, "services", service("one"), null);
        Answer again = administrator.postAs(key, "services", service("one"), null);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(numbersOf("one")).hasSize(1);
    }

    @Test
    void aKeyStandsForOneRequestOnly() throws Exception {
        String key = UUID.randomUUID().toString();
        administrator.postAs(key, "services", service("one"), null);

        Answer otherBody = administrator.postAs(key, "services", service("two"), null);
        Answer otherPath = administrator.postAs(key, "organisations", service("one"), null);

        for (Answer answer : new Answer[] {otherBody, otherPath}) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
        }
        assertThat(numbersOf("two")).isEmpty();
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() throws Exception {
        String key = UUID.randomUUID().toString();

        assertThat(administrator
                        .postAs(key, "services", "{\"name\": \"\"}", null)
                        .status())
                .isEqualTo(422);

        assertThat(administrator.postAs(key, "services", service("one"), null).status())
                .isEqualTo(201);
    }

    @Test
    void aForbiddenRequestIsForbiddenEachTime() throws Exception {
        String key = UUID.randomUUID().toString();
        Api assessor = new Colleagues(server.toURI()).as("CHANGE_ASSESSOR");

        for (int attempt = 0; attempt < 2; attempt++) {
            Answer refused = assessor.postAs(key, "services", service("one"), null);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("missing-right");
        }
    }

    @Test
    void twoAtOnceMakeOneRecord() throws Exception {
        String key = UUID.randomUUID().toString();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int client = 0; client < 2; client++) {
                answers.add(clients.submit(() -> {
                    together.await(60, TimeUnit.SECONDS);
                    return administrator.postAs(key, "services", service("one"), null);
                }));
            }

            List<String> numbers = numbersOf("one", answers);
            assertThat(numbers).hasSize(1);
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
                assertThat(answer.get().headers().firstValue("Location")).isPresent();
                assertThat(answer.get().body().getString("number")).isEqualTo(numbers.get(0));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void allPagesAreReadWhileRecordsAreAdded() throws Exception {
        List<String> there = new ArrayList<>();
        for (int record = 1; record <= 7; record++) {
            there.add(administrator
                    .post("organisations", service("page " + record))
                    .body()
                    .getString("number"));
        }

        List<String> read = new ArrayList<>();
        int pages = 0;
        String next = "organisations?size=2";
        while (next != null && !read.containsAll(there)) {
            Answer page = administrator.get(next);
            assertThat(page.status()).isEqualTo(200);
            page.body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(item -> item.getString("number"))
                    .forEach(read::add);
            administrator.post("organisations", service("later " + ++pages));
            next = page.headers().firstValue("Link").map(RepeatIT::next).orElse(null);
        }

        assertThat(pages).isGreaterThan(2);
        assertThat(read).doesNotHaveDuplicates().containsSubsequence(there.get(6), there.get(3), there.get(0));
        assertThat(read).containsAll(there);
    }

    @Test
    void theLastPageHasNoLinkToAnother() throws Exception {
        String last = "organisations?size=500";
        Answer page = administrator.get(last);
        while (page.headers().firstValue("Link").isPresent()) {
            page = administrator.get(
                    page.headers().firstValue("Link").map(RepeatIT::next).orElseThrow());
        }

        assertThat(!page.body().containsKey("next") || page.body().isNull("next"))
                .isTrue();
    }

    /** The address within {@code <…>; rel="next"} (RFC 8288). */
    private static String next(String link) {
        assertThat(link).contains("rel=\"next\"");
        return URI.create(link.substring(link.indexOf('<') + 1, link.indexOf('>')))
                .toString();
    }

    private String service(String name) {
        return "{\"name\": \"" + prefix + " " + name + "\"}";
    }

    private List<String> numbersOf(String name, List<Future<Answer>> answers) throws Exception {
        for (Future<Answer> answer : answers) {
            answer.get(60, TimeUnit.SECONDS);
        }
        return numbersOf(name);
    }

    private List<String> numbersOf(String name) throws Exception {
        return administrator.get("services?size=50").body().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("name").equals(prefix + " " + name))
                .map(item -> item.getString("number"))
                .toList();
    }
}
