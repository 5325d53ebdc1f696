package io.throughline.fleet.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import io.throughline.fleet.Fleet;
import io.throughline.fleet.frontdoor.FrontDoorDescription;
import io.throughline.fleet.frontdoor.GatewayAuthority;
import io.throughline.fleet.host.Fault;
import io.throughline.fleet.host.HostDescription;
import io.throughline.fleet.http.LoopbackHttp;
import io.throughline.fleet.ssh.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the control interface.
 *
 * <pre>
 * GET    /fleet                                    hosts, front doors, gateway
 * DELETE /fleet                                    all hosts and front doors go
 * PUT    /fleet/hosts[?fresh=true]                 hosts are there: [{"name", "address", "port", "files", …}]
 * DELETE /fleet/hosts/{name}                       a host goes
 * PUT    /fleet/hosts/{name}/fault                 {"fault":"down", "delaySeconds":3}
 * DELETE /fleet/hosts/{name}/fault                 it is repaired
 * GET    /fleet/hosts/{name}/files/{path}          a file's text
 * PUT    /fleet/hosts/{name}/files/{path}          somebody edits a file by hand
 * DELETE /fleet/hosts/{name}/files/{path}          somebody deletes it
 * PUT    /fleet/front-doors                        {"service", "application", "port", "gateway", …}
 * PUT    /fleet/gateway                            {"authority":"new"}
 * PUT    /fleet/accounts/{account}/authorized-keys lines of authorized_keys
 * </pre>
 *
 * Every request carries {@code Authorization: Bearer} with the token. A refusal is {@code {"error"}} with 400, 401, 404 or
 * 405.
 */
public final class ControlServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Fleet fleet;
    private final byte[] expected;
    private final LoopbackHttp http;

    private record Answer(int status, Object body) {
        static final Answer DONE = new Answer(204, null);
    }

    private record FaultCommand(Fault fault, Double delaySeconds) {}

    private record GatewayCommand(GatewayAuthority authority) {}

    /** A request that the interface does not know; the message says what it knows. */
    private static final class NotFound extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message);
        }
    }

    /** @throws IOException in one readable line, if the port cannot be had */
    public ControlServer(Fleet fleet, int port, String token) throws IOException {
        this.fleet = fleet;
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        http = new LoopbackHttp(port, "the control interface", 2)
                .at("/", this::handle)
                .start();
    }

    public String url() {
        return http.url();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (!MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8))) {
            return error(401, "the token is missing or wrong");
        }
        try {
            return perform(exchange);
        } catch (NotFound | NoSuchElementException e) {
            return error(404, e.getMessage());
        } catch (NoSuchFileException e) {
            return error(404, "there is no file " + e.getMessage());
        } catch (JsonProcessingException e) {
            return error(400, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return error(400, e.getMessage());
        } catch (IOException e) {
            LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return error(500, e.getMessage());
        }
    }

    private Answer perform(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        String[] parts = path.split("/", 6);
        if (parts.length < 2 || !parts[1].equals("fleet")) {
            throw new NotFound("there is nothing at " + path);
        }
        if (parts.length == 2) {
            return whole(method);
        }
        return switch (parts[2]) {
            case "hosts" -> parts.length == 3 ? hosts(method, exchange) : host(method, parts, exchange);
            case "front-doors" -> frontDoor(method, exchange);
            case "gateway" -> gateway(method, exchange);
            case "accounts" -> account(method, parts, exchange);
            default -> throw new NotFound("there is nothing at " + path);
        };
    }

    private Answer whole(String method) throws IOException {
        return switch (method) {
            case "GET" -> new Answer(200, FleetView.of(fleet));
            case "DELETE" -> {
                fleet.clear();
                yield Answer.DONE;
            }
            default -> notAllowed("GET, DELETE");
        };
    }

    private Answer hosts(String method, HttpExchange exchange) throws IOException {
        if (!method.equals("PUT")) {
            return notAllowed("PUT");
        }
        boolean fresh = "fresh=true".equals(exchange.getRequestURI().getQuery());
        List<HostDescription> descriptions =
                fleet.json().readValue(exchange.getRequestBody(), new TypeReference<List<HostDescription>>() {});
        fleet.add(descriptions, fresh);
        return new Answer(200, FleetView.of(fleet));
    }

    private Answer host(String method, String[] parts, HttpExchange exchange) throws IOException {
        String name = parts[3];
        if (parts.length == 4) {
            if (!method.equals("DELETE")) {
                return notAllowed("DELETE");
            }
            fleet.remove(name);
            return Answer.DONE;
        }
        if (parts[4].equals("fault") && parts.length == 5) {
            return fault(method, name, exchange);
        }
        if (parts[4].equals("files") && parts.length == 6) {
            return file(method, name, parts[5], exchange);
        }
        throw new NotFound("a host has fault and files, not " + parts[4]);
    }

    private Answer fault(String method, String name, HttpExchange exchange) throws IOException {
        return switch (method) {
            case "PUT" -> {
                FaultCommand command = read(exchange, FaultCommand.class);
                if (command.fault() == null) {
                    throw new IllegalArgumentException("fault is missing");
                }
                Double delay = command.delaySeconds();
                fleet.fault(name, command.fault(), delay == null ? null : Duration.ofMillis(Math.round(delay * 1000)));
                yield Answer.DONE;
            }
            case "DELETE" -> {
                fleet.fault(name, Fault.NONE);
                yield Answer.DONE;
            }
            default -> notAllowed("PUT, DELETE");
        };
    }

    private Answer file(String method, String name, String path, HttpExchange exchange) throws IOException {
        var directory = fleet.host(name).directory();
        return switch (method) {
            case "GET" -> new Answer(200, Map.of("text", Files.readString(directory.resolve(path))));
            case "PUT" -> {
                directory.write(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                yield Answer.DONE;
            }
            case "DELETE" -> {
                directory.delete(path);
                yield Answer.DONE;
            }
            default -> notAllowed("GET, PUT, DELETE");
        };
    }

    private Answer frontDoor(String method, HttpExchange exchange) throws IOException {
        if (!method.equals("PUT")) {
            return notAllowed("PUT");
        }
        fleet.open(read(exchange, FrontDoorDescription.class));
        return new Answer(200, FleetView.of(fleet));
    }

    private Answer gateway(String method, HttpExchange exchange) throws IOException {
        if (!method.equals("PUT")) {
            return notAllowed("PUT");
        }
        GatewayCommand command = read(exchange, GatewayCommand.class);
        if (command.authority() == null) {
            throw new IllegalArgumentException("authority is missing");
        }
        fleet.renewGateway(command.authority());
        return Answer.DONE;
    }

    private Answer account(String method, String[] parts, HttpExchange exchange) throws IOException {
        if (parts.length != 5 || !parts[4].equals("authorized-keys")) {
            throw new NotFound("an account has authorized-keys only");
        }
        if (!method.equals("PUT")) {
            return notAllowed("PUT");
        }
        Account account = Account.of(parts[3])
                .orElseThrow(() -> new NoSuchElementException("accounts are deploy and probe, not " + parts[3]));
        fleet.authorize(account, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        return Answer.DONE;
    }

    private <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
        return fleet.json().readValue(exchange.getRequestBody(), type);
    }

    private static Answer notAllowed(String allowed) {
        return error(405, "allowed here: " + allowed);
    }

    private static Answer error(int status, String message) {
        return new Answer(status, Map.of("error", String.valueOf(message)));
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] bytes = fleet.json().writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.close();
    }
}
