package id.karier.integration.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import id.karier.employee.Source;
import id.karier.integration.bulk.format.Documents;
import id.karier.integration.bulk.load.Loader;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Issue;
import id.karier.integration.siasn.PayloadReader;
import id.karier.jobs.JobHandler;
import id.karier.jobs.JobKind;
import id.karier.jobs.RunningJob;
import id.karier.kernel.web.OutsideJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports payloads of the national system: one document, or one a line. */
@ApplicationScoped
class SiasnImport implements JobHandler<ImportSettings, ImportOutcome> {
    private final Loader loader;
    private final ImportRun.Tools tools;
    private final ImportConfig config;
    private final ObjectReader json;

    SiasnImport(Loader loader, ImportRun.Tools tools, ImportConfig config, OutsideJson json) {
        this.loader = loader;
        this.tools = tools;
        this.config = config;
        this.json = json.ofImports();
    }

    @Override
    public JobKind<ImportSettings, ImportOutcome> kind() {
        return ImportKind.SIASN_EMPLOYEE.job();
    }

    @Override
    public void run(RunningJob<ImportSettings, ImportOutcome> job) {
        new ImportRun(tools, job, agency -> new Payloads(job, agency)).run();
    }

    /**
     * How the content comes, and of which endpoint: {@code json}, {@code ndjson}, {@code json:rw-jabatan}.
     *
     * @param endpoint null when each document names its endpoints itself
     */
    record Variant(boolean byLine, @Nullable String endpoint) {
        static Variant of(@Nullable String word) {
            var parts = String.valueOf(word).split(":", 2);
            return new Variant(parts[0].equals("ndjson"), parts.length == 2 ? parts[1] : null);
        }

        String word() {
            return (byLine ? "ndjson" : "json") + (endpoint == null ? "" : ":" + endpoint);
        }
    }

    /** The documents' people as dossiers; a batch holds nobody twice. */
    private final class Payloads implements ImportRun.Dossiers {
        private final Documents documents;
        private final PayloadReader reader;
        private final @Nullable String endpoint;
        private final ArrayDeque<Dossier> waiting = new ArrayDeque<>();
        private long at;

        Payloads(RunningJob<ImportSettings, ImportOutcome> job, Loader.Agency agency) {
            var variant = Variant.of(job.settings().variant());
            documents = new Documents(job.input(), json, variant.byLine(), config.documentBytes());
            reader = new PayloadReader(loader.calculator(agency), agency.kind(), loader::rowName);
            endpoint = variant.endpoint();
        }

        @Override
        public List<Dossier> next(int most) {
            var batch = new ArrayList<Dossier>();
            var people = new HashSet<String>();
            while (batch.size() < most && fill()) {
                var dossier = waiting.element();
                if (!admit(people, dossier)) {
                    break;
                }
                batch.add(waiting.remove());
                at++;
            }
            return batch;
        }

        private static boolean admit(Set<String> people, Dossier dossier) {
            var id = dossier.siasnId() == null ? null : dossier.siasnId().toUpperCase(Locale.ROOT);
            if (people.contains(String.valueOf(id)) || people.contains(String.valueOf(dossier.number()))) {
                return false;
            }
            if (id != null) {
                people.add(id);
            }
            if (dossier.number() != null) {
                people.add(dossier.number());
            }
            return true;
        }

        private boolean fill() {
            while (waiting.isEmpty()) {
                var document = documents.next();
                if (document == null) {
                    return false;
                }
                if (document.tree() == null) {
                    waiting.add(Dossier.refused(
                            document.line(), Source.SIASN, List.of(Issue.at(null, null, "JSON_UNREADABLE"))));
                } else if (document.tree().isArray() && endpoint == null) {
                    document.tree().forEach(person -> read(person, document.line()));
                } else {
                    read(document.tree(), document.line());
                }
            }
            return true;
        }

        private void read(JsonNode tree, long line) {
            var reading = reader.read(tree, endpoint, line);
            waiting.addAll(reading.dossiers());
            if (!reading.issues().isEmpty()) {
                waiting.add(Dossier.refused(line, Source.SIASN, reading.issues()));
            }
        }

        @Override
        public long at() {
            return at;
        }

        @Override
        public void close() {
            documents.close();
        }
    }
}
