package id.karier.integration.bulk.export;

import id.karier.history.entry.HistoryRegisters;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What can be exported: the people, and every history that there is. */
@ApplicationScoped
class ExportKinds {
    private final List<ExportKind> kinds = new ArrayList<>();

    ExportKinds(ProfileExport people, HistoryRegisters histories) {
        kinds.add(people);
        histories.all().forEach(register -> kinds.add(new RegisterExport(histories, register)));
    }

    List<String> names() {
        return kinds.stream().map(ExportKind::name).toList();
    }

    /** @throws ProblemException 404 for a register that there is not */
    ExportKind named(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
