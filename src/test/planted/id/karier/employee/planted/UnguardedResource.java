package id.karier.employee.planted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A door without a lock. */
@Path("/planted/doors")
public class UnguardedResource {
    @GET
    public String open() {
        return "";
    }
}
