package io.throughline.scenario.play;

import io.throughline.scenario.expression.ExpressionException;
import java.util.Map;
import java.util.Set;

/** Where the record with a number is to be read. */
final class RecordPaths {

    private static final Map<String, String> PLURALS = Map.ofEntries(
            Map.entry("CON", "contacts"),
            Map.entry("INC", "incidents"),
            Map.entry("CHG", "changes"),
            Map.entry("TPL", "change-templates"),
            Map.entry("REL", "releases"),
            Map.entry("PKG", "packages"),
            Map.entry("DEP", "deployments"),
            Map.entry("PER", "people"),
            Map.entry("GRP", "groups"),
            Map.entry("ORG", "organisations"),
            Map.entry("SVC", "services"),
            Map.entry("APP", "applications"),
            Map.entry("SRV", "servers"),
            Map.entry("RLN", "relations"),
            Map.entry("PRC", "procedures"),
            Map.entry("MSG", "messages"),
            Map.entry("CBK", "call-backs"),
            Map.entry("JOB", "jobs"),
            Map.entry("SCH", "schedules"),
            Map.entry("CAU", "configuration-audits"),
            Map.entry("FND", "configuration-audits/findings"));

    private static final Set<String> WITH_THREAD = Set.of("CON", "INC", "CHG", "REL", "DEP");

    private RecordPaths() {}

    /** Whether activities of the framework are performed on the record with this number. */
    static boolean hasThread(String number) {
        return WITH_THREAD.contains(kind(number));
    }

    static String of(String number) {
        String plural = PLURALS.get(kind(number));
        if (plural == null) {
            throw new ExpressionException(
                    "where is " + number + " to be read? known are " + String.join(", ", PLURALS.keySet()));
        }
        return '/' + plural + '/' + number;
    }

    private static String kind(String number) {
        return number.contains("-") ? number.substring(0, number.indexOf('-')) : number;
    }
}
