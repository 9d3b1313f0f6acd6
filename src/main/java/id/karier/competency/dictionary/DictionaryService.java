package id.karier.competency.dictionary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyLaw;
import id.karier.competency.dictionary.DictionaryJson.CompetencyChanges;
import id.karier.competency.dictionary.DictionaryJson.NewCompetency;
import id.karier.competency.dictionary.DictionaryJson.Retirement;
import id.karier.competency.dictionary.DictionaryJson.View;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.reference.ReferenceLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Adds, changes and retires an agency's own competencies. */
@ApplicationScoped
public class DictionaryService {
    private final DictionaryQueries competencies;
    private final EditionQueries editions;
    private final CompetencyDirectory directory;
    private final CompetencyLaw law;
    private final ReferenceLists references;
    private final AgencyDirectory agencies;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Ids ids;

    DictionaryService(
            DictionaryQueries competencies,
            EditionQueries editions,
            CompetencyDirectory directory,
            CompetencyLaw law,
            ReferenceLists references,
            AgencyDirectory agencies,
            MergePatch mergePatch,
            Caller caller,
            Ids ids) {
        this.competencies = competencies;
        this.editions = editions;
        this.directory = directory;
        this.law = law;
        this.references = references;
        this.agencies = agencies;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.ids = ids;
    }

    @Transactional
    public View add(NewCompetency request) {
        admit(request.kind(), request.facts());
        if (directory.findByCode(request.code()).isPresent()) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("competency", "/code", "CODE_TAKEN"));
        }
        var competency = new Competency(ids.next(), request);
        competencies.persistAndFlush(competency);
        begin(competency, request.facts());
        return view(competency);
    }

    /** Other texts make a new edition, from today on; what was found by an earlier one keeps it. */
    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        var competency = own(id);
        EntityTags.requireSame(version, competency.version());
        var content = content(competency);
        var before = new CompetencyChanges(
                competency.name(), competency.affair(), competency.jobFamily(), content.definition(), content.levels());
        var after = mergePatch.apply(before, patch, CompetencyChanges.class);
        admit(competency.kind(), after);
        boolean sameTexts = after.says(competency.name(), content);
        competency.change(after);
        if (!sameTexts) {
            competency.beginEdition();
            begin(competency, after);
        }
        competencies.flush();
        return view(competency);
    }

    @Transactional
    public View retire(UUID id, Retirement request) {
        var competency = own(id);
        var lastDay = Objects.requireNonNullElse(request.retiredOn(), today());
        DictionaryRules.retire(competency.retiredOn(), lastDay, today()).orRefuse();
        competency.retire(lastDay);
        competencies.flush();
        return view(competency);
    }

    /** What the nation's dictionary says is no agency's to change. */
    private Competency own(UUID id) {
        if (directory.find(id).filter(CompetencyDirectory.Facts::national).isPresent()) {
            throw ProblemException.saying(ErrorCode.RULE_REFUSED, "competency.refusal.NATIONAL_UNCHANGEABLE");
        }
        return competencies.lock(id);
    }

    private void admit(CompetencyKind kind, CompetencyChanges facts) {
        references.require(ReferenceLists.GOVERNMENT_AFFAIRS, facts.affair(), "/affair");
        references.require(ReferenceLists.JOB_FAMILIES, facts.jobFamily(), "/jobFamily");
        var scale = law.on(today(), caller.agency()).body().level();
        DictionaryRules.admit(kind, facts, scale).orRefuse();
    }

    private void begin(Competency competency, CompetencyChanges facts) {
        editions.persistAndFlush(new CompetencyEdition(
                ids.next(),
                competency.id(),
                competency.edition(),
                today(),
                facts.name(),
                editions.stored(facts.content())));
    }

    private EditionContent content(Competency competency) {
        return editions.content(
                editions.stored(competency.id(), competency.edition()).content());
    }

    /** A competency as readers see it; also the nation's. */
    View view(UUID id) {
        var entry = competencies.summary(id);
        return view(entry, entry.national() ? 0 : competencies.require(id).version());
    }

    private View view(Competency competency) {
        return view(competencies.summary(competency.id()), competency.version());
    }

    private View view(DictionaryJson.Summary entry, long version) {
        var edition = editions.stored(entry.id(), entry.edition());
        var content = editions.content(edition.content());
        return new View(
                entry.id(),
                entry.code(),
                entry.kind(),
                entry.national(),
                entry.name(),
                entry.affair(),
                entry.jobFamily(),
                entry.edition(),
                edition.since(),
                content.definition(),
                DictionaryJson.levels(entry.code(), content.levels()),
                entry.retiredOn(),
                version);
    }

    LocalDate today() {
        return agencies.today(caller.agency());
    }
}
