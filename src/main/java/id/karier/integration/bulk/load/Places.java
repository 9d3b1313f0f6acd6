package id.karier.integration.bulk.load;

import id.karier.integration.siasn.Dossier.PositionEntry;
import id.karier.integration.siasn.Dossier.UnitName;
import id.karier.integration.siasn.OwnIds;
import id.karier.integration.siasn.SiasnWords;
import id.karier.kernel.Ids;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The units and positions of an agency, and those that an import adds. Grows with the organisation, not with the file. */
final class Places {
    /** A unit that a file names has been there for as long as anybody in it. */
    static final LocalDate OPENED = LocalDate.of(1950, 1, 1);

    private static final int MOST_LIKES = 1000;
    /** Raised at the end of the load, when it is known how many hold the position. */
    static final int NEW_HEADCOUNT = 1;

    /** @param closed only its code is still taken */
    record Unit(
            UUID id,
            String code,
            String name,
            @Nullable UUID parentId,
            @Nullable String siasnId,
            boolean closed) {
        /** The kind that the name of a new unit tells. */
        String kind() {
            return SiasnWords.shipped().unitKind(name);
        }

        /** Of a new unit, as the entity names them. */
        Map<String, @Nullable Object> properties() {
            var properties = new LinkedHashMap<String, @Nullable Object>();
            properties.put("code", code);
            properties.put("name", name);
            properties.put("kind", kind());
            properties.put("parentId", parentId);
            properties.put("openedOn", OPENED);
            properties.put("siasnId", siasnId);
            return properties;
        }
    }

    /** Where a new unit stands. */
    record Placement(UUID id, UUID unitId, @Nullable UUID parentId) {
        /** As the entity names them. */
        Map<String, @Nullable Object> properties() {
            var properties = new LinkedHashMap<String, @Nullable Object>();
            properties.put("unitId", unitId);
            properties.put("parentId", parentId);
            properties.put("startsOn", OPENED);
            properties.put("applied", true);
            return properties;
        }
    }

    /** @param made by an import, and its headcount set by no officer: it gets room for all its holders at the end */
    record Position(
            UUID id,
            UUID unitId,
            String code,
            String name,
            PositionLevel level,
            @Nullable Integer retirementAge,
            boolean leadsUnit,
            @Nullable String siasnId,
            boolean closed,
            boolean made) {
        /** Of a new position, as the entity names them. */
        Map<String, @Nullable Object> properties() {
            var properties = new LinkedHashMap<String, @Nullable Object>();
            properties.put("unitId", unitId);
            properties.put("code", code);
            properties.put("name", name);
            properties.put("level", level);
            properties.put("retirementAge", retirementAge);
            properties.put("headcount", NEW_HEADCOUNT);
            properties.put("leadsUnit", leadsUnit);
            properties.put("siasnId", siasnId);
            return properties;
        }
    }

    private final Map<String, Unit> unitsBySiasnId = new HashMap<>();
    private final Map<String, List<Unit>> unitsByName = new HashMap<>();
    private final Map<UUID, Unit> units = new HashMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<UUID, Position> positionsById = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private final List<Unit> newUnits = new ArrayList<>();
    private final List<Position> newPositions = new ArrayList<>();
    /** What rows name and nobody may make: such rows are refused. */
    private final Map<String, Unit> missingUnits = new HashMap<>();

    private final Map<String, Position> missingPositions = new HashMap<>();
    private final Set<UUID> missing = new HashSet<>();
    private final Map<String, String> likes = new HashMap<>();
    private final Ids ids;
    private final Function<String, @Nullable Integer> statuteAge;
    private final Creation allowed;
    private final PlaceNotes notes;
    private final String agencyName;
    private final boolean hasTop;
    private @Nullable UUID root;

    /** @param statuteAge retirement age of a post under a statute of its own, by its name; null for none */
    Places(
            Ids ids,
            List<Unit> units,
            List<Position> positions,
            String agencyName,
            Function<String, @Nullable Integer> statuteAge,
            Creation allowed,
            PlaceNotes notes) {
        this.ids = ids;
        this.statuteAge = statuteAge;
        this.allowed = allowed;
        this.notes = notes;
        this.agencyName = agencyName;
        units.forEach(this::know);
        positions.forEach(this::know);
        var tops = this.units.values().stream()
                .filter(unit -> unit.parentId() == null)
                .toList();
        hasTop = !tops.isEmpty();
        root = tops.size() == 1 ? tops.get(0).id() : null;
    }

