package id.karier.gates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.karier.kernel.Published;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Open;
import jakarta.inject.Inject;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;

/** Every rule on how slices are written, each with the planted class that must break it. */
final class ArchitectureRules {
    /** Who may hold a connection or an entity manager besides {@code *Queries}, and why. */
    static final Map<String, String> PERSISTENCE_EXCEPTIONS = Map.ofEntries(
            Map.entry("id.karier.changes.ChangeLog", "writes when the session that changed something completes"),
            Map.entry("id.karier.kernel.data.AgencySql", "runs the SQL of every XQueries"),
            Map.entry("id.karier.kernel.data.Row", "reads what AgencySql has found"),
            Map.entry("id.karier.kernel.data.NodeLock", "hands the pool to the library that keeps jobs on one node"),
            Map.entry("id.karier.kernel.data.StatementLimits", "tells a connection how long its statements may take"),
            Map.entry("id.karier.kernel.data.PrimaryDriver", "makes the connections of everybody else"),
            Map.entry(
                    "id.karier.kernel.data.PrimaryWatch", "writes on a connection of its own, to know whether one can"),
            Map.entry("id.karier.app.Database", "runs before Quarkus, when there is no injection"));

    /** Who runs SQL by himself and not through {@code AgencySql}, and why. */
    static final Map<String, String> SQL_EXCEPTIONS = Map.ofEntries(
            Map.entry("id.karier.kernel.data.AgencySql", "runs the SQL of everybody else"),
            Map.entry("id.karier.kernel.data.Row", "reads what AgencySql has found"),
            Map.entry("id.karier.kernel.data.NodeLock", "hands the pool to the library that keeps jobs on one node"),
            Map.entry("id.karier.kernel.data.StatementLimits", "tells a connection how long its statements may take"),
            Map.entry("id.karier.kernel.data.PrimaryDriver", "makes the connections of everybody else"),
            Map.entry(
                    "id.karier.kernel.data.PrimaryWatch", "writes on a connection of its own, to know whether one can"),
            Map.entry("id.karier.jobs.ClaimQueries", "claims jobs of all agencies, on connections of its own"),
            Map.entry("id.karier.demo.DemoQueries", "fills an empty database, before there is an agency"),
            Map.entry("id.karier.demo.BatchQueries", "fills an empty database in large batches"),
            Map.entry(
                    "id.karier.demo.PopulationQueries",
                    "fills an empty database in large batches, for the bench as well"),
            Map.entry("id.karier.app.Database", "runs before Quarkus, when there is no injection"));

    /** Entities that are not rows of one agency, and why. */
    static final Map<String, String> AGENCY_EXCEPTIONS = Map.of(
            "id.karier.organisation.Agency", "is the agency: its own code is its key",
            "id.karier.jobs.JobProblem", "is a part of its job and only read through it");

    private static final List<Class<? extends Annotation>> ASSOCIATIONS =
            List.of(ManyToOne.class, OneToOne.class, OneToMany.class, ManyToMany.class, ElementCollection.class);

    private static final Set<String> PERSISTENCE = Set.of(
            "jakarta.persistence.EntityManager",
            "jakarta.persistence.EntityManagerFactory",
            "jakarta.persistence.Query",
            "jakarta.persistence.TypedQuery",
            "org.hibernate.Session",
            "org.hibernate.StatelessSession",
            "org.hibernate.SessionFactory",
            "javax.sql.DataSource",
            "io.agroal.api.AgroalDataSource",
            "java.sql.Connection",
            "java.sql.Statement",
            "java.sql.PreparedStatement",
            "java.sql.ResultSet",
            "java.sql.DriverManager");

    private static final Set<String> SQL = Set.of(
            "javax.sql.DataSource",
            "io.agroal.api.AgroalDataSource",
            "java.sql.Connection",
            "java.sql.Statement",
            "java.sql.PreparedStatement",
            "java.sql.ResultSet",
            "java.sql.DriverManager",
            "org.hibernate.query.NativeQuery");

    private static final Pattern FOREIGN_TO_RULES = Pattern.compile(
            "(jakarta|javax|io|org\\.(hibernate|eclipse|jboss)|com)\\..*|java\\.(sql|io|net|nio)\\..*|java\\.time\\.Clock");

    private static final Pattern UNWANTED_NAME = Pattern.compile(".*(Impl|Manager|Utils?|Helper|DTO|Dto|DAO|Dao)");

