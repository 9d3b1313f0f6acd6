package id.karier.competency.dictionary;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the dictionary is to log and feed: about nobody, told to everybody of the agency. */
@Published
@ApplicationScoped
public class DictionaryObjects implements ObjectKinds {
    public static final ObjectKind COMPETENCY = ObjectKind.of("competency", Competency.class)
            .guardedBy(Resource.COMPETENCY)
            .aboutNobody()
            .shownAs("CompetencyEntry")
            .tells("code", "kind", "affair", "jobFamily", "edition", "retiredOn")
            .tellsAs("nameId", "name.id")
            .tellsAs("nameEn", "name.en")
            .at("/api/v1/competencies")
            .build();
    public static final ObjectKind EDITION = ObjectKind.of("competency-edition", CompetencyEdition.class)
            .guardedBy(Resource.COMPETENCY)
            .aboutNobody()
            .shownAs("CompetencyEdition")
            .tells("number", "since")
            .tellsAs("nameId", "name.id")
            .tellsAs("nameEn", "name.en")
            .logs("competencyId", "content")
            .at("/api/v1/competencies/{competencyId}/editions")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(COMPETENCY, EDITION);
    }
}
