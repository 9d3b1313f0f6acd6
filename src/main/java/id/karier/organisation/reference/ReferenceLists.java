package id.karier.organisation.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All reference lists, read once: those of the law from a resource each, the names of the contract's enumerations from
 * {@code labels.json}, and the error codes from the code itself.
 */
@Published
@ApplicationScoped
public class ReferenceLists {
    public static final String AGENCY_KINDS = "agency-kinds";
    public static final String UNIT_KINDS = "unit-kinds";
    public static final String RANKS = "ranks";
    public static final String POSITION_LEVELS = "position-levels";
    public static final String EDUCATION_LEVELS = "education-levels";
    public static final String TRAINING_FORMS = "training-forms";
    public static final String DISCIPLINE_PENALTIES = "discipline-penalties";
    public static final String EMPLOYEE_KINDS = "employee-kinds";
    public static final String EMPLOYEE_STATUSES = "employee-statuses";
    public static final String RELIGIONS = "religions";
    public static final String MARITAL_STATUSES = "marital-statuses";
    public static final String GOVERNMENT_AFFAIRS = "government-affairs";
    public static final String JOB_FAMILIES = "job-families";
    public static final String COMPETENCY_LEVELS = "competency-levels";

    private static final List<String> NAMES = List.of(
            AGENCY_KINDS,
            UNIT_KINDS,
            RANKS,
            POSITION_LEVELS,
            EDUCATION_LEVELS,
            TRAINING_FORMS,
            DISCIPLINE_PENALTIES,
            EMPLOYEE_KINDS,
            EMPLOYEE_STATUSES,
            RELIGIONS,
            MARITAL_STATUSES,
            GOVERNMENT_AFFAIRS,
            JOB_FAMILIES,
            COMPETENCY_LEVELS);

    private final Map<String, ReferenceList> lists = new LinkedHashMap<>();
    private final String fingerprint;

    ReferenceLists(ObjectMapper json) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var name : NAMES) {
            try (var resource = ReferenceLists.class.getResourceAsStream("/reference/" + name + ".json")) {
                var content = Objects.requireNonNull(resource, name).readAllBytes();
                digest.update(content);
                lists.put(name, json.readValue(content, ReferenceList.class));
            }
        }
        try (var resource = ReferenceLists.class.getResourceAsStream("/reference/labels.json")) {
            var content = Objects.requireNonNull(resource, "labels").readAllBytes();
            digest.update(content);
            for (var list : json.readValue(content, ReferenceList[].class)) {
                lists.put(list.list(), list);
            }
        }
        for (var list : ErrorLists.all()) {
            digest.update(json.writeValueAsBytes(list));
            lists.put(list.list(), list);
        }
        fingerprint = HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Changes when any list changes. */
    String fingerprint() {
        return fingerprint;
    }

    /** Every list, for the overview. */
    public List<ReferenceList> all() {
        return List.copyOf(lists.values());
    }

    public Optional<ReferenceList> find(String list) {
        return Optional.ofNullable(lists.get(list));
    }

    /** A code of a list. */
    public Optional<ReferenceList.Item> find(String list, String code) {
        return find(list).flatMap(found -> found.find(code));
    }

    /** The place of a PNS rank (1 to 17) or a PPPK golongan (1 to 17) within its scale; empty for no known code. */
    public Optional<Integer> rankOrder(String code) {
        return find(RANKS, code).map(ReferenceList.Item::order);
    }

    /**
     * Checks a parameter that must be a code of a list; null passes. A slip of the pen would look like an empty office.
     *
     * @throws ProblemException 400 with its name when the list does not have it
     */
    public void requireParameter(String list, @Nullable String code, String name) {
        if (code != null && find(list, code).isEmpty()) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, FieldError.in("organisation", name, "NOT_IN_LIST", list));
        }
    }

    /**
     * Checks a member of a request that must be a code of a list; null passes.
     *
     * @throws ProblemException 400 with the pointer when the list does not have it
     */
    public void require(String list, @Nullable String code, String pointer) {
        if (code != null && find(list, code).isEmpty()) {
            throw new ProblemException(
                    ErrorCode.VALIDATION_FAILED, FieldError.in("organisation", pointer, "NOT_IN_LIST", list));
        }
    }
}
