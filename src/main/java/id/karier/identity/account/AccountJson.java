package id.karier.identity.account;

import id.karier.identity.SignInRules;
import id.karier.kernel.Role;
import id.karier.kernel.web.Verbatim;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about accounts, clients and the person herself. */
public final class AccountJson {
    private static final String ID = "01980a52-7c1e-7000-8000-000000000011";
    private static final String EMPLOYEE = "01980a52-7c1e-7000-8000-000000000042";

    private AccountJson() {}

    static @Nullable List<UUID> ids(List<Grant> proposals) {
        return proposals.isEmpty() ? null : proposals.stream().map(Grant::id).toList();
    }

    /** Which accounts to look for; all that is given must hold. Names go here, never into an address. */
    @Schema(name = "AccountSearch")
    public record AccountSearch(
            @Size(min = 1, max = 100) @Schema(description = "Awal nama pengguna atau nama.", examples = "sdm") @Nullable
            String q,

            @Schema(description = "Pemegang peran ini.", examples = "SDM") @Nullable
            Role role,

            @Schema(description = "Akun pegawai ini.", examples = EMPLOYEE) @Nullable
            UUID employeeId,

            @Schema(description = "Hanya yang dinonaktifkan, atau hanya yang aktif.", examples = "false") @Nullable
            Boolean disabled) {}

    /** A new account. */
    @Schema(name = "AccountRequest", description = "Akun baru; sandi pertamanya dibuat oleh sistem.")
    public record AccountRequest(
            @Schema(description = "Unik secara nasional, huruf kecil.", examples = "sdm.lampung")
            @NotNull
            @Pattern(regexp = SignInRules.NAME)
            String username,

            @Schema(examples = "Siti Rahmawati") @NotBlank @Size(max = 100)
            String displayName,

            @Schema(description = "Selain ATASAN, yang diturunkan dari jabatan.", examples = "[\"ASN\",\"SDM\"]")
            @NotNull
            @Size(min = 1, max = 9)
            Set<@NotNull Role> roles,

            @Schema(examples = EMPLOYEE) @Nullable UUID employeeId,

            @Schema(description = "Nama penerbit token luar di konfigurasi.", examples = "sso-lampung")
            @Nullable
            @Size(min = 1, max = 40)
            String externalIssuer,

            @Schema(description = "`sub` orang ini di penerbit itu.", examples = "f3c1d2a4-88e2-4c35-9d0e-0b1a2c3d4e5f")
            @Nullable
            @Size(min = 1, max = 255)
            String externalSubject,

            @Schema(
                    description = "Masuk lewat penerbit luar saja: tanpa sandi. Bila dicabut, beri sandi sementara.",
                    examples = "false")
            @Nullable
            Boolean outsideOnly) {
        AccountChanges changes() {
            return new AccountChanges(displayName, roles, employeeId, externalIssuer, externalSubject, outsideOnly);
        }
    }

    /** The members of an account that can be changed. */
    @Schema(name = "AccountChanges", description = "Isian akun yang dapat diubah.")
    public record AccountChanges(
            @Schema(examples = "Siti Rahmawati, S.Sos.") @NotBlank @Size(max = 100)
            String displayName,

            @Schema(examples = "[\"ASN\",\"PELATIHAN\"]") @NotNull @Size(max = 9)
            Set<@NotNull Role> roles,

            @Schema(examples = EMPLOYEE) @Nullable UUID employeeId,

            @Schema(examples = "sso-lampung") @Nullable @Size(min = 1, max = 40)
            String externalIssuer,

            @Schema(examples = "f3c1d2a4-88e2-4c35-9d0e-0b1a2c3d4e5f") @Nullable @Size(min = 1, max = 255)
            String externalSubject,

            @Schema(
                    description = "Masuk lewat penerbit luar saja: tanpa sandi. Bila dicabut, beri sandi sementara.",
                    examples = "false")
            @Nullable
            Boolean outsideOnly) {
        OutsideLinks.Link link() {
            return new OutsideLinks.Link(externalIssuer, externalSubject);
        }

        /** The same with other rights. */
        AccountChanges with(
                Set<Role> given,
                @Nullable UUID employee,
                @Nullable String issuer,
                @Nullable String subject,
                @Nullable Boolean outside) {
            return new AccountChanges(displayName, given, employee, issuer, subject, outside);
        }
    }

