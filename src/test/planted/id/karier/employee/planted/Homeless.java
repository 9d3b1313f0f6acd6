package id.karier.employee.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row that any agency sees. */
@Entity
public class Homeless {
    @Id
    Long id;
}
