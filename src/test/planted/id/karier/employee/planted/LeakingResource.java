package id.karier.employee.planted;

import id.karier.kernel.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** An entity on the wire. */
@Path("/planted/leaks")
public class LeakingResource {
    @GET
    @Open
    public List<Homeless> list() {
        return List.of();
    }
}
