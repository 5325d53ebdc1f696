package io.throughline.scenario.play;

import io.throughline.scenario.PlayerOptions;
import io.throughline.scenario.client.ApiClient;
import io.throughline.scenario.client.Reachability;
import io.throughline.scenario.document.Entity;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.expression.ExpressionException;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The people of a scenario as clients of the REST interface, each under her own login. */
final class Logins {

    static final String ADMINISTRATOR = "administrator";

    private final HttpClient http;
    private final Reachability reachability;
    private final Scenario scenario;
    private final PlayerOptions options;
    private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();

    Logins(HttpClient http, Reachability reachability, Scenario scenario, PlayerOptions options) {
        this.http = http;
        this.reachability = reachability;
        this.scenario = scenario;
        this.options = options;
    }

    ApiClient administrator() {
        return of(ADMINISTRATOR);
    }

    /** @throws ExpressionException if the scenario has no such person */
    ApiClient of(String person) {
        return clients.computeIfAbsent(person, this::client);
    }

    private ApiClient client(String person) {
        if (person.equals(ADMINISTRATOR)) {
            return client(options.administrator(), options.administratorPassword());
        }
        Entity known = scenario.entity("people", person)
                .orElseThrow(() -> new ExpressionException("there is no person " + person));
        return client(person, passwordOf(known));
    }

    private ApiClient client(String username, String password) {
        return new ApiClient(http, options.server(), reachability, username, password);
    }

    String passwordOf(Entity person) {
        String own = person.text("password");
        return own == null ? options.personPassword() : own;
    }
}
