package io.throughline.web.configuration;

import io.throughline.configuration.service.ServerCommand;
import io.throughline.configuration.service.ServerView;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.web.page.Inputs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A server's fields as a form has them: labels and installed products are one line each. */
record ServerForm(
        String name,
        String description,
        String site,
        String labels,
        String address,
        Integer port,
        String user,
        String probeUser,
        String hostKey,
        Boolean testServer,
        String installed) {

    static ServerCommand command(Inputs input, String form) {
        ServerForm typed = input.as(form, ServerForm.class);
        List<ServerCommand.Installed> products = pairs("installed", typed.installed).entrySet().stream()
                .map(pair -> new ServerCommand.Installed(pair.getKey(), pair.getValue(), null, null))
                .toList();
        return new ServerCommand(
                typed.name,
                typed.description,
                typed.site,
                pairs("labels", typed.labels),
                typed.address,
                typed.port,
                typed.user,
                typed.probeUser,
                typed.hostKey,
                typed.testServer,
                products);
    }

    static void fill(Map<String, Object> form, ServerView view) {
        form.put("name", view.name());
        form.put("description", view.description());
        form.put("site", view.site());
        form.put("labels", lines(view.labels()));
        form.put("address", view.address());
        form.put("port", view.port());
        form.put("user", view.user());
        form.put("probeUser", view.probeUser());
        form.put("hostKey", view.hostKey());
        form.put("testServer", view.testServer());
    }

    private static String lines(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> pairs(String field, String typed) {
        Map<String, String> pairs = new TreeMap<>();
        for (String line : typed == null ? List.<String>of() : typed.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw Invalid.field(field, "must have lines of the form name=value");
            }
            pairs.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return pairs;
    }
}
