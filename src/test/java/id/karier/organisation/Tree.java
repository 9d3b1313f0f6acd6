package id.karier.organisation;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;

import com.github.f4b6a3.uuid.UuidCreator;
import id.karier.testing.TestAgency;
import java.time.LocalDate;
import java.util.UUID;

/** A department with one division, one section below it, and the section's leading position. */
final class Tree {
    final TestAgency agency;
    final UUID top;
    final UUID field;
    final UUID section;
    final UUID head;

    private Tree(TestAgency agency) {
        this.agency = agency;
        top = unit("D.01", "Dinas Komunikasi dan Informatika", "DINAS", null);
        field = unit("D.01.01", "Bidang Aplikasi Informatika", "BIDANG", top);
        section = unit("D.01.02", "Seksi Tata Kelola", "SEKSI", field);
        head = position("KASI-TK", "Kepala Seksi Tata Kelola", "PENGAWAS", section, 1, true);
    }

    static Tree in(TestAgency agency) {
        return new Tree(agency);
    }

    UUID unit(String code, String name, String kind, UUID parent) {
        var id = UuidCreator.getTimeOrderedEpoch();
        sql(
                "insert into units (id, agency, code, name, kind, parent_id, opened_on) values (x'%s', '%s', '%s', '%s', '%s', %s, '2020-01-01')"
                        .formatted(hex(id), agency.code, code, name, kind, binary(parent)));
        sql(
                "insert into unit_placements (id, agency, unit_id, parent_id, starts_on) values (x'%s', '%s', x'%s', %s, '2020-01-01')"
                        .formatted(hex(UUID.randomUUID()), agency.code, hex(id), binary(parent)));
        sql("insert into unit_ancestors (agency, ancestor_id, unit_id, depth) values ('%s', x'%s', x'%s', 0)"
                .formatted(agency.code, hex(id), hex(id)));
        if (parent != null) {
            sql(
                    "insert into unit_ancestors (agency, ancestor_id, unit_id, depth) select agency, ancestor_id, x'%s', depth + 1 from unit_ancestors where unit_id = x'%s'"
                            .formatted(hex(id), hex(parent)));
        }
        return id;
    }

    UUID position(String code, String name, String level, UUID unit, int headcount, boolean leadsUnit) {
        var id = UuidCreator.getTimeOrderedEpoch();
        sql(
                "insert into positions (id, agency, unit_id, code, name, level, headcount, leads_unit) values (x'%s', '%s', x'%s', '%s', '%s', '%s', %d, %b)"
                        .formatted(hex(id), agency.code, hex(unit), code, name, level, headcount, leadsUnit));
        return id;
    }

    /** Somebody who holds the section's leading position definitively. */
    UUID holder(String number, LocalDate from, LocalDate until) {
        return holder(number, head, section, "DEFINITIVE", from, until);
    }

    UUID holder(String number, UUID position, UUID unit, String assignment, LocalDate from, LocalDate until) {
        var id = UuidCreator.getTimeOrderedEpoch();
        sql(
                "insert into employees (id, agency, identity_number, kind, status, name, back_titles, birth_date, sex, first_appointment_on, unit_id, source, updated_at) values (x'%s', '%s', '%s', 'PNS', 'ACTIVE', 'Sari Widuri', 'S.Kom.', '1980-01-01', 'F', '2005-01-01', x'%s', 'LOCAL', '2026-01-01')"
                        .formatted(hex(id), agency.code, number, hex(unit)));
        sql(
                "insert into employee_positions (id, agency, employee_id, assignment, position_id, title, level, unit_id, starts_on, ends_on, source) values (x'%s', '%s', x'%s', '%s', x'%s', 'Kepala Seksi', 'PENGAWAS', x'%s', '%s', %s, 'LOCAL')"
                        .formatted(
                                hex(UUID.randomUUID()),
                                agency.code,
                                hex(id),
                                assignment,
                                hex(position),
                                hex(unit),
                                from,
                                until == null ? "null" : "'" + until + "'"));
        return id;
    }

    private static String binary(UUID id) {
        return id == null ? "null" : "x'" + hex(id) + "'";
    }
}
