package id.karier.identity.account;

import id.karier.identity.SignInRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about machine clients. */
public final class ClientJson {
    private ClientJson() {}

    /** A new machine client. */
    @Schema(name = "ClientRequest", description = "Mesin baru; rahasianya dibuat oleh sistem.")
    public record ClientRequest(
            @Schema(description = "Unik secara nasional, huruf kecil.", examples = "integrasi-lampung")
            @NotNull
            @Pattern(regexp = SignInRules.NAME)
            String clientId,

            @Schema(examples = "Integrasi presensi") @NotBlank @Size(max = 100)
            String name,

            @Schema(examples = "[\"employees:read\",\"units:read\"]") @NotNull @Size(min = 1, max = 100)
            Set<@NotNull @Size(max = 40) String> scopes,

            @Schema(description = "Penerbit luar yang memasukkan mesin ini.", examples = "sso-lampung")
            @Nullable
            @Size(min = 1, max = 40)
            String externalIssuer,

            @Schema(
                    description = "`sub` mesin ini di penerbit itu; di Keycloak: id akun layanannya.",
                    examples = "0b7c3f0e-3f0a-4f57-9a52-6d1f0d6c2a11")
            @Nullable
            @Size(min = 1, max = 255)
            String externalSubject) {
        ClientChanges changes() {
            return new ClientChanges(name, scopes, externalIssuer, externalSubject);
        }
    }

    /** The members of a client that can be changed. */
    @Schema(name = "ClientChanges", description = "Isian mesin yang dapat diubah.")
    public record ClientChanges(
            @Schema(examples = "Integrasi presensi dan cuti") @NotBlank @Size(max = 100)
            String name,

            @Schema(examples = "[\"employees:read\"]") @NotNull @Size(max = 100)
            Set<@NotNull @Size(max = 40) String> scopes,

            @Schema(examples = "sso-lampung") @Nullable @Size(min = 1, max = 40)
            String externalIssuer,

            @Schema(examples = "0b7c3f0e-3f0a-4f57-9a52-6d1f0d6c2a11") @Nullable @Size(min = 1, max = 255)
            String externalSubject) {
        OutsideLinks.Link link() {
            return new OutsideLinks.Link(externalIssuer, externalSubject);
        }

        /** The same with other scopes. */
        ClientChanges with(Set<String> given) {
            return new ClientChanges(name, given, externalIssuer, externalSubject);
        }
    }

    /** A machine client. */
    @Schema(name = "Client", description = "Sistem lain yang masuk dengan client_credentials.")
    public record ClientView(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000012")
            UUID id,

            @Schema(examples = "integrasi-lampung") String clientId,
            @Schema(examples = "Integrasi presensi") String name,

            @Schema(examples = "[\"employees:read\",\"units:read\"]")
            List<String> scopes,

            @Schema(examples = "sso-lampung") @Nullable String externalIssuer,

            @Schema(examples = "0b7c3f0e-3f0a-4f57-9a52-6d1f0d6c2a11") @Nullable
            String externalSubject,

            @Schema(examples = "false") boolean disabled,

            @Schema(
                    description =
                            "Usulan yang dibuat penulisan ini dan menunggu orang kedua di /grants; hanya pada jawaban"
                                    + " penulisan.",
                    examples = "[\"01980a52-7c1e-7000-8000-000000000013\"]")
            @Nullable
            List<UUID> proposals) {
        /** As a list's query yields it: the scopes are read for the whole page at once. */
        public ClientView(
                UUID id,
                String clientId,
                String name,
                @Nullable String externalIssuer,
                @Nullable String externalSubject,
                boolean disabled) {
            this(id, clientId, name, List.of(), externalIssuer, externalSubject, disabled, null);
        }

        ClientView with(List<String> given) {
            return new ClientView(id, clientId, name, given, externalIssuer, externalSubject, disabled, proposals);
        }

        /** The same as the answer to a write that made proposals. */
        ClientView proposing(List<Grant> made) {
            return new ClientView(
                    id, clientId, name, scopes, externalIssuer, externalSubject, disabled, AccountJson.ids(made));
        }

        static ClientView of(MachineClient client) {
            return new ClientView(
                    client.id(),
                    client.clientId(),
                    client.name(),
                    client.scopes().stream().sorted().toList(),
                    client.link().issuer(),
                    client.link().subject(),
                    client.isDisabled(),
                    null);
        }
    }

    /** A client with its secret. */
    @Schema(name = "ClientWithSecret", description = "Mesin dan rahasianya; rahasia hanya ditampilkan sekali ini.")
    public record ClientWithSecret(
            ClientView client,

            @Schema(
                    description = "Tidak ada lagi bila jawaban ini pengulangan dari Idempotency-Key yang sama.",
                    examples = "8dJ2m0bXx1Qk3tYw5vRr7sLh9nPc4eGa6fUo0iZz2Ws")
            @Nullable
            String secret) {}
}
