package id.karier.integration.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import id.karier.changes.Change;
import id.karier.identity.account.AccountNames.AccountName;
import id.karier.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about changes. */
public final class FeedJson {
    private FeedJson() {}

    /** One change as a device needs it: enough to know what to read again, or to drop. */
    @Schema(name = "FeedChange")
    public record FeedChange(
            @Schema(description = "Urutan tanpa celah.", examples = "42")
            long position,

            Instant occurredAt,
            @Schema(examples = "employee") String objectType,
            UUID objectId,
            @Nullable UUID employeeId,

            @Schema(description = "DELETED adalah batu nisan: buang objeknya.", examples = "UPDATED")
            Change.Action action,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "Anggota yang berubah menurut nama di kontrak (bertingkat dengan titik: `rank.code`),"
                            + " sebelum dan sesudah. Anggota yang tersamar di kontrak disebut tanpa isinya.",
                    examples = "{\"name\":{\"before\":\"Sari\",\"after\":\"Sari Widuri\"}}")
            Map<String, Change.Difference> fields) {}

    /** A stretch of the feed. */
    @Schema(name = "FeedPage")
    public record FeedPage(
            List<FeedChange> items,

            @Schema(description = "Kirim sebagai `after` pada permintaan berikutnya.", examples = "42")
            long last,

            @Schema(description = "Masih ada perubahan sesudah ini.")
            boolean more,

            @Schema(
                    description =
                            "Tanda jangkauan Anda dan log ini. Simpan, dan kirim sebagai `view` pada permintaan berikutnya.",
                    examples = "q8bU0kW3vY6nN2pR")
            String view,

            @Schema(
                    description =
                            "Jangkauan Anda lain dari `view` yang dikirim, atau log dipulihkan dari cadangan: buang semua yang disimpan, lalu mulai lagi"
                                    + " dari `last` dengan `view` yang baru.")
            boolean reset) {}

    /** One change with who did it, for auditors. */
    @Schema(name = "AuditEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditEntry(
            @Schema(examples = "42") long position,
            UUID id,
            @Schema(examples = "lampung") String agency,
            Instant occurredAt,

            @Schema(description = "Akun atau klien mesin; kosong untuk pekerjaan sistem.") @Nullable
            UUID actorId,

            @Schema(examples = "patchEmployee") String operation,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000001")
            String requestId,

            @Schema(examples = "employee") String objectType,
            UUID objectId,
            @Nullable UUID employeeId,
            Change.Action action,

            @Schema(type = SchemaType.OBJECT, examples = "{\"name\":{\"before\":\"Sari\",\"after\":\"Sari Widuri\"}}")
            @JsonRawValue
            String fields,

            @Nullable String reason) {
        /** That it happened, and nothing of what. */
        AuditEntry bare() {
            return with("{}", null);
        }

        AuditEntry saying(String other) {
            return with(other, reason);
        }

        private AuditEntry with(String other, @Nullable String why) {
            return new AuditEntry(
                    position,
                    id,
                    agency,
                    occurredAt,
                    actorId,
                    operation,
                    requestId,
                    objectType,
                    objectId,
                    employeeId,
                    action,
                    other,
                    why);
        }
    }

    /** A page of the audit trail. */
    @Schema(name = "AuditPage")
    record AuditPage(
            List<AuditEntry> items,
            @Nullable String next,
            @Nullable Long total) {}

    /** Whether a stretch of the change log is as it was written. */
    @Schema(name = "AuditChainCheck")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChainCheck(
            @Schema(description = "Tidak ada yang hilang atau berubah di antara `after` dan `last`.", examples = "true")
            boolean intact,

            @Schema(
                    description = "Posisi pertama yang hilang atau tidak seperti saat ditulis; tidak ada bila utuh.",
                    examples = "17")
            @Nullable
            Long brokenAt,

            @Schema(description = "Posisi terakhir yang diperiksa dan benar.", examples = "42")
            long last,

            @Schema(
                    description = "Sidik perubahan pada `last`, heksadesimal; tidak ada bila belum ada yang diperiksa.",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @Nullable
            String lastMac,

            @Schema(description = "Masih ada yang belum diperiksa sesudah `last`.", examples = "false")
            boolean more,

            @Schema(description = "Posisi terakhir yang sudah bersidik.", examples = "42")
            long head,

            @Schema(
                    description = "Sidik perubahan pada `head`, heksadesimal; simpan untuk pemeriksaan berikutnya.",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @Nullable
            String mac) {}

    /** A reading of a person's data in the clear. */
    @Schema(name = "PersonalDataReading")
    public record Reading(
            @Schema(examples = "42") long position,
            Instant readAt,

            @Schema(description = "Akun yang membaca.") @Nullable
            UUID readBy,

            @Schema(description = "Nama pembaca, selama akunnya ada.", examples = "Siti Rahmawati") @Nullable
            String readerName,

            @Schema(description = "Peran akun itu sekarang.", examples = "[\"SDM\"]")
            List<Role> readerRoles,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000001")
            String requestId,

            @Schema(description = "Dibaca dengan akun pemilik data sendiri.", examples = "false")
            boolean own) {
        Reading by(@Nullable AccountName reader) {
            return reader == null
                    ? this
                    : new Reading(position, readAt, readBy, reader.name(), reader.roles(), requestId, own);
        }
    }

    /** A page of readings. */
    @Schema(name = "PersonalDataReadingPage")
    record ReadingPage(
            List<Reading> items,
            @Nullable String next,
            @Nullable Long total) {}
}
