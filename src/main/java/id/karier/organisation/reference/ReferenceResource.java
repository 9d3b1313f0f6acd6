package id.karier.organisation.reference;

import id.karier.kernel.Caller;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reference lists over HTTP: the same for everybody who is signed in, so that a device keeps them for a day. */
@Path("/api/v1/reference")
@Tag(name = "reference")
public class ReferenceResource {
    private static final String FOR_A_DAY = "private, max-age=86400";

    private final ReferenceLists lists;
    private final Caller caller;

    ReferenceResource(ReferenceLists lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    /** One code with its name in the reader's language. */
    @Schema(name = "ReferenceItem")
    record Item(
            @Schema(examples = "III/c") String code,
            @Schema(examples = "Penata") String name,

            @Schema(description = "Urutan; sama bagi yang setara.", examples = "11")
            int order,

            @Schema(description = "Kelompok kode, misalnya PNS atau PPPK.", examples = "PNS") @Nullable
            String group,

            @Schema(description = "Hanya pada employee-statuses: arti kedudukan hukum ini.") @Nullable
            Standing standing,

            @Schema(description = "Hanya pada discipline-penalties: masa dan akibatnya menurut hukum.") @Nullable
            Penalty penalty) {}

    /** What a legal standing means. */
    @Schema(name = "ReferenceStanding")
    record Standing(
            @Schema(description = "Masih dalam dinas instansi ini.", examples = "true")
            boolean inService,

            @Schema(description = "Tetap menduduki jabatannya.", examples = "true")
            boolean keepsPost,

            @Schema(
                    description = "Yang boleh setelah masuk: FULL, OWN_FILE (membaca berkasnya sendiri), atau NONE.",
                    examples = "FULL")
            String access,

            @Schema(
                    description = "Masanya dihitung untuk pangkat; kosong bila hukumnya belum terlihat.",
                    examples = "true")
            @Nullable
            Boolean countsForRank,

            @Schema(description = "Yang wajib ada: decree, reason, destination.", examples = "[\"decree\"]")
            List<String> needs,

            @Schema(description = "Kode dan namanya di daftar nasional.")
            List<ReferenceList.NationalCode> national) {
        static @Nullable Standing of(ReferenceList.@Nullable Standing said) {
            return said == null
                    ? null
                    : new Standing(
                            said.inService(),
                            said.keepsPost(),
                            said.access(),
                            said.countsForRank(),
                            said.needs(),
                            said.national());
        }
    }

    /** What the law says of a penalty. */
    @Schema(name = "ReferencePenalty")
    record Penalty(
            @Schema(description = "Lamanya dalam bulan; kosong bila tanpa masa.", examples = "6") @Nullable
            Integer months,

            @Schema(
                    description = "REPRIMAND, ALLOWANCE_CUT, LOWER_POST, RELEASED_FROM_POST, atau DISMISSAL.",
                    examples = "ALLOWANCE_CUT")
            String effect) {
        static @Nullable Penalty of(ReferenceList.@Nullable Penalty said) {
            return said == null ? null : new Penalty(said.months(), said.effect());
        }
    }

    /** A list of codes. */
    @Schema(name = "ReferenceItemPage")
    record ItemPage(
            @Schema(examples = "ranks") String list,

            @Schema(examples = "Pangkat PNS dan golongan PPPK")
            String name,

            @Schema(description = "Dasar hukum daftar.", examples = "PP 99/2000; PermenPANRB 72/2020") @Nullable
            String basis,

            List<Item> items) {}

    /** What there is to read. */
    @Schema(name = "ReferenceListName")
    record ListName(
            @Schema(examples = "ranks") String list,

            @Schema(examples = "Pangkat PNS dan golongan PPPK")
            String name,

            @Schema(examples = "34") int size,

            @Schema(description = "Enum kontrak yang diberi nama oleh daftar ini, bila ada.", examples = "Rank")
            @Nullable
            String schema) {}

    /** Every list. */
    @Schema(name = "ReferenceListNamePage")
    record ListNamePage(List<ListName> items) {}

    @GET
    @Access(Resource.REFERENCE)
    @Operation(
            operationId = "listReferences",
            summary = "Daftar acuan yang tersedia",
            description =
                    "Daftar hukum, nama setiap enum kontrak (`schema`), dan kode galat: `error-codes` untuk `code`"
                            + " sebuah galat, `error-place-codes` untuk `errors[].code`.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListNamePage.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response all(Request request) {
        var names = lists.all().stream()
                .map(list -> new ListName(
                        list.list(), named(list.name()), list.items().size(), list.schema()))
                .toList();
        return answer(lists.fingerprint(), new ListNamePage(names));
    }

    @GET
    @Path("/{list}")
    @Access(Resource.REFERENCE)
    @Operation(
            operationId = "getReference",
            summary = "Sebuah daftar acuan seluruhnya",
            description = "Nama menurut Accept-Language: Indonesia atau Inggris.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(@Parameter(example = "ranks") String list, Request request) {
        var found = lists.find(list).orElseThrow(ProblemException::notFound);
        var items = found.items().stream()
                .map(item -> new Item(
                        item.code(),
                        named(item.name()),
                        item.order(),
                        item.group(),
                        Standing.of(item.standing()),
                        Penalty.of(item.penalty())))
                .toList();
        var page = new ItemPage(found.list(), named(found.name()), found.basis(), items);
        return answer(lists.fingerprint(), page);
    }

    private String named(ReferenceList.Name name) {
        return caller.locale().equals(Messages.INDONESIAN) ? name.id() : name.en();
    }

    private Response answer(String fingerprint, Object view) {
        var language = caller.locale().getLanguage();
        var tag = new EntityTag(fingerprint + "-" + language);
        return EntityTags.read(tag, view)
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_DAY)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding")
                .build();
    }
}
