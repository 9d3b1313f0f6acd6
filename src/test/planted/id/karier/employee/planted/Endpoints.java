package id.karier.employee.planted;

import jakarta.ws.rs.Path;

/** A resource that does not say so. */
@Path("/planted/names")
public class Endpoints {}
