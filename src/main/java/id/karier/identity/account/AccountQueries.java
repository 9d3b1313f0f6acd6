package id.karier.identity.account;

import id.karier.identity.account.AccountJson.AccountView;
import id.karier.identity.account.AccountJson.ClientView;
import id.karier.identity.account.AccountJson.MyAgency;
import id.karier.identity.account.AccountJson.MyRecord;
import id.karier.kernel.Role;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Every query over accounts and clients of the caller's agency, and what {@code /me} reads of the registers. */
@ApplicationScoped
class AccountQueries {
    private static final String ACCOUNT_ROW = """
            select new id.karier.identity.account.AccountJson$AccountView(a.id, a.username, a.displayName, a.employeeId,
                a.externalIssuer, a.externalSubject, a.mustChangePassword, a.disabled)""";
    private static final List<SortKey<AccountView>> ACCOUNT_KEYS = List.of(
            SortKey.text("username", "a.username", AccountView::username),
            SortKey.text("displayName", "a.displayName", AccountView::displayName));
    private static final String ROLES = """
            select a.id as owner, r as word from Account a join a.roles r where a.id in :ids""";

    private static final String CLIENT_ROW = """
            select new id.karier.identity.account.AccountJson$ClientView(c.id, c.clientId, c.name, c.disabled)""";
    private static final List<SortKey<ClientView>> CLIENT_KEYS = List.of(
            SortKey.text("clientId", "c.clientId", ClientView::clientId),
            SortKey.text("name", "c.name", ClientView::name));
    private static final String SCOPES = """
            select c.id as owner, s as word from MachineClient c join c.scopes s where c.id in :ids""";

    private static final String EMPLOYEE_EXISTS = "select 1 from employees where id = :id and agency = :agency";
    private static final String MY_AGENCY = "select id, name, time_zone from agencies where code = :code";
    private static final String MY_RECORD = """
            select id, identity_number, name, front_titles, back_titles, rank_code, position_title, position_level,
                unit_id, unit_name, leads_unit
            from employees where id = :id and agency = :agency""";

    private final EntityManager entities;
    private final Cursors cursors;

    AccountQueries(EntityManager entities, Cursors cursors) {
        this.entities = entities;
        this.cursors = cursors;
    }

    /** What a list of accounts may be narrowed by. */
    record AccountFilter(
            @Nullable String q,
            @Nullable Role role,
            @Nullable UUID employeeId,
            @Nullable Boolean disabled) {}

    Page<AccountView> accounts(AccountFilter filter, PageRequest request) {
        var page = new ListQuery<>(
                        AccountView.class,
                        ACCOUNT_ROW,
                        "from Account a",
                        ACCOUNT_KEYS,
                        SortKey.id("a.id", AccountView::id),
                        "username")
                .where("a.username like :q escape '!' or a.displayName like :q escape '!'", "q", beginning(filter.q()))
                .where(":role member of a.roles", "role", filter.role())
                .where("a.employeeId = :employee", "employee", filter.employeeId())
                .where("a.disabled = :disabled", "disabled", filter.disabled())
                .page(entities, cursors, "accounts", request);
        Map<UUID, List<Role>> roles =
                words(ROLES, page.items().stream().map(AccountView::id).toList(), Role.class);
        return new Page<>(
                page.items().stream()
                        .map(a -> a.with(roles.getOrDefault(a.id(), List.of())))
                        .toList(),
                page.next(),
                page.total());
    }

    Page<ClientView> clients(@Nullable Boolean disabled, PageRequest request) {
        var page = new ListQuery<>(
                        ClientView.class,
                        CLIENT_ROW,
                        "from MachineClient c",
                        CLIENT_KEYS,
                        SortKey.id("c.id", ClientView::id),
                        "clientId")
                .where("c.disabled = :disabled", "disabled", disabled)
                .page(entities, cursors, "clients", request);
        Map<UUID, List<String>> scopes =
                words(SCOPES, page.items().stream().map(ClientView::id).toList(), String.class);
        return new Page<>(
                page.items().stream()
                        .map(c -> c.with(scopes.getOrDefault(c.id(), List.of())))
                        .toList(),
                page.next(),
                page.total());
    }

    @Nullable
    Account account(UUID id) {
        return entities.find(Account.class, id);
    }

    @Nullable
    MachineClient client(UUID id) {
        return entities.find(MachineClient.class, id);
    }

    void persist(Object entity) {
        entities.persist(entity);
    }

    /** Writes what has changed, so that duplicates show and the version is the new one. */
    void flush() {
        entities.flush();
    }

    boolean isEmployeeOf(UUID employee, String agency) {
        return !entities.createNativeQuery(EMPLOYEE_EXISTS, Integer.class)
                .setParameter("id", employee)
                .setParameter("agency", agency)
                .getResultList()
                .isEmpty();
    }

    @Nullable
    MyAgency myAgency(String code) {
        var found = ((NativeQuery<Tuple>) entities.createNativeQuery(MY_AGENCY, Tuple.class))
                .addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("time_zone", String.class)
                .setParameter("code", code)
                .getResultList();
        return found.stream()
                .map(row -> new MyAgency(
                        code,
                        row.get("id", UUID.class),
                        row.get("name", String.class),
                        row.get("time_zone", String.class)))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    MyRecord myRecord(UUID employee, String agency) {
        var query = ((NativeQuery<Tuple>) entities.createNativeQuery(MY_RECORD, Tuple.class))
                .addScalar("id", UUID.class)
                .addScalar("unit_id", UUID.class)
                .addScalar("leads_unit", Boolean.class);
        for (var text : List.of(
                "identity_number",
                "name",
                "front_titles",
                "back_titles",
                "rank_code",
                "position_title",
                "position_level",
                "unit_name")) {
            query.addScalar(text, String.class);
        }
        return query.setParameter("id", employee).setParameter("agency", agency).getResultList().stream()
                .map(row -> new MyRecord(
                        row.get("id", UUID.class),
                        row.get("identity_number", String.class),
                        row.get("name", String.class),
                        row.get("front_titles", String.class),
                        row.get("back_titles", String.class),
                        row.get("rank_code", String.class),
                        row.get("position_title", String.class),
                        row.get("position_level", String.class),
                        row.get("unit_id", UUID.class),
                        row.get("unit_name", String.class),
                        row.get("leads_unit", Boolean.class)))
                .findFirst()
                .orElse(null);
    }

    /** The words of each owner, in order, for a whole page with one query. */
    private <W extends Comparable<W>> Map<UUID, List<W>> words(String query, Collection<UUID> owners, Class<W> type) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(query, Tuple.class).setParameter("ids", owners).getResultList().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("owner", UUID.class),
                        Collectors.mapping(
                                row -> row.get("word", type),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        l -> l.stream().sorted().toList()))));
    }

    private static @Nullable String beginning(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : q.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
