package io.throughline.configuration.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.configuration.domain.NamedItem;
import io.throughline.configuration.domain.NamedItemRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.service.Commands;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Keeps things of which only name and description are known.
 *
 * @param <R> the kind
 */
public abstract class NamedItemService<R extends NamedItem> {

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    protected abstract NamedItemRepository<R> items();

    protected abstract BiFunction<RecordNumber, NamedItemCommand, R> maker();

    protected abstract BiConsumer<R, NamedItemCommand> corrector();

    public NamedItemView add(NamedItemCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        UniqueNames.refuseTaken(items(), command.name(), null);
        RecordNumber number = items().nextNumber();
        return NamedItemView.from(trail.create(entry(number, "add"), deed -> maker().apply(number, command)));
    }

    public NamedItemView correct(RecordNumber number, long version, NamedItemCommand command) {
        authority.require(Right.CONFIGURATION_MAINTAIN);
        commands.valid(command);
        R item = items().require(number, version);
        UniqueNames.refuseTaken(items(), command.name(), item);
        return NamedItemView.from(
                trail.change(item, entry(number, "correct"), deed -> corrector().accept(item, command)));
    }

    public NamedItemView get(RecordNumber number) {
        authority.require(Right.RECORD_READ);
        return NamedItemView.from(items().require(number));
    }

    /**
     * @param name part of the name; null for all
     */
    public Page<NamedItemView> page(String name, Long before, int size) {
        authority.require(Right.RECORD_READ);
        return items().named(name, before, size).map(NamedItemView::from);
    }

    private static AuditEntry entry(RecordNumber number, String deed) {
        return AuditEntry.of(number.kind().name().toLowerCase(Locale.ROOT) + "." + deed)
                .by(Right.CONFIGURATION_MAINTAIN);
    }
}
