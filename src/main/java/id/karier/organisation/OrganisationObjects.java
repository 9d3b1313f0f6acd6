package id.karier.organisation;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What agencies, units and positions are to log and feed: about nobody, told to everybody of the agency. What a post is
 * called, its level, class, age of retirement, room and whether it leads act on its holder; a unit's place and name act on
 * everybody in it, so an officer writes those of her own unit too.
 */
@Published
@ApplicationScoped
public class OrganisationObjects implements ObjectKinds {
    public static final ObjectKind AGENCY = ObjectKind.of("agency", Agency.class)
            .guardedBy(Resource.AGENCY)
            .aboutNobody()
            .shownAs("Agency")
            .tells("code", "name", "kind", "timeZone", "siasnId")
            .logs("settings", "agencyId")
            .at("/api/v1/agencies")
            .build();
    public static final ObjectKind UNIT = ObjectKind.of("unit", Unit.class)
            .guardedBy(Resource.UNIT)
            .aboutNobody()
            .shownAs("OrganisationUnit")
            .tells("code", "name", "kind", "openedOn", "closedOn", "siasnId")
            .tellsAs("parentId", "parent.id")
            .at("/api/v1/units")
            .build();
    public static final ObjectKind UNIT_PLACEMENT = ObjectKind.of("unit-placement", UnitPlacement.class)
            .guardedBy(Resource.UNIT)
            .aboutNobody()
            .shownAs("UnitPlacement")
            .tellsAs("parentId", "parent.id")
            .tells("startsOn", "endsOn", "decreeNumber", "decreeDate")
            .logs("unitId", "applied")
            .at("/api/v1/units/{unitId}/placements")
            .build();
    public static final ObjectKind UNIT_NAME = ObjectKind.of("unit-name", UnitName.class)
            .guardedBy(Resource.UNIT)
            .aboutNobody()
            .shownAs("UnitNameSpan")
            .tells("name", "startsOn", "endsOn", "decreeNumber", "decreeDate")
            .logs("unitId", "applied")
            .at("/api/v1/units/{unitId}/names")
            .build();
    public static final ObjectKind POSITION = ObjectKind.of("position", Position.class)
            .guardedBy(Resource.POSITION)
            .aboutNobody()
            .shownAs("Position")
            .tellsAs("unitId", "unit.id")
            .tells(
                    "code",
                    "name",
                    "level",
                    "jobClass",
                    "retirementAge",
                    "headcount",
                    "leadsUnit",
                    "closedOn",
                    "siasnId")
            .logs("madeByJob")
            .actsOnHolders("id", "code", "siasnId")
            .at("/api/v1/positions")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(AGENCY, UNIT, UNIT_PLACEMENT, UNIT_NAME, POSITION);
    }
}
