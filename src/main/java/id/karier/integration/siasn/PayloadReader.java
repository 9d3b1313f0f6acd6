package id.karier.integration.siasn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.Source;
import id.karier.integration.siasn.Dossier.Entry;
import id.karier.integration.siasn.Dossier.Profile;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.kernel.Published;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what endpoints of SIASN answer about people: one endpoint's answer as it is, or an object that has an answer
 * for each endpoint's name. An answer may be an envelope, its {@code data} alone, or one of the system's ways to say
 * that there is nothing.
 */
@Published
public final class PayloadReader {
    /** The endpoints about one person that are taken. */
    public static final Set<String> ENDPOINTS = Set.of(
            "data-utama",
            "rw-jabatan",
            "rw-golongan",
            "rw-pendidikan",
            "rw-diklat",
            "rw-kursus",
            "rw-sertifikasi",
            "rw-skp",
            "rw-skp22",
            "rw-kinerjaperiodik",
            "rw-angkakredit",
            "rw-penghargaan",
            "rw-hukdis",
            "rw-masakerja",
            "rw-kgb",
            "rw-cltn",
            "rw-dp3",
            "rw-kontrak",
            "rw-kompetensi",
            "rw-potensi",
            "rw-tubel",
            "rw-pemberhentian",
            "rw-pindahinstansi",
            "rw-pnsunor",
            "rw-pwk",
            "nilaiipasn");

    private final Function<String, NipAnswer> calculator;
    private final @Nullable String agencyKind;
    private final UnaryOperator<String> naming;

    /** @param naming makes a name of what a row without an id says; keyed, because what it says can be guessed */
    public PayloadReader(
            Function<String, NipAnswer> calculator, @Nullable String agencyKind, UnaryOperator<String> naming) {
        this.calculator = calculator;
        this.agencyKind = agencyKind;
        this.naming = naming;
    }

    /** {@code /pns/rw-jabatan/} as {@code rw-jabatan}. */
    public static String endpoint(String name) {
        var parts = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("/", -1);
        var endpoint = "";
        for (var part : parts) {
            endpoint = part.isBlank() ? endpoint : part;
        }
        return endpoint;
    }

    /** What a document came to. */
    public record Reading(List<Dossier> dossiers, List<Issue> issues) {}

    /**
     * @param endpoint whose answer the document is; null when it has an answer for each endpoint
     * @param line where the document begins, for problems
     */
    public Reading read(JsonNode document, @Nullable String endpoint, long line) {
        var people = new LinkedHashMap<String, Person>();
        var issues = new ArrayList<Issue>();
        if (endpoint != null) {
            take(endpoint, document, people, issues, false);
        } else if (document.isObject() && !document.isEmpty()) {
            for (var answer : document.properties()) {
                var name = endpoint(answer.getKey());
                if (ENDPOINTS.contains(name)) {
                    take(name, answer.getValue(), people, issues, true);
                } else {
                    issues.add(Issue.at(answer.getKey(), null, "ENDPOINT_UNKNOWN"));
                }
            }
        } else {
            issues.add(Issue.at(null, null, "NOT_A_PAYLOAD"));
        }
        var dossiers =
                joined(people).stream().map(person -> person.dossier(line)).toList();
        return new Reading(dossiers, issues);
    }

    /** A person may be named by her id in one answer and by her number in another: data-utama knows both. */
    private static List<Person> joined(Map<String, Person> people) {
        var byNumber = new HashMap<String, Person>();
        for (var person : people.values()) {
            if (person.siasnId != null && person.number != null) {
                byNumber.put(person.number, person);
            }
        }
        var joined = new ArrayList<Person>();
        for (var person : people.values()) {
            var same = person.siasnId == null && person.number != null ? byNumber.get(person.number) : null;
            if (same == null) {
                joined.add(person);
            } else {
                same.take(person);
            }
        }
        return joined;
    }

    /** What is gathered of one person. */
    private static final class Person {
        private @Nullable String siasnId;
        private @Nullable String number;
        private @Nullable Profile profile;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Raw> raws = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();
        private final List<Issue> rowIssues = new ArrayList<>();

        void take(Person other) {
            profile = profile == null ? other.profile : profile;
            entries.addAll(other.entries);
            raws.addAll(other.raws);
            issues.addAll(other.issues);
            rowIssues.addAll(other.rowIssues);
        }

        Dossier dossier(long line) {
            return new Dossier(line, Source.SIASN, siasnId, number, profile, entries, raws, issues, rowIssues);
        }
    }

    private void take(
            String endpoint, JsonNode answer, Map<String, Person> people, List<Issue> issues, boolean ofOnePerson) {
        var rows = rows(endpoint, answer, issues);
        for (int i = 0; i < rows.size(); i++) {
            var place = endpoint.equals("data-utama") ? endpoint : endpoint + '[' + i + ']';
            if (!(rows.get(i) instanceof ObjectNode row)) {
                issues.add(Issue.at(place, null, "NOT_A_PAYLOAD"));
                continue;
            }
            var cells = cells(row);
            boolean main = endpoint.equals("data-utama");
            var ids = main ? PersonReader.ID : notItself();
            var siasnId = cells.id(42, ids);
            var number = PersonReader.number(cells);
            var person = person(people, siasnId, number, ofOnePerson);
            if (person == null) {
                issues.add(
                        Issue.at(place, null, siasnId == null && number == null ? "PERSON_UNNAMED" : "OTHER_PERSON"));
                continue;
            }
            read(endpoint, row, cells, person, place);
        }
    }

