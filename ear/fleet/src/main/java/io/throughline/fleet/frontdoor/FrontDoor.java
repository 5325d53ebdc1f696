package io.throughline.fleet.frontdoor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.FleetHost;
import io.throughline.fleet.http.LoopbackHttp;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The front door of a service: spreads orders over the service's hosts in turn and places each on the host whose turn it is.
 *
 * <ul>
 *   <li>{@code GET|POST /order}: 200 {@code {"order","server","version"}}, or 502/504 {@code {"order","server","reason"}}.
 *       With {@code ?by=NAME} a caller has turns of its own: twenty orders over twenty hosts meet each once, whoever else
 *       orders meanwhile.
 *   <li>{@code GET /health}: which hosts the door leads to and how many of them answer.
 *   <li>{@code GET /statistics}: what became of the orders.
 * </ul>
 */
public final class FrontDoor implements AutoCloseable {

    private static final String CUSTOMERS = "customers";
    private static final int CALLERS_AT_MOST = 256;
    private static final Pattern BY = Pattern.compile("(?:^|&)by=([A-Za-z0-9_-]{1,40})(?:&|$)");

    /** What became of one order. */
    record Outcome(int status, String order, String server, String version, String reason) {
        boolean placed() {
            return status == 200;
        }

        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("order", order);
            body.put("server", server);
            if (version != null) {
                body.put("version", version);
            }
            if (reason != null) {
                body.put("reason", reason);
            }
            return body;
        }
    }

    private final FrontDoorDescription description;
    private final Supplier<List<FleetHost>> hosts;
    private final PaymentGateway gateway;
    private final PaymentClient payments = new PaymentClient();
    private final OrderStatistics statistics;
    private final JsonMapper json;
    private final LoopbackHttp http;
    private final ScheduledExecutorService customers = Executors.newSingleThreadScheduledExecutor(FrontDoor::daemon);
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final AtomicInteger orders = new AtomicInteger();

    /**
     * @param hosts the service's hosts as they are now, in a stable order
     * @throws IOException if the port cannot be had
     */
    public FrontDoor(
            FrontDoorDescription description,
            Supplier<List<FleetHost>> hosts,
            PaymentGateway gateway,
            JsonMapper json,
            Clock clock)
            throws IOException {
        this.description = description;
        this.hosts = hosts;
        this.gateway = gateway;
        this.json = json;
        this.statistics = new OrderStatistics(description.service(), clock);
        http = new LoopbackHttp(description.port(), "the front door of " + description.service(), 8)
                .at("/order", this::order)
                .at("/health", exchange -> answer(exchange, 200, health()))
                .at("/statistics", exchange -> answer(exchange, 200, statistics.view()))
                .start();
        if (description.customersPerSecond() > 0) {
            long micros = Math.round(1_000_000 / description.customersPerSecond());
            customers.scheduleAtFixedRate(() -> place(CUSTOMERS), micros, micros, TimeUnit.MICROSECONDS);
        }
    }

    public FrontDoorDescription description() {
        return description;
    }

    public int port() {
        return http.port();
    }

    public String url() {
        return http.url();
    }

    private void order(HttpExchange exchange) throws IOException {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        Matcher by = BY.matcher(query);
        String caller = by.find() ? by.group(1) : "anybody";
        Outcome outcome = place(caller);
        answer(exchange, outcome.status(), outcome.body());
    }

    private Map<String, Object> health() {
        List<FleetHost> all = hosts.get();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", description.service());
        body.put("servers", all.size());
        body.put(
                "answering", all.stream().filter(host -> host.fault().answers()).count());
        return body;
    }

    /** Places one order on the host whose turn it is for this caller. */
    Outcome place(String caller) {
        String order = String.format("ORD-%06d", orders.incrementAndGet());
        List<FleetHost> all = hosts.get();
        if (all.isEmpty()) {
            return new Outcome(503, order, null, null, "no server provides " + description.service());
        }
        String known = turns.containsKey(caller) || turns.size() < CALLERS_AT_MOST ? caller : "anybody";
        int turn = turns.computeIfAbsent(known, name -> new AtomicInteger()).getAndIncrement();
        FleetHost host = all.get(Math.floorMod(turn, all.size()));
        Outcome outcome = place(order, host);
        statistics.count(host.name(), outcome.placed());
        return outcome;
    }

    private Outcome place(String order, FleetHost host) {
        if (host.fault() == Fault.DOWN) {
            return new Outcome(502, order, host.name(), null, "connection refused");
        }
        if (host.fault() == Fault.MUTE) {
            return new Outcome(504, order, host.name(), null, "no answer in time");
        }
        try {
            Optional<String> version = host.version(description.application());
            if (version.isEmpty()) {
                return new Outcome(502, order, host.name(), null, description.application() + " is not installed");
            }
            if (!host.worksWith(description.application(), version.get())) {
                return new Outcome(
                        502, order, host.name(), version.get(), description.application() + " does not come up");
            }
            if (description.gateway()) {
                payments.pay(host.directory().resolve(description.trust()), gateway.address(), order);
            }
            return new Outcome(200, order, host.name(), version.get(), null);
        } catch (PaymentClient.PaymentRefused e) {
            return new Outcome(502, order, host.name(), null, e.getMessage());
        } catch (IOException e) {
            return new Outcome(502, order, host.name(), null, "the application cannot be read: " + e.getMessage());
        }
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            byte[] bytes = json.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "customers");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        customers.shutdownNow();
        http.close();
    }
}
