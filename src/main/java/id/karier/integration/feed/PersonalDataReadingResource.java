package id.karier.integration.feed;

import id.karier.employee.EmployeeDirectory;
import id.karier.identity.account.AccountNames;
import id.karier.integration.feed.FeedJson.Reading;
import id.karier.integration.feed.FeedJson.ReadingPage;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who read a person's protected data. A class of its own: a path below another resource's is found by its class alone. */
@Path("/api/v1/employees/{employeeId}/personal-data/readings")
@Tag(name = "exchange")
public class PersonalDataReadingResource {
    private final FeedQueries feed;
    private final EmployeeDirectory people;
    private final AccountNames names;

    PersonalDataReadingResource(FeedQueries feed, EmployeeDirectory people, AccountNames names) {
        this.feed = feed;
        this.people = people;
        this.names = names;
    }

    @GET
    @Access(Resource.PERSONAL_DATA)
    @Operation(
            operationId = "listPersonalDataReadings",
            summary = "Siapa saja yang membaca data pribadi ini, dengan nama dan peran; urutan: position")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReadingPage.class)))
    public Response readings(UUID employeeId, @BeanParam PageRequest page, UriInfo uri) {
        people.require(employeeId);
        var found = feed.readings(employeeId, page);
        var readers = names.of(found.items().stream()
                .map(Reading::readBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var told = found.items().stream()
                .map(reading -> reading.by(readers.get(reading.readBy())))
                .toList();
        return new Page<>(told, found.next(), found.total()).answer(uri);
    }
}
