package id.karier.integration.bulk.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.changes.Change;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.employee.EmployeeDirectory;
import id.karier.employee.EmployeeJson.Filter;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.integration.bulk.format.Format;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.access.Reach;
import id.karier.kernel.data.Snapshot;
import id.karier.kernel.data.Transactions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries exports out: takes a place, writes down who reads what, streams it out of one state of the database, and writes down
 * how it ended. Whatever breaks on the way ends the connection, so that nobody takes half a file for a whole one.
 */
@ApplicationScoped
class Exports {
    private static final Logger LOG = Logger.getLogger(Exports.class);

    private final ExportKinds kinds;
    private final ExportSlots slots;
    private final ExportConfig config;
    private final EmployeeDirectory people;
    private final ObjectReach reach;
    private final Caller caller;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final Snapshot snapshot;
    private final HttpServerRequest http;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final Ids ids;

    Exports(
            ExportKinds kinds,
            ExportSlots slots,
            ExportConfig config,
            EmployeeDirectory people,
            ObjectReach reach,
            Caller caller,
            ChangeLog changes,
            Transactions transactions,
            Snapshot snapshot,
            HttpServerRequest http,
            Vertx vertx,
            ObjectMapper json,
            Ids ids) {
        this.kinds = kinds;
        this.slots = slots;
        this.config = config;
        this.people = people;
        this.reach = reach;
        this.caller = caller;
        this.changes = changes;
        this.transactions = transactions;
        this.snapshot = snapshot;
        this.http = http;
        this.vertx = vertx;
        this.json = json;
        this.ids = ids;
    }

    /** What was ordered. */
    private record Order(UUID id, ExportKind kind, Format format, Filter filter) {}

    /**
     * Takes an order, and answers what writes the file; nothing is read before.
     *
     * @throws ProblemException 404 for a register that there is not, 403 for one that the caller may not read, 400 for a filter
     *     that cannot be, 429 and 503 while others are at it
     */
    StreamingOutput order(String name, Format format, Filter filter) {
        var kind = kinds.named(name);
        if (reach.of(kind.object()) == Reach.NONE) {
            throw new ProblemException(ErrorCode.FORBIDDEN);
        }
        people.check(filter);
        var order = new Order(ids.next(), kind, format, filter);
        slots.take(order.id(), caller.agency());
        try {
            note(order, Change.Action.CREATED, said(order));
        } catch (RuntimeException failed) {
            slots.release(order.id());
            throw failed;
        }
        return out -> run(order, out);
    }

    private void run(Order order, OutputStream out) throws IOException {
        slots.begin(order.id(), caller.agency());
        var connection = http.connection();
        var response = http.response();
        long clock = vertx.setTimer(config.longest().toMillis(), late -> connection.close());
        var count = new Count();
        try {
            var table = table(order, out);
            table.heading(order.kind().columns());
            snapshot.read((int) config.longest().toSeconds(), () -> {
                read(order, table, count, response);
                return count;
            });
            // before the end of the file leaves: without this entry nobody has a whole one
            note(order, Change.Action.VIEWED, ended(order, count, "ENDED"));
            table.end();
        } catch (IOException | UncheckedIOException gone) {
            // nobody is there to be told
            LOG.debugf(gone, "export %s was left", order.id());
            connection.close();
            noteBroken(order, count);
        } catch (RuntimeException broken) {
            // half of a file must not look like a whole one: the connection ends before the answer does
            if (response.headWritten()) {
                connection.close();
            }
            noteBroken(order, count);
            throw broken;
        } finally {
            vertx.cancelTimer(clock);
            slots.release(order.id());
        }
    }

    private static final class Count {
        private long rows;
    }

    private void read(Order order, TableWriter table, Count count, HttpServerResponse response) {
        try {
            Summary last = null;
            List<Summary> stretch;
            do {
                stretch = people.stretch(order.filter(), last, config.stretch());
                if (!stretch.isEmpty()) {
                    order.kind().read(stretch, cells -> write(table, cells, count));
                    last = stretch.get(stretch.size() - 1);
                }
                table.flush();
                if (response.closed()) {
                    throw new IOException("the reader has left");
                }
            } while (stretch.size() == config.stretch());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(TableWriter table, List<@Nullable Object> cells, Count count) {
        try {
            table.row(cells);
            count.rows++;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static TableWriter table(Order order, OutputStream out) throws IOException {
        return switch (order.format()) {
            case CSV -> new CsvTable(out);
            case XLSX -> new SheetTable(out, order.kind().name());
            case NDJSON -> new LinesTable(out);
            case JSON -> throw new IllegalArgumentException("no format of exports");
        };
    }

    private void noteBroken(Order order, Count count) {
        try {
            note(order, Change.Action.VIEWED, ended(order, count, "BROKEN_OFF"));
        } catch (RuntimeException failed) {
            LOG.warnf("the end of export %s could not be written down after %d rows", order.id(), count.rows);
        }
    }

    private void note(Order order, Change.Action action, Map<String, Difference> fields) {
        transactions.run(() -> {
            changes.note(
                    List.of(new Change(caller.agency(), ExportObjects.EXPORT, order.id(), null, action, fields, null)));
            return order;
        });
    }

    private Map<String, Difference> said(Order order) {
        var fields = new LinkedHashMap<String, Difference>();
        fields.put("kind", new Difference(null, order.kind().name()));
        fields.put("format", new Difference(null, order.format().name()));
        fields.put("filter", new Difference(null, json.valueToTree(order.filter())));
        return fields;
    }

    private Map<String, Difference> ended(Order order, Count count, String outcome) {
        var fields = new LinkedHashMap<>(said(order));
        fields.put("rows", new Difference(null, count.rows));
        fields.put("outcome", new Difference(null, outcome));
        return fields;
    }
}
