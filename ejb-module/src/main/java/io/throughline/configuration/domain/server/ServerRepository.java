package io.throughline.configuration.domain.server;

import io.throughline.configuration.domain.NamedItemRepository;
import io.throughline.kernel.domain.RecordNumber;
import java.util.Collection;
import java.util.List;

/** Where servers are kept. */
public interface ServerRepository extends NamedItemRepository<Server> {

    /** All active servers that provide the service now, by number. */
    List<Server> providing(RecordNumber service);

    /** Those of these servers that exist, by number. */
    List<Server> all(Collection<RecordNumber> numbers);

    /** All servers that are not retired, by number. */
    List<Server> active();

    List<Server> byNames(Collection<String> names);
}