    /** An account. */
    @Schema(name = "Account", description = "Akun seseorang.")
    public record AccountView(
            @Schema(examples = ID) UUID id,
            @Schema(examples = "sdm.lampung") String username,
            @Schema(examples = "Siti Rahmawati") String displayName,
            @Schema(examples = "[\"ASN\",\"SDM\"]") List<Role> roles,
            @Schema(examples = EMPLOYEE) @Nullable UUID employeeId,
            @Schema(examples = "sso-lampung") @Nullable String externalIssuer,

            @Schema(examples = "f3c1d2a4-88e2-4c35-9d0e-0b1a2c3d4e5f") @Nullable
            String externalSubject,

            @Schema(description = "Masuk lewat penerbit luar saja, tanpa sandi.", examples = "false")
            boolean outsideOnly,

            @Schema(description = "Sandinya sementara dan harus diganti.", examples = "false")
            boolean mustChangePassword,

            @Schema(examples = "false") boolean disabled,

            @Schema(
                    description =
                            "Terkunci sampai saat ini karena percobaan yang gagal; hanya pada pembacaan satu akun.",
                    examples = "2026-11-03T02:15:00Z")
            @Nullable
            Instant lockedUntil,

            @Schema(
                    description = "Usulan yang dibuat penulisan ini dan menunggu orang kedua di /grants atau /bindings;"
                            + " hanya pada jawaban penulisan.",
                    examples = "[\"01980a52-7c1e-7000-8000-000000000013\"]")
            @Nullable
            List<UUID> proposals) {
        /** As a list's query yields it: the roles are read for the whole page at once. */
        public AccountView(
                UUID id,
                String username,
                String displayName,
                @Nullable UUID employeeId,
                @Nullable String externalIssuer,
                @Nullable String externalSubject,
                boolean outsideOnly,
                boolean mustChangePassword,
                boolean disabled) {
            this(
                    id,
                    username,
                    displayName,
                    List.of(),
                    employeeId,
                    externalIssuer,
                    externalSubject,
                    outsideOnly,
                    mustChangePassword,
                    disabled,
                    null,
                    null);
        }

        AccountView with(List<Role> held) {
            return new AccountView(
                    id,
                    username,
                    displayName,
                    held,
                    employeeId,
                    externalIssuer,
                    externalSubject,
                    outsideOnly,
                    mustChangePassword,
                    disabled,
                    lockedUntil,
                    proposals);
        }

        /** The same as the answer to a write that made proposals. */
        AccountView proposing(List<Grant> made) {
            return new AccountView(
                    id,
                    username,
                    displayName,
                    roles,
                    employeeId,
                    externalIssuer,
                    externalSubject,
                    outsideOnly,
                    mustChangePassword,
                    disabled,
                    lockedUntil,
                    ids(made));
        }

        static AccountView of(Account account, @Nullable Instant lockedUntil) {
            var changes = account.changes();
            return new AccountView(
                    account.id(),
                    account.username(),
                    changes.displayName(),
                    changes.roles().stream().sorted().toList(),
                    changes.employeeId(),
                    changes.externalIssuer(),
                    changes.externalSubject(),
                    account.isOutsideOnly(),
                    account.mustChangePassword(),
                    account.isDisabled(),
                    lockedUntil,
                    null);
        }
    }

