package id.karier.identity.account;

import id.karier.identity.IdentityObjects;
import id.karier.identity.account.AccountJson.AccountView;
import id.karier.identity.account.AccountJson.MyAgency;
import id.karier.identity.account.AccountJson.MyRecord;
import id.karier.identity.account.ClientJson.ClientView;
import id.karier.kernel.PlainText;
import id.karier.kernel.Role;
import id.karier.kernel.SearchText;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query over accounts and clients of the caller's agency, and what {@code /me} reads of the registers. */
@ApplicationScoped
public class AccountQueries {
    public static final ListSpec<AccountView> ACCOUNTS = ListSpec.of("accounts", AccountQueries::account)
            .columns("a.id, a.username, a.display_name, a.employee_id, a.external_issuer,"
                    + " convert(a.external_subject using utf8mb4), a.outside_only, a.must_change_password, a.disabled")
            .from("accounts a", "a.agency")
            .objects(IdentityObjects.ACCOUNT, "a")
            .sortedBy(
                    SortKey.text("username", "a.username", AccountView::username),
                    SortKey.text("displayName", "a.display_name", AccountView::displayName))
            .then(SortKey.id("a.id", AccountView::id))
            .order("username")
            .build();
    public static final ListSpec<ClientView> CLIENTS = ListSpec.of("clients", AccountQueries::client)
            .columns(
                    "c.id, c.client_id, c.name, c.external_issuer, convert(c.external_subject using utf8mb4), c.disabled")
            .from("clients c", "c.agency")
            .objects(IdentityObjects.CLIENT, "c")
            .sortedBy(
                    SortKey.text("clientId", "c.client_id", ClientView::clientId),
                    SortKey.text("name", "c.name", ClientView::name))
            .then(SortKey.id("c.id", ClientView::id))
            .order("clientId")
            .build();

    private static final SqlText ROLES = SqlText.ofNation("""
            select r.account_id, r.role from account_roles r join accounts a on a.id = r.account_id
            where a.agency = :agency and r.account_id in (:ids) order by r.role""");
    private static final SqlText SCOPES = SqlText.ofNation("""
            select s.client_row_id, s.scope from client_scopes s join clients c on c.id = s.client_row_id
            where c.agency = :agency and s.client_row_id in (:ids) order by s.scope""");
    private static final SqlText EMPLOYEE_EXISTS =
            SqlText.ofAgency("select exists (select 1 from employees e where e.agency = :agency and e.id = :id)");
    private static final SqlText LINKED = SqlText.ofAgency("""
            select exists (select 1 from accounts a where a.agency = :agency and a.external_issuer = :issuer
                    and a.external_subject = :subject and a.id <> :owner)
                or exists (select 1 from clients c where c.agency = :agency and c.external_issuer = :issuer
                    and c.external_subject = :subject and c.id <> :owner)""");
    private static final UUID NOBODY = new UUID(0, 0);
    private static final SqlText MY_AGENCY =
            SqlText.ofNode("select id, name, time_zone from agencies where code = :code");
    /** The full name as {@code employee.EmployeeRules} writes it, which is above this floor. */
    private static final SqlText MY_RECORD = SqlText.ofNation("""
            select e.id, e.identity_number, e.name, e.front_titles, e.back_titles,
                concat(case when trim(coalesce(e.front_titles, '')) = '' then '' else concat(trim(e.front_titles), ' ') end,
                    e.name, case when trim(coalesce(e.back_titles, '')) = '' then '' else concat(', ', trim(e.back_titles)) end),
                e.kind, e.status, e.rank_code, e.position_title, e.position_level, e.unit_id, e.unit_name, e.leads_unit,
                case when e.retirement_on < '9999-12-31' then e.retirement_on end
            from employees e where e.agency = :agency and e.id = :id""");

    private static final SqlText LEADS = SqlText.ofAgency(
            "select count(*) from employees e where e.agency = :agency and e.id = :person and e.leads_unit");

    private final EntityManager entities;
    private final AgencySql sql;
    private final Lists lists;

    AccountQueries(EntityManager entities, AgencySql sql, Lists lists) {
        this.entities = entities;
        this.sql = sql;
        this.lists = lists;
    }

