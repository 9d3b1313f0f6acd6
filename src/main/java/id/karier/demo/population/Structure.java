package id.karier.demo.population;

import id.karier.demo.population.Catalogue.Family;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The units and posts of a government, large enough for a number of people; all that a population keeps in memory. */
public final class Structure {
    private static final int MOST_COPIES = 1500;

    private final Government government;
    private final SeededIds ids;
    private final Dice dice;
    private final LocalDate reference;
    private final List<Unit> units = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Unit> departments = new ArrayList<>();
    private final Map<String, List<Post>> byFamilyAndLevel = new HashMap<>();
    private final Map<Unit, List<Unit>> children = new HashMap<>();
    private final Map<Unit, Post> leaders = new HashMap<>();
    private final Map<Post, Post> acting = new HashMap<>();

    private Structure(Government government, long seed, LocalDate reference, SeededIds ids) {
        this.government = government;
        this.ids = ids;
        this.reference = reference;
        this.dice = Dice.of(seed, government.slot(), 1);
    }

    /**
     * A unit.
     *
     * @param movedOn the day on which it came under its parent from {@code formerParent}, or null
     */
    public record Unit(
            UUID id,
            String code,
            String name,
            String kind,
            @Nullable Unit parent,
            int depth,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate movedOn,
            @Nullable Unit formerParent,
            String domain,
            String siasnId) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unit unit && unit.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        /** The department, board or office that it is part of. */
        Unit department() {
            return parent == null || depth <= 1 ? this : parent.department();
        }
    }

    /**
     * A position.
     *
     * @param family of its jobs; null for leaders, whom the domain of their unit makes
     * @param education what an operational post asks for
     * @param filled how many hold it
     * @param signIn the demo sign-in that its first holder is
     */
    public record Post(
            UUID id,
            Unit unit,
            String code,
            String name,
            PositionLevel level,
            @Nullable Family family,
            @Nullable EducationLevel education,
            int jobClass,
            @Nullable Integer retirementAge,
            int headcount,
            int filled,
            boolean leadsUnit,
            String siasnId,
            @Nullable String signIn) {
        int lastAge() {
            return retirementAge == null ? CareerLaw.retirementAge(level) : retirementAge;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Post post && post.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** @param people how many shall serve; the outline grows by its repeating lines when it is too small for them */
    static Structure of(Government government, long seed, LocalDate reference, SeededIds ids, int people) {
        var structure = new Structure(government, seed, reference, ids);
        structure.build(Outline.of(government), people);
        return structure;
    }

    public List<Unit> units() {
        return Collections.unmodifiableList(units);
    }

    public List<Post> posts() {
        return Collections.unmodifiableList(posts);
    }

    /** The vacant post that the holder of this one looks after, or null. */
    @Nullable
    Post vacancyOf(Post post) {
        return acting.get(post);
    }

    /** The post of a unit's head. */
    @Nullable
    Post leader(Unit unit) {
        return leaders.get(unit);
    }

    /** A post where somebody of the family may have served before; null when there is none of that level. */
    @Nullable
    Post another(Family family, PositionLevel level, @Nullable EducationLevel education, Dice dice) {
        var candidates = byFamilyAndLevel.get(key(family, level, education));
        return candidates == null ? null : dice.pick(candidates);
    }

    private static String key(Family family, PositionLevel level, @Nullable EducationLevel education) {
        return family.code() + '/' + level + '/' + education;
    }

    private void build(List<Outline.Line> outline, int people) {
        long fixed = 0;
        long each = 0;
        int leading = 0;
        int repeating = 0;
        for (var line : outline) {
            if (line.closedOn() == null) {
                fixed += (long) line.weight() * line.copies();
                leading += line.isVacant() || line.kind() == UnitKind.GOVERNMENT ? 0 : line.copies();
                each += line.repeats() ? line.weight() + 1 : 0;
                repeating += line.repeats() ? 1 : 0;
            }
        }
        long missing = people - fixed - leading;
        // A tenth more than drawn is still the same office; beyond that there are more offices.
        int more = missing * 10 > fixed && each > 0 ? (int) Math.min(missing / each, MOST_COPIES) : 0;
        long weight = fixed + more * (each - repeating);
        long seats = Math.max(0, people - leading - (long) more * repeating);
        var spread = new Spread(weight, seats);
        var opened = new HashMap<Integer, Unit>();
        for (int i = 0; i < outline.size(); i++) {
            var line = outline.get(i);
            int copies = line.repeats() ? line.copies() + more : 1;
            for (int n = 1; n <= copies; n++) {
                opened.put(i, open(line, opened.get(line.parent()), n, spread));
            }
        }
        appointActing();
    }

    /** Deals seats to weights so that the sum comes out exactly. */
    private static final class Spread {
        private final long weight;
        private final long seats;
        private long weightDealt;
        private long seatsDealt;

        Spread(long weight, long seats) {
            this.weight = weight;
            this.seats = seats;
        }

        int deal(int share) {
            weightDealt += share;
            long until = weightDealt * seats / weight;
            int dealt = (int) (until - seatsDealt);
            seatsDealt = until;
            return dealt;
        }
    }

    private Unit open(Outline.Line line, @Nullable Unit parent, int copy, Spread spread) {
        var siblings = parent == null ? List.<Unit>of() : children.computeIfAbsent(parent, p -> new ArrayList<>());
        int number = siblings.size() + 1;
        var code = parent == null ? "00" : (parent.depth() == 0 ? "" : parent.code() + '.') + "%02d".formatted(number);
        var places = government.places();
        var name = line.name()
                .replace("{n}", String.valueOf((copy - 1) / places.size() + 1))
                .replace("{place}", places.get((copy - 1) % places.size()));
        var opening = line.keys().get("opened");
        var openedOn =
                opening == null ? parent == null ? government.founded() : parent.openedOn() : LocalDate.parse(opening);
        var moving = line.keys().get("moved");
        boolean moved = moving != null && parent != null;
        var id = ids.next();
        var unit = new Unit(
                id,
                code,
                name,
                line.kind().code,
                parent,
                parent == null ? 0 : parent.depth() + 1,
                moved ? government.founded() : openedOn,
                line.closedOn(),
                moved ? LocalDate.parse(moving) : null,
                moved ? secretariat() : null,
                line.keys().getOrDefault("domain", parent == null ? "umum" : parent.domain()),
                SeededIds.siasn(id));
        units.add(unit);
        if (line.kind() == UnitKind.DINAS || line.kind() == UnitKind.BADAN) {
            departments.add(unit);
        }
        if (parent != null) {
            siblings.add(unit);
        }
        addPosts(line, unit, spread);
        return unit;
    }

    private void addPosts(Outline.Line line, Unit unit, Spread spread) {
        var leading = line.kind().leader(government.isProvince());
        if (leading != null) {
            if (line.kind() == UnitKind.RUMAH_SAKIT && !government.isProvince()) {
                leading = PositionLevel.ADMINISTRATOR;
            }
            var family = CareerLaw.isFunctional(leading)
                    ? Catalogue.family(line.kind() == UnitKind.PUSKESMAS ? "dokter" : firstOf(line))
                    : null;
            boolean held = !line.isVacant() && line.closedOn() == null;
            var post = post(
                    unit,
                    line.kind().leaderTitle(unit.name()),
                    leading,
                    family,
                    null,
                    1,
                    held ? 1 : 0,
                    true,
                    line.keys().get("leader"));
            posts.add(post);
            leaders.put(unit, post);
        }
        if (unit.closedOn() != null) {
            return;
        }
        var signIn = line.keys().getOrDefault("staff", ":").split(":", -1);
        for (var share : line.staff().entrySet()) {
            var family = Catalogue.family(share.getKey());
            int seats = spread.deal(share.getValue());
            staff(unit, family, seats, signIn[1].equals(family.code()) ? signIn[0] : null);
        }
    }

    private static String firstOf(Outline.Line line) {
        return line.staff().keySet().iterator().next();
    }

    /** Deals a family's seats in a unit to its grades. */
    private void staff(Unit unit, Family family, int seats, @Nullable String signIn) {
        var grades = Grade.of(family);
        var shares = grades.stream().mapToInt(Grade::share).toArray();
        var filled = new int[shares.length];
        for (int seat = 0; seat < seats; seat++) {
            filled[dice.weighted(shares)]++;
        }
        var open = signIn;
        for (int i = 0; i < filled.length; i++) {
            int vacant = dice.chance(9) ? dice.between(1, 2) : 0;
            if (filled[i] + vacant > 0) {
                var grade = grades.get(i);
                var post = post(
                        unit,
                        grade.title(),
                        grade.level(),
                        family,
                        grade.education(),
                        filled[i] + vacant,
                        filled[i],
                        false,
                        filled[i] > 0 ? open : null);
                open = filled[i] > 0 ? null : open;
                posts.add(post);
                byFamilyAndLevel
                        .computeIfAbsent(key(family, grade.level(), grade.education()), k -> new ArrayList<>())
                        .add(post);
            }
        }
    }

    private Post post(
            Unit unit,
            String name,
            PositionLevel level,
            @Nullable Family family,
            @Nullable EducationLevel education,
            int headcount,
            int filled,
            boolean leads,
            @Nullable String signIn) {
        var id = ids.next();
        var age = family == null
                        || family.retirementAge() == null
                        || family.retirementAge() == CareerLaw.retirementAge(level)
                ? null
                : family.retirementAge();
        var suffix = leads ? "KEPALA" : family == null ? "STAF" : family.code().toUpperCase(Locale.ROOT);
        var grade = education == null ? level.name() : education.name();
        var code = leads ? unit.code() + "-KEPALA" : unit.code() + '-' + suffix + '-' + shortened(grade);
        return new Post(
                id,
                unit,
                code,
                name,
                level,
                family,
                education,
                Grade.jobClass(level, education, unit.depth()),
                age,
                headcount,
                filled,
                leads,
                SeededIds.siasn(id),
                signIn);
    }

    private static String shortened(String grade) {
        return grade.replace("JF_", "").replace("AHLI_", "A-");
    }

    /** Every vacant head of a unit is stood in for by a head next to it, or below it. */
    private void appointActing() {
        for (var vacant : posts) {
            if (!vacant.leadsUnit() || vacant.filled() > 0 || vacant.unit().closedOn() != null) {
                continue;
            }
            var near = new ArrayList<Unit>(children.getOrDefault(vacant.unit(), List.of()));
            if (vacant.unit().parent() != null) {
                near.addAll(children.getOrDefault(vacant.unit().parent(), List.of()));
            }
            for (var unit : near) {
                var candidate = leaders.get(unit);
                if (candidate != null && candidate.filled() > 0 && !acting.containsKey(candidate)) {
                    acting.put(candidate, vacant);
                    break;
                }
            }
        }
    }

    /** Where people led before who lead now: the departments and boards, by domain. */
    List<Unit> departments() {
        return departments;
    }

    /** The office of the regional secretary, where the heads' advisers sit. */
    Unit secretariat() {
        return units.get(1);
    }

    Government government() {
        return government;
    }

    LocalDate reference() {
        return reference;
    }
}
