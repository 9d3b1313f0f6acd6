package id.karier.employee.planted;

import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.organisation.planted.PlantedUnit;
import jakarta.ws.rs.Path;

/** Tells an entity through what it inherits, and writes whatever is asked. */
@Path("/planted/leaks")
@Access(value = Resource.UNIT, action = Action.WRITE)
public abstract class LeakingRegisterResource extends UnguardedRegister<PlantedUnit> {}