    /**
     * @param name what the build refuses, as the page says it
     * @param planted simple name of the class under {@code src/test/planted} that breaks it
     */
    record Rule(String name, String planted, ArchRule rule) {}

    static final List<Rule> ALL = List.of(
            new Rule("a package that is not in the table", "Stray", all(ArchitectureRules::unknownPackage)),
            new Rule(
                    "an import from a higher floor, or sideways without an arrow",
                    "Upward",
                    all(ArchitectureRules::upward)),
            new Rule("a neighbour's type that is not `@Published`", "Nosy", all(ArchitectureRules::unpublished)),
            new Rule(
                    "`@Transactional` outside `*Service`", "TransactionalQueries", all(ArchitectureRules::transaction)),
            new Rule(
                    "an entity manager, a connection or Panache outside `*Queries`",
                    "QueryingService",
                    all(ArchitectureRules::query)),
            new Rule(
                    "an entity in a resource's signature",
                    "LeakingResource",
                    resources(ArchitectureRules::entityInSignature)),
            new Rule(
                    "a resource method with neither `@Access` nor `@Open`",
                    "UnguardedResource",
                    resources(ArchitectureRules::unguarded)),
            new Rule(
                    "SQL that is run past `AgencySql`, which binds the agency",
                    "SidewaysQueries",
                    all(ArchitectureRules::pastAgencySql)),
            new Rule("a class with a path whose name does not end in `Resource`", "Endpoints", resources((c, say) -> {
                if (!c.getSimpleName().endsWith("Resource")) {
                    say.accept(c.getName());
                }
            })),
            new Rule("the machine's time without the `Clock`", "WallClock", all(ArchitectureRules::time)),
            new Rule("an association to another slice's entity", "Entangled", all(ArchitectureRules::association)),
            new Rule("an entity that belongs to no agency", "Homeless", all(ArchitectureRules::homeless)),
            new Rule(
                    "`*Rules` that know injection, persistence, files, the clock or an entity", "ImpureRules", rules()),
            new Rule("a static field that can change", "Global", all(ArchitectureRules::mutableStatic)),
            new Rule("a field of type `Optional`", "MaybeField", all(ArchitectureRules::optionalField)),
            new Rule("a field that is injected", "FieldInjection", all(ArchitectureRules::injectedField)),
            new Rule("`java.util.Date`", "OldDate", all((c, say) -> uses(c, say, java.util.Date.class.getName()))),
            new Rule("`System.out` and `System.err`", "Printing", all(ArchitectureRules::printing)),
            new Rule("a change of case without a `Locale`", "Shouting", all(ArchitectureRules::caseChange)),
            new Rule(
                    "a class called `Impl`, `Manager`, `Util`, `Helper`, `DTO` or `DAO`",
                    "ThingManager",
                    all((c, say) -> {
                        if (UNWANTED_NAME.matcher(c.getSimpleName()).matches()) {
                            say.accept(c.getName());
                        }
                    })));

    private ArchitectureRules() {}

    private static ArchRule all(BiConsumer<JavaClass, Consumer<String>> check) {
        return classes().that().resideInAPackage(Floors.ROOT + "..").should(satisfy(check));
    }

    private static ArchRule resources(BiConsumer<JavaClass, Consumer<String>> check) {
        return classes()
                .that(describe("have a path", c -> c.isAnnotatedWith(Path.class)))
                .should(satisfy(check));
    }

    private static ArchRule rules() {
        return classes().that(simpleNameEndingWith("Rules")).should(satisfy(ArchitectureRules::impure));
    }