    private void know(Unit unit) {
        codes.add(unit.code());
        if (unit.closed()) {
            return;
        }
        units.put(unit.id(), unit);
        unitsBySiasnId.put(OwnIds.of(unit.id()).toUpperCase(Locale.ROOT), unit);
        if (unit.siasnId() != null) {
            unitsBySiasnId.putIfAbsent(unit.siasnId().toUpperCase(Locale.ROOT), unit);
        }
        unitsByName
                .computeIfAbsent(SiasnWords.plain(unit.name()), name -> new ArrayList<>())
                .add(unit);
    }

    private void know(Position position) {
        codes.add(position.code());
        positionsById.put(position.id(), position);
        if (position.closed()) {
            return;
        }
        positions.putIfAbsent(byName(position.unitId(), position.name()), position);
        positions.put(bySiasnId(position.unitId(), OwnIds.of(position.id())), position);
        if (position.siasnId() != null) {
            positions.putIfAbsent(bySiasnId(position.unitId(), position.siasnId()), position);
        }
    }

    private static String byName(UUID unit, String name) {
        return unit + "|n|" + SiasnWords.plain(name);
    }

    private static String bySiasnId(UUID unit, String siasnId) {
        return unit + "|i|" + siasnId.toUpperCase(Locale.ROOT);
    }

    /** A unit that is on record; null when there is none, or when several bear the name and no id tells them apart. */
    @Nullable
    Unit find(UnitName named) {
        if (named.siasnId() != null) {
            var known = unitsBySiasnId.get(named.siasnId().toUpperCase(Locale.ROOT));
            if (known != null) {
                return known;
            }
        }
        if (named.name() == null) {
            return null;
        }
        var namesakes = unitsByName.getOrDefault(SiasnWords.plain(named.name()), List.of()).stream()
                .filter(unit -> named.siasnId() == null || unit.siasnId() == null)
                .toList();
        return namesakes.size() == 1 ? namesakes.get(0) : null;
    }

    /** Several units bear the name, and nothing tells which one is meant. */
    boolean isAmbiguous(UnitName named) {
        return named.siasnId() == null
                && named.name() != null
                && unitsByName
                                .getOrDefault(SiasnWords.plain(named.name()), List.of())
                                .size()
                        > 1;
    }

    /**
     * The unit, created below its parent or the root when it is not on record; null for an id without a name. One that
     * may not be made is {@link #isMissing}.
     */
    @Nullable
    Unit findOrAdd(UnitName named, long line) {
        var known = find(named);
        if (known != null || named.name() == null) {
            return known;
        }
        var absent = missingUnits.get(missingKey(named.siasnId(), named.name()));
        if (absent != null) {
            return absent;
        }
        if (!hasTop && root == null) {
            root = add(null, agencyName, null, line).id();
            return findOrAdd(named, line);
        }
        var parent = named.parent() == null ? null : findOrAdd(named.parent(), line);
        return add(named.siasnId(), named.name(), parent == null ? root : parent.id(), line);
    }

    private static String missingKey(@Nullable String siasnId, String name) {
        return siasnId == null ? "n|" + SiasnWords.plain(name) : "i|" + siasnId.toUpperCase(Locale.ROOT);
    }

    /** Whether a unit or post would have to be made, and may not be. */
    boolean isMissing(UUID object) {
        return missing.contains(object);
    }

    /** One more row names the place. */
    void count(UUID object) {
        notes.count(object);
    }

