package id.karier.employee.planted;

import jakarta.ws.rs.Path;

/** Inherits a door, and brings no lock for it. */
@Path("/planted/registers")
public class UnguardedRegisterResource extends UnguardedRegister<String> {
    @Override
    public String list() {
        return "";
    }
}
