package id.karier.history.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.history.entry.HistoryKind.Factory;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.RegisterResource;
import id.karier.kernel.web.Versioned;
import id.karier.kernel.web.Writes;
import java.util.UUID;

/**
 * One history of a person over HTTP.
 *
 * @param <F> the members that an officer writes
 * @param <V> what readers see: {@link HistoryEntry#view} of the kind
 */
@SuppressWarnings("unchecked")
abstract class HistoryResource<F extends Record & Decreed, V extends Versioned> extends RegisterResource<F, V> {
    private final HistoryKind<?, F> kind;
    private final Factory<F> factory;
    private final HistoryService history;

    HistoryResource(HistoryKind<?, F> kind, Factory<F> factory, HistoryService history, Writes writes) {
        super(writes);
        this.kind = kind;
        this.factory = factory;
        this.history = history;
    }

    @Override
    protected Page<V> page(UUID employeeId, PageRequest page) {
        return (Page<V>) history.page(kind, employeeId, page);
    }

    @Override
    protected V entry(UUID employeeId, UUID id) {
        return (V) history.entry(kind, employeeId, id);
    }

    @Override
    protected V add(UUID employeeId, F facts) {
        return (V) history.add(kind, factory, employeeId, facts);
    }

    @Override
    protected V change(UUID employeeId, UUID id, long version, ObjectNode patch) {
        return (V) history.change(kind, factory, employeeId, id, version, patch);
    }

    @Override
    protected void remove(UUID employeeId, UUID id, long version) {
        history.remove(kind, employeeId, id, version);
    }

    @Override
    protected String address(UUID employeeId) {
        return "/api/v1/employees/" + employeeId + '/' + kind.path();
    }
}
