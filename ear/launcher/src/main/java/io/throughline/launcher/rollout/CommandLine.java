package io.throughline.launcher.rollout;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call, checked as far as it can be without the server.
 *
 * @param operands the number, or release and file
 */
record CommandLine(Verb verb, List<String> operands, Map<Option, String> options) {

    private static final String USUAL_SERVER = "http://127.0.0.1:8080";

    /**
     * @throws CommandFailed naming what is wrong
     */
    static CommandLine parse(Verb verb, List<String> arguments, Map<String, String> environment) {
        List<String> operands = new ArrayList<>();
        Map<Option, String> options = new EnumMap<>(Option.class);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                operands.add(word);
                continue;
            }
            String[] parts = word.split("=", 2);
            Option option = Option.of(parts[0])
                    .filter(verb::takes)
                    .orElseThrow(() -> wrong(verb, "unknown option " + parts[0]));
            options.put(option, value(verb, option, parts, rest));
        }
        for (Option option : Option.values()) {
            String given = option.variable() == null ? null : environment.get(option.variable());
            if (given != null && !given.isBlank()) {
                options.putIfAbsent(option, given);
            }
        }
        CommandLine line = new CommandLine(verb, operands, options);
        line.check();
        return line;
    }

    private static String value(Verb verb, Option option, String[] parts, Iterator<String> rest) {
        if (!option.hasValue()) {
            if (parts.length > 1) {
                throw wrong(verb, option.flag() + " takes no value");
            }
            return "";
        }
        if (parts.length > 1) {
            return parts[1];
        }
        if (!rest.hasNext()) {
            throw wrong(verb, option.flag() + " needs a value");
        }
        return rest.next();
    }

    private void check() {
        if (operands.size() != verb.operands()) {
            throw wrong(verb, operands.size() < verb.operands() ? "something is missing" : "too many words");
        }
        String pattern = verb == Verb.PLAN ? "REL-\\d{6,}" : "DEP-\\d{6,}";
        if (!operands.get(0).matches(pattern)) {
            throw wrong(
                    verb, operands.get(0) + " is no number as " + (verb == Verb.PLAN ? "REL-000001" : "DEP-000001"));
        }
        if (verb == Verb.ABORT && reason().isEmpty()) {
            throw wrong(verb, "--reason is missing");
        }
        if (!List.of("text", "json").contains(options.getOrDefault(Option.OUTPUT, "text"))) {
            throw wrong(verb, "--output must be text or json");
        }
        server();
    }

    private static CommandFailed wrong(Verb verb, String what) {
        return new CommandFailed(ExitStatus.USAGE, what + "; usage: " + verb.usage());
    }

    URI server() {
        String address = options.getOrDefault(Option.SERVER, USUAL_SERVER);
        try {
            URI server = URI.create(address.endsWith("/") ? address : address + "/");
            if (server.getHost() != null && List.of("http", "https").contains(server.getScheme())) {
                return server;
            }
        } catch (IllegalArgumentException malformed) {
            // told as all that is no address
        }
        throw wrong(verb, "--server must be an address as https://throughline.example.org");
    }

    Optional<String> user() {
        return Optional.ofNullable(options.get(Option.USER));
    }

    Optional<String> reason() {
        return Optional.ofNullable(options.get(Option.REASON)).filter(text -> !text.isBlank());
    }

    List<String> servers() {
        String list = options.get(Option.SERVERS);
        return list == null
                ? List.of()
                : List.of(list.split(",")).stream().map(String::strip).toList();
    }

    boolean waits() {
        return verb == Verb.WATCH || options.containsKey(Option.WAIT);
    }

    boolean asJson() {
        return "json".equals(options.get(Option.OUTPUT));
    }
}