    /** In a history {@code id} is the row's own. */
    private static String[] notItself() {
        return java.util.Arrays.copyOf(PersonReader.ID, PersonReader.ID.length - 1);
    }

    private static @Nullable Person person(
            Map<String, Person> people, @Nullable String siasnId, @Nullable String number, boolean ofOnePerson) {
        if (ofOnePerson && !people.isEmpty()) {
            var person = people.values().iterator().next();
            boolean sameId = siasnId == null || person.siasnId == null || siasnId.equalsIgnoreCase(person.siasnId);
            boolean sameNumber = number == null || person.number == null || number.equals(person.number);
            if (!sameId || !sameNumber) {
                return null;
            }
            person.siasnId = person.siasnId == null ? siasnId : person.siasnId;
            person.number = person.number == null ? number : person.number;
            return person;
        }
        if (siasnId == null && number == null) {
            return null;
        }
        var key = siasnId == null ? number : siasnId.toUpperCase(Locale.ROOT);
        var person = people.computeIfAbsent(String.valueOf(key), k -> new Person());
        person.siasnId = person.siasnId == null ? siasnId : person.siasnId;
        person.number = person.number == null ? number : person.number;
        return person;
    }

    private void read(String endpoint, ObjectNode row, Cells cells, Person person, String place) {
        var json = sorted(row).toString();
        var id = endpoint.equals("data-utama") ? cells.id(42, PersonReader.ID) : cells.id(42, "id");
        if (id == null && endpoint.equals("nilaiipasn")) {
            id = cells.text(10, "tahun");
        }
        var raw = new Raw(endpoint, id == null ? naming.apply(json) : id, json);
        if (endpoint.equals("data-utama")) {
            var reader = new PersonReader(cells, calculator, agencyKind, raw);
            person.profile = reader.profile();
            person.entries.addAll(reader.entries());
            cells.issues().forEach(issue -> person.issues.add(issue.within(place)));
            person.raws.add(raw);
            return;
        }
        var entry = new HistoryRows(cells, raw, agencyKind).entry();
        if (!cells.issues().isEmpty()) {
            cells.issues().forEach(issue -> person.rowIssues.add(issue.within(place)));
            return;
        }
        if (entry != null) {
            person.entries.add(entry);
        }
        person.raws.add(raw);
    }

    /** The rows of an answer; none when the system says that there are none. */
    private static List<JsonNode> rows(String endpoint, JsonNode answer, List<Issue> issues) {
        var body = answer;
        if (answer instanceof ObjectNode envelope) {
            var members = members(envelope);
            var data = members.get("data");
            var success = members.get("success");
            boolean refused = success != null && success.asText().equalsIgnoreCase("false");
            if (data == null || refused) {
                boolean bare = !refused && members.keySet().stream().anyMatch(PayloadReader::namesAPerson);
                if (bare) {
                    return List.of(envelope);
                }
                issues.add(Issue.at(
                        endpoint, said(members), refused || saysWhy(members) ? "UPSTREAM_REFUSED" : "NOT_A_PAYLOAD"));
                return List.of();
            }
            body = data;
        }
        if (body.isTextual() && !saysNothingFound(body.asText())) {
            issues.add(Issue.at(endpoint, body.asText(), "UPSTREAM_REFUSED"));
        }
        var rows = new ArrayList<JsonNode>();
        if (body.isArray()) {
            body.forEach(rows::add);
        } else if (body.isObject()) {
            rows.add(body);
        }
        return rows;
    }

    private static Map<String, JsonNode> members(ObjectNode node) {
        var members = new HashMap<String, JsonNode>();
        node.properties().forEach(member -> members.put(Cells.plain(member.getKey()), member.getValue()));
        return members;
    }

    private static boolean namesAPerson(String member) {
        return member.equals("nip")
                || member.equals("nipbaru")
                || Set.of(notItself()).contains(member);
    }

    private static boolean saysWhy(Map<String, JsonNode> members) {
        return members.containsKey("fault") || members.containsKey("message") || members.containsKey("error");
    }

    private static @Nullable String said(Map<String, JsonNode> members) {
        for (var name : List.of("mapdata", "description", "message", "data")) {
            var said = members.get(name);
            if (said != null && said.isTextual()) {
                return said.asText();
            }
        }
        var fault = members.get("fault");
        return fault == null ? null : fault.path("message").asText(null);
    }

    private static boolean saysNothingFound(String text) {
        var said = text.toLowerCase(Locale.ROOT);
        return said.isBlank() || said.contains("tidak ditemukan") || said.contains("not found");
    }

    private static Cells cells(ObjectNode row) {
        var places = new HashMap<String, Integer>();
        var given = new ArrayList<String>();
        var texts = new ArrayList<@Nullable String>();
        for (var member : row.properties()) {
            var value = member.getValue();
            var text = value.isValueNode() && !value.isNull() ? value.asText() : null;
            var known = places.putIfAbsent(Cells.plain(member.getKey()), given.size());
            if (known == null || texts.get(known) == null || texts.get(known).isBlank()) {
                places.put(Cells.plain(member.getKey()), given.size());
            }
            given.add(member.getKey());
            texts.add(text);
        }
        return new Cells(places, given, texts::get, SiasnWords.shipped(), false);
    }

    /** Members by name at every depth, so that the same row has the same checksum however it was written. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var members = new TreeMap<String, JsonNode>();
            object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            var copy = JsonNodeFactory.instance.objectNode();
            copy.setAll(members);
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}