    /** Whether somebody leads a unit today, and so reaches its people. */
    boolean leads(UUID person) {
        return sql.count(LEADS, Map.of("person", person)) > 0;
    }

    private static AccountView account(Row row) throws SQLException {
        return new AccountView(
                row.id(),
                row.text(),
                row.text(),
                row.optionalId(),
                row.optionalText(),
                row.optionalText(),
                row.flag(),
                row.flag(),
                row.flag());
    }

    private static ClientView client(Row row) throws SQLException {
        return new ClientView(row.id(), row.text(), row.text(), row.optionalText(), row.optionalText(), row.flag());
    }

    /** What a list of accounts may be narrowed by. */
    record AccountFilter(
            @Nullable String q,
            @Nullable Role role,
            @Nullable UUID employeeId,
            @Nullable Boolean disabled) {}

    Page<AccountView> accounts(AccountFilter filter, PageRequest request) {
        var narrowed = new ListFilter()
                .where(namesOf(filter.q()), "q", beginning(filter.q()))
                .where(
                        "exists (select 1 from account_roles r where r.account_id = a.id and r.role = :role)",
                        "role",
                        filter.role())
                .where("a.employee_id = :employee", "employee", filter.employeeId())
                .where("a.disabled = :disabled", "disabled", filter.disabled());
        var page = lists.page(ACCOUNTS, narrowed, request);
        var roles = words(ROLES, page.items().stream().map(AccountView::id).toList(), Role::valueOf);
        return new Page<>(
                page.items().stream()
                        .map(a -> a.with(roles.getOrDefault(a.id(), List.of())))
                        .toList(),
                page.next(),
                page.total());
    }

    Page<ClientView> clients(@Nullable Boolean disabled, PageRequest request) {
        var page = lists.page(CLIENTS, new ListFilter().where("c.disabled = :disabled", "disabled", disabled), request);
        var scopes = words(SCOPES, page.items().stream().map(ClientView::id).toList(), word -> word);
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

    boolean isEmployee(UUID employee) {
        return sql.count(EMPLOYEE_EXISTS, Map.of("id", employee)) > 0;
    }

    /** Whether an identity outside is linked to an account or machine of the agency, but for the one that is named. */
    boolean isLinked(String issuer, String subject, @Nullable UUID owner) {
        return sql.count(
                        LINKED,
                        Map.of(
                                "issuer",
                                issuer,
                                "subject",
                                subject.getBytes(StandardCharsets.UTF_8),
                                "owner",
                                owner == null ? NOBODY : owner))
                > 0;
    }

    @Nullable
    MyAgency myAgency(String code) {
        return sql.first(MY_AGENCY, Map.of("code", code), row -> new MyAgency(code, row.id(), row.text(), row.text()))
                .orElse(null);
    }

    @Nullable
    MyRecord myRecord(UUID employee) {
        return sql.first(
                        MY_RECORD,
                        Map.of("id", employee),
                        row -> new MyRecord(
                                row.id(),
                                row.text(),
                                row.text(),
                                row.optionalText(),
                                row.optionalText(),
                                row.text(),
                                row.text(),
                                row.text(),
                                row.optionalText(),
                                row.optionalText(),
                                row.optionalText(),
                                row.optionalId(),
                                row.optionalText(),
                                row.flag(),
                                row.optionalDate()))
                .orElse(null);
    }

    private record Word(UUID owner, String word) {}

    /** The words of each owner, in their own order, for a whole page with one query. */
    private <W extends Comparable<W>> Map<UUID, List<W>> words(
            SqlText text, Collection<UUID> owners, Function<String, W> read) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return sql.rows(text, Map.of("ids", owners), row -> new Word(row.id(), row.text())).stream()
                .collect(Collectors.groupingBy(
                        Word::owner,
                        Collectors.mapping(
                                word -> read.apply(word.word()),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        found -> found.stream().sorted().toList()))));
    }

    /** User names are of ASCII, so that other letters are sought in names alone. */
    private static String namesOf(@Nullable String q) {
        var displayed = "a.display_name like :q escape '!'";
        return q == null || PlainText.isAscii(q) ? "a.username like :q escape '!' or " + displayed : displayed;
    }

    private static @Nullable String beginning(@Nullable String q) {
        return SearchText.prefix(q == null ? null : q.toLowerCase(Locale.ROOT));
    }
}
