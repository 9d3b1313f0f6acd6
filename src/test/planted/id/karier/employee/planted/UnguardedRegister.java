package id.karier.employee.planted;

import jakarta.ws.rs.GET;

/** A door for others to inherit. */
abstract class UnguardedRegister<T> {
    @GET
    public abstract T list();
}
