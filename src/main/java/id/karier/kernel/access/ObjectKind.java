package id.karier.kernel.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object, declared once by the slice that owns it. Log, feed, reach of lists and single objects, and the access
 * matrix follow from it: what is not said here reaches nobody.
 *
 * <ul>
 *   <li>its <b>name</b> in log and feed, in the singular: {@code employee-rank};
 *   <li>the {@link Resource} that <b>guards</b> it by every door: whoever may not read that never meets the object;
 *   <li>whom it is <b>about</b>: the person whose file and team it belongs to;
 *   <li>its <b>parties</b>: to whom else it is their own (a mentor, a rater, a decider);
 *   <li>its <b>members</b> by their names in the contract: what it tells, what only the log keeps, and what is hidden even
 *       there; which of them are <b>sealed</b> at rest, in the log too;
 *   <li>what a person may write of what is <b>about herself</b>: nothing, unless it is said;
 *   <li>which of it acts on whoever holds a <b>post</b>: that a holder does not write either.
 * </ul>
 */
public final class ObjectKind {
    /** Columns that every object has and no reader asks a log for. */
    private static final Set<String> TECHNICAL = Set.of("id", "agency", "version", "updatedAt");

    /** How far the values of a member travel. */
    public enum Visibility {
        /** Log, feed, and whatever is made of the feed. */
        TOLD,
        /** The log, for auditors. */
        LOGGED,
        /** Nowhere: the log says only that it changed. */
        HIDDEN
    }

    /** A member of an object: what the contract calls it, members of members with a dot, and how far it travels. */
    public record Member(String name, Visibility visibility) {}

    private final String name;
    private final @Nullable Class<?> entity;
    private final Resource guard;
    private final @Nullable String about;
    private final List<String> parties;
    private final @Nullable String schema;
    private final @Nullable String address;
    private final Map<String, Member> members;
    private final Set<String> told;
    private final Set<String> masked;
    private final Map<String, String> sealed;
    private final boolean ownerWrites;
    private final Set<String> ownerChanges;
    private final @Nullable String post;
    private final Set<String> freeOfHolders;
    private final Map<String, Resource> memberGuards;

