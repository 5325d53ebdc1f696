package io.throughline.incident.service.diagnosis;

import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.incident.domain.diagnosis.ServerTraits;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of servers now that may explain how they answer. */
@ApplicationScoped
class TraitsReader {

    @Inject
    ServerService servers;

    List<ServerTraits> of(Collection<String> numbers) {
        return servers.all(numbers.stream().map(RecordNumber::parse).toList()).stream()
                .map(TraitsReader::traits)
                .toList();
    }

    private static ServerTraits traits(ServerView server) {
        Map<String, String> traits = new TreeMap<>();
        Map<String, String> touchedBy = new TreeMap<>();
        if (server.site() != null) {
            traits.put("site", server.site());
        }
        server.labels().forEach((name, value) -> traits.put("label " + name, value));
        for (ServerView.Installed installed : server.installed()) {
            String trait = "product " + installed.product();
            traits.put(trait, installed.version());
            if (installed.change() != null) {
                touchedBy.put(trait, installed.change());
            }
        }
        return new ServerTraits(server.number(), traits, touchedBy);
    }
}
