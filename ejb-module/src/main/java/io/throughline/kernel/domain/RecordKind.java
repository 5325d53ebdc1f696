package io.throughline.kernel.domain;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of record that people see by number, each with the prefix of its numbers. */
public enum RecordKind {
    USER_CONTACT("CON", "contacts"),
    INCIDENT("INC", "incidents"),
    CHANGE("CHG", "changes"),
    CHANGE_TEMPLATE("TPL", "change-templates"),
    RELEASE("REL", "releases"),
    RELEASE_PACKAGE("PKG", "packages"),
    DEPLOYMENT("DEP", "deployments"),
    PERSON("PER", "people"),
    SUPPORT_GROUP("GRP", "groups"),
    ORGANISATION("ORG", "organisations"),
    SERVICE("SVC", "services"),
    APPLICATION("APP", "applications"),
    SERVER("SRV", "servers"),
    RELATION("RLN", "relations"),
    PROCEDURE("PRC", "procedures"),
    MESSAGE("MSG", "messages"),
    CALL_BACK("CBK", "call-backs"),
    JOB("JOB", "jobs"),
    SCHEDULE("SCH", "schedules"),
    CONFIGURATION_AUDIT("CAU", "configuration-audits"),
    AUDIT_FINDING("FND", "findings");

    private final String prefix;
    private final String collection;

    RecordKind(String prefix, String collection) {
        this.prefix = prefix;
        this.collection = collection;
    }

    public String prefix() {
        return prefix;
    }

    /** Name of the REST collection (and of the portal's folder) that holds records of this kind. */
    public String collection() {
        return collection;
    }

    public RecordNumber number(long sequence) {
        return new RecordNumber(this, sequence);
    }

    static Optional<RecordKind> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix.equals(prefix))
                .findFirst();
    }
}