    private static ArchCondition<JavaClass> satisfy(BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>("keep the house rule") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.accept(item, violation -> events.add(SimpleConditionEvent.violated(item, violation)));
            }
        };
    }

    private static void unknownPackage(JavaClass c, Consumer<String> say) {
        if (Floors.of(c.getPackageName()).isEmpty()) {
            say.accept(c.getName() + " is in a package that has no row in Floors.TABLE");
        }
    }

    private static Stream<Dependency> crossings(JavaClass c) {
        return c.getDirectDependenciesFromSelf().stream().filter(d -> {
            var to = Floors.of(d.getTargetClass().getBaseComponentType().getPackageName());
            return to.isPresent() && !to.equals(Floors.of(c.getPackageName()));
        });
    }

    private static Floors.Slice target(Dependency d) {
        return Floors.of(d.getTargetClass().getBaseComponentType().getPackageName())
                .orElseThrow();
    }

    private static void upward(JavaClass c, Consumer<String> say) {
        var from = Floors.of(c.getPackageName());
        crossings(c)
                .filter(d -> from.isPresent() && !from.get().mayImport(target(d)))
                .forEach(d -> say.accept(
                        from.get().name() + " must not import from " + target(d).name() + ": " + d.getDescription()));
    }

    private static void unpublished(JavaClass c, Consumer<String> say) {
        crossings(c)
                .filter(d -> !target(d).name().equals("kernel"))
                .filter(d -> !isPublished(d.getTargetClass().getBaseComponentType()))
                .map(d -> c.getName() + " uses "
                        + d.getTargetClass().getBaseComponentType().getName() + ", which "
                        + target(d).name() + " does not publish")
                .distinct()
                .forEach(say);
    }

    private static boolean isPublished(JavaClass c) {
        return c.isAnnotatedWith(Published.class)
                || c.getPackage().isAnnotatedWith(Published.class)
                || c.getEnclosingClass().filter(ArchitectureRules::isPublished).isPresent();
    }

    private static void transaction(JavaClass c, Consumer<String> say) {
        if (c.getSimpleName().endsWith("Service")) {
            return;
        }
        if (c.isAnnotatedWith(Transactional.class)) {
            say.accept(c.getName());
        }
        c.getMethods().stream()
                .filter(m -> m.isAnnotatedWith(Transactional.class))
                .forEach(m -> say.accept(m.getFullName()));
    }

    private static void query(JavaClass c, Consumer<String> say) {
        var outer = outermost(c);
        if (outer.getSimpleName().matches(".*(Queries|Repository)")
                || PERSISTENCE_EXCEPTIONS.containsKey(outer.getName())) {
            return;
        }
        persistence(c).forEach(d -> say.accept(d.getDescription()));
    }

    private static void pastAgencySql(JavaClass c, Consumer<String> say) {
        if (!SQL_EXCEPTIONS.containsKey(outermost(c).getName())) {
            sql(c).forEach(d -> say.accept(d.getDescription()));
            c.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget().getName().startsWith("createNative"))
                    .forEach(call -> say.accept(call.getDescription()));
        }
    }

    static Stream<Dependency> sql(JavaClass c) {
        return c.getDirectDependenciesFromSelf().stream()
                .filter(d -> SQL.contains(d.getTargetClass().getName()));
    }

    static Stream<Dependency> persistence(JavaClass c) {
        return c.getDirectDependenciesFromSelf().stream()
                .filter(d -> PERSISTENCE.contains(d.getTargetClass().getName())
                        || d.getTargetClass().getPackageName().startsWith("io.quarkus.hibernate.orm.panache"));
    }

    static JavaClass outermost(JavaClass c) {
        return c.getEnclosingClass().map(ArchitectureRules::outermost).orElse(c);
    }

    private static void entityInSignature(JavaClass c, Consumer<String> say) {
        c.getSuperclass().stream()
                .flatMap(base -> base.getAllInvolvedRawTypes().stream())
                .filter(t -> t.isAnnotatedWith(Entity.class))
                .forEach(t -> say.accept(c.getName() + " inherits methods that tell " + t.getName()));
        for (var method : c.getMethods()) {
            var types = Stream.concat(
                    method.getReturnType().getAllInvolvedRawTypes().stream(),
                    method.getParameterTypes().stream().flatMap(p -> p.getAllInvolvedRawTypes().stream()));
            if (method.getModifiers().contains(JavaModifier.PUBLIC)
                    && types.anyMatch(t -> t.isAnnotatedWith(Entity.class))) {
                say.accept(method.getFullName());
            }
        }
    }

    /** What a resource inherits is its own endpoint too; it is guarded by the word on its own class. */
    static void unguarded(JavaClass c, Consumer<String> say) {
        var whole = c.tryGetAnnotationOfType(Access.class);
        if (whole.filter(a -> a.action() != Action.READ).isPresent()) {
            say.accept(c.getName() + " names an action for all its methods: it follows from the HTTP method");
        }
        c.getAllMethods().stream()
                .filter(m -> m.isMetaAnnotatedWith(HttpMethod.class))
                .filter(m -> m.isAnnotatedWith(Access.class) == m.isAnnotatedWith(Open.class))
                .filter(m -> m.isAnnotatedWith(Open.class) || whole.isEmpty())
                .forEach(m -> say.accept(c.getName() + "." + m.getName()
                        + " needs @Access or @Open, and one of them only; or @Access on the class"));
    }

    private static void time(JavaClass c, Consumer<String> say) {
        if (c.getName().equals("id.karier.kernel.Clocks")) {
            return;
        }
        c.getCodeUnitCallsFromSelf().stream()
                .filter(call -> {
                    var owner = call.getTargetOwner().getName();
                    var name = call.getTarget().getName();
                    boolean clockless = call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(p -> p.isEquivalentTo(Clock.class));
                    return (owner.startsWith("java.time.") && name.equals("now") && clockless)
                            || (owner.equals("java.time.Clock") && name.startsWith("system"))
                            || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                            || (owner.equals("java.util.Date") && name.equals("<init>") && clockless);
                })
                .forEach(call -> say.accept(call.getDescription()));
    }

    private static void association(JavaClass c, Consumer<String> say) {
        var from = Floors.of(c.getPackageName());
        for (var field : c.getFields()) {
            boolean associates = ASSOCIATIONS.stream().anyMatch(field::isAnnotatedWith);
            if (associates) {
                field.getType().getAllInvolvedRawTypes().stream()
                        .filter(t -> t.isAnnotatedWith(Entity.class))
                        .filter(t -> Floors.of(t.getPackageName()).isPresent()
                                && !Floors.of(t.getPackageName()).equals(from))
                        .forEach(t -> say.accept(field.getFullName() + " associates with " + t.getName()));
            }
        }
    }

    private static void homeless(JavaClass c, Consumer<String> say) {
        boolean ofAgency = c.getAllFields().stream().anyMatch(f -> f.isAnnotatedWith(TenantId.class));
        if (c.isAnnotatedWith(Entity.class) && !ofAgency && !AGENCY_EXCEPTIONS.containsKey(c.getName())) {
            say.accept(c.getName() + " has no @TenantId: extend AgencyOwned");
        }
    }

    private static void impure(JavaClass c, Consumer<String> say) {
        c.getDirectDependenciesFromSelf().stream()
                .filter(d ->
                        FOREIGN_TO_RULES.matcher(d.getTargetClass().getName()).matches()
                                || d.getTargetClass().isAnnotatedWith(Entity.class))
                .forEach(d -> say.accept(d.getDescription()));
    }

    private static void mutableStatic(JavaClass c, Consumer<String> say) {
        c.getFields().stream()
                .filter(f -> f.getModifiers().contains(JavaModifier.STATIC)
                        && !f.getModifiers().contains(JavaModifier.FINAL)
                        && !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMember::getFullName)
                .forEach(say);
    }

    private static void optionalField(JavaClass c, Consumer<String> say) {
        c.getFields().stream()
                .filter(f -> f.getRawType().isEquivalentTo(Optional.class))
                .map(JavaMember::getFullName)
                .forEach(say);
    }

    private static void injectedField(JavaClass c, Consumer<String> say) {
        c.getFields().stream()
                .filter(f -> f.isAnnotatedWith(Inject.class)
                        || f.isAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"))
                .map(JavaMember::getFullName)
                .forEach(say);
    }

    /** The start refuses aloud, also where the log is JSON or goes elsewhere. */
    private static void printing(JavaClass c, Consumer<String> say) {
        if (c.getName().equals("id.karier.app.Karier")) {
            return;
        }
        c.getFieldAccessesFromSelf().stream()
                .filter(a -> a.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(a.getTarget().getName()))
                .forEach(a -> say.accept(a.getDescription()));
    }

    private static void caseChange(JavaClass c, Consumer<String> say) {
        c.getCodeUnitCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(String.class)
                        && Set.of("toLowerCase", "toUpperCase")
                                .contains(call.getTarget().getName())
                        && call.getTarget().getRawParameterTypes().isEmpty())
                .forEach(call -> say.accept(call.getDescription()));
    }

    private static void uses(JavaClass c, Consumer<String> say, String type) {
        c.getDirectDependenciesFromSelf().stream()
                .filter(d -> d.getTargetClass().getName().equals(type))
                .forEach(d -> say.accept(d.getDescription()));
    }
}