    private ObjectKind(Builder said) {
        name = said.name;
        entity = said.entity;
        guard = Objects.requireNonNull(said.guard);
        about = said.about;
        parties = List.copyOf(said.parties);
        schema = said.schema;
        address = said.address;
        members = Map.copyOf(said.members);
        told = members.values().stream()
                .filter(member -> member.visibility() == Visibility.TOLD)
                .map(Member::name)
                .collect(Collectors.toUnmodifiableSet());
        masked = Set.copyOf(said.masked);
        sealed = Map.copyOf(said.sealed);
        ownerWrites = said.ownerWrites;
        post = said.post;
        freeOfHolders = Set.copyOf(said.freeOfHolders);
        memberGuards = Map.copyOf(said.memberGuards);
        ownerChanges = said.ownerChanges.stream()
                .map(property -> Objects.requireNonNull(said.members.get(property), property)
                        .name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A kind whose objects are rows of an entity. */
    public static Builder of(String name, Class<?> entity) {
        return new Builder(name, entity);
    }

    /** A kind that no entity stands for: what is only noted. */
    public static Builder of(String name) {
        return new Builder(name, null);
    }

    public String name() {
        return name;
    }

    public @Nullable Class<?> entity() {
        return entity;
    }

    public Resource guard() {
        return guard;
    }

    /** The property that names the person whom an object is about; null for objects about nobody. */
    public @Nullable String about() {
        return about;
    }

    /** The properties that name the persons to whom an object is their own besides. */
    public List<String> parties() {
        return parties;
    }

    public boolean isAboutPeople() {
        return about != null || !parties.isEmpty();
    }

    /** The schema of the contract whose members are told, or null when the kind tells nothing. */
    public @Nullable String schema() {
        return schema;
    }

    /** Where the contract lists its objects, an object below it by its id; null for what has no address. */
    public @Nullable String address() {
        return address;
    }

    /** Whether anything of it may leave the log. */
    public boolean isTold() {
        return !told.isEmpty();
    }

    /** The names of the members that may leave the log. */
    public Set<String> told() {
        return told;
    }

    /** The members that the contract shows masked: the feed says that they changed, and nothing of their values. */
    public Set<String> maskedAs() {
        return masked;
    }

    /** The members that are sealed at rest, each with the place that its seal is bound to besides the object's id. */
    public Map<String, String> sealed() {
        return sealed;
    }

    /** Whether a person may make, change and drop what is about herself. */
    public boolean isOwnerWritable() {
        return ownerWrites;
    }

    /** The members that a person may change of what is about herself, when she may not write the whole. */
    public Set<String> ownerChanges() {
        return ownerChanges;
    }

    /** The resource that guards a member besides that of the kind; null for most. */
    public @Nullable Resource guardOf(String member) {
        return memberGuards.get(member);
    }

    /** The resources that guard single members. */
    public Collection<Resource> guards() {
        return memberGuards.values();
    }

    /** The property that names the post on whose holders the object acts; {@code id} for a post itself; null for none. */
    public @Nullable String post() {
        return post;
    }

    /** Whether a change of these members acts on the holders of the post. */
    public boolean actsOnHolders(Collection<String> changed) {
        return post != null && !freeOfHolders.containsAll(changed);
    }

    /** The members by the properties that hold them. */
    public Map<String, Member> members() {
        return members;
    }

    /** The person whom an object is about, or null. */
    public @Nullable UUID aboutOf(Object object) {
        return about == null ? null : (UUID) ObjectProperties.value(object, about);
    }

    /** The persons who are parties to an object. */
    public List<UUID> partiesOf(Object object) {
        var persons = new ArrayList<UUID>();
        for (var party : parties) {
            if (ObjectProperties.value(object, party) instanceof UUID person) {
                persons.add(person);
            }
        }
        return persons;
    }

    public static boolean isTechnical(String property) {
        return TECHNICAL.contains(property);
    }

    /** The column of a property: {@code employeeId} is {@code employee_id}. */
    public static String column(String property) {
        return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Takes down what a kind says of itself. */
    public static final class Builder {
        private final String name;
        private final @Nullable Class<?> entity;
        private @Nullable Resource guard;
        private @Nullable String about;
        private boolean aboutSaid;
        private List<String> parties = List.of();
        private @Nullable String schema;
        private @Nullable String address;
        private final Map<String, Member> members = new LinkedHashMap<>();
        private final List<String> masked = new ArrayList<>();
        private final Map<String, String> sealed = new LinkedHashMap<>();
        private boolean ownerWrites;
        private List<String> ownerChanges = List.of();
        private @Nullable String post;
        private List<String> freeOfHolders = List.of();
        private final Map<String, Resource> memberGuards = new LinkedHashMap<>();

        private Builder(String name, @Nullable Class<?> entity) {
            this.name = name;
            this.entity = entity;
        }

        public Builder guardedBy(Resource resource) {
            guard = resource;
            return this;
        }

        /** @param property that names the person whose file and team the object belongs to */
        public Builder about(String property) {
            about = property;
            aboutSaid = true;
            return this;
        }

        /** Nobody's file: units, rule sets, accounts. */
        public Builder aboutNobody() {
            aboutSaid = true;
            return this;
        }

        /** @param properties that name persons to whom the object is their own besides */
        public Builder parties(String... properties) {
            parties = List.of(properties);
            return this;
        }

        /** The schema of the contract in which the members that are told stand. */
        public Builder shownAs(String contractSchema) {
            schema = contractSchema;
            return this;
        }

        /** Where the contract lists its objects: {@code /api/v1/employees/{employeeId}/ranks}. */
        public Builder at(String address) {
            this.address = address;
            return this;
        }

        /** Properties that the contract calls by their own names, and that everybody within reach is told. */
        public Builder tells(String... properties) {
            for (var property : properties) {
                member(property, property, Visibility.TOLD);
            }
            return this;
        }

        /** A property that is told under the name that the contract gives it. */
        public Builder tellsAs(String property, String member) {
            return member(property, member, Visibility.TOLD);
        }

        /** Properties that only the log keeps. */
        public Builder logs(String... properties) {
            for (var property : properties) {
                member(property, property, Visibility.LOGGED);
            }
            return this;
        }

        /** A property that only the log keeps, under the name that the contract gives it. */
        public Builder logsAs(String property, String member) {
            return member(property, member, Visibility.LOGGED);
        }

        /**
         * A property that is told, and stored as ciphertext in its table and in the log.
         *
         * @param place table and column: what the seal is bound to, besides the object's id
         */
        public Builder tellsSealed(String property, String place) {
            sealed.put(property, place);
            return member(property, property, Visibility.TOLD);
        }

        /** What a person herself writes about herself: a self-assessment, an enrolment, her own sign-in. */
        public Builder ownerWrites() {
            ownerWrites = true;
            return this;
        }

        /** Properties that a person may change of what is about herself; the rest of it she may not. */
        public Builder ownerChanges(String... properties) {
            ownerChanges = List.of(properties);
            return this;
        }

        /** A member that is told only to who may read another resource of the same person as well. */
        public Builder guards(String member, Resource resource) {
            memberGuards.put(member, resource);
            return this;
        }

        /**
         * An object that acts on whoever holds a post, who therefore does not write it.
         *
         * @param property that names the post; {@code id} for the post itself
         * @param free members that a holder may change all the same, because they say nothing of her
         */
        public Builder actsOnHolders(String property, String... free) {
            post = property;
            freeOfHolders = List.of(free);
            return this;
        }

        /** Properties of which even the log says only that they changed. */
        public Builder hides(String... properties) {
            for (var property : properties) {
                member(property, property, Visibility.HIDDEN);
            }
            return this;
        }

        /**
         * A property that the contract shows masked under a name: log and feed say that it changed, and nothing of its values.
         */
        public Builder masksAs(String property, String member) {
            masked.add(member);
            return member(property, member, Visibility.HIDDEN);
        }

        private Builder member(String property, String member, Visibility visibility) {
            if (members.put(property, new Member(member, visibility)) != null) {
                throw new IllegalArgumentException(name + " names " + property + " twice");
            }
            return this;
        }

        /** @throws IllegalArgumentException naming what has not been said yet */
        public ObjectKind build() {
            if (guard == null) {
                throw new IllegalArgumentException(name + " has no guard: say guardedBy(Resource.…)");
            }
            if (!AccessTable.isReadable(guard)) {
                throw new IllegalArgumentException(
                        name + " is guarded by " + guard + ", which nobody may read: give it a row in AccessTable");
            }
            if (!aboutSaid) {
                throw new IllegalArgumentException(
                        name + " does not say whom it is about: say about(\"…\") or aboutNobody()");
            }
            var kind = new ObjectKind(this);
            if (kind.isTold() && schema == null) {
                throw new IllegalArgumentException(
                        name + " tells members of no schema of the contract: say shownAs(\"…\")");
            }
            return kind;
        }
    }
}