    private Unit add(@Nullable String said, String name, @Nullable UUID parent, long line) {
        var siasnId = OwnIds.is(said) ? null : said;
        var id = ids.next();
        var unit = new Unit(id, code(siasnId, "U-", id), name, parent, siasnId, false);
        var above = parent == null ? null : units.get(parent);
        notes.add(new PlaceNote(
                id,
                PlaceNote.PlaceKind.UNIT,
                allowed.units(),
                name,
                above == null ? null : above.name(),
                unit.kind(),
                null,
                null,
                line));
        if (allowed.units()) {
            know(unit);
            newUnits.add(unit);
        } else {
            units.put(id, unit);
            missing.add(id);
            missingUnits.put(missingKey(said, name), unit);
            missingUnits.putIfAbsent(missingKey(null, name), unit);
        }
        return unit;
    }

    @Nullable
    Position position(UUID id) {
        return positionsById.get(id);
    }

    /** What the unit of a post is called. */
    String unitName(UUID unit) {
        var known = units.get(unit);
        return known == null ? "" : known.name();
    }

    /** The name on record that is most like one that is not: a slip of the pen; null when none is near. */
    @Nullable
    String unitLike(String name) {
        return like(
                "u|" + name,
                () -> Likeness.nearest(
                        name,
                        units.values().stream()
                                .filter(unit -> !missing.contains(unit.id()))
                                .map(Unit::name)
                                .toList()));
    }

    /** The same among the posts of a unit. */
    @Nullable
    String positionLike(UUID unit, String name) {
        return like(
                byName(unit, name),
                () -> Likeness.nearest(
                        name,
                        positions.values().stream()
                                .filter(position -> position.unitId().equals(unit))
                                .map(Position::name)
                                .toList()));
    }

    /** Each name is looked for once, and not more names than anybody reads. */
    private @Nullable String like(String key, Supplier<@Nullable String> search) {
        var known = likes.get(key);
        if (known == null && likes.size() < MOST_LIKES) {
            var found = search.get();
            known = found == null ? "" : found;
            likes.put(key, known);
        }
        return known == null || known.isEmpty() ? null : known;
    }

    @Nullable
    Position find(UUID unit, PositionEntry entry) {
        var known = entry.siasnId() == null ? null : positions.get(bySiasnId(unit, entry.siasnId()));
        return known == null ? positions.get(byName(unit, entry.title())) : known;
    }

    /** The position, created with the level that the entry says when it is not on record; null without a level. */
    @Nullable
    Position findOrAdd(UUID unit, PositionEntry entry, long line) {
        var known = find(unit, entry);
        if (known != null || entry.level() == null) {
            return known;
        }
        var absent = missingPositions.get(byName(unit, entry.title()));
        if (absent != null) {
            return absent;
        }
        var id = ids.next();
        var position = new Position(
                id,
                unit,
                code(null, "J-", id),
                entry.title(),
                entry.level(),
                statuteAge.apply(entry.title()),
                entry.leadsUnit(),
                OwnIds.is(entry.siasnId()) ? null : entry.siasnId(),
                false,
                true);
        boolean ordered = allowed.positions() && !missing.contains(unit);
        notes.add(new PlaceNote(
                id,
                PlaceNote.PlaceKind.POSITION,
                ordered,
                position.name(),
                unitName(unit),
                position.level().name(),
                null,
                null,
                line));
        if (ordered) {
            know(position);
            newPositions.add(position);
        } else {
            missing.add(id);
            missingPositions.put(byName(unit, position.name()), position);
        }
        return position;
    }

    /** The national id where it can be a code, else the end of our own. */
    private String code(@Nullable String siasnId, String prefix, UUID id) {
        if (siasnId != null && isCode(siasnId) && !codes.contains(siasnId)) {
            return siasnId;
        }
        return prefix + id.toString().substring(19).replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isCode(String text) {
        return text.length() <= 40 && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** The units above a unit, itself first. */
    List<UUID> path(Unit unit) {
        var path = new ArrayList<UUID>();
        for (Unit at = unit; at != null; at = at.parentId() == null ? null : units.get(at.parentId())) {
            path.add(at.id());
        }
        return path;
    }

    List<Unit> takeNewUnits() {
        var taken = List.copyOf(newUnits);
        newUnits.clear();
        return taken;
    }

    List<Position> takeNewPositions() {
        var taken = List.copyOf(newPositions);
        newPositions.clear();
        return taken;
    }
}