    /** An account, with the password for the first sign-in. */
    @Schema(
            name = "AccountWithPassword",
            description = "Akun dan sandi sementaranya; sandi hanya ditampilkan sekali ini.")
    public record AccountWithPassword(
            AccountView account,

            @Schema(
                    description = "Tidak ada bila jawaban ini pengulangan dari Idempotency-Key yang sama, dan bila"
                            + " akunnya masuk lewat penerbit luar saja.",
                    examples = "k7mf-q2xr-9bdn-w4ta")
            @Nullable
            String temporaryPassword) {
        public AccountWithPassword {
            temporaryPassword = account.outsideOnly() ? null : temporaryPassword;
        }
    }

    /** A change of one's own password. */
    @Schema(name = "PasswordChange", description = "Ganti sandi sendiri.")
    public record PasswordChange(
            @Verbatim @Schema(examples = "karier-demo") @NotNull @Size(min = 1, max = 200)
            String currentPassword,

            @Schema(
                    description = "Sedikitnya 12 karakter, tanpa nama pengguna.",
                    examples = "gajah terbang di way kambas")
            @Verbatim
            @NotNull
            @Size(min = 1, max = 200)
            String newPassword) {}

    /** The signed-in person. */
    @Schema(name = "Me", description = "Orang yang masuk: akun, peran, instansi, dan apa yang menunggunya.")
    public record Me(
            @Schema(examples = ID) UUID accountId,
            @Schema(examples = "sdm.lampung") String username,
            @Schema(examples = "Siti Rahmawati") String displayName,

            @Schema(examples = "false") boolean mustChangePassword,

            @Schema(description = "Peran pada token ini, termasuk ATASAN.", examples = "[\"ASN\",\"ATASAN\",\"SDM\"]")
            List<Role> roles,

            MyAgency agency,
            @Nullable MyRecord employee,

            @Schema(
                    description = "Yang menunggu tindakan orang ini: jenis → jumlah. Kunci baru dapat bertambah.",
                    examples = "{\"changeRequestsToDecide\":3}")
            Map<String, Long> tasks,

            @Schema(
                    description = "Angka untuk layar pertama: jenis → jumlah. Kunci baru dapat bertambah.",
                    examples = "{\"unreadNotifications\":5}")
            Map<String, Long> counters) {}

    /** The agency of the signed-in person. */
    @Schema(name = "MyAgency", description = "Instansi orang yang masuk.")
    public record MyAgency(
            @Schema(examples = "lampung") String code,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000001") @Nullable
            UUID id,

            @Schema(examples = "Pemerintah Provinsi Lampung")
            String name,

            @Schema(examples = "Asia/Jakarta") String timeZone) {}

    /** The record of the signed-in person, as a first screen shows it. */
    @Schema(name = "MyRecord", description = "Ringkasan pegawai yang masuk.")
    public record MyRecord(
            @Schema(examples = EMPLOYEE) UUID id,
            @Schema(examples = "199003152015032004") String identityNumber,

            @Schema(examples = "Siti Rahmawati") String name,
            @Schema(examples = "Dr.") @Nullable String frontTitles,
            @Schema(examples = "S.Sos., M.Si.") @Nullable String backTitles,

            @Schema(description = "Nama dengan gelar.", examples = "Dr. Siti Rahmawati, S.Sos., M.Si.")
            String fullName,

            @Schema(examples = "PNS") String kind,
            @Schema(examples = "ACTIVE") String status,
            @Schema(examples = "III/c") @Nullable String rank,

            @Schema(examples = "Kepala Bidang Mutasi") @Nullable
            String positionTitle,

            @Schema(examples = "ADMINISTRATOR") @Nullable String positionLevel,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000031") @Nullable
            UUID unitId,

            @Schema(examples = "Badan Kepegawaian Daerah") @Nullable
            String unitName,

            @Schema(examples = "false") boolean leadsUnit,

            @Schema(description = "TMT pensiun menurut jabatan hari ini.", examples = "2048-04-01") @Nullable
            LocalDate retirementOn) {}
}
