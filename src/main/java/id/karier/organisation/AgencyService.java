package id.karier.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.organisation.AgencyJson.AgencyChanges;
import id.karier.organisation.AgencyJson.View;
import id.karier.organisation.reference.ReferenceLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is read and written of agencies. */
@ApplicationScoped
public class AgencyService {
    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private final AgencyQueries agencies;
    private final ReferenceLists references;
    private final MergePatch mergePatch;
    private final ObjectMapper json;
    private final int longestSettings;

    AgencyService(
            AgencyQueries agencies,
            ReferenceLists references,
            MergePatch mergePatch,
            ObjectMapper json,
            @ConfigProperty(name = "karier.limits.settings-bytes") int longestSettings) {
        this.agencies = agencies;
        this.references = references;
        this.mergePatch = mergePatch;
        this.json = json;
        this.longestSettings = longestSettings;
    }

    public View get(UUID id) {
        return view(agencies.require(id));
    }

    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        var agency = agencies.require(id);
        EntityTags.requireSame(version, agency.version());
        var before = new AgencyChanges(agency.name(), agency.kind(), agency.timeZone(), settings(agency));
        var after = mergePatch.apply(before, patch, AgencyChanges.class);
        references.require(ReferenceLists.AGENCY_KINDS, after.kind(), "/kind");
        var settings = after.settings() == null ? Map.<String, Object>of() : after.settings();
        boolean same = settings.equals(before.settings());
        agency.change(after.name(), after.kind(), after.timeZone(), same ? agency.settings() : written(settings));
        agencies.flush();
        return view(agency);
    }

    View view(Agency agency) {
        return new View(
                agency.id(),
                agency.agency(),
                agency.name(),
                agency.kind(),
                agency.timeZone(),
                settings(agency),
                agency.siasnId(),
                agency.version());
    }

    private Map<String, Object> settings(Agency agency) {
        try {
            return json.readValue(agency.settings(), SETTINGS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("settings of " + agency.agency(), broken);
        }
    }

    private String written(Map<String, Object> settings) {
        try {
            var written = json.writeValueAsString(settings);
            if (written.length() > longestSettings) {
                throw new ProblemException(
                        ErrorCode.VALIDATION_FAILED, FieldError.of("/settings", "SIZE", 0, longestSettings));
            }
            return written;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
