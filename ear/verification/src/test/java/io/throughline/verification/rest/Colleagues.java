package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.fixture.Fleet;
import io.throughline.verification.rest.Api.Answer;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Makes people over the API, and logs them in. */
final class Colleagues {

    static final String PASSWORD = "correct horse battery staple";

    /** Logins last for an hour and cost a second: who needs nobody in particular shares them. */
    private static final Map<String, Api> LOGGED_IN = new ConcurrentHashMap<>();

    private final URI server;
    private final Api administrator;

    Colleagues(URI server) throws Exception {
        this.server = server;
        this.administrator = once("administrator", () -> Api.login(server, "admin", "throughline-demo"));
    }

    /**
     * Somebody with a login.
     *
     * @param number the person's, such as PER-000012
     * @param version of the record
     */
    record Colleague(String number, String username, String version, Api api) {}

    Api administrator() {
        return administrator;
    }

    /** Somebody with these roles, logged in; the same person each time. */
    Api as(String... roles) throws Exception {
        return once(String.join(" ", roles), () -> with(roles).api());
    }

    /** Somebody new with these roles, logged in. */
    Colleague with(String... roles) throws Exception {
        String name = "p" + Fleet.unique();
        Answer added = administrator.post("people", """
                {"username": "%s", "fullName": "Test Person", "email": "%s@example.org", "channel": "EMAIL",
                 "roles": ["%s"], "password": "%s"}""".formatted(name, name, String.join("\", \"", roles), PASSWORD));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        return new Colleague(
                added.body().getString("number"), name, added.version(), Api.login(server, name, PASSWORD));
    }

    private Api once(String who, Callable<Api> login) throws Exception {
        String key = server + " " + who;
        Api known = LOGGED_IN.get(key);
        if (known == null) {
            known = login.call();
            LOGGED_IN.put(key, known);
        }
        return known;
    }
}
