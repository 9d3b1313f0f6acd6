package id.karier.integration.bulk.export;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.history.entry.HistoryRegisters;
import id.karier.history.entry.HistoryRegisters.Line;
import id.karier.history.entry.HistoryRegisters.Register;
import id.karier.kernel.access.ObjectKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A history: whose it is, and the members of the entry as its own address has them. */
final class RegisterExport implements ExportKind {
    private static final List<String> OF_PERSON = List.of("employeeId", "identityNumber", "fullName");
    private static final Pattern DAY_MEMBER = Pattern.compile(".*(On|Date)");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final HistoryRegisters histories;
    private final Register register;
    private final List<String> columns;

    RegisterExport(HistoryRegisters histories, Register register) {
        this.histories = histories;
        this.register = register;
        var names = new ArrayList<>(OF_PERSON);
        names.addAll(register.members());
        this.columns = List.copyOf(names);
    }

    @Override
    public String name() {
        return register.name();
    }

    @Override
    public ObjectKind object() {
        return register.kind();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void read(List<Summary> people, Consumer<List<@Nullable Object>> rows) {
        var lines = histories.of(register, people.stream().map(Summary::id).toList()).stream()
                .collect(Collectors.groupingBy(Line::person));
        for (var person : people) {
            for (var line : lines.getOrDefault(person.id(), List.of())) {
                var cells = new ArrayList<@Nullable Object>(columns.size());
                cells.add(person.id().toString());
                cells.add(person.identityNumber());
                cells.add(person.fullName());
                for (var member : register.members()) {
                    cells.add(cell(member, line.members().path(member)));
                }
                rows.accept(cells);
            }
        }
    }

    private static @Nullable Object cell(String member, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        var text = value.asText();
        boolean day = DAY_MEMBER.matcher(member).matches() && DAY.matcher(text).matches();
        return day ? LocalDate.parse(text) : text;
    }
}
