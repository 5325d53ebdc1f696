package io.throughline.web.configuration;

import io.throughline.configuration.service.ServerCommand;
import io.throughline.configuration.service.ServerView;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Pairs;
import java.util.List;
import java.util.Map;
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
        List<ServerCommand.Installed> products = Pairs.of("installed", typed.installed).entrySet().stream()
                .map(pair -> new ServerCommand.Installed(pair.getKey(), pair.getValue(), null, null))
                .toList();
        return new ServerCommand(
                typed.name,
                typed.description,
                typed.site,
                Pairs.of("labels", typed.labels),
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
}
