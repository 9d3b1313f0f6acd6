package id.karier.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about proposals to hand out rights. */
public final class GrantJson {
    private GrantJson() {}

    /** A proposal. */
    @Schema(name = "Grant", description = "Usulan pemberian hak, yang diputuskan oleh orang kedua.")
    public record GrantView(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000013")
            UUID id,

            @Schema(
                    description = "PASSWORD_RESET dan SECRET dijalankan pengusulnya setelah disetujui, dengan mengulang"
                            + " permintaannya dalam 24 jam.",
                    examples = "ROLES")
            Grant.What what,

            @Schema(
                    description = "Akun atau mesin yang menerimanya.",
                    examples = "01980a52-7c1e-7000-8000-000000000011")
            UUID subjectId,

            @Schema(examples = "sdm.lampung") String subjectName,

            @Schema(description = "Peran atau cakupan yang diberikan.", examples = "[\"SDM\"]")
            List<String> rights,

            @Schema(
                    description = "Pegawai yang diikat; tidak ada pada BINDING yang melepas akun dari pegawainya.",
                    examples = "01980a52-7c1e-7000-8000-000000000042")
            @Nullable
            UUID employeeId,

            @Schema(examples = "sso-lampung") @Nullable String externalIssuer,

            @Schema(examples = "f3c1d2a4-88e2-4c35-9d0e-0b1a2c3d4e5f") @Nullable
            String externalSubject,

            @Schema(examples = "PROPOSED") Grant.Status status,

            @Schema(description = "Akun pengusul.", examples = "01980a52-7c1e-7000-8000-000000000011")
            UUID proposedBy,

            @Schema(examples = "2026-11-03T02:15:00Z") Instant proposedAt,

            @Schema(description = "Akun pemutus.", examples = "01980a52-7c1e-7000-8000-000000000011") @Nullable
            UUID decidedBy,

            @Schema(examples = "2026-11-03T03:15:00Z") @Nullable
            Instant decidedAt) {
        static GrantView of(Grant grant) {
            return new GrantView(
                    grant.id(),
                    grant.what(),
                    grant.subjectId(),
                    grant.subjectName(),
                    grant.rights(),
                    grant.employeeId(),
                    grant.externalIssuer(),
                    grant.externalSubject(),
                    grant.status(),
                    grant.proposedBy(),
                    grant.proposedAt(),
                    grant.decidedBy(),
                    grant.decidedAt());
        }
    }
}
