package id.karier.employee;

import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import jakarta.inject.Singleton;

/** The people of the caller's agency, to be changed. */
@Singleton
class EmployeeRepository extends AgencyRepository<Employee> {
    EmployeeRepository(ObjectReach reach) {
        super(EmployeeObjects.EMPLOYEE, reach);
    }
}
